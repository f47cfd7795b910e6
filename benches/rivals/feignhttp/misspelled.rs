//! The placeholder is `{idd}`, the parameter is `id`.

use feignhttp::{FeignClientBuilder as _, Result, feign};
use rival_types::Customer;

#[feign(url = "http://localhost/api/v1/customers")]
pub trait Customers {
    #[get("/{idd}")]
    async fn get_customer(&self, #[path] id: &str) -> Result<Customer>;
}

fn main() {}
