// an endpoint that is not `async` cannot return `Pin<Box<dyn Future<Output = Result<Customer, pivotal_runtime::Error>> + Send>>`; write `async fn`, or return `Pages<'_, P>` with a page type `P` or, on a blocking transport, `Result<T, E>` or `blocking::Pages<'_, P>`
#![allow(warnings)]

#[path = "../prelude.rs"]
mod prelude;

use prelude::*;

use std::pin::Pin;

pub trait Api: DynTransport {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
