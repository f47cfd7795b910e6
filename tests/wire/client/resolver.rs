//! Names that a resolver of the user's own finds, or does not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use pivotal_api::PivotalKey;
use pivotal_runtime::{Client, ErrorKind};

use super::{Api, SEVEN};
use crate::support::{KEY, Server, closed_port, says};
use crate::transport::{builder, looking_up};

/// A client of `http://api.test` that finds these addresses for that name, or fails if there are none; and how often it
/// looked.
fn client(urls: &[&str]) -> (Client, Arc<AtomicUsize>) {
    let addresses: Vec<_> = urls.iter().map(|url| url.trim_start_matches("http://").parse().unwrap()).collect();
    let asked = Arc::new(AtomicUsize::new(0));
    let counts = Arc::clone(&asked);
    let builder =
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url("http://api.test").allow_http().max_attempts(1);
    let builder = looking_up(builder, move |name| {
        assert_eq!(name, "api.test");
        counts.fetch_add(1, Ordering::Relaxed);
        let addresses = addresses.clone();
        Box::pin(async move { if addresses.is_empty() { Err("no such name") } else { Ok(addresses) } })
    });
    (builder.build().unwrap(), asked)
}

#[tokio::test]
async fn a_name_that_is_not_found_is_a_failure_to_connect() {
    let (api, asked) = client(&[]);
    let error = api.post(1).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
    assert!(error.is_retryable());
    assert_eq!(error.to_string(), "POST /private: no connection to the server");
    assert_eq!(asked.load(Ordering::Relaxed), 1, "nothing is tried again");
}

#[tokio::test]
async fn an_address_that_is_dead_is_passed_over() {
    let (dead, _guard) = closed_port();
    let server = Server::that(says(SEVEN));
    let (api, _) = client(&[&dead, &server.url()]);
    assert_eq!(api.post(1).await.unwrap(), 7);
    let request = server.request();
    assert_eq!((request.header("host"), &*request.body), (vec!["api.test"], &b"1"[..]));
    assert_eq!(server.connections(), 1);
    assert!(!server.has_request(), "sent once");
}

#[tokio::test]
async fn addresses_that_are_all_dead_are_a_failure_to_connect() {
    let ((first, _first), (second, _second)) = (closed_port(), closed_port());
    let (api, _) = client(&[&first, &second]);
    assert_eq!(api.private().await.unwrap_err().kind(), ErrorKind::Connect);
}
