//! TLS handshakes.

use std::sync::Arc;
use std::time::Duration;

use pivotal_runtime::{Client, ClientBuilder, Delivery, Error, ErrorKind, Timeout};
use rcgen::{CertificateParams, date_time_ymd};
use rustls::ServerConfig;

use crate::number_api::Api;
use crate::support::gate::Gate;
use crate::support::scripted::{Event, Script, ScriptedServer, script};
use crate::support::tls::Authority;
use crate::support::{SEVEN, builder_for};
use crate::transport::{trusting, with_connect_timeout};

/// Responds over TLS if the client trusts the certificate.
fn respond_over_tls(config: Arc<ServerConfig>, is_trusted: bool) -> Script {
    script(move |connection| {
        let handshake = connection.start_tls(config);
        if !is_trusted {
            assert!(handshake.is_err(), "the client rejects the certificate");
            return Ok(());
        }
        handshake?;
        connection.read()?;
        connection.send(SEVEN)
    })
}

fn client(server: &ScriptedServer, authority: &Authority) -> ClientBuilder {
    let url = server.url().replace("http:", "https:");
    trusting(builder_for(url), authority.certificate())
}

/// Checks an error that is not retried, because the server would be the same.
fn is_rejected(error: &Error) {
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!(error.attempts(), 1, "{error:?}");
    assert!(!error.is_retryable() && !error.is_timeout());
    assert_eq!(
        error.to_string(),
        "GET /number: the server's certificate was rejected; check the base URL and the certificate"
    );
}

/// The default HTTP client applies the timeout to the handshake, too.
#[tokio::test]
async fn connect_timeout_ends_the_handshake() {
    let gates = [(); 2].map(|()| Gate::default());
    let server = ScriptedServer::new(gates.iter().map(|gate| {
        let gate = gate.clone();
        script(move |_| {
            gate.wait();
            Ok(())
        })
    }));
    let url = server.url().replace("http:", "https:");
    let builder = server.builder().base_url(url).idempotency_keys(false);
    let client = with_connect_timeout(builder, Duration::from_secs(1)).build().unwrap();
    let error = client.post(1).await.unwrap_err();
    gates.iter().for_each(Gate::open);
    let seen = server.finish().await;
    assert_eq!(seen.events, [[Event::Accepted, Event::Closed]; 2]);
    assert_eq!(
        (error.elapsed_timeout(), error.delivery()),
        (Some(Timeout::Connect), Some(Delivery::NotSent)),
        "{error:?}"
    );
    assert_eq!(error.attempts(), 2);
    let message = "POST /number: timed out after 1 s (`connect_timeout`) while connecting, during attempt 2";
    assert_eq!(error.to_string(), message);
}

#[tokio::test]
async fn trusted_certificate_is_accepted() {
    let authority = Authority::new();
    let server = ScriptedServer::new([respond_over_tls(authority.server("127.0.0.1"), true)]);
    assert_eq!(client(&server, &authority).build().unwrap().get().await.unwrap(), 7);
    assert_eq!(server.finish().await.requests.len(), 1);
}

#[tokio::test]
async fn untrusted_certificates_are_rejected() {
    let authority = Authority::new();
    let mut expired = CertificateParams::new(["127.0.0.1".to_owned()]).unwrap();
    expired.not_before = date_time_ymd(2020, 1, 1);
    expired.not_after = date_time_ymd(2021, 1, 1);
    let configs = [
        ("unknown authority", Authority::new().server("127.0.0.1")),
        ("wrong name", authority.server("other.test")),
        ("expired", authority.server_with(&expired)),
    ];
    for (name, config) in configs {
        let server = ScriptedServer::new([respond_over_tls(config, false)]);
        let error = client(&server, &authority).build().unwrap().get().await.unwrap_err();
        let seen = server.finish().await;
        assert_eq!((seen.connections(), seen.requests.len()), (1, 0), "{name}");
        is_rejected(&error);
    }
}

#[tokio::test]
async fn unknown_authority_is_rejected_by_default() {
    let server = ScriptedServer::new([respond_over_tls(Authority::new().server("127.0.0.1"), false)]);
    let url = server.url().replace("http:", "https:");
    let error = server.builder().base_url(url).build().unwrap().get().await.unwrap_err();
    assert_eq!(server.finish().await.connections(), 1);
    is_rejected(&error);
}

#[tokio::test]
async fn plain_text_server_is_rejected() {
    for plain in ["HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n"] {
        let server = ScriptedServer::new([script(move |connection| {
            connection.wait_for_more()?;
            connection.send(plain)?;
            connection.wait_for_end()
        })]);
        let error = client(&server, &Authority::new()).build().unwrap().get().await.unwrap_err();
        let seen = server.finish().await;
        let sent = Event::Sent(plain.len());
        assert_eq!(seen.events, [[Event::Accepted, sent, Event::Ended, Event::Closed]]);
        is_rejected(&error);
    }
}

#[tokio::test]
async fn interrupted_handshake_is_retried() {
    let authority = Authority::new();
    let closed: fn() -> Script = || script(|_| Ok(()));
    let reset: fn() -> Script = || {
        script(|connection| {
            connection.wait_for_more()?;
            connection.reset()
        })
    };
    for fault in [closed, reset] {
        let server = ScriptedServer::new([fault(), respond_over_tls(authority.server("127.0.0.1"), true)]);
        let client = client(&server, &authority).idempotency_keys(false).build().unwrap();
        assert_eq!(client.post(1).await.unwrap(), 7, "a POST without a key is retried");
        assert_eq!(server.finish().await.connections(), 2);
    }
    let server = ScriptedServer::new([closed(), reset()]);
    let error = client_with_two_attempts(&server, &authority).get().await.unwrap_err();
    assert_eq!(server.finish().await.connections(), 2);
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!(error.attempts(), 2);
    assert!(error.is_retryable());
}

fn client_with_two_attempts(server: &ScriptedServer, authority: &Authority) -> Client {
    client(server, authority).max_attempts(2).build().unwrap()
}
