//! The operations of `BrokenReferences`.

use std::collections::BTreeMap;

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::BROKEN_REFERENCES;

#[endpoints(api = BROKEN_REFERENCES)]
pub trait BrokenReferences {
    #[endpoint(GET, "/error")]
    async fn error(&self) -> Result<(), Error>;

    #[endpoint(GET, "/schema")]
    async fn schema(&self) -> Result<serde_json::Value, Error>;

    #[endpoint(GET, "/holder")]
    async fn holder(&self) -> Result<Holder, Error>;

    #[endpoint(GET, "/example")]
    async fn example(&self) -> Result<String, Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escape: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_json_pointer: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plain: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub union: Option<HolderUnion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tagged: Option<Box<HolderTagged>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum HolderUnion {
    Text(String),
    Json(serde_json::Value),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum HolderTagged {
    Holder(Box<Holder>),
    Json(serde_json::Value),
}
