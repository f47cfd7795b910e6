//! The operations of `NamesApi2`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait NamesApi2 {
    #[endpoint(GET, "/n", operation = "names.get")]
    async fn names_get(&self) -> Result<(), Error>;
}
