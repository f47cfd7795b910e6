//! The operations of `Webhooks`.

use pivotal_runtime::{Error, endpoints};

use super::WEBHOOKS;

#[endpoints(api = WEBHOOKS)]
pub trait Webhooks {
    #[endpoint(POST, "/hooks")]
    async fn subscribe(&self) -> Result<(), Error>;
}
