// a method that returns `Pages` is not `async`; remove `async`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    fn customer(&self) -> Pages<'_, Customer>;
}

fn main() {}
