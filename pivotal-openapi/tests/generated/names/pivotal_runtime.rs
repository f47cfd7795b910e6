//! The operations of `PivotalRuntime`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait PivotalRuntime {
    #[endpoint(GET, "/i")]
    async fn send(&self) -> Result<(), Error>;
}
