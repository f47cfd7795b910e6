//! The operations of `UnnamedApi`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait UnnamedApi {
    #[endpoint(GET, "/g", operation = "日本")]
    async fn unnamed(&self) -> Result<(), Error>;
}
