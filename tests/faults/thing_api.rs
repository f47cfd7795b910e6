//! The endpoints of the tests without sockets: a call for each kind of retry safety.

use pivotal_runtime::__private::RequestBuilder;
use pivotal_runtime::http::Method;
use pivotal_runtime::{Body, ClientBuilder, Endpoint, Error, Request, Response, Transport, endpoint};

use crate::support::fake::Fake;

pub(crate) trait Api: Transport {
    #[endpoint(GET, "/things/7")]
    async fn get(&self) -> Result<Response<u8>, Error>;

    #[endpoint(HEAD, "/things/7", response = String)]
    async fn head(&self) -> Result<Response<String>, Error>;

    #[endpoint(PUT, "/things/7", body = number)]
    async fn put(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(DELETE, "/things/7")]
    async fn delete(&self) -> Result<Response<u8>, Error>;

    #[endpoint(POST, "/things", body = number)]
    async fn post(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(POST, "/signup", body = number, auth = none)]
    async fn public_post(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(PATCH, "/things/7", body = number)]
    async fn patch(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(QUERY, "/things", body = number)]
    async fn query(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint("PURGE", "/things/7")]
    async fn purge(&self) -> Result<Response<u8>, Error>;

    #[endpoint("REPORT", "/things/7", body = number, idempotent)]
    async fn report(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/things/7/file")]
    async fn stream(&self) -> Result<Body, Error>;
}
impl<T: Transport> Api for T {}

/// Endpoints that are declared `idempotent`, as the macro expands them.
static SEARCH: Endpoint = Endpoint::new(Method::POST, "/search", "search").body("number").idempotent();
static IDEMPOTENT_PATCH: Endpoint = Endpoint::new(Method::PATCH, "/customers/7", "patch").body("number").idempotent();

async fn idempotent(api: &impl Api, endpoint: &'static Endpoint) -> Result<Response<u8>, Error> {
    RequestBuilder::new(endpoint).literal(endpoint.template()).json("number", &1).send(api).await
}

async fn undeclared(api: &impl Api, method: &str) -> Result<Response<u8>, Error> {
    Request::new(method.parse().unwrap(), "/things")?.call(api).await
}

/// A call of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Call {
    Get,
    Head,
    Put,
    Delete,
    /// A POST with a key of the client.
    KeyedPost,
    /// A POST with a key and without credentials.
    PublicPost,
    Search,
    /// A POST of a client without keys.
    KeylessPost,
    Patch,
    IdempotentPatch,
    Query,
    Purge,
    /// A method that `http` does not know, declared `idempotent`.
    Report,
    /// Requests without a declaration.
    UndeclaredGet,
    UndeclaredPost,
    UndeclaredPurge,
}

/// The columns of the decision table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Idempotent,
    Keyed,
    Unsafe,
}

impl Call {
    pub(crate) const ALL: [(Self, Column); 16] = [
        (Self::Get, Column::Idempotent),
        (Self::Head, Column::Idempotent),
        (Self::Put, Column::Idempotent),
        (Self::Delete, Column::Idempotent),
        (Self::Search, Column::Idempotent),
        (Self::IdempotentPatch, Column::Idempotent),
        (Self::KeyedPost, Column::Keyed),
        (Self::PublicPost, Column::Keyed),
        (Self::KeylessPost, Column::Unsafe),
        (Self::Patch, Column::Unsafe),
        (Self::Query, Column::Idempotent),
        (Self::Purge, Column::Unsafe),
        (Self::Report, Column::Idempotent),
        (Self::UndeclaredGet, Column::Idempotent),
        (Self::UndeclaredPost, Column::Keyed),
        (Self::UndeclaredPurge, Column::Unsafe),
    ];

    /// Returns a builder for the client of the call.
    pub(crate) fn builder(self, fake: &Fake) -> ClientBuilder {
        fake.builder().idempotency_keys(self != Self::KeylessPost)
    }

    /// Returns the number of attempts of a success.
    pub(crate) async fn on(self, api: &impl Api) -> Result<u32, Error> {
        let response = match self {
            Self::Get => api.get().await,
            Self::Head => return api.head().await.map(|response| response.attempts()),
            Self::Put => api.put(1).await,
            Self::Delete => api.delete().await,
            Self::KeyedPost | Self::KeylessPost => api.post(1).await,
            Self::Search => idempotent(api, &SEARCH).await,
            Self::PublicPost => api.public_post(1).await,
            Self::Patch => api.patch(1).await,
            Self::IdempotentPatch => idempotent(api, &IDEMPOTENT_PATCH).await,
            Self::Query => api.query(1).await,
            Self::Purge => api.purge().await,
            Self::Report => api.report(1).await,
            Self::UndeclaredGet => undeclared(api, "GET").await,
            Self::UndeclaredPost => undeclared(api, "POST").await,
            Self::UndeclaredPurge => undeclared(api, "PURGE").await,
        };
        response.map(|response| response.attempts())
    }
}
