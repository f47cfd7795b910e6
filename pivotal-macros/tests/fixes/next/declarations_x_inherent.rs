// an endpoint is a method of a trait, which is as visible as the trait; remove this
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub struct Api;
impl Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
