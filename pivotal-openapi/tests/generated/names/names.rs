//! The operations of `NamesApi`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait NamesApi {
    #[endpoint(GET, "/m")]
    async fn names(&self) -> Result<(), Error>;
}
