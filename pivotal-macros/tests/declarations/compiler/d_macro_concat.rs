#![allow(warnings)]

#[path = "../../fixes/prelude.rs"]
mod prelude;

use prelude::*;

macro_rules! api { ($name:ident, $path:literal) => {
pub trait $name: Transport {
    #[endpoint(GET, concat!("/api/", $path))]
    async fn get(&self, id: &str) -> Result<Customer, Error>;
}
impl<T: Transport> $name for T {}
} }
api!(Customers, "customers/<id>");

fn main() {}
