//! Values that constructors reject, `Debug` output, and plain HTTP.

use std::fmt::Debug;

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{ApiKey, Basic, Bearer, CallOptions, Error, ErrorKind};

use super::{Build, CREDENTIALS};
use crate::transport::{builder_without_api, without_tls};

/// Checks the error of a constructor, whose secret contains `Zq41`.
#[track_caller]
fn is_config(result: Result<impl Debug, Error>, expected: &str) {
    let error = result.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Config, 0));
    assert!(error.endpoint().is_none() && !error.is_retryable());
    assert!(error.to_string().contains(expected), "expected `{expected}`: {error}");
    let shown = format!("{error} {error:?} {error:#?}");
    assert!(!shown.contains("Zq41"), "{shown}");
}

#[test]
fn constructors_reject_invalid_secrets_without_showing_them() {
    for empty in ["", " ", "\r\n\t"] {
        is_config(Bearer::new(empty), "the bearer token is empty");
        is_config(ApiKey::header("X-Api-Key", empty), "the API key is empty");
        is_config(ApiKey::query("api_key", empty), "the API key is empty");
    }
    for control in ["Zq41\n8", "Zq41\r\nX-Evil=1", "Zq41\08", "Zq41\u{7f}8", "Zq41\t8"] {
        is_config(Bearer::new(control), "the bearer token contains a character that is not allowed in a header");
        is_config(
            ApiKey::header("X-Api-Key", control),
            "the API key contains a character that is not allowed in a header",
        );
        is_config(Basic::new("ada", control), "contains a control character");
        is_config(Basic::new(control, "p4ssw0rd"), "contains a control character");
    }
    is_config(Basic::new("ada", "Zq41\u{85}8"), "contains a control character");
    for user in ["Zq41:", ":Zq41", "a:Zq41"] {
        is_config(Basic::new(user, "Zq41-password"), "the user name contains a colon");
    }
    for name in ["host", "Content-Length", "transfer-encoding", "Connection", "TE", "trailer", "Upgrade"] {
        let expected = format!("the header `{}` belongs to the connection", name.to_lowercase());
        is_config(ApiKey::header(name, "Zq41-secret"), &expected);
    }
    // Neither is the name, which is the key if the arguments are swapped.
    for name in ["", "X Key", "X-Key:", "X-Kéy", "a\n", "Zq41=secret=="] {
        is_config(ApiKey::header(name, "Zq41-secret"), "the first argument of `ApiKey::header` is not a header name");
    }
    is_config(ApiKey::query("", "Zq41-secret"), "has no name");
}

#[test]
fn debug_shows_no_credentials() {
    assert_eq!(format!("{:?}", Bearer::new("t-12345678").unwrap()), "Bearer(…)");
    assert_eq!(format!("{:?}", Basic::new("ada", "p4ssw0rd").unwrap()), "Basic(…)");
    assert_eq!(format!("{:?}", ApiKey::header("X-Api-Key", "k-12345678").unwrap()), "ApiKey(header `x-api-key`)");
    assert_eq!(format!("{:?}", ApiKey::query("api_key", "k-12345678").unwrap()), "ApiKey(query `api_key`)");
    for with in CREDENTIALS {
        let builder = || with(builder_without_api().base_url("https://host"));
        let client = builder().build().unwrap();
        for shown in
            [format!("{:#?}", builder()), format!("{client:#?}"), format!("{:#?}", client.with(CallOptions::new()))]
        {
            assert!(shown.contains("credentials: Some(\n"), "{shown}");
            for secret in ["12345678", "p4ssw0rd", "ada", "api_key", "x-api-key"] {
                assert!(!shown.contains(secret), "{secret}: {shown}");
            }
        }
    }
}

#[test]
fn credentials_over_plain_http_are_rejected() {
    let sensitive: Build = |builder| {
        let mut value = HeaderValue::from_static("Zq41-secret");
        value.set_sensitive(true);
        builder.default_header(HeaderName::from_static("x-team"), value)
    };
    for with in CREDENTIALS.into_iter().chain([sensitive]) {
        for url in
            ["http://api.example", "http://192.0.2.1:8080/v1", "http://[2001:db8::1]", "http://localhost.example"]
        {
            let error = with(builder_without_api().base_url(url)).build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config, "{url}");
            let expected = "the credentials would be sent over plain HTTP; write `https://`, or call `allow_http`";
            assert_eq!(error.to_string(), expected, "{url}");
            assert!(!format!("{error:?}").contains("Zq41"), "{error:?}");
            without_tls(with(builder_without_api().base_url(url)).allow_http()).build().unwrap();
        }
        for url in
            ["http://127.0.0.1", "http://127.8.8.8:80", "http://[::1]:8080", "http://LOCALHOST", "https://api.example"]
        {
            without_tls(with(builder_without_api().base_url(url))).build().unwrap();
        }
    }
}

#[test]
fn plain_http_without_credentials_is_allowed() {
    let ordinary: Build =
        |builder| builder.default_header(HeaderName::from_static("x-team"), HeaderValue::from_static("red"));
    for with in [|builder| builder, ordinary] {
        for url in ["http://api.example", "http://192.0.2.1:8080/v1", "http://[2001:db8::1]"] {
            let client = without_tls(with(builder_without_api().base_url(url))).build().unwrap();
            assert_eq!(client.base_url(), url);
        }
    }
}
