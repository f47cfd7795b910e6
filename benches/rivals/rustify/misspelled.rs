//! The placeholder is `{self.idd}`, the field is `id`.

use rival_types::Customer;
use rustify_derive::Endpoint;

#[derive(Endpoint)]
#[endpoint(path = "api/v1/customers/{self.idd}", response = "Customer")]
pub struct GetCustomer {
    #[endpoint(skip)]
    pub id: String,
}

fn main() {}
