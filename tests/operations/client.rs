//! Clients from a key, and from the environment. Over reqwest only, since `pivotal_api` builds them.
//!
//! Cases of the environment run in processes of their own, since all threads share it.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

use pivotal_api::{CustomerCreate, Customers, Error, ErrorKind, Meta, PivotalKey};
use serde_json::json;

use crate::support::{KEY, Sent, Server};

#[tokio::test]
async fn key_is_the_bearer_token_without_white_space() {
    let server = Server::returning(200, "get-me").await;
    for key in [KEY.to_owned(), format!("{KEY}\n"), format!(" {KEY}"), format!("\t{KEY}\r\n")] {
        let client = pivotal_api::builder(key).unwrap().base_url(server.url()).build().unwrap();
        client.get_me().await.unwrap();
    }
    assert_eq!(server.received(), [(); 4].map(|()| Sent::get("/api/v1/me")));
}

#[tokio::test]
async fn post_has_an_idempotency_key_and_health_no_credentials() {
    let server = Server::returning(201, "create-customer").await;
    let client = pivotal_api::builder(KEY).unwrap().base_url(server.url()).build().unwrap();
    client.create_customer(&CustomerCreate::new("Juniper Freight")).await.unwrap();
    client.get_health().await.unwrap_err();
    let sent = [
        Sent::post("/api/v1/customers", json!({ "name": "Juniper Freight" })),
        Sent::get("/api/v1/health").without_key(),
    ];
    assert_eq!(server.received(), sent);
}

#[test]
fn client_is_built_from_text_or_a_key() {
    let key = PivotalKey::new(KEY).unwrap();
    for client in [pivotal_api::client(KEY), pivotal_api::client(KEY.to_owned()), pivotal_api::client(key)] {
        let client = client.unwrap();
        assert_eq!(client.base_url(), "https://my.pivotal.app");
        assert_eq!(client.api(), Some(&pivotal_api::PIVOTAL));
        assert!(!format!("{client:?}").contains("K8s9"), "{client:?}");
    }
    assert!(!format!("{:?}", pivotal_api::builder(KEY).unwrap()).contains("K8s9"));
}

#[test]
fn key_is_not_sent_over_plain_http() {
    let error = pivotal_api::builder(KEY).unwrap().base_url("http://pivotal.example").build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("plain HTTP"), "{error}");
}

/// A variable that is set in the process of a case.
const IS_CASE: &str = "PIVOTAL_OPERATIONS_CASE";

/// Runs one test of this file again in a process with these variables. Returns `true` in that process.
fn is_case<V: AsRef<OsStr>>(test: &str, variables: &[(&str, V)]) -> bool {
    if env::var_os(IS_CASE).is_some() {
        return true;
    }
    let mut case = Command::new(env::current_exe().unwrap());
    case.args(["--exact", &format!("client::{test}")]);
    case.env_remove("PIVOTAL_API_KEY").env_remove("PIVOTAL_BASE_URL");
    case.env(IS_CASE, "1").envs(variables.iter().map(|(name, value)| (name, value)));
    let output = case.output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && printed.contains("1 passed"), "{printed}");
    false
}

fn config_error() -> String {
    let error: Error = pivotal_api::client_from_env().unwrap_err();
    assert_eq!((error.kind(), error.endpoint()), (ErrorKind::Config, None));
    assert!(!format!("{error} {error:?}").contains("K8s9"), "{error:?}");
    error.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn environment_supplies_key_and_base_url() {
    let server = Server::returning(200, "get-me").await;
    let (key, url) = (format!("{KEY}\n"), server.url() + "/prefix/");
    let variables = [("PIVOTAL_API_KEY", &key), ("PIVOTAL_BASE_URL", &url)];
    if is_case("environment_supplies_key_and_base_url", &variables) {
        pivotal_api::client_from_env().unwrap().get_me().await.unwrap();
        return;
    }
    assert_eq!(server.received(), [Sent::get("/prefix/api/v1/me")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn base_url_in_the_environment_can_end_with_the_common_path() {
    let server = Server::returning(200, "get-me").await;
    let (key, url) = (KEY.to_owned(), server.url() + "/api/v1/");
    let variables = [("PIVOTAL_API_KEY", &key), ("PIVOTAL_BASE_URL", &url)];
    if is_case("base_url_in_the_environment_can_end_with_the_common_path", &variables) {
        pivotal_api::client_from_env().unwrap().get_me().await.unwrap();
        return;
    }
    assert_eq!(server.received(), [Sent::get("/api/v1/me")]);
}

#[test]
fn base_url_that_is_not_set_is_the_default() {
    if is_case("base_url_that_is_not_set_is_the_default", &[("PIVOTAL_API_KEY", KEY)]) {
        assert_eq!(pivotal_api::client_from_env().unwrap().base_url(), "https://my.pivotal.app");
    }
}

#[test]
fn base_url_that_is_empty_is_the_default() {
    let variables = [("PIVOTAL_API_KEY", KEY), ("PIVOTAL_BASE_URL", "")];
    if is_case("base_url_that_is_empty_is_the_default", &variables) {
        assert_eq!(pivotal_api::client_from_env().unwrap().base_url(), "https://my.pivotal.app");
    }
}

#[test]
fn base_url_of_another_scheme_is_rejected() {
    let variables = [("PIVOTAL_API_KEY", KEY), ("PIVOTAL_BASE_URL", "ftp://h")];
    if is_case("base_url_of_another_scheme_is_rejected", &variables) {
        assert!(config_error().contains("base URL"));
    }
}

/// The default would send calls to the wrong server.
#[cfg(unix)]
#[test]
fn base_url_that_is_not_utf8_is_rejected() {
    let url: &OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"http://127.0.0.1:1/\xff");
    let variables = [("PIVOTAL_API_KEY", KEY.as_ref()), ("PIVOTAL_BASE_URL", url)];
    if is_case("base_url_that_is_not_utf8_is_rejected", &variables) {
        assert!(config_error().contains("`PIVOTAL_BASE_URL`"));
    }
}

#[cfg(unix)]
#[test]
fn key_that_is_not_utf8_is_rejected() {
    let key: &OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"pivotal_test_K8s9vQ2mXw7\xff");
    if is_case("key_that_is_not_utf8_is_rejected", &[("PIVOTAL_API_KEY", key)]) {
        assert!(config_error().contains("`PIVOTAL_API_KEY`"));
    }
}

#[test]
fn key_that_is_not_set_is_reported_by_its_variable() {
    if is_case::<&str>("key_that_is_not_set_is_reported_by_its_variable", &[]) {
        assert!(config_error().contains("`PIVOTAL_API_KEY` is not set"));
    }
}

#[test]
fn key_that_is_empty_is_rejected() {
    if is_case("key_that_is_empty_is_rejected", &[("PIVOTAL_API_KEY", "")]) {
        assert!(config_error().contains("is empty"));
    }
}
