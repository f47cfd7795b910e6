//! The operations of `Errors`.

use pivotal_runtime::{Error, ErrorBody, endpoints};
use serde::{Deserialize, Serialize};

use super::ERRORS;

#[endpoints(api = ERRORS)]
pub trait Errors {
    /// # Errors
    ///
    /// - 400: A problem.
    #[endpoint(GET, "/a")]
    async fn a(&self) -> Result<(), Error>;

    /// # Errors
    ///
    /// - 404: A problem.
    /// - 422: Invalid.
    #[endpoint(GET, "/b", error(422) = Invalid)]
    async fn b(&self) -> Result<(), Error>;

    #[endpoint(GET, "/c", error = Rfc9457)]
    async fn c(&self) -> Result<(), Error>;

    /// # Errors
    ///
    /// - 4XX: Range.
    /// - 5XX: A problem.
    #[endpoint(GET, "/d", error = Invalid)]
    async fn d(&self) -> Result<(), Error>;

    /// # Errors
    ///
    /// - 400: Text.
    #[endpoint(GET, "/e")]
    async fn e(&self) -> Result<(), Error>;

    /// # Errors
    ///
    /// - 400: A JSON text.
    /// - 401: A list.
    /// - 402: A map.
    /// - 403: Any.
    /// - 409: Null.
    #[endpoint(
        GET,
        "/f",
        error(400) = String,
        error(401) = Vec<Invalid>,
        error(409) = Invalid
    )]
    async fn f(&self) -> Result<(), Error>;

    /// # Errors
    ///
    /// - 400: A union.
    /// - 500: An enum.
    #[endpoint(GET, "/g", error(400) = GError, error(500) = GError2)]
    async fn g(&self) -> Result<(), Error>;

    /// # Errors
    ///
    /// - 400: Deep.
    /// - 404: Optional.
    #[endpoint(GET, "/h", error(400) = Deep, error(404) = Optional)]
    async fn h(&self) -> Result<(), Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Invalid {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<String>>,
}

impl ErrorBody for Invalid {
    fn message(&self) -> Option<&str> {
        self.detail.as_deref()
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rfc9457 {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl ErrorBody for Rfc9457 {
    fn message(&self) -> Option<&str> {
        self.detail.as_deref()
    }
    fn code(&self) -> Option<&str> {
        self.r#type.as_deref()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum GError {
    Rfc9457(Rfc9457),
    Invalid(Invalid),
}

impl ErrorBody for GError {
    fn message(&self) -> Option<&str> {
        match self {
            Self::Rfc9457(error) => ErrorBody::message(error),
            Self::Invalid(error) => ErrorBody::message(error),
        }
    }
    fn code(&self) -> Option<&str> {
        match self {
            Self::Rfc9457(error) => ErrorBody::code(error),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GError2 {
    Broken,
    Busy,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

impl ErrorBody for GError2 {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Deep {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Inner>,
}

impl ErrorBody for Deep {
    fn message(&self) -> Option<&str> {
        ErrorBody::message(self.error.as_ref()?)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inner {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    pub code: i64,
}

impl ErrorBody for Inner {
    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Optional {
    pub message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

impl ErrorBody for Optional {
    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
    fn code(&self) -> Option<&str> {
        self.r#type.as_deref()
    }
}
