//! The types that the bodies of errors are read into.

use std::any::Any;
use std::sync::OnceLock;

use bytes::Bytes;
use http::HeaderMap;
use serde::de::DeserializeOwned;

use super::answered::Answered;
use super::repaired::repaired;
use crate::read;

/// A type that the body of an error is read into: of an API ([`Api::error`](crate::Api::error)), or of an endpoint
/// (`error = Type`).
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
/// A body is read as JSON, into a `String` as text and into [`Bytes`] as it is.
/// [`ProblemDetails`](crate::ProblemDetails) is the type for RFC 9457.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `ErrorBody`",
    label = "not the type of an error body",
    note = "derive `serde::Deserialize` for `{Self}` and add `impl pivotal_runtime::ErrorBody for {Self} {{}}`; wrap a type of another crate"
)]
pub trait ErrorBody: DeserializeOwned + Send + Sync + 'static {
    /// The text for people that the server wrote.
    fn message(&self) -> Option<&str> {
        None
    }

    /// The code for programs that the server wrote.
    fn code(&self) -> Option<&str> {
        None
    }
}

impl ErrorBody for () {}

impl ErrorBody for Bytes {}

impl ErrorBody for serde_json::Value {}

/// The text is the message.
impl ErrorBody for String {
    fn message(&self) -> Option<&str> {
        Some(self.trim()).filter(|text| !text.is_empty())
    }
}

macro_rules! of_one {
    ($($container:ident: |$this:ident| $one:expr;)*) => {$(
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

of_one! {
    Box: |this| &**this;
    Option: |this| this.as_ref()?;
    // The first says what the others say in detail.
    Vec: |this| this.first()?;
}

/// An [`ErrorBody`] of any type.
pub(crate) trait AnyErrorBody: Any + Send + Sync {
    fn message(&self) -> Option<&str>;
    fn code(&self) -> Option<&str>;
}

impl<T: ErrorBody> AnyErrorBody for T {
    fn message(&self) -> Option<&str> {
        ErrorBody::message(self)
    }

    fn code(&self) -> Option<&str> {
        ErrorBody::code(self)
    }
}

pub(crate) type Detail = Box<dyn AnyErrorBody>;

/// Reads the body of an error; `None` if it is something else.
pub(crate) type ReadDetail = fn(&[u8], &HeaderMap) -> Option<Detail>;

pub(crate) fn read_detail<T: ErrorBody>(body: &[u8], headers: &HeaderMap) -> Option<Detail> {
    let read = match read::bytes::<T>(body, headers) {
        Some(value) => value,
        None => read::bytes::<T>(repaired(body).as_bytes(), headers)?,
    };
    Some(Box::new(read))
}

/// The body of an error, which is read when it is first wanted: many errors are told by their status alone.
#[derive(Default)]
pub(super) struct LazyDetail {
    read: Option<ReadDetail>,
    value: OnceLock<Option<Detail>>,
}

impl LazyDetail {
    pub(super) fn read_by(read: Option<ReadDetail>) -> Self {
        Self { read, value: OnceLock::new() }
    }

    /// A detail from the user's code, in place of a body.
    pub(super) fn given(detail: Detail) -> Self {
        Self { read: None, value: OnceLock::from(Some(detail)) }
    }

    pub(super) fn get(&self, answered: Option<&Answered>) -> Option<&dyn AnyErrorBody> {
        let read = || self.read.zip(answered).and_then(|(read, answered)| read(&answered.body, &answered.headers));
        self.value.get_or_init(read).as_deref()
    }
}

/// The code and the message of an error that the user's code makes.
pub(super) struct GivenDetail {
    pub(super) code: Option<String>,
    pub(super) message: String,
}

impl AnyErrorBody for GivenDetail {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }

    fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}
