//! The operations of `Maps`.

use std::collections::BTreeMap;

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::MAPS;

#[endpoints(api = MAPS)]
pub trait Maps {
    #[endpoint(PUT, "/maps", body = body)]
    async fn put_map(&self, body: &Map) -> Result<BTreeMap<String, Map>, Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Map {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typed: Option<BTreeMap<String, i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nested: Option<BTreeMap<String, BTreeMap<String, Vec<String>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<BTreeMap<String, MapInlineValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<MapNone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nullable: Option<BTreeMap<String, Option<String>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<MapWith>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_any: Option<MapWithAny>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_schema: Option<MapWithSchema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<BTreeMap<String, bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patterns: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern_with: Option<MapPatternWith>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<BTreeMap<String, i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unevaluated: Option<MapUnevaluated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tuple: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub untyped_list: Option<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any_list: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub untyped_map: Option<BTreeMap<String, i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub untyped_object: Option<MapUntypedObject>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapInlineValue {
    pub a: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapNone {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapWith {
    pub id: i64,
    /// The other members.
    #[serde(flatten)]
    pub others: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapWithAny {
    pub id: i64,
    /// The other members.
    #[serde(flatten)]
    pub others: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapWithSchema {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<i64>,
    /// The other members.
    #[serde(flatten)]
    pub others2: BTreeMap<String, MapWithSchemaValue>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapWithSchemaValue {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapPatternWith {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapUnevaluated {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapUntypedObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}
