//! What becomes of calls that the same thing happens to.

use pivotal_runtime::{Delivery, Error};

use super::{Api, SEVEN, Script, Seen, Server, answers};

/// Checks that a GET and a POST with a key survive the fault, by a second connection and with the same bytes, and that
/// a POST without a key is not sent again. What becomes of the last, or of a GET that has no luck twice, is the same.
pub(crate) async fn is_repeated_where_that_is_safe(fault: impl Fn() -> Script) -> (Error, Seen) {
    let ((), (), error, (twice, seen)) =
        tokio::join!(survives(&fault, false), survives(&fault, true), not_sent_again(&fault), fails_twice(&fault));
    assert_eq!((error.kind(), error.delivery()), (twice.kind(), twice.delivery()), "{error:?} {twice:?}");
    assert_eq!(error.delivery(), Some(Delivery::Unknown), "{error:?}");
    assert!(error.is_retryable(), "{error:?}");
    (twice, seen)
}

async fn survives(fault: impl Fn() -> Script, is_post: bool) {
    let server = Server::new([fault(), answers(SEVEN)]);
    let client = server.plain().build().unwrap();
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

async fn not_sent_again(fault: impl Fn() -> Script) -> Error {
    let server = Server::new([fault()]);
    let client = server.plain().idempotency_keys(false).build().unwrap();
    let error = client.post(7).await.unwrap_err();
    drop(client);
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 1), "{error:?}");
    let seen = server.finish().await;
    assert!(seen.requests.iter().all(|request| request.header("idempotency-key").is_none()));
    assert_eq!(seen.connections(), 1, "{error:?}");
    error
}

async fn fails_twice(fault: impl Fn() -> Script) -> (Error, Seen) {
    let server = Server::new([fault(), fault()]);
    let error = server.plain().build().unwrap().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((seen.connections(), error.attempts()), (2, 2), "{error:?}");
    (error, seen)
}

/// Checks that a GET, which could be sent again, is not.
pub(crate) async fn is_lasting(fault: Script) -> (Error, Seen) {
    let server = Server::new([fault]);
    let error = server.plain().build().unwrap().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((seen.connections(), error.attempts()), (1, 1), "{error:?}");
    assert!(!error.is_retryable(), "{error:?}");
    (error, seen)
}
