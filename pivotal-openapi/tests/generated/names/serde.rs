//! The operations of `Serde`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait Serde {
    #[endpoint(GET, "/f", operation = "2fa/enable")]
    async fn n2fa_enable(&self) -> Result<(), Error>;
}
