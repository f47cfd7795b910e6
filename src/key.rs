//! API keys.

use std::fmt;
use std::str::FromStr;

use pivotal_runtime::{Applied, Attempt, Bearer, Credentials, Error};

/// The number of characters after the prefix that can be logged (Pivotal API, Authentication).
const LOGGABLE: usize = 4;

/// An API key (Pivotal API, Authentication).
///
/// Live keys start with `pivotal_`, test keys with `pivotal_test_`. `Debug` prints the start that is safe to log. There
/// is no `Display`, and no method returns the key. Its memory is overwritten when the last copy is dropped.
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
    /// Creates a key from its text, and checks it.
    ///
    /// White space around it is removed, since a key from a file often ends in a newline.
    ///
    /// # Errors
    ///
    /// Returns an error in these cases:
    ///
    /// - the key does not start with `pivotal_`, or ends after that;
    /// - the key contains other characters than ASCII letters, digits, `_` and `-`.
    ///
    /// The error does not contain the key.
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
        // In a secret of at most eight characters, four would be half of it.
        let shown = if secret.len() > 2 * LOGGABLE { LOGGABLE } else { 0 };
        let prefix = key.chars().take(key.len() - secret.len() + shown).collect();
        Ok(Self { bearer: Bearer::new(key)?, prefix, is_test })
    }

    /// Returns whether the key is a test key.
    ///
    /// A test key changes the same live data, but triggers no outbound integrations (Pivotal API, Test mode).
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.is_test
    }

    /// Returns the start of the key that is safe to log, such as `pivotal_K8s9`.
    ///
    /// It is like `prefix` in the response of `GET /me`. If at most eight characters follow `pivotal_` or `pivotal_test_`, it
    /// is only that text.
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

macro_rules! try_from {
    ($($text:ty),*) => {$(
        impl TryFrom<$text> for PivotalKey {
            type Error = Error;

            fn try_from(key: $text) -> Result<Self, Error> {
                Self::new(key)
            }
        }
    )*};
}

try_from!(&str, &String, String);
