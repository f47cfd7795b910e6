//! The API key.

use std::fmt;
use std::str::FromStr;

use pivotal_runtime::{Applied, Attempt, Bearer, Credentials, Error};

/// How much of a key after its prefix may be logged (Pivotal API, Authentication).
const LOGGABLE: usize = 4;

/// A key of the Pivotal API (Pivotal API, Authentication).
///
/// Live keys start with `pivotal_`, test keys with `pivotal_test_`. `Debug` prints the start that is safe to log and
/// nothing more; there is no `Display`, and no way to read the key back. The memory of the key is overwritten when the last
/// copy is dropped.
///
/// ```
/// use pivotal_api::{Error, PivotalKey};
///
/// # fn main() -> Result<(), Error> {
/// let key = PivotalKey::new("pivotal_test_K8s9vQ2mXw7b")?;
/// assert!(key.is_test());
/// assert_eq!(format!("{key:?}"), "PivotalKey(pivotal_test_K8s9…)");
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct PivotalKey {
    bearer: Bearer,
    prefix: String,
    is_test: bool,
}

impl PivotalKey {
    /// Checks a key. White space around it is dropped, since a key that was read from a file ends in a newline.
    ///
    /// # Errors
    ///
    /// If it does not start with `pivotal_`, ends after that, or contains a character that no key has (only ASCII letters,
    /// digits, `_` and `-` do). The error does not repeat the key.
    pub fn new(key: impl AsRef<str>) -> Result<Self, Error> {
        let key = key.as_ref().trim();
        if key.is_empty() {
            return Err(Error::config("the API key is empty"));
        }
        let (is_test, secret) = match (key.strip_prefix("pivotal_test_"), key.strip_prefix("pivotal_")) {
            (Some(secret), _) => (true, secret),
            (None, Some(secret)) => (false, secret),
            (None, None) => {
                return Err(Error::config("the API key does not start with `pivotal_`; copy one of your workspace"));
            }
        };
        if secret.is_empty() {
            return Err(Error::config("the API key ends after its prefix; copy the complete key"));
        }
        if !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
            return Err(Error::config(
                "the API key contains a character that no key has; copy it again, without quotes",
            ));
        }
        // Of a secret of eight characters or fewer, four would be half.
        let shown = if secret.len() > 2 * LOGGABLE { LOGGABLE } else { 0 };
        let prefix = key.chars().take(key.len() - secret.len() + shown).collect();
        Ok(Self { bearer: Bearer::new(key)?, prefix, is_test })
    }

    /// Returns whether this is a test key. It acts on the same live data; only outbound integrations are silent
    /// (Pivotal API, Test mode).
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.is_test
    }

    /// The start that is safe to log, as the `prefix` of `GET /me` has it: `pivotal_K8s9`. Of a key with eight characters
    /// or fewer after `pivotal_`, it is that alone.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }
}

impl Credentials for PivotalKey {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        self.bearer.apply(attempt)
    }
}

impl fmt::Debug for PivotalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PivotalKey({}…)", self.prefix)
    }
}

impl FromStr for PivotalKey {
    type Err = Error;

    fn from_str(key: &str) -> Result<Self, Error> {
        Self::new(key)
    }
}

impl TryFrom<&str> for PivotalKey {
    type Error = Error;

    fn try_from(key: &str) -> Result<Self, Error> {
        Self::new(key)
    }
}

impl TryFrom<&String> for PivotalKey {
    type Error = Error;

    fn try_from(key: &String) -> Result<Self, Error> {
        Self::new(key)
    }
}

impl TryFrom<String> for PivotalKey {
    type Error = Error;

    fn try_from(key: String) -> Result<Self, Error> {
        Self::new(key)
    }
}
