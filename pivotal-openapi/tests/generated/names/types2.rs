//! The operations of `Types`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait Types {
    #[endpoint(GET, "/c")]
    async fn get_item3(&self) -> Result<(), Error>;
}
