//! The operations of `AllOf`.

use std::collections::BTreeMap;

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::ALL_OF;

#[endpoints(api = ALL_OF)]
pub trait AllOf {
    #[endpoint(GET, "/cats")]
    async fn list_cats(&self) -> Result<Vec<Holder>, Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<Animal>,
    /// The described one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub described: Option<Animal>,
    /// A cat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cat: Option<Cat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<Own>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nested: Option<Nested>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_union: Option<WithUnion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_required: Option<OnlyRequired>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scalar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enumerated: Option<Enumerated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Tagged>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<Open>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recursive: Option<Recursive>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub circle: Option<Circle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Tagged>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<String>>,
    /// An animal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<Animal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Animal>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Animal {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// A cat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cat {
    pub name: String,
    pub age: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CatKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    pub claws: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CatKind {
    #[default]
    #[serde(rename = "cat")]
    Cat,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Own {
    pub name: String,
    pub age: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    pub color: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Nested {
    pub name: String,
    pub age: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CatKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    pub claws: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deep: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WithUnion {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(flatten)]
    pub kind2: WithUnionKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum WithUnionKind {
    Wild(WithUnionKindWild),
    Tame(WithUnionKindTame),
}

/// Wild.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WithUnionKindWild {
    pub forest: String,
}

/// Tame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WithUnionKindTame {
    pub owner: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OnlyRequired {
    pub name: String,
    pub age: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Enumerated {
    A,
    B,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tagged {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Open {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// The other members.
    #[serde(flatten)]
    pub others: BTreeMap<String, i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Recursive {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Box<Recursive>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Circle {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
}
