#![allow(warnings)]

#[path = "../../fixes/prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: BlockingTransport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self) -> Result<Customer, Error>;
}

fn main() {}
