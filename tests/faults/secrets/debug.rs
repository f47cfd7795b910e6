//! `Debug` output of clients, options and requests.

use pivotal_api::PivotalKey;
use pivotal_runtime::{Body, Error, Request, Transport, http};

use super::{KEY, SECRET, debug_hides_secret, fake_client, open, options, secret_header};
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::transport::builder;

#[tokio::test]
async fn client_and_options_show_no_secret() {
    let fake = Fake::new(|_| ok());
    let (name, value) = secret_header();
    let builder = fake_client(&fake).default_header(name, value);
    debug_hides_secret(&builder);
    let client = builder.build().unwrap();
    debug_hides_secret(&client);
    debug_hides_secret(&options());
    debug_hides_secret(&client.with(options()));
    for shown in [format!("{client:?}"), format!("{:?}", client.with(options()))] {
        assert!(shown.contains("credentials: Some(…)") && shown.contains("x-secret"), "{shown}");
    }
    assert_eq!(format!("{:?}", PivotalKey::new(KEY).unwrap()), "PivotalKey(pivotal_test_logs…)");
    open(&client.with(options())).await.unwrap();
    let sent = fake.sent();
    let headers = &sent[0].headers;
    assert_eq!(headers["authorization"], format!("Bearer {KEY}"));
    // `Debug` of the headers, which layers and other HTTP clients log, shows neither the key nor a parameter.
    assert!(headers["authorization"].is_sensitive());
    assert!(headers["x-header"].is_sensitive());
    debug_hides_secret(&headers["authorization"]);
}

#[test]
fn client_does_not_show_its_http_client() {
    let proxy = reqwest::Proxy::all(format!("http://user:{SECRET}@proxy.example")).unwrap();
    let (name, value) = secret_header();
    let headers = http::HeaderMap::from_iter([(name, value)]);
    let http = reqwest::Client::builder().proxy(proxy).default_headers(headers).build().unwrap();
    assert!(format!("{http:?}").contains(SECRET), "reqwest shows the secret");
    debug_hides_secret(&builder().http_client(http).build().unwrap());
}

/// A transport that checks `Debug` of its requests.
struct DebugCheck;

impl Transport for DebugCheck {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        assert!(request.path_and_query().contains(SECRET));
        debug_hides_secret(&request);
        debug_hides_secret(request.headers());
        debug_hides_secret(&request.body());
        Ok(http::Response::new(Body::from("7")))
    }
}

#[tokio::test]
async fn request_shows_no_secret() {
    assert_eq!(open(&DebugCheck).await.unwrap(), 7);
}
