// `multipart` needs a value; write `multipart = parameter`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(PUT, "/customers/<id>", multipart = content)]
    async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
}

fn main() {}
