//! A user name and a password.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use http::header::AUTHORIZATION;
use zeroize::Zeroizing;

use super::{Applied, Attempt, Credentials, secret_value};
use crate::Error;

/// A user name and a password, sent as `Authorization: Basic …` (RFC 7617).
///
/// `Debug` does not print them. Their memory is overwritten when the last copy is dropped.
///
/// ```
/// use pivotal_runtime::{Basic, Client, Error};
///
/// # fn main() -> Result<(), Error> {
/// let client = Client::builder().base_url("https://api.example.com").credentials(Basic::new("ada", "p4ssw0rd")?).build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Basic(HeaderValue);

impl Basic {
    /// Creates credentials from a user name and a password, in UTF-8.
    ///
    /// Both can be empty.
    ///
    /// # Errors
    ///
    /// Returns an error if the user name contains a colon, which would end it. It also does if the user name or the password
    /// contains a control character (RFC 7617, section 2).
    pub fn new(user: impl AsRef<str>, password: impl AsRef<str>) -> Result<Self, Error> {
        let (user, password) = (user.as_ref(), password.as_ref());
        if user.contains(':') {
            return Err(Error::config(
                "the user name contains a colon, which separates it from the password; remove it",
            ));
        }
        if user.chars().chain(password.chars()).any(char::is_control) {
            return Err(Error::config("the user name or the password contains a control character; copy it again"));
        }
        let pair = Zeroizing::new(format!("{user}:{password}"));
        let encoded = Zeroizing::new(STANDARD.encode(pair.as_bytes()));
        secret_value(&Zeroizing::new(format!("Basic {}", *encoded)), "password").map(Self)
    }
}

#[diagnostic::do_not_recommend]
impl Credentials for Basic {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        attempt.set_header(AUTHORIZATION, self.0.clone());
        Ok(Applied::Done)
    }
}

impl fmt::Debug for Basic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Basic(…)")
    }
}
