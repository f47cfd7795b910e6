//! The client: its credentials, settings and connections.

mod connections;
mod conventions;
mod credentials;
mod default_headers;
mod key;
mod options;
mod origins;
mod own_http;
mod rate_limiter;
mod settings;
mod timeouts;

use pivotal_runtime::{Error, Transport, endpoint};

use crate::support::SEVEN;

trait Api: Transport {
    #[endpoint(GET, "/private")]
    async fn private(&self) -> Result<u8, Error>;

    #[endpoint(POST, "/private", body = number)]
    async fn post(&self, number: u8) -> Result<u8, Error>;

    #[endpoint(GET, "/public", auth = none)]
    async fn public(&self) -> Result<u8, Error>;
}
impl<T: Transport> Api for T {}
