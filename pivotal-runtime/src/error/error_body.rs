//! The trait of types that the bodies of errors are read into.

use bytes::Bytes;
use serde::de::DeserializeOwned;

/// The type of the body of an error.
///
/// It is that of an API ([`Api::error`](crate::Api::error)), or of an endpoint (`error = Type`).
///
/// Both methods have defaults, so an empty implementation is enough. They supply [`Error::message`](crate::Error::message)
/// and [`Error::code`](crate::Error::code), and with them the `Display` of the error.
///
/// ```
/// use pivotal_runtime::ErrorBody;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Problem {
///     message: String,
///     #[serde(default)]
///     reason: Option<String>,
/// }
///
/// impl ErrorBody for Problem {
///     fn message(&self) -> Option<&str> {
///         Some(&self.message)
///     }
///
///     fn code(&self) -> Option<&str> {
///         self.reason.as_deref()
///     }
/// }
/// ```
///
/// A body is read in the [`Format`](crate::Format) of the endpoint. For [`Api::error`](crate::Api::error), it is always read
/// as JSON. A `String` is read as text in its charset, and [`Bytes`] as they are.
///
/// [`ProblemDetails`](crate::ProblemDetails) is the type for RFC 9457.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `ErrorBody`",
    label = "not the type of an error body",
    note = "derive `serde::Deserialize` for each type of yours in `{Self}`, and add `impl pivotal_runtime::ErrorBody for Type {{}}`; wrap a type of another crate"
)]
pub trait ErrorBody: DeserializeOwned + Send + Sync + 'static {
    /// Returns the server's message, for people. The default is `None`.
    fn message(&self) -> Option<&str> {
        None
    }

    /// Returns the server's error code, for programs. The default is `None`.
    fn code(&self) -> Option<&str> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl ErrorBody for () {}

#[diagnostic::do_not_recommend]
impl ErrorBody for Bytes {}

#[diagnostic::do_not_recommend]
impl ErrorBody for serde_json::Value {}

/// The text is the message.
#[diagnostic::do_not_recommend]
impl ErrorBody for String {
    fn message(&self) -> Option<&str> {
        Some(self.trim()).filter(|text| !text.is_empty())
    }
}

macro_rules! error_body_of_content {
    ($($container:ident: |$this:ident| $one:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: ErrorBody> ErrorBody for $container<T> {
            fn message(&self) -> Option<&str> {
                let $this = self;
                T::message($one)
            }

            fn code(&self) -> Option<&str> {
                let $this = self;
                T::code($one)
            }
        }
    )*};
}

error_body_of_content! {
    Box: |this| &**this;
    Option: |this| this.as_ref()?;
    // The first error of a list is the most general one.
    Vec: |this| this.first()?;
}
