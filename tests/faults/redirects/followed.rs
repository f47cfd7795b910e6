//! Redirects that a client follows.

use pivotal_runtime::http::header::IF_MATCH;
use pivotal_runtime::http::{HeaderName, HeaderValue, Method};
use pivotal_runtime::{
    Bearer, Body, Bytes, CallOptions, Client, ClientBuilder, Delivery, Error, ErrorKind, Transport, endpoint,
};

use super::STATUSES;
use crate::support::fake::reply::{Reply, connection_lost, connection_refused, ok, status};
use crate::support::fake::{Fake, Sent, run_paused};
use crate::support::server::Server;
use crate::support::{SEVEN, seconds};
use crate::transport::builder;

pub(super) const TOKEN: &str = "t-0123456789abcdef";

pub(super) trait Files: Transport {
    #[endpoint(GET, "/file?<part>", header("If-Match") = etag, header("X-Api-Key") = key)]
    async fn get(&self, part: u8, etag: &str, key: &str) -> Result<String, Error>;

    #[endpoint(GET, "/file", header("X-Auth") = auth)]
    async fn authorized(&self, auth: &str) -> Result<String, Error>;

    #[endpoint(GET, "<url>")]
    async fn follow(&self, url: &str) -> Result<String, Error>;

    #[endpoint(HEAD, "/file")]
    async fn head(&self) -> Result<(), Error>;

    #[endpoint(DELETE, "/file")]
    async fn delete(&self) -> Result<(), Error>;

    #[endpoint(POST, "/file", body = text, header("Content-Language") = "en")]
    async fn post(&self, text: &str) -> Result<String, Error>;

    #[endpoint(PUT, "/file", body = text)]
    async fn put(&self, text: &str) -> Result<String, Error>;

    #[endpoint(PUT, "/file", stream = content)]
    async fn upload(&self, content: Body) -> Result<String, Error>;

    #[endpoint(GET, "/file", success = 302)]
    async fn location(&self) -> Result<(), Error>;
}
impl<T: Transport> Files for T {}

pub(super) fn redirect(code: u16, location: &str) -> Reply {
    status(code).header("location", location)
}

/// Redirects the first request, and responds to the second.
pub(super) fn redirecting(code: u16, location: &'static str) -> Fake {
    Fake::script([redirect(code, location), ok()])
}

pub(super) fn following(fake: &Fake) -> ClientBuilder {
    fake.plain().max_redirects(5).wait_for_rate_limit(false)
}

/// Returns method, URL and body of the last request.
fn last(fake: &Fake) -> (Method, String, String) {
    let Sent { method, uri, body, .. } = fake.sent().pop().unwrap();
    (method, uri.to_string(), String::from_utf8(body).unwrap())
}

#[tokio::test]
async fn method_and_body_follow_rfc_9110() {
    for code in STATUSES {
        for name in ["GET", "HEAD", "DELETE", "PUT", "POST"] {
            let fake = redirecting(code, "/moved");
            let client = following(&fake).build().unwrap();
            match name {
                "GET" => client.get(1, "e", "k").await.map(|_| ()),
                "HEAD" => client.head().await,
                "DELETE" => client.delete().await,
                "PUT" => client.put("text").await.map(|_| ()),
                _ => client.post("text").await.map(|_| ()),
            }
            .unwrap();
            let becomes_get = match code {
                303 => name != "HEAD",
                301 | 302 => name == "POST",
                _ => false,
            };
            let expected = if becomes_get { "GET" } else { name };
            let body = if matches!(expected, "PUT" | "POST") { "\"text\"" } else { "" };
            let expected = (expected.parse().unwrap(), "https://api.invalid/moved".to_owned(), body.to_owned());
            assert_eq!(last(&fake), expected, "{code} after {name}");
            let sent = fake.sent().pop().unwrap();
            let describes_body = ["content-type", "content-language", "content-length"]
                .iter()
                .any(|header| sent.headers.contains_key(*header));
            assert_eq!(describes_body, matches!(expected.0, Method::PUT | Method::POST), "{code} after {name}");
        }
    }
}

