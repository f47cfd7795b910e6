// error types must be owned; write `Vec<Problem>`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

#[derive(serde::Deserialize)]
pub struct Problem {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", error = Vec<Problem>)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
