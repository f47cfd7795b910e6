//! The operations of `Recursion`.

use std::collections::BTreeMap;

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::{RECURSION, some};

#[endpoints(api = RECURSION)]
pub trait Recursion {
    #[endpoint(PUT, "/trees", body = body)]
    async fn put_tree(&self, body: &Tree) -> Result<Tree, Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    pub value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Box<Tree>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub right: Option<Option<Box<Tree>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<Tree>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_name: Option<BTreeMap<String, Tree>>,
    pub pair: Box<Pair>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression: Option<Expression>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub json: Option<Option<JsonObject>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lists: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maps: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#loop: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<Box<TreeInline>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub both: Option<Both>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Box<Tree>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<Box<Pair>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Expression {
    Not(Box<Not>),
    ExpressionList(Vec<Expression>),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Not {
    pub not: Box<Expression>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum JsonObject {
    Bool(bool),
    Number(f64),
    JsonObjectList(Vec<Option<JsonObject>>),
    Text(String),
    Map(BTreeMap<String, Option<JsonObject>>),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TreeInline {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up: Option<Box<Tree>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Both {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(flatten)]
    pub kind: BothKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum BothKind {
    Not(Not),
}
