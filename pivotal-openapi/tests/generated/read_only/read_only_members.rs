//! The operations of `ReadOnlyMembers`.

use jiff::Timestamp;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::READ_ONLY_MEMBERS;

#[endpoints(api = READ_ONLY_MEMBERS)]
pub trait ReadOnlyMembers {
    #[endpoint(POST, "/users", body = body)]
    async fn create_user(&self, body: &UserInput2) -> Result<User, Error>;

    #[endpoint(POST, "/teams", body = body)]
    async fn create_team(&self, body: &TeamInput) -> Result<Team, Error>;

    #[endpoint(POST, "/keys", body = body)]
    async fn create_key(&self, body: &Key) -> Result<(), Error>;

    #[endpoint(GET, "/logs")]
    async fn get_log(&self) -> Result<Log, Error>;
}

/// A user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserInput2 {
    pub name: String,
    pub password: String,
    pub address: Address,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Address {
    pub city: String,
}

/// A user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    pub id: i64,
    pub name: String,
    pub address: Address,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamInput {
    pub members: Vec<UserInput2>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<TeamInput>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<UserInput>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<TeamSettingsInput>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserInput {
    pub x: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamSettingsInput {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Team {
    pub members: Vec<User>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Team>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<UserInput>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<TeamSettings>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamSettings {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Key {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Log {
    pub id: String,
}
