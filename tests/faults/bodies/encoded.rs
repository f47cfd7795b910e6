//! Compressed bodies without the feature `compression`.

use pivotal_runtime::{Body, Bytes, Error, ErrorKind, Transport, endpoint};

use crate::support::server::outcome_of;

trait Api: Transport {
    #[endpoint(GET, "/item")]
    async fn number(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/item")]
    async fn optional(&self) -> Result<Option<u8>, Error>;

    #[endpoint(GET, "/item")]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/item")]
    async fn bytes(&self) -> Result<Bytes, Error>;

    #[endpoint(GET, "/item")]
    async fn body(&self) -> Result<Body, Error>;

    #[endpoint(PUT, "/item", response = ())]
    async fn put(&self);
}
impl<T: Transport> Api for T {}

const GZIP: (&str, &str) = ("Content-Encoding", "gzip");
const ADVICE: &str =
    "the body is encoded as `gzip`; enable the feature `compression` of `pivotal-runtime` to decode it";

#[track_caller]
fn check<R>(outcome: Result<R, Error>) {
    let error = outcome.err().unwrap();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
    assert_eq!(error.body(), Some(&b"\x1f\x8b\x08"[..]));
    let expected = format!("GET /item: returned 200 OK, but the body could not be read: {ADVICE}");
    assert!(error.to_string().starts_with(&expected), "{error}");
}

#[tokio::test]
async fn compressed_body_is_an_error_that_names_its_coding() {
    let body = b"\x1f\x8b\x08";
    check(outcome_of(200, &[GZIP], body, async |api| api.number().await).await);
    check(outcome_of(200, &[GZIP], body, async |api| api.optional().await).await);
    check(outcome_of(200, &[GZIP], body, async |api| api.text().await).await);
    check(outcome_of(200, &[GZIP], body, async |api| api.bytes().await).await);
    check(outcome_of(200, &[GZIP], body, async |api| api.body().await).await);
    let error = outcome_of(404, &[GZIP], body, async |api| api.text().await).await.unwrap_err();
    assert_eq!(error.to_string(), format!("GET /item: returned 404 Not Found ({ADVICE})"));
    assert!(outcome_of(404, &[GZIP], body, async |api| api.optional().await).await.unwrap().is_none());
}

#[tokio::test]
async fn body_that_is_not_read_can_be_compressed() {
    outcome_of(200, &[GZIP], b"\x1f\x8b\x08", async |api| api.put().await).await.unwrap();
    outcome_of(204, &[GZIP], "", async |api| api.put().await).await.unwrap();
    assert_eq!(outcome_of(200, &[GZIP], "", async |api| api.text().await).await.unwrap(), "");
    assert_eq!(
        outcome_of(200, &[("Content-Encoding", "identity")], "7", async |api| api.number().await).await.unwrap(),
        7
    );
}

/// It would be decoded by nobody.
#[tokio::test]
async fn compressed_bodies_are_not_requested() {
    use crate::support::server::{Server, client};

    let server = Server::responding_204();
    client(&server.url()).put().await.unwrap();
    assert!(server.request().headers("accept-encoding").is_empty());
}
