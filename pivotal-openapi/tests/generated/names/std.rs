//! The operations of `Std`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait Std {
    #[endpoint(POST, "/k", body = body)]
    async fn post_k(&self, body: Option<&SelfObject2>) -> Result<(), Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SelfObject2 {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}
