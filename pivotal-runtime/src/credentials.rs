//! The credentials of a client.

mod api_key;
mod attempt;
mod basic;
mod bearer;
mod refresh;

pub use self::api_key::ApiKey;
pub(crate) use self::attempt::Added;
pub use self::attempt::Attempt;
pub use self::basic::Basic;
pub use self::bearer::Bearer;
pub(crate) use self::refresh::ClientCredentials;

use bytes::Bytes;
use http::HeaderValue;
use zeroize::Zeroizing;

use crate::Error;

/// Adds credentials to requests, and obtains new ones.
///
/// [`Bearer`], [`Basic`] and [`ApiKey`] serve most APIs. Implement this trait for tokens that expire and for requests that
/// are signed. The client calls it for each attempt of an endpoint, unless that has `auth = none`.
///
/// [Credentials](crate::guide::credentials) is the chapter of the guide. This implementation obtains a token from a server
/// and refreshes it:
///
/// ```
/// use std::sync::RwLock;
///
/// use pivotal_runtime::http::HeaderValue;
/// use pivotal_runtime::http::header::AUTHORIZATION;
/// use pivotal_runtime::{Applied, Attempt, Client, Credentials, Error};
///
/// #[derive(Default)]
/// struct Session {
///     token: RwLock<Option<HeaderValue>>,
/// }
///
/// impl Credentials for Session {
///     fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
///         match &*self.token.read().unwrap() {
///             Some(token) => {
///                 attempt.set_header(AUTHORIZATION, token.clone());
///                 Ok(Applied::Done)
///             }
///             None => Ok(Applied::Stale),
///         }
///     }
///
///     async fn refresh(&self) -> Result<bool, Error> {
///         let token = log_in().await?;
///         *self.token.write().unwrap() = Some(HeaderValue::try_from(format!("Bearer {token}")).map_err(Error::transport)?);
///         Ok(true)
///     }
/// }
/// # async fn log_in() -> Result<String, Error> { Ok("t-12345678".to_owned()) }
///
/// # fn main() -> Result<(), Error> {
/// let client = Client::builder().base_url("https://api.example.com").credentials(Session::default()).build()?;
/// # Ok(()) }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `Credentials`",
    label = "not credentials",
    note = "pass a bearer token as `Bearer::new(token)?`, a password as `Basic::new(user, password)?`, an API key as `ApiKey::header(name, key)?`; for others, implement `pivotal_runtime::Credentials`"
)]
pub trait Credentials: Send + Sync + 'static {
    /// Adds credentials to one attempt.
    ///
    /// It can sign the head and, if the body is in memory, the body.
    ///
    /// After [`Applied::Stale`], the client calls [`refresh`](Self::refresh), and then this method again. If `refresh`
    /// returns `false`, or this method returns `Stale` again, the call is an error of kind
    /// [`Config`](crate::ErrorKind::Config), and the attempt is not sent.
    ///
    /// # Errors
    ///
    /// The call returns the error, and the attempt is not sent.
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error>;

    /// Obtains new credentials, and returns whether there are new ones. The default is `false`.
    ///
    /// The client calls it after [`Applied::Stale`] and after a 401, within the timeout of the call. It never runs twice at
    /// once: calls that receive a 401 at the same time wait for one refresh.
    ///
    /// After a 401, `true` repeats the attempt once, if its body can be sent again. With `false`, the call returns the 401.
    ///
    /// # Errors
    ///
    /// The call returns the error.
    fn refresh(&self) -> impl Future<Output = Result<bool, Error>> + Send {
        async { Ok(false) }
    }
}

/// The outcome of [`Credentials::apply`].
///
/// ```
/// use pivotal_runtime::{Applied, Attempt, Bearer, Credentials, Error};
///
/// /// A token that is obtained by `refresh`.
/// struct Session {
///     token: Option<Bearer>,
/// }
///
/// impl Credentials for Session {
///     fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
///         match &self.token {
///             Some(token) => token.apply(attempt),
///             None => Ok(Applied::Stale),
///         }
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Applied {
    /// The attempt has its credentials.
    Done,
    /// The credentials are missing or have expired: they must be refreshed first.
    Stale,
}

/// Creates a header value whose memory is overwritten when the last copy is dropped.
fn secret_value(text: &str, name: &str) -> Result<HeaderValue, Error> {
    let bytes = Bytes::from_owner(Zeroizing::new(text.as_bytes().to_vec()));
    let value =
        HeaderValue::from_maybe_shared(bytes).ok().filter(|_| !text.bytes().any(|byte| byte.is_ascii_control()));
    let Some(mut value) = value else {
        return Err(Error::config(format!(
            "the {name} contains a character that is not allowed in a header; copy it again"
        )));
    };
    value.set_sensitive(true);
    Ok(value)
}
