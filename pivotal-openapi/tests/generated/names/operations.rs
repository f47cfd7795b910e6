//! The operations of `EmptyApi`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait EmptyApi {
    #[endpoint(GET, "/l")]
    async fn l(&self) -> Result<(), Error>;
}
