//! Row 107, and what else would send the key elsewhere.

use std::time::Duration;

use httpmock::MockServer;
use pivotal_api::PivotalKey;
use pivotal_runtime::{Delivery, ErrorKind};

use super::raw::{Server, agrees};
use super::{Answering, KEY, SECRET, Vault, client, is_silent, open, response};

use crate::transport::builder;

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

/// Where a redirect may lead: from a server on this port, with another server on that one.
fn locations(own: u16, other: u16) -> [(&'static str, String); 7] {
    let rest = format!("/elsewhere?token={SECRET}");
    [
        ("the same origin", format!("http://127.0.0.1:{own}{rest}")),
        ("another port", format!("http://127.0.0.1:{other}{rest}")),
        ("another name", format!("http://localhost:{other}{rest}")),
        ("another authority alone", format!("//127.0.0.1:{other}{rest}")),
        ("another scheme", format!("https://127.0.0.1:{other}{rest}")),
        ("its origin as a user name", format!("http://127.0.0.1:{own}@127.0.0.1:{other}{rest}")),
        ("a relative path", format!("elsewhere?token={SECRET}")),
    ]
}

#[tokio::test]
async fn row_107_no_redirect_is_followed() {
    let target = Server::that(agrees());
    let port = target.url().rsplit(':').next().unwrap().parse().unwrap();
    let server = MockServer::start_async().await;
    let api = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.base_url()).build().unwrap();
    for status in STATUSES {
        for (name, location) in locations(server.port(), port) {
            let mock = server
                .mock_async(|when, then| {
                    when.any_request();
                    then.status(status).header("Location", &location);
                })
                .await;
            let posted = open(&api).await.unwrap_err();
            let read = api.look(SECRET, SECRET, SECRET).await.unwrap_err();
            mock.assert_calls_async(2).await;
            for error in [posted, read] {
                assert_eq!(error.kind(), ErrorKind::Redirect, "{status} to {name}: {error}");
                assert_eq!(error.status().unwrap(), status);
                assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Responded), 1));
                assert!(!error.is_retryable());
                is_silent(&error);
                assert!(!format!("{error:?}").contains("elsewhere"), "{error:?}");
            }
            mock.delete_async().await;
        }
    }
    assert_eq!(target.connections(), 0);
}

#[tokio::test]
async fn row_107_a_downgrade_to_clear_text_is_not_followed() {
    for status in STATUSES {
        let http = Answering::that(move |_| {
            let location = format!("http://api.example/elsewhere?token={SECRET}");
            response(status, &[("location", &location)], "")
        });
        let error = open(&client(&http).build().unwrap()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        is_silent(&error);
        let asked = http.asked();
        assert_eq!(asked.len(), 1, "{status}");
        assert_eq!(asked[0].uri.scheme_str(), Some("https"));
    }
}

/// A client that was built to follow redirects has followed them by the time we learn of it; the call fails loudly.
#[tokio::test]
async fn row_107_a_reqwest_client_that_follows_redirects_is_found_out() {
    let server = MockServer::start_async().await;
    let location = format!("/elsewhere?token={SECRET}");
    let redirects = server.mock_async(|when, then| {
        when.path_prefix("/vault");
        then.status(302).header("Location", &location);
    });
    let redirects = redirects.await;
    let pending = server.mock_async(|when, then| {
        when.path("/elsewhere");
        then.status(200).body("7");
    });
    let mock = pending.await;
    let follows = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build().unwrap();
    let api = builder()
        .credentials(PivotalKey::new(KEY).unwrap())
        .base_url(server.base_url())
        .http_client(follows)
        .build()
        .unwrap();
    let error = open(&api).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
    is_silent(&error);
    redirects.assert_calls_async(1).await;
    mock.assert_calls_async(1).await;
}

#[test]
fn row_107_a_key_is_not_sent_in_clear_text_unless_asked() {
    for url in [
        "http://api.example",
        "http://127.0.0.1.example",
        "http://localhost.example",
        "http://10.0.0.1",
        "http://0.0.0.0",
    ] {
        let error = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{url}");
        assert!(error.to_string().contains("`allow_http`"), "{error}");
        is_silent(&error);
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).allow_http().build().unwrap();
    }
    for url in ["https://api.example", "http://localhost:1", "http://127.0.0.1", "http://127.9.9.9:1", "http://[::1]:1"]
    {
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).build().unwrap();
    }
}
