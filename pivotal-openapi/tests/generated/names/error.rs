//! The operations of `ErrorApi`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait ErrorApi {
    #[endpoint(GET, "/e", operation = "self")]
    async fn self_(&self) -> Result<(), Error>;
}
