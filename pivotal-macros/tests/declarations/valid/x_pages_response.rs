#![allow(warnings)]

#[path = "../../fixes/prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers", response = Customer)]
    fn customer(&self) -> Pages<'_, Customer>;
}

fn main() {}
