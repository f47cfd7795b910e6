//! The endpoints of the tests on sockets.

use pivotal_runtime::{Error, Transport, endpoint};

pub(crate) trait Api: Transport {
    #[endpoint(GET, "/number")]
    async fn get(&self) -> Result<u8, Error>;

    #[endpoint(POST, "/number", body = number)]
    async fn post(&self, number: u8) -> Result<u8, Error>;
}
impl<T: Transport> Api for T {}
