//! The operations of `Notes`.

use pivotal_runtime::{Error, endpoints};

use super::API;

#[endpoints(api = API)]
pub trait Notes {
    #[endpoint(POST, "/members")]
    async fn post_members(&self) -> Result<(), Error>;
}
