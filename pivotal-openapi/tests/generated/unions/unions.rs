//! The operations of `Unions`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::{UNIONS, some};

#[endpoints(api = UNIONS)]
pub trait Unions {
    #[endpoint(PUT, "/things", body = body)]
    async fn put_thing(&self, body: &Thing) -> Result<PutThingResponse, Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thing {
    /// A shape.
    pub shape: Shape,
    pub id: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<Model>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub maybe: Option<Option<Shape>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scalars: Option<ThingScalars>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<ThingInline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub titled: Option<ThingTitled>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_refs: Option<Circle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one: Option<Circle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<ThingLimits>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub both: Option<ThingBoth>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub two: Option<ThingTwo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strings: Option<ThingStrings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<ThingDates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lists: Option<ThingLists>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<ThingItem>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nested: Option<ThingNested>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<ThingNumbers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anything: Option<ThingAnything>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub optional: Option<ThingOptional>,
}

/// A shape.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Shape {
    Circle(Circle),
    Square(Square),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Circle {
    pub radius: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Square {
    pub side: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Id {
    Integer(i64),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Model {
    Small,
    Large,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingScalars {
    Integer(i64),
    Bool(bool),
    Number(f64),
    TextList(Vec<String>),
    Text(String),
    Map(BTreeMap<String, serde_json::Value>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingInline {
    A(ThingInlineA),
    B(ThingInlineB),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThingInlineA {
    pub a: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThingInlineB {
    pub b: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingTitled {
    ByName(ThingTitledByName),
    ById(ThingTitledById),
    Text(String),
}

/// By name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThingTitledByName {
    pub name: String,
}

/// by id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThingTitledById {
    pub id: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ThingLimits {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThingBoth {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(flatten)]
    pub kind: ThingBothKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingBothKind {
    Circle(Circle),
    Square(Square),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingTwo {
    Circle(Circle),
    Square(Square),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThingStrings {
    A,
    B,
    C,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingDates {
    Timestamp(Timestamp),
    Date(Date),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingLists {
    TextList(Vec<String>),
    IntegerList(Vec<i64>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingItem {
    Circle(Circle),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingNested {
    Variant1(ThingNested1),
    Bool(bool),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingNested1 {
    Integer(i64),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingNumbers {
    Variant2(ThingNumbers2),
    Integer(i64),
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThingNumbers2 {
    #[default]
    #[serde(rename = "a")]
    A,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingAnything {
    Text(String),
    Json(serde_json::Value),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThingOptional {
    Q(ThingOptionalQ),
    Variant1(ThingOptional1),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ThingOptional1 {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThingOptionalQ {
    pub q: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PutThingResponse {
    Thing(Thing),
    Circle(Circle),
}
