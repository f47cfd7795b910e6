//! Outcomes of calls whose connection fails in the same way each time.

use pivotal_runtime::{Delivery, Error};

use crate::number_api::Api;
use crate::support::SEVEN;
use crate::support::scripted::{Script, ScriptedServer, Seen, respond};

/// Checks that a GET and a POST with a key are retried over another connection with the same bytes, and that a POST
/// without a key is not retried. Returns the error of a GET that fails twice.
pub(crate) async fn assert_retried_where_safe(fault: impl Fn() -> Script) -> (Error, Seen) {
    let ((), (), error, (twice, seen)) = tokio::join!(
        assert_retried(&fault, false),
        assert_retried(&fault, true),
        error_of_unsafe_post(&fault),
        error_of_two_attempts(&fault)
    );
    assert_eq!((error.kind(), error.delivery()), (twice.kind(), twice.delivery()), "{error:?} {twice:?}");
    assert_eq!(error.delivery(), Some(Delivery::Unknown), "{error:?}");
    assert!(error.is_retryable(), "{error:?}");
    (twice, seen)
}

async fn assert_retried(fault: impl Fn() -> Script, is_post: bool) {
    let server = ScriptedServer::new([fault(), respond(SEVEN)]);
    let client = server.builder_without_tls().build().unwrap();
    assert_eq!(if is_post { client.post(7).await } else { client.get().await }.unwrap(), 7);
    let seen = server.finish().await;
    assert_eq!(seen.connections(), 2);
    if let [first, second] = seen.requests.as_slice() {
        assert_eq!(first.line, second.line);
        assert_eq!(first.body, second.body);
        assert_eq!(first.header("idempotency-key"), second.header("idempotency-key"));
        assert_eq!(first.header("idempotency-key").is_some(), is_post);
    }
}

async fn error_of_unsafe_post(fault: impl Fn() -> Script) -> Error {
    let server = ScriptedServer::new([fault()]);
    let client = server.builder_without_tls().idempotency_keys(false).build().unwrap();
    let error = client.post(7).await.unwrap_err();
    drop(client);
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 1), "{error:?}");
    let seen = server.finish().await;
    assert!(seen.requests.iter().all(|request| request.header("idempotency-key").is_none()));
    assert_eq!(seen.connections(), 1, "{error:?}");
    error
}

async fn error_of_two_attempts(fault: impl Fn() -> Script) -> (Error, Seen) {
    let server = ScriptedServer::new([fault(), fault()]);
    let error = server.builder_without_tls().build().unwrap().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((seen.connections(), error.attempts()), (2, 2), "{error:?}");
    (error, seen)
}

/// Checks that a GET is not retried, and returns its error.
pub(crate) async fn assert_not_retried(fault: Script) -> (Error, Seen) {
    let server = ScriptedServer::new([fault]);
    let error = server.builder_without_tls().build().unwrap().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((seen.connections(), error.attempts()), (1, 1), "{error:?}");
    assert!(!error.is_retryable(), "{error:?}");
    (error, seen)
}
