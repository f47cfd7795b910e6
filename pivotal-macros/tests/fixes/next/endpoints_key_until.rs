// `until` belongs to one method; write it in the `#[endpoint]` of that method
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

#[endpoints()]
pub trait Api {
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
