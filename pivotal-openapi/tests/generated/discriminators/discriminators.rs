//! The operations of `Discriminators`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::DISCRIMINATORS;

#[endpoints(api = DISCRIMINATORS)]
pub trait Discriminators {
    #[endpoint(POST, "/events", body = body)]
    async fn post_event(&self, body: &Event) -> Result<Holder, Error>;
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    #[serde(rename = "note.created")]
    NoteCreated(EventNoteCreated),
    #[serde(rename = "note.deleted")]
    NoteDeleted(Deleted),
    #[serde(rename = "note.removed")]
    NoteRemoved(Deleted),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventNoteCreated {
    pub id: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Deleted {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implicit: Option<Implicit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub untagged: Option<Untagged>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nested: Option<Nested>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pet: Option<Pet>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<Inline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Created>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alone: Option<Email>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wrapped: Option<HolderWrapped>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Implicit {
    Created(EventNoteCreated),
    Deleted(Deleted),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Contact {
    #[serde(rename = "email")]
    Email(ContactEmail),
    #[serde(rename = "phone")]
    Phone(Phone),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactEmail {
    pub address: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Phone {
    pub number: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Untagged {
    #[serde(rename = "email")]
    Email(ContactEmail),
    #[serde(rename = "phone")]
    Phone(Phone),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Nested {
    Created(Created),
    Contact(Contact),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Created {
    pub r#type: String,
    pub id: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "petType")]
pub enum Base {
    #[serde(rename = "dog")]
    Dog(Dog),
    Cat(Cat),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Dog {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bark: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cat {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purr: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "petType")]
pub enum Pet {
    #[serde(rename = "dog")]
    Dog(Dog),
    Cat(Cat),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op")]
pub enum Inline {
    #[serde(rename = "add")]
    Add(InlineAdd),
    #[serde(rename = "remove")]
    Remove(InlineRemove),
    #[serde(rename = "drop")]
    Drop(InlineRemove),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InlineAdd {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InlineRemove {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "@type")]
pub enum Node {
    Leaf(Leaf),
    Branch(Box<Branch>),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Leaf {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    pub left: Box<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<Box<Node>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Email {
    pub kind: EmailKind,
    pub address: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum EmailKind {
    #[default]
    #[serde(rename = "email")]
    Email,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HolderWrapped {
    pub id: i64,
    #[serde(flatten)]
    pub kind: HolderWrappedKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum HolderWrappedKind {
    #[serde(rename = "email")]
    Email(ContactEmail),
    #[serde(rename = "phone")]
    Phone(Phone),
    /// A value with another tag.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}
