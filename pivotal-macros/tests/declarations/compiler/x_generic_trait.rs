#![allow(warnings)]

#[path = "../../fixes/prelude.rs"]
mod prelude;

use prelude::*;

pub trait Api<T>: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<T, Error>;
}
impl<T, U: Transport> Api<T> for U {}

fn main() {}
