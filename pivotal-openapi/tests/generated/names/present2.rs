//! The operations of `Present`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait Present {
    #[endpoint(GET, "/j")]
    async fn at(&self) -> Result<(), Error>;
}