#[tokio::test]
async fn location_is_resolved_against_the_requested_url() {
    let cases = [
        ("/moved?x=%2F", "https://api.invalid/moved?x=%2F"),
        ("moved", "https://api.invalid/v1/moved"),
        ("?part=2", "https://api.invalid/v1/file?part=2"),
        ("//cdn.invalid/a%20b#top", "https://cdn.invalid/a%20b"),
        ("https://cdn.invalid:8443/", "https://cdn.invalid:8443/"),
    ];
    for (location, expected) in cases {
        let fake = redirecting(307, location);
        following(&fake).base_url("https://api.invalid/v1").build().unwrap().get(1, "e", "k").await.unwrap();
        assert_eq!(last(&fake).1, expected, "{location}");
    }
}

#[tokio::test]
async fn each_redirect_is_relative_to_the_one_before() {
    let replies = [redirect(302, "https://cdn.invalid/a/b"), redirect(302, "c"), redirect(307, "/d"), ok()];
    let fake = Fake::script(replies);
    following(&fake).build().unwrap().get(1, "e", "k").await.unwrap();
    let urls: Vec<_> = fake.sent().iter().skip(1).map(|sent| sent.uri.to_string()).collect();
    assert_eq!(urls, ["https://cdn.invalid/a/b", "https://cdn.invalid/a/c", "https://cdn.invalid/d"]);
}

#[tokio::test]
async fn number_of_redirects_is_limited() {
    for max in [1, 2, 10] {
        let fake = Fake::new(|_| redirect(302, "/again"));
        let client = following(&fake).max_redirects(max).build().unwrap();
        let error = client.get(1, "e", "k").await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
        assert!(
            error.to_string().ends_with("(`max_redirects`) is reached; raise it, or check for a redirect loop"),
            "{error}"
        );
        assert_eq!(fake.count(), 1 + max as usize);
    }
}

#[tokio::test]
async fn streamed_body_is_never_sent_again() {
    for code in STATUSES {
        let fake = redirecting(code, "/moved");
        let content = Body::from_stream(futures_util::stream::iter([Ok(Bytes::from("text"))]), None);
        let error = following(&fake).build().unwrap().upload(content).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect, "{code}");
        assert!(error.to_string().ends_with("a stream, which can be sent only once; send bytes instead"), "{error}");
        assert_eq!(fake.count(), 1);
    }
}

#[tokio::test]
async fn declared_status_is_not_followed() {
    let fake = redirecting(302, "/moved");
    following(&fake).build().unwrap().location().await.unwrap();
    assert_eq!(fake.count(), 1);
}

