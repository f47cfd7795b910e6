//! The placeholder is `<idd>`, the parameter is `id`.

use pivotal_runtime::{Error, endpoints};
use rival_types::Customer;

#[endpoints("/api/v1/customers")]
pub trait Customers {
    #[endpoint(GET, "/<idd>")]
    async fn get_customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
