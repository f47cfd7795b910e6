// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", response = Customer, until = "[DONE]")]
    async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
}

fn main() {}
