#![allow(warnings)]

#[path = "../../fixes/prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers?<limit>")]
    async fn customer(&self, limit: u32 = 10) -> Result<Customer, Error>;
}

fn main() {}
