use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;
use shapes::ErrorEnvelope;

/// Calls the API.
pub struct Client {
    http: reqwest::Client,
    base_url: String,
    key: String,
}

/// The error of a call.
#[derive(Debug)]
pub enum Error {
    /// There is no complete response.
    Http(reqwest::Error),
    /// The server returned an error.
    Api { status: StatusCode, envelope: Option<ErrorEnvelope> },
    /// The body is not of the expected type.
    Decode(serde_json::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(_) => f.write_str("no response"),
            Self::Api { status, .. } => write!(f, "the server returned {status}"),
            Self::Decode(_) => f.write_str("the response cannot be read"),
        }
    }
}

impl std::error::Error for Error {}

/// All characters that are not unreserved (RFC 3986).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(crate) fn segment(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, SEGMENT)
}

pub fn client(base_url: &str) -> Client {
    let http = reqwest::Client::builder().timeout(Duration::from_secs(60)).build().unwrap();
    Client { http, base_url: base_url.to_owned(), key: "pivotal_test_K8s9vQ2mXw7b".to_owned() }
}

impl Client {
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base_url)).bearer_auth(&self.key)
    }

    pub(crate) async fn send<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, Error> {
        let body = self.receive(request).await?;
        serde_json::from_slice(&body).map_err(Error::Decode)
    }

    async fn receive(&self, request: RequestBuilder) -> Result<Bytes, Error> {
        let response = request.send().await.map_err(Error::Http)?;
        let status = response.status();
        let body = response.bytes().await.map_err(Error::Http)?;
        if status.is_success() {
            return Ok(body);
        }
        Err(Error::Api { status, envelope: serde_json::from_slice(&body).ok() })
    }
}
