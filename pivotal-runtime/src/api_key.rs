//! The secret.

use std::fmt;
use std::str::FromStr;

use bytes::Bytes;
use http::HeaderValue;
use zeroize::Zeroizing;

use crate::Error;
use crate::redact::loggable;

/// A key of the Pivotal API (Pivotal API, Authentication).
///
/// Live keys start with `pivotal_`, test keys with `pivotal_test_`. `Debug` prints the start that is safe to log and
/// nothing more; there is no `Display`, and no way to read the key back. Its memory is overwritten when the last copy is
/// dropped.
///
/// ```
/// use pivotal_runtime::ApiKey;
///
/// # fn main() -> Result<(), pivotal_runtime::Error> {
/// let key = ApiKey::new("pivotal_test_K8s9vQ2mXw7b")?;
/// assert!(key.is_test());
/// assert_eq!(format!("{key:?}"), "ApiKey(pivotal_test_K8s9…)");
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct ApiKey(HeaderValue);

impl ApiKey {
    /// Checks a key. White space around it is dropped, since a key read from a file ends in a newline.
    ///
    /// # Errors
    ///
    /// If it does not start with `pivotal_`, has nothing after that, or holds a character that no key
    /// has (only ASCII letters, digits, `_` and `-` do). The error does not repeat the key.
    pub fn new(key: impl AsRef<str>) -> Result<Self, Error> {
        let key = key.as_ref().trim();
        if key.is_empty() {
            return Err(Error::config("the API key is empty"));
        }
        let Some(secret) = key.strip_prefix("pivotal_test_").or_else(|| key.strip_prefix("pivotal_")) else {
            return Err(Error::config(
                "the API key does not start with `pivotal_`; copy one of your workspace, or send that of \
                 another API as a default header",
            ));
        };
        if secret.is_empty() {
            return Err(Error::config("the API key ends after its prefix; copy the whole key"));
        }
        if !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
            return Err(Error::config("the API key holds a character that no key has; copy it again, without quotes"));
        }
        // One buffer, shared by all requests and overwritten when the last of them is gone.
        let secret = Bytes::from_owner(Zeroizing::new(format!("Bearer {key}").into_bytes()));
        let mut header = HeaderValue::from_maybe_shared(secret)
            .map_err(|_| Error::config("the API key cannot stand in a header"))?;
        header.set_sensitive(true);
        Ok(Self(header))
    }

    /// Whether this is a test key. It acts on the same live data; only outbound integrations are silent
    /// (Pivotal API, Test mode).
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.key().starts_with("pivotal_test_")
    }

    /// The start that is safe to log, as the `prefix` of `GET /me` has it: `pivotal_K8s9`. Of a key with eight characters
    /// or fewer after `pivotal_`, it is that alone.
    #[must_use]
    pub fn prefix(&self) -> &str {
        loggable(self.key())
    }

    /// The value of `Authorization`, marked sensitive.
    pub(crate) fn header(&self) -> &HeaderValue {
        &self.0
    }

    fn key(&self) -> &str {
        self.0.to_str().unwrap_or_default().trim_start_matches("Bearer ")
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApiKey({}…)", self.prefix())
    }
}

impl FromStr for ApiKey {
    type Err = Error;

    fn from_str(key: &str) -> Result<Self, Error> {
        Self::new(key)
    }
}

impl TryFrom<&str> for ApiKey {
    type Error = Error;

    fn try_from(key: &str) -> Result<Self, Error> {
        Self::new(key)
    }
}

impl TryFrom<String> for ApiKey {
    type Error = Error;

    fn try_from(key: String) -> Result<Self, Error> {
        Self::new(key)
    }
}
