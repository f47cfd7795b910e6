//! The base URL, the user agent, and the required runtime.

use std::time::Duration;

use futures_util::FutureExt;
use pivotal_api::PivotalKey;
use pivotal_runtime::{Client, ErrorKind};

use super::{Api, SEVEN};
use crate::support::KEY;
use crate::support::server::{Server, client};
use crate::transport::builder;

#[test]
fn invalid_base_url_is_rejected() {
    let cases = [
        ("", "is not a URL"),
        ("my.pivotal.app", "is not a URL"),
        ("/api/v1", "is not a URL"),
        ("http://", "is not a URL"),
        ("http://host:99999", "is not a URL"),
        ("ftp://host", "must start with `https://` or `http://`"),
        ("file:///etc/passwd", "must start with `https://` or `http://`"),
        ("localhost:8080", "must start with `https://` or `http://`"),
        ("https://user@host", "user name or password"),
        ("https://:Zq41@host", "user name or password"),
        ("https://host?Zq41", "query or a fragment"),
        ("https://host/p#Zq41", "query or a fragment"),
    ];
    for (url, expected) in cases {
        let error = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(expected), "{url}: {error}");
        assert!(!format!("{error:?}").contains("Zq41"), "{error:?}");
    }
}

#[test]
fn connect_timeout_beside_an_own_http_client_is_rejected() {
    let builder = || Client::builder().base_url("https://host").connect_timeout(Duration::from_secs(1));
    builder().build().unwrap();
    let error = builder().http_client(reqwest::Client::new()).build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(
        error.to_string(),
        "`connect_timeout` is a setting of the HTTP client; set it there, and remove it here"
    );
}

#[test]
fn base_url_has_no_trailing_slash() {
    let cases = [
        ("https://host", "https://host"),
        ("https://host/", "https://host"),
        (" HTTPS://Host:443/p/ ", "https://host/p"),
        ("http://127.0.0.1:8080/api/v1", "http://127.0.0.1:8080/api/v1"),
        ("http://[::1]:80", "http://[::1]"),
    ];
    for (url, shown) in cases {
        assert_eq!(client(url).base_url(), shown);
    }
    assert_eq!(builder().build().unwrap().base_url(), "https://my.pivotal.app");
}

#[tokio::test]
async fn user_agent_is_the_runtime_by_default() {
    let server = Server::responding(SEVEN);
    server.client().private().await.unwrap();
    let request = server.request();
    let version = request.headers("user-agent")[0].strip_prefix("pivotal-runtime/").unwrap();
    assert!(version.starts_with(|digit: char| digit.is_ascii_digit()), "{version}");
    let own = builder()
        .credentials(PivotalKey::new(KEY).unwrap())
        .base_url(server.url())
        .user_agent("mine/1 (me@example.com)")
        .build();
    own.unwrap().private().await.unwrap();
    assert_eq!(server.request().headers("user-agent"), ["mine/1 (me@example.com)"]);
}

#[test]
fn invalid_user_agent_is_rejected() {
    for agent in ["mine\r\nX-Evil: 1", "mine\n", "\0"] {
        let error = builder().user_agent(agent).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains("user agent"), "{error}");
    }
}

#[test]
fn first_invalid_setting_is_reported() {
    let error = builder().user_agent("\n").base_url("ftp://h").build().unwrap_err();
    assert!(error.to_string().contains("base URL"), "{error}");
    let error = builder().user_agent("\n").base_url("ftp://h").base_url("https://h").build().unwrap_err();
    assert!(error.to_string().contains("user agent"), "the last base URL counts: {error}");
}

#[test]
fn call_outside_a_tokio_runtime_is_an_error() {
    let error = client("http://127.0.0.1:1").private().now_or_never().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Config, 0));
    assert!(error.to_string().contains("needs a tokio runtime"), "{error}");
}
