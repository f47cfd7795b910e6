// an endpoint cannot be `extern`; remove it
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
