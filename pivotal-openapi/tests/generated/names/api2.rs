//! The operations of `ApiApi`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait ApiApi {
    #[endpoint(GET, "/d", operation = "type")]
    async fn type_(&self) -> Result<(), Error>;
}
