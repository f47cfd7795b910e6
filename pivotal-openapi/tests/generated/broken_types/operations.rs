//! The operations of `Operations`.

use std::collections::BTreeMap;

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::API;

#[endpoints("/members", api = API)]
pub trait Operations {
    #[endpoint(GET, "")]
    async fn get_members(&self) -> Result<(), Error>;

    #[endpoint(PUT, "")]
    async fn put_members(&self) -> Result<(), Error>;

    #[endpoint(PATCH, "?<a>", body = body)]
    async fn patch_members(
        &self,
        a: Option<&str>,
        body: Option<&serde_json::Value>,
    ) -> Result<serde_json::Value, Error>;

    #[endpoint(DELETE, "", body = body)]
    async fn delete_members(&self, body: Option<&Holder>) -> Result<Holder, Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub null: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#true: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#false: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_number: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_unknown: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_file: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_empty: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties_list: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_object: Option<HolderRequiredObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_unknown: Option<HolderRequiredUnknown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_empty: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_null: Option<()>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items_list: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items_text: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_of_object: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_of_object: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_of_null: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discriminator_text: Option<Box<HolderDiscriminatorText>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_list: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nullable_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_text: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_member: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HolderRequiredObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HolderRequiredUnknown {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum HolderDiscriminatorText {
    Holder(Box<Holder>),
    Text(String),
}
