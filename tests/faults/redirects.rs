//! Redirects, which are not followed by default.

mod advice;
mod credentials;
mod followed;

use pivotal_api::PivotalKey;
use pivotal_runtime::{Delivery, ErrorKind};

use crate::secrets::{KEY, SECRET, Vault, fake_client, hides_secret, open};
use crate::support::fake::Fake;
use crate::support::fake::reply::status;
use crate::support::server::Server;
use crate::support::{SEVEN, seconds};
use crate::transport::builder;

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

/// Locations on the server with the port `own`, and on another server.
fn locations(own: &str, other: &str) -> [(&'static str, String); 7] {
    let rest = format!("/elsewhere?token={SECRET}");
    [
        ("the same origin", format!("http://127.0.0.1:{own}{rest}")),
        ("another port", format!("http://127.0.0.1:{other}{rest}")),
        ("another name", format!("http://localhost:{other}{rest}")),
        ("another authority", format!("//127.0.0.1:{other}{rest}")),
        ("another scheme", format!("https://127.0.0.1:{other}{rest}")),
        ("another host with the origin as user name", format!("http://127.0.0.1:{own}@127.0.0.1:{other}{rest}")),
        ("a relative path", format!("elsewhere?token={SECRET}")),
    ]
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let target = Server::responding_204();
    for code in STATUSES {
        // The port is known only after the server has started.
        let location = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
        let current = std::sync::Arc::clone(&location);
        let server = Server::responding_with(move |_| {
            let location = current.lock().unwrap();
            format!("HTTP/1.1 {code} X\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n")
        });
        let client = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).build().unwrap();
        for (name, text) in locations(&port(&server), &port(&target)) {
            *location.lock().unwrap() = text;
            let posted = open(&client).await.unwrap_err();
            let read = client.look(SECRET, SECRET, SECRET).await.unwrap_err();
            assert_eq!(server.requests(), 2);
            for error in [posted, read] {
                assert_eq!(error.kind(), ErrorKind::Redirect, "{code} to {name}: {error}");
                assert_eq!(error.status().unwrap(), code);
                assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Responded), 1));
                assert!(!error.is_retryable());
                hides_secret(&error);
                assert!(!format!("{error:?}").contains("elsewhere"), "{error:?}");
            }
        }
    }
    assert_eq!(target.connections(), 0);
}

fn port(server: &Server) -> String {
    server.url().rsplit(':').next().unwrap().to_owned()
}

#[tokio::test]
async fn downgrade_to_plain_http_is_not_followed() {
    for code in STATUSES {
        let location = format!("http://api.invalid/elsewhere?token={SECRET}");
        let fake = Fake::new(move |_| status(code).header("location", &location));
        let error = open(&fake_client(&fake).build().unwrap()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        hides_secret(&error);
        assert_eq!(fake.count(), 1, "{code}");
        assert_eq!(fake.sent()[0].uri.scheme_str(), Some("https"));
    }
}

/// A `reqwest::Client` that follows redirects has sent the request before the runtime can notice. The call fails then.
#[tokio::test]
async fn redirect_that_reqwest_followed_is_an_error() {
    let location = format!("/elsewhere?token={SECRET}");
    let server = Server::responding_with(move |request| {
        if request.target().starts_with("/vault") {
            format!("HTTP/1.1 302 X\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n")
        } else {
            SEVEN.to_owned()
        }
    });
    let follows = reqwest::Client::builder().no_proxy().timeout(seconds(10)).build().unwrap();
    let builder = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url());
    let error = open(&builder.http_client(follows).build().unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
    hides_secret(&error);
    assert_eq!(server.requests(), 2);
}
