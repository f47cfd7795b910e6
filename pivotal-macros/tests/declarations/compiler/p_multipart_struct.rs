#![allow(warnings)]

#[path = "../../fixes/prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(POST, "/customers", multipart = content)]
    async fn customer(&self, content: NewCustomer) -> Result<Customer, Error>;
}

fn main() {}