#[tokio::test]
async fn location_that_cannot_be_requested_is_an_error() {
    for location in
        ["ftp://h/a", "https://user:s3cr3t@cdn.invalid/", "https://h:x/", "mailto:a@b", "http://cdn.invalid/"]
    {
        let fake = redirecting(302, location);
        let error = following(&fake).build().unwrap().get(1, "e", "k").await.unwrap_err();
        assert_eq!((error.kind(), fake.count()), (ErrorKind::Redirect, 1), "{location}");
        assert!(!error.to_string().contains("s3cr3t"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_a_redirect_repeats_the_redirected_request() {
    let fake = Fake::script([redirect(302, "/moved"), connection_lost(), status(503), ok()]);
    let client = following(&fake).build().unwrap();
    client.get(1, "e", "k").await.unwrap();
    let paths: Vec<_> = fake.sent().iter().map(|sent| sent.path.clone()).collect();
    assert_eq!(paths, ["/file?part=1", "/moved", "/moved", "/moved"]);
}

#[test]
fn redirects_share_the_timeout_of_the_call() {
    run_paused(async {
        let fake = Fake::new(|_| redirect(302, "/again").after(seconds(4)));
        let client = following(&fake).max_redirects(100).timeout(seconds(10)).build().unwrap();
        let error = client.get(1, "e", "k").await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Some(Delivery::Unknown)));
        assert_eq!((fake.count(), fake.elapsed()), (3, seconds(10)));
    });
}

#[tokio::test]
async fn redirect_between_servers_is_followed_on_the_wire() {
    let target = Server::responding(SEVEN);
    let location = target.url();
    let server = Server::responding_with(move |_| {
        format!("HTTP/1.1 303 X\r\nLocation: {location}/seven\r\nContent-Length: 5\r\n\r\nmoved")
    });
    let client: Client =
        builder().base_url(server.url()).credentials(Bearer::new(TOKEN).unwrap()).max_redirects(1).build().unwrap();
    assert_eq!(client.post("text").await.unwrap(), "7");
    assert_eq!(server.request().header("authorization"), Some(&*format!("Bearer {TOKEN}")));
    let request = target.request();
    assert_eq!(
        (request.target(), request.header("authorization"), request.header("content-length")),
        ("/seven", None, None)
    );
}

#[tokio::test]
async fn downgrade_to_plain_http_on_this_machine_is_not_followed() {
    let fake = redirecting(302, "http://127.0.0.1:9/admin");
    let error = following(&fake).build().unwrap().delete().await.unwrap_err();
    assert!(error.to_string().contains("it leads from HTTPS to plain HTTP"), "{error}");
    assert_eq!(fake.count(), 1);
}

/// The work was done, or may have been, whatever happens after the redirect.
#[tokio::test(start_paused = true)]
async fn call_that_fails_after_a_redirect_was_delivered() {
    let fake = Fake::script([redirect(303, "/orders/1"), connection_refused()]);
    let error = following(&fake).max_attempts(1).build().unwrap().post("text").await.unwrap_err();
    assert_eq!((error.kind(), error.delivery(), error.attempts()), (ErrorKind::Connect, Some(Delivery::Unknown), 1));

    let fake = Fake::script([redirect(303, "/orders/1").after(seconds(9)), ok().after(seconds(9))]);
    let error = following(&fake).timeout(seconds(10)).build().unwrap().post("text").await.unwrap_err();
    assert_eq!((error.kind(), error.delivery(), error.attempts()), (ErrorKind::Timeout, Some(Delivery::Unknown), 1));

    // Not the response of the attempt before the redirect.
    let replies = [status(503), redirect(303, "/orders/1"), status(503), status(503)];
    let fake = Fake::script(replies.into_iter().map(|reply| reply.after(seconds(4))));
    let client = following(&fake).timeout(seconds(10)).build().unwrap();
    let error = client.put("text").await.unwrap_err();
    assert_ne!(error.status().map(|status| status.as_u16()), Some(303), "{error}");
    assert_eq!(error.delivery(), Some(Delivery::Unknown), "{error}");
}

#[tokio::test]
async fn idempotency_key_and_headers_of_the_body_end_with_the_body() {
    let options = || {
        let digest = HeaderValue::from_static("sha-256=:AA==:");
        let etag = HeaderValue::from_static("\"1\"");
        let options = CallOptions::new().idempotency_key("k-1");
        options.header(HeaderName::from_static("content-digest"), digest).header(IF_MATCH, etag)
    };
    for (code, is_kept) in [(303, false), (307, true)] {
        let fake = redirecting(code, "/moved");
        following(&fake).build().unwrap().with(options()).post("text").await.unwrap();
        let sent = fake.sent().pop().unwrap();
        assert_eq!(sent.header("idempotency-key"), is_kept.then_some("k-1"), "{code}");
        assert_eq!(sent.header("content-digest").is_some(), is_kept, "{code}");
        assert_eq!(sent.header("if-match").is_some(), is_kept, "{code}");
    }
}

#[test]
fn rate_limit_of_another_origin_does_not_concern_the_api() {
    run_paused(async {
        for (url, waited) in [("https://cdn.invalid/", 0), ("https://api.invalid/", 5)] {
            let fake = Fake::new(|sent| {
                let remaining = if sent.number == 0 { "0" } else { "9" };
                ok().header("x-ratelimit-remaining", remaining).header("x-ratelimit-reset", "5")
            });
            let client = fake.plain().build().unwrap();
            client.follow(url).await.unwrap();
            client.delete().await.unwrap();
            assert_eq!(fake.elapsed().as_secs(), waited, "{url}");
        }
    });
}
