//! The response of `get-me`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::Id;

/// The calling key and its workspace.
///
/// Pivotal's docs show two forms, and both can be deserialized. The operation's page nests the key under `api_key`. The
/// guide to test mode shows a flat record with `object: "api_key_identity"`, `key_name` and `key_prefix`. Serialization
/// writes the nested form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "object", rename = "me")]
#[non_exhaustive]
pub struct Me {
    /// The calling key.
    pub api_key: KeyIdentity,
    /// The workspace of the key. The flat form can lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
}

/// An API key without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeyIdentity {
    /// The canonical id of the key. The flat form can lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The name of the key, which timelines show for changes made with it.
    pub name: String,
    /// The start of the key, such as `pivotal_K8s9`. It is safe to log.
    pub prefix: String,
    /// The scopes, such as `read:customers`.
    ///
    /// They restrict nothing: today every key can read and write its complete workspace (Pivotal API, Authentication).
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
    /// The canonical id of the workspace.
    pub id: Id,
    /// The name in URLs of the app.
    pub slug: String,
    /// The display name.
    pub name: String,
}

/// The fields of both forms.
#[derive(Deserialize)]
struct AnyForm {
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
        let me = AnyForm::deserialize(deserializer)?;
        let api_key = match (me.api_key, me.key_name, me.key_prefix) {
            (Some(api_key), _, _) => api_key,
            (None, Some(name), Some(prefix)) => {
                KeyIdentity { id: me.id, name, prefix, scopes: me.scopes, rate_limit_tier: me.rate_limit_tier }
            }
            (None, _, _) => {
                return Err(D::Error::custom("missing key; expected `api_key`, or `key_name` and `key_prefix`"));
            }
        };
        Ok(Self { api_key, organization: me.organization })
    }
}
