//! No TLS with the server: rows 5 to 7, and row 3 for a handshake.

use std::sync::Arc;
use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::{Client, ClientBuilder, Delivery, Error, ErrorKind, Timeout};
use rcgen::{CertificateParams, date_time_ymd};
use rustls::ServerConfig;

use crate::server::{Api, Authority, Event, Gate, KEY, SEVEN, Script, Server, script};
use crate::transport::{Own, builder, trusting};

/// Answers over TLS, or at least tries to.
fn answers_over_tls(config: Arc<ServerConfig>, is_trusted: bool) -> Script {
    script(move |connection| {
        let shaken = connection.start_tls(config);
        if !is_trusted {
            assert!(shaken.is_err(), "the client went on with a server that it cannot trust");
            return Ok(());
        }
        shaken?;
        connection.read()?;
        connection.send(SEVEN)
    })
}

fn client(server: &Server, authority: &Authority) -> ClientBuilder<Own> {
    let url = server.url().replace("http:", "https:");
    trusting(builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url), authority.certificate())
}

/// Another attempt would meet the same server.
fn is_refused(error: &Error) {
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!(error.attempts(), 1, "{error:?}");
    assert!(!error.is_retryable() && !error.is_timeout());
    assert_eq!(
        error.to_string(),
        "GET /number: the server's certificate was rejected; check the base URL and the certificate"
    );
}

/// The limit of the client that is built where none is given, with TLS in it.
#[tokio::test]
async fn row_003_a_handshake_that_does_not_end() {
    let gates = [(); 2].map(|()| Gate::default());
    let server = Server::new(gates.iter().map(|gate| {
        let gate = gate.clone();
        script(move |_| gate.pass())
    }));
    let url = server.url().replace("http:", "https:");
    let builder = server.builder().base_url(url).idempotency_keys(false);
    let error = builder.connect_timeout(Duration::from_millis(50)).build().unwrap().post(1).await.unwrap_err();
    gates.iter().for_each(Gate::open);
    let seen = server.finish().await;
    assert_eq!(seen.events, [[Event::Accepted, Event::Closed]; 2]);
    assert_eq!(
        (error.elapsed_timeout(), error.delivery()),
        (Some(Timeout::Connect), Some(Delivery::NotSent)),
        "{error:?}"
    );
    assert_eq!(error.attempts(), 2);
    let message = "POST /number: timed out after 50 ms (`connect_timeout`) while connecting, during attempt 2";
    assert_eq!(error.to_string(), message);
}

#[tokio::test]
async fn row_005_a_good_certificate_is_taken() {
    let authority = Authority::new();
    let server = Server::new([answers_over_tls(authority.server("127.0.0.1"), true)]);
    assert_eq!(client(&server, &authority).build().unwrap().get().await.unwrap(), 7);
    assert_eq!(server.finish().await.requests.len(), 1);
}

#[tokio::test]
async fn row_005_bad_certificates() {
    let authority = Authority::new();
    let mut expired = CertificateParams::new(["127.0.0.1".to_owned()]).unwrap();
    expired.not_before = date_time_ymd(2020, 1, 1);
    expired.not_after = date_time_ymd(2021, 1, 1);
    let configs = [
        ("unknown authority", Authority::new().server("127.0.0.1")),
        ("wrong name", authority.server("other.test")),
        ("expired", authority.server_with(&expired)),
    ];
    for (why, config) in configs {
        let server = Server::new([answers_over_tls(config, false)]);
        let error = client(&server, &authority).build().unwrap().get().await.unwrap_err();
        let seen = server.finish().await;
        assert_eq!((seen.connections(), seen.requests.len()), (1, 0), "{why}");
        is_refused(&error);
    }
}

/// The client that is built where none is given trusts nobody new.
#[tokio::test]
async fn row_005_an_authority_that_the_system_does_not_know() {
    let server = Server::new([answers_over_tls(Authority::new().server("127.0.0.1"), false)]);
    let url = server.url().replace("http:", "https:");
    let error = server.builder().base_url(url).build().unwrap().get().await.unwrap_err();
    assert_eq!(server.finish().await.connections(), 1);
    is_refused(&error);
}

#[tokio::test]
async fn row_006_a_server_that_speaks_plain_text() {
    for plain in ["HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n"] {
        let server = Server::new([script(move |connection| {
            connection.wait_for_more()?;
            connection.send(plain)?;
            connection.wait_for_end()
        })]);
        let error = client(&server, &Authority::new()).build().unwrap().get().await.unwrap_err();
        let seen = server.finish().await;
        let sent = Event::Sent(plain.len());
        assert_eq!(seen.events, [[Event::Accepted, sent, Event::Ended, Event::Closed]]);
        is_refused(&error);
    }
}

#[tokio::test]
async fn row_007_a_handshake_that_is_cut() {
    let authority = Authority::new();
    let closed: fn() -> Script = || script(|_| Ok(()));
    let reset: fn() -> Script = || {
        script(|connection| {
            connection.wait_for_more()?;
            connection.reset()
        })
    };
    for cut in [closed, reset] {
        let server = Server::new([cut(), answers_over_tls(authority.server("127.0.0.1"), true)]);
        let client = client(&server, &authority).idempotency_keys(false).build().unwrap();
        assert_eq!(client.post(1).await.unwrap(), 7, "sent again, though it has no key");
        assert_eq!(server.finish().await.connections(), 2);
    }
    let server = Server::new([closed(), reset()]);
    let error = client_that_tries_twice(&server, &authority).get().await.unwrap_err();
    assert_eq!(server.finish().await.connections(), 2);
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!(error.attempts(), 2);
    assert!(error.is_retryable());
}

fn client_that_tries_twice(server: &Server, authority: &Authority) -> Client {
    client(server, authority).max_attempts(2).build().unwrap()
}
