//! The client of the environment. Each case runs in a process of its own, since the environment is
//! one for all threads.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

use pivotal_api::client_from_env;
use pivotal_runtime::ErrorKind;

use super::{Api, SEVEN};
use crate::support::{KEY, Server, says};

/// Set in the process that a case runs in.
const IS_CASE: &str = "PIVOTAL_WIRE_CASE";

/// Runs one test of this file again, in an environment of these variables. Whether to go on as the case.
fn is_case<V: AsRef<OsStr>>(test: &str, variables: &[(&str, V)]) -> bool {
    if env::var_os(IS_CASE).is_some() {
        return true;
    }
    let mut case = Command::new(env::current_exe().unwrap());
    case.args(["--exact", &format!("client::from_env::{test}")]);
    case.env_remove("PIVOTAL_API_KEY").env_remove("PIVOTAL_BASE_URL");
    case.env(IS_CASE, "1").envs(variables.iter().map(|(name, value)| (name, value)));
    let output = case.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    false
}

fn refusal() -> String {
    let error = client_from_env().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    error.to_string()
}

#[tokio::test]
async fn key_and_base_url_are_taken_from_it() {
    let server = Server::that(says(SEVEN));
    let url = server.url() + "/prefix/";
    if is_case(
        "key_and_base_url_are_taken_from_it",
        &[("PIVOTAL_API_KEY", &format!("{KEY}\n")), ("PIVOTAL_BASE_URL", &url)],
    ) {
        assert_eq!(client_from_env().unwrap().private().await.unwrap(), 7);
        return;
    }
    let request = server.request();
    assert_eq!(request.target(), "/prefix/private");
    assert_eq!(request.header("authorization"), [format!("Bearer {KEY}")]);
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_base_url_that_is_not_set_is_the_default() {
    if is_case("a_base_url_that_is_not_set_is_the_default", &[("PIVOTAL_API_KEY", KEY)]) {
        assert_eq!(client_from_env().unwrap().base_url(), "https://my.pivotal.app");
    }
}

#[test]
fn a_base_url_that_is_empty_is_the_default() {
    let variables = [("PIVOTAL_API_KEY", KEY), ("PIVOTAL_BASE_URL", "")];
    if is_case("a_base_url_that_is_empty_is_the_default", &variables) {
        assert_eq!(client_from_env().unwrap().base_url(), "https://my.pivotal.app");
    }
}

#[test]
fn a_base_url_that_is_none_is_refused() {
    let variables = [("PIVOTAL_API_KEY", KEY), ("PIVOTAL_BASE_URL", "ftp://h")];
    if is_case("a_base_url_that_is_none_is_refused", &variables) {
        assert!(refusal().contains("base URL"));
    }
}

/// Else the calls that were meant for another server would go to the default one.
#[cfg(unix)]
#[test]
fn a_base_url_that_is_no_text_is_refused() {
    let no_text: &OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"http://127.0.0.1:1/\xff");
    let variables = [("PIVOTAL_API_KEY", KEY.as_ref()), ("PIVOTAL_BASE_URL", no_text)];
    if is_case("a_base_url_that_is_no_text_is_refused", &variables) {
        assert!(refusal().contains("`PIVOTAL_BASE_URL`"));
    }
}

#[cfg(unix)]
#[test]
fn a_key_that_is_no_text_is_refused() {
    let no_text: &OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"pivotal_test_K8s9vQ2mXw7\xff");
    if is_case("a_key_that_is_no_text_is_refused", &[("PIVOTAL_API_KEY", no_text)]) {
        assert!(!refusal().contains("K8s9"));
    }
}

#[test]
fn a_key_that_is_not_set_is_refused_by_the_name_of_the_variable() {
    if is_case::<&str>("a_key_that_is_not_set_is_refused_by_the_name_of_the_variable", &[]) {
        assert!(refusal().contains("`PIVOTAL_API_KEY` is not set"));
    }
}

#[test]
fn a_key_that_is_empty_is_refused() {
    if is_case("a_key_that_is_empty_is_refused", &[("PIVOTAL_API_KEY", "")]) {
        assert!(refusal().contains("is empty"));
    }
}
