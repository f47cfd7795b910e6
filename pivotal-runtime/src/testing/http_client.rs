//! The fake as an HTTP client.

use std::fmt;
use std::sync::Arc;

use super::RecordedCall;
use super::called::Called;
use super::recorded::Head;
use super::state::Shared;
use crate::request::undeclared_endpoint;
use crate::response::ResponseSpec;
use crate::{Body, Error, HttpClient};

/// A [`Fake`](super::Fake) as an [`HttpClient`], for a [`Client`](crate::Client).
///
/// [`Fake::http_client`](super::Fake::http_client) returns it. A clone is the same fake.
#[derive(Clone)]
pub struct FakeHttpClient {
    pub(super) shared: Arc<Shared>,
}

impl HttpClient for FakeHttpClient {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let (mut parts, body) = request.into_parts();
        let body = body.collect().await?;
        let called = parts.extensions.remove::<Called>().unwrap_or_else(|| undeclared(&parts));
        let head = Head { method: parts.method, url: parts.uri.to_string(), headers: parts.headers };
        let call = RecordedCall::new(&called, head, body, self.shared.elapsed());
        self.shared.plan(&called, parts.extensions.get().copied(), call).execute(true).await
    }
}

/// Returns the call of a request that no client sent.
fn undeclared(parts: &http::request::Parts) -> Called {
    let endpoint = parts.extensions.get().copied().unwrap_or_else(|| undeclared_endpoint(&parts.method));
    Called {
        spec: ResponseSpec::new(endpoint),
        method: parts.method.clone(),
        path_and_query: parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
        url: None,
        headers: parts.headers.clone(),
        body: None,
    }
}

impl fmt::Debug for FakeHttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeHttpClient").finish_non_exhaustive()
    }
}
