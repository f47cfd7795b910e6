//! Row 108: what goes to the logs, everything being listened to.

use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::raw::{Act, Server, breaks_off_after, says};
use super::{KEY, Vault};
use crate::transport::{self, builder};
use pivotal_api::PivotalKey;

/// Of this test alone: what the others have to hide may be logged by an HTTP client that follows redirects.
const SECRET: &str = "s3cr3tLgd8";

static LOGGED: Mutex<String> = Mutex::new(String::new());

/// Stores what is logged through `log` and `tracing`, by any test.
struct Everything;

fn logged() -> MutexGuard<'static, String> {
    LOGGED.lock().unwrap_or_else(PoisonError::into_inner)
}

impl log::Log for Everything {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let _ = writeln!(logged(), "{} {} {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}

impl tracing::field::Visit for Everything {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        let _ = writeln!(logged(), "{field} {value:?}");
    }
}

impl tracing::Subscriber for Everything {
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

/// An answer with the secret in its head and its body.
fn echo(status: u16) -> Act {
    let head = format!("HTTP/1.1 {status} X\r\nSet-Cookie: {SECRET}\r\nLocation: /{SECRET}");
    says(format!("{head}\r\nContent-Length: {}\r\n\r\n{SECRET}", SECRET.len()))
}

#[tokio::test]
async fn row_108_no_secret_is_logged() {
    log::set_logger(&Everything).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    // For all threads: what one thread hears of first, another would be deaf to.
    tracing::subscriber::set_global_default(Everything).unwrap();
    tracing::trace!(marker = "heard");

    for act in [echo(200), echo(302), echo(401), echo(503), breaks_off_after(SECRET), breaks_off_after("")] {
        let server = Server::that(act);
        let api = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).max_attempts(2);
        let api = api.timeout(Duration::from_secs(20)).build().unwrap();
        api.open(SECRET, SECRET, SECRET, SECRET).await.unwrap_err();
        assert!(server.request().target().contains(SECRET), "the secret was sent");
        drop(api);
    }
    let logged = logged().clone();
    assert!(logged.contains("marker \"heard\""), "{logged}");
    assert!(logged.contains(transport::LOGGED), "{logged}");
    assert!(!logged.contains(SECRET), "{logged}");
}
