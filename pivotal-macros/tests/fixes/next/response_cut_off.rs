// `<` in the value of `response` is never closed; add `>`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", response = Vec<Customer>)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
