//! Logs of `log` and `tracing` at all levels.

use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

use pivotal_api::PivotalKey;

use super::{KEY, Vault};
use crate::support::seconds;
use crate::support::server::Server;
use crate::transport::{self, builder};

/// A secret of this test alone. An HTTP client that follows redirects may log that of other tests.
const SECRET: &str = "s3cr3tLgd8";

static LOGGED: Mutex<String> = Mutex::new(String::new());

/// A logger that stores the records of all tests.
struct Logger;

fn logged() -> MutexGuard<'static, String> {
    LOGGED.lock().unwrap_or_else(PoisonError::into_inner)
}

impl log::Log for Logger {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let _ = writeln!(logged(), "{} {} {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}

impl tracing::field::Visit for Logger {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        let _ = writeln!(logged(), "{field} {value:?}");
    }
}

impl tracing::Subscriber for Logger {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        span.record(&mut Self);
        tracing::span::Id::from_u64(1)
    }

    fn record(&self, _: &tracing::span::Id, values: &tracing::span::Record<'_>) {
        values.record(&mut Self);
    }

    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut Self);
    }

    fn enter(&self, _: &tracing::span::Id) {}

    fn exit(&self, _: &tracing::span::Id) {}
}

/// Returns a server whose responses contain the secret in the head and in the body.
fn echo(status: u16) -> Server {
    let head = format!("HTTP/1.1 {status} X\r\nSet-Cookie: {SECRET}\r\nLocation: /{SECRET}");
    Server::responding(format!("{head}\r\nContent-Length: {}\r\n\r\n{SECRET}", SECRET.len()))
}

#[tokio::test]
async fn no_secret_is_logged() {
    log::set_logger(&Logger).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    // For all threads, because `tracing` caches whether an event has a subscriber.
    tracing::subscriber::set_global_default(Logger).unwrap();
    tracing::trace!(marker = "logged");

    let lost = ["", SECRET].map(Server::responding_and_closing);
    for server in [echo(200), echo(302), echo(401), echo(503)].into_iter().chain(lost) {
        let api = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).max_attempts(2);
        let api = api.timeout(seconds(20)).build().unwrap();
        api.open(SECRET, SECRET, SECRET, SECRET).await.unwrap_err();
        assert!(server.request().target().contains(SECRET), "the secret was sent");
        drop(api);
    }
    #[cfg(feature = "rustls")]
    {
        let (server, client) = crate::connections::http2::repeating(SECRET);
        client.open(SECRET, SECRET, SECRET, SECRET).await.unwrap_err();
        drop(client);
        server.finish().await;
        assert!(logged().contains("Headers { stream_id: StreamId(1)"), "`h2` logs its frames");
    }
    let logged = logged().clone();
    assert!(logged.contains("marker \"logged\""), "{logged}");
    assert!(logged.contains(transport::log_of_a_connection()), "{logged}");
    assert!(!logged.contains(SECRET), "{logged}");
}
