//! The answer of `get-me`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::Id;

/// The calling key and the workspace that it belongs to.
///
/// The API's pages show two forms of this answer, and both are read: the operation's page nests the
/// key under `api_key`, the guide to test mode shows a flat record, `object: "api_key_identity"`
/// with `key_name` and `key_prefix`. Written, it is always nested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "object", rename = "me")]
#[non_exhaustive]
pub struct Me {
    /// The calling key.
    pub api_key: KeyIdentity,
    /// The workspace of the key. The flat form may lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
}

/// What is known about a key, short of its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeyIdentity {
    /// Canonical id of the key. The flat form may lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The name given to the key: the actor in the timeline of what it changes.
    pub name: String,
    /// The leading part of the key, such as `pivotal_K8s9`. It is safe to log.
    pub prefix: String,
    /// Scopes, such as `read:customers`. Keys can read and write all of their workspace today
    /// (Pivotal API, Authentication), so this says nothing about what a call may do.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// The rate-limit tier, such as `standard`. The values are not published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate_limit_tier: Option<String>,
}

/// A workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Organization {
    /// Canonical id of the workspace.
    pub id: Id,
    /// Its name in addresses of the app.
    pub slug: String,
    /// Its name for people.
    pub name: String,
}

/// Both forms at once, since `object` is not needed to tell them apart.
#[derive(Deserialize)]
struct Answer {
    api_key: Option<KeyIdentity>,
    organization: Option<Organization>,
    id: Option<Id>,
    key_name: Option<String>,
    key_prefix: Option<String>,
    #[serde(default)]
    scopes: Vec<String>,
    rate_limit_tier: Option<String>,
}

impl<'de> Deserialize<'de> for Me {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let answer = Answer::deserialize(deserializer)?;
        let api_key = match (answer.api_key, answer.key_name, answer.key_prefix) {
            (Some(api_key), _, _) => api_key,
            (None, Some(name), Some(prefix)) => KeyIdentity {
                id: answer.id,
                name,
                prefix,
                scopes: answer.scopes,
                rate_limit_tier: answer.rate_limit_tier,
            },
            (None, _, _) => {
                return Err(D::Error::custom("no key: expected `api_key`, or `key_name` and `key_prefix`"));
            }
        };
        Ok(Self { api_key, organization: answer.organization })
    }
}
