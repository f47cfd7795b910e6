// `until` ends a stream of events, but the method returns `pivotal_runtime::Pages<'_, LinkPage<Customer>>`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
}

fn main() {}
