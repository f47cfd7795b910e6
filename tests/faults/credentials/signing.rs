//! Credentials that depend on the request.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{
    ApiKey, Applied, Attempt, Body, CallOptions, Credentials, Error, ErrorKind, ProblemDetails, Response, Transport,
    endpoint,
};

use crate::support::fake::reply::{ok, status};
use crate::support::fake::{Fake, Sent};

pub(super) trait Reports: Transport {
    #[endpoint(PUT, "/reports/<id>?<tag>", body = number, header("X-Tenant") = tenant, error = ProblemDetails)]
    async fn write(&self, id: &str, tag: &str, tenant: &str, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/reports", error = ProblemDetails)]
    async fn read(&self) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/reports", auth = none, error = ProblemDetails)]
    async fn read_publicly(&self) -> Result<Response<u8>, Error>;

    #[endpoint(PUT, "/reports", stream = body, error = ProblemDetails)]
    async fn upload(&self, body: Body) -> Result<Response<u8>, Error>;
}
impl<T: Transport> Reports for T {}

const SIGNATURE: HeaderName = HeaderName::from_static("x-signature");

/// Returns the signature of a request.
fn signed(method: &str, host: &str, path: &str, tenant: Option<&str>, body: Option<&[u8]>) -> String {
    let body = body.map(|body| String::from_utf8_lossy(body));
    STANDARD.encode(format!("{method} {host} {path} {tenant:?} {body:?}"))
}

/// Credentials that sign each attempt, and record the signatures.
#[derive(Clone, Default)]
struct Signing(Arc<Mutex<Vec<String>>>);

impl Credentials for Signing {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        let tenant = attempt.headers().get("x-tenant").map(|tenant| tenant.to_str().unwrap());
        let (method, host, path) = (attempt.method().as_str(), attempt.host(), attempt.path_and_query());
        let signature = signed(method, host, path, tenant, attempt.body().map(|body| &body[..]));
        attempt.set_header(SIGNATURE, HeaderValue::try_from(&signature).unwrap());
        let mut all = self.0.lock().unwrap();
        all.push(signature);
        // A pair that is not signed.
        attempt.set_query("attempt", &all.len().to_string());
        Ok(Applied::Done)
    }
}

/// Checks the signature of a request.
fn assert_signed(sent: &Sent, body: Option<&[u8]>) {
    let (path, _) = sent.path.rsplit_once(['?', '&']).unwrap();
    let signature = signed(sent.method.as_str(), sent.host(), path, sent.header("x-tenant"), body);
    assert_eq!(sent.header("x-signature"), Some(&*signature), "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn each_attempt_is_signed_as_it_is_sent() {
    let signing = Signing::default();
    let fake = Fake::script([status(503), status(503), ok()]);
    let builder = fake.plain().base_url("https://api.invalid:8443/base/v1").credentials(signing.clone());
    let response = builder.build().unwrap().write("a/b", "c&d", "t", 7).await.unwrap();
    assert_eq!((response.attempts(), signing.0.lock().unwrap().len()), (3, 3));
    for (number, sent) in fake.sent().iter().enumerate() {
        assert_eq!(sent.path, format!("/base/v1/reports/a%2Fb?tag=c%26d&attempt={}", number + 1));
        assert_eq!((sent.method.as_str(), sent.host()), ("PUT", "api.invalid:8443"));
        assert_eq!((sent.header("x-tenant"), sent.body.as_slice()), (Some("t"), &b"7"[..]));
        assert_signed(sent, Some(b"7"));
    }
}

#[tokio::test(start_paused = true)]
async fn missing_body_is_empty_and_streamed_body_is_not_available() {
    let fake = Fake::new(|_| ok());
    let client = fake.plain().credentials(Signing::default()).build().unwrap();
    client.read().await.unwrap();
    let stream = futures_util::stream::iter([Ok(bytes::Bytes::from_static(b"piece"))]);
    client.upload(Body::from_stream(stream, None)).await.unwrap();
    let sent = fake.sent();
    assert_signed(&sent[0], Some(b""));
    assert_signed(&sent[1], None);
    assert_eq!(sent[1].body, b"piece");
}

#[tokio::test(start_paused = true)]
async fn signature_covers_headers_of_the_client_and_of_the_call() {
    let fake = Fake::new(|_| ok());
    let tenant = || HeaderName::from_static("x-tenant");
    let builder = fake.plain().credentials(Signing::default());
    let client = builder.default_header(tenant(), HeaderValue::from_static("client")).build().unwrap();
    client.read().await.unwrap();
    client.with(CallOptions::new().header(tenant(), HeaderValue::from_static("call"))).read().await.unwrap();
    let sent = fake.sent();
    assert_eq!([sent[0].header("x-tenant"), sent[1].header("x-tenant")], [Some("client"), Some("call")]);
    for sent in &sent {
        assert_signed(sent, Some(b""));
    }
}

#[tokio::test(start_paused = true)]
async fn call_without_credentials_is_not_signed() {
    let signing = Signing::default();
    let fake = Fake::script([ok()]);
    fake.plain().credentials(signing.clone()).build().unwrap().read_publicly().await.unwrap();
    assert_eq!((fake.sent()[0].path.as_str(), fake.sent()[0].header("x-signature")), ("/reports", None));
    assert!(signing.0.lock().unwrap().is_empty());
}

/// Credentials that fail after this number of attempts.
struct Failing(AtomicU32, MakeError);

type MakeError = fn() -> Error;

impl Credentials for Failing {
    fn apply(&self, _: &mut Attempt<'_>) -> Result<Applied, Error> {
        let left = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        left.map(|_| Applied::Done).map_err(|_| (self.1)())
    }
}

#[tokio::test(start_paused = true)]
async fn error_of_credentials_is_the_error_of_the_call_and_nothing_is_sent() {
    // Errors of kinds that are retried when a request fails.
    let errors: [(MakeError, ErrorKind, &str); 4] = [
        (|| Error::config("the signing key cannot be read"), ErrorKind::Config, "the signing key cannot be read"),
        (|| Error::connect("the key store is down"), ErrorKind::Connect, "no connection to the server"),
        (
            || Error::transport("the key store is down"),
            ErrorKind::Transport,
            "connection lost before the response was complete",
        ),
        (|| Error::timeout("the key store is slow"), ErrorKind::Timeout, "timed out"),
    ];
    for (make, kind, message) in errors {
        for before in [0, 1] {
            let fake = Fake::new(|_| status(503));
            let credentials = Failing(AtomicU32::new(before), make);
            let error = fake.plain().credentials(credentials).build().unwrap().read().await.unwrap_err();
            assert_eq!((error.kind(), error.attempts(), fake.count()), (kind, before, before as usize), "{error:?}");
            assert_eq!(error.to_string(), format!("GET /reports: {message}"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn key_in_the_query_is_sent_once_with_each_attempt() {
    let fake = Fake::script([status(503), status(503), ok(), ok()]);
    let key = ApiKey::query("api&key", "k3y-1234/5&6").unwrap();
    let client = fake.plain().credentials(key).build().unwrap();
    client.read().await.unwrap();
    client.write("7", "a", "t", 7).await.unwrap();
    let paths: Vec<_> = fake.sent().into_iter().map(|sent| sent.path).collect();
    let expected = "/reports?api%26key=k3y-1234%2F5%266";
    assert_eq!(paths[..3], [expected; 3]);
    assert_eq!(paths[3], "/reports/7?tag=a&api%26key=k3y-1234%2F5%266");
}
