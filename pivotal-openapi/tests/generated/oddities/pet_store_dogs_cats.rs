//! The operations of `PetStoreDogsCats`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::SWAGGER_PETSTORE;

#[endpoints(api = SWAGGER_PETSTORE)]
pub trait PetStoreDogsCats {
    /// # Errors
    ///
    /// - 401: Unauthorized.
    #[endpoint(GET, "/pets?<tags>&<limit>&<filter>", operation = "Pets_List V2 (new)")]
    async fn pets_list_v2_new(
        &self,
        tags: &[serde_json::Value],
        limit: Option<i64>,
        filter: Option<&str>,
    ) -> Result<Vec<Pet>, Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pet {
    pub id: i64,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<PetFlag>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<PetVersion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<PetCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numeric: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<PetCategory>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_then: Option<PetIfThen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anyof_required: Option<PetAnyofRequired>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typed_one_of: Option<PetTypedOneOf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_null: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PetFlag {
    Yes,
    No,
    On,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PetVersion {
    #[serde(rename = "1.0")]
    N10,
    #[serde(rename = "2.0")]
    N20,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PetCode {
    #[serde(rename = "200")]
    N200,
    #[serde(rename = "404")]
    N404,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PetCategory {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PetIfThen {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PetAnyofRequired {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    #[serde(flatten)]
    pub kind: PetAnyofRequiredKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PetAnyofRequiredKind {
    Variant2(PetAnyofRequiredKind2),
    Map(BTreeMap<String, serde_json::Value>),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PetAnyofRequiredKind2 {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PetTypedOneOf {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
