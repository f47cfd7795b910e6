//! A bearer token in `Authorization`.

use std::fmt;

use http::HeaderValue;
use http::header::AUTHORIZATION;
use zeroize::Zeroizing;

use super::{Applied, Attempt, Credentials, secret_value};
use crate::Error;

/// A bearer token, sent as `Authorization: Bearer …` (RFC 6750, section 2.1).
///
/// `Debug` does not print it. Its memory is overwritten when the last copy is dropped.
///
/// ```
/// use pivotal_runtime::{Bearer, Client, Error};
///
/// # fn main() -> Result<(), Error> {
/// let client = Client::builder().base_url("https://api.example.com").credentials(Bearer::new("t-12345678")?).build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Bearer(HeaderValue);

impl Bearer {
    /// Creates credentials from a token.
    ///
    /// White space around the token is dropped, because the content of a file often ends in a newline.
    ///
    /// # Errors
    ///
    /// Returns an error if the token is empty, or contains a character that is not allowed in a header.
    pub fn new(token: impl AsRef<str>) -> Result<Self, Error> {
        let token = token.as_ref().trim();
        if token.is_empty() {
            return Err(Error::config("the bearer token is empty; pass one"));
        }
        secret_value(&Zeroizing::new(format!("Bearer {token}")), "bearer token").map(Self)
    }
}

#[diagnostic::do_not_recommend]
impl Credentials for Bearer {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        attempt.set_header(AUTHORIZATION, self.0.clone());
        Ok(Applied::Done)
    }
}

impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bearer(…)")
    }
}
