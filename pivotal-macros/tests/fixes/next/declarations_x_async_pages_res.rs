// a method that returns `Pages` is not `async`, and each page is a `Result`; remove `async`, and write `Pages<'_, Customer>` for `Result<Pages<'_, Customer>, Error>`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    fn customer(&self) -> Pages<'_, Customer>;
}

fn main() {}
