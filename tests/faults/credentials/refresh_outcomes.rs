//! Outcomes of a refresh.

use std::time::Duration;

use bytes::Bytes;
use pivotal_runtime::{Body, Delivery, Error, ErrorKind, Response, Timeout, Transport, endpoint};

use super::session::{Refresh, Session, accepts, unauthorized};
use crate::support::fake::Fake;
use crate::support::fake::reply::{connection_lost, connection_refused, ok, status};
use crate::thing_api::Api;

fn is_401(error: &Error) {
    assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Api, Some(401)), "{error:?}");
    assert!(!error.is_retryable());
}

#[tokio::test(start_paused = true)]
async fn refresh_that_returns_false_yields_the_401() {
    let session = Session::new(1, Refresh::ReturnsFalse);
    let fake = Fake::script([unauthorized()]);
    let error = session.client(&fake).get().await.unwrap_err();
    is_401(&error);
    assert_eq!((error.attempts(), fake.count(), session.refreshes()), (1, 1, (1, 1)));
}

#[tokio::test(start_paused = true)]
async fn second_401_is_returned() {
    for refresh in [Refresh::Succeeds, Refresh::ReturnsTrueInVain] {
        let session = Session::new(1, refresh);
        let fake = Fake::script([unauthorized(), unauthorized()]);
        let error = session.client(&fake).get().await.unwrap_err();
        is_401(&error);
        assert_eq!((error.attempts(), fake.count(), session.refreshes()), (2, 2, (1, 1)), "{refresh:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn client_without_retries_repeats_after_a_401_and_nothing_else() {
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::script([unauthorized(), status(503)]);
    let client = fake.plain().credentials(session.clone()).max_attempts(1).build().unwrap();
    let error = client.get().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts(), fake.count()), (503, 2, 2));
}

#[tokio::test(start_paused = true)]
async fn token_that_is_rejected_after_a_refresh_of_a_stale_one_is_refreshed_again() {
    let session = Session::new(0, Refresh::Succeeds);
    let fake = Fake::new(accepts(2));
    assert_eq!(session.client(&fake).get().await.unwrap().attempts(), 2);
    assert_eq!((session.refreshes(), fake.count()), ((2, 2), 2));
}

#[tokio::test(start_paused = true)]
async fn stale_credentials_that_stay_stale_are_an_error_and_nothing_is_sent() {
    for refresh in [Refresh::ReturnsTrueInVain, Refresh::ReturnsFalse] {
        let session = Session::new(0, refresh);
        let fake = Fake::script([]);
        let error = session.client(&fake).get().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), fake.count()), (ErrorKind::Config, 0, 0), "{error:?}");
        assert_eq!((session.refreshes(), error.delivery()), ((1, 1), None), "{refresh:?}");
        assert!(error.to_string().starts_with("GET /things/7: the credentials are stale"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn error_of_a_refresh_is_the_error_of_the_call() {
    for (token, attempts) in [(0, 0), (1, 1)] {
        let session = Session::new(token, Refresh::Fails);
        let fake = Fake::new(|_| unauthorized());
        let error = session.client(&fake).get().await.unwrap_err();
        assert_eq!((error.kind(), error.status(), error.code()), (ErrorKind::Api, None, Some("invalid_grant")));
        assert_eq!((error.attempts(), fake.count(), session.refreshes()), (attempts, attempts as usize, (1, 1)));
        let message = "GET /things/7: the API refused the call: the refresh token has expired (code `invalid_grant`)";
        assert_eq!(error.to_string(), message);
    }
}

#[tokio::test(start_paused = true)]
async fn refresh_that_hangs_ends_with_the_timeout_of_the_call() {
    for (token, attempts, phase) in [(0, 0, Delivery::NotSent), (1, 1, Delivery::Unknown)] {
        let session = Session::new(token, Refresh::Hangs);
        let fake = Fake::new(|_| unauthorized().after(Duration::from_secs(5)));
        let client = fake.plain().credentials(session.clone()).timeout(Duration::from_secs(20)).build().unwrap();
        let error = client.get().await.unwrap_err();
        assert_eq!(fake.elapsed(), Duration::from_secs(20));
        assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Total)));
        assert_eq!((error.attempts(), fake.count()), (attempts, attempts as usize));
        assert_eq!(error.delivery(), Some(phase), "{error:?}");
        assert_eq!(error.to_string(), "GET /things/7: timed out after 20 s (`timeout`)");
        assert_eq!(session.refreshes(), (1, 1), "the refresh ended with the call");
    }
}

#[tokio::test(start_paused = true)]
async fn call_that_met_a_401_was_sent() {
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::script([unauthorized(), connection_refused(), connection_refused()]);
    let error = session.client(&fake).post(1).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), error.delivery()), (ErrorKind::Connect, 3, Some(Delivery::Unknown)));
}

#[tokio::test(start_paused = true)]
async fn repeat_after_a_401_follows_the_usual_rules() {
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::script([unauthorized(), connection_lost()]);
    let error = session.client(&fake).post(1).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 2), "a POST without a key is not retried");
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::script([connection_lost(), unauthorized(), ok()]);
    assert_eq!(session.client(&fake).get().await.unwrap().attempts(), 3);
}

trait Uploads: Transport {
    #[endpoint(PUT, "/file", stream = body)]
    async fn upload(&self, body: Body) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/status", auth = none)]
    async fn status(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/status", success = [200, 401])]
    async fn either(&self) -> Result<Response<u8>, Error>;
}
impl<T: Transport> Uploads for T {}

fn streamed() -> Body {
    Body::from_stream(futures_util::stream::iter([Ok(Bytes::from_static(b"piece"))]), None)
}

#[tokio::test(start_paused = true)]
async fn streamed_body_is_not_repeated_after_a_401_and_the_next_call_has_new_credentials() {
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::new(accepts(2));
    let client = session.client(&fake);
    let error = client.upload(streamed()).await.unwrap_err();
    is_401(&error);
    assert_eq!((error.attempts(), fake.count(), session.refreshes()), (1, 1, (1, 1)));
    assert_eq!(client.upload(streamed()).await.unwrap().attempts(), 1);
    assert_eq!(fake.sent()[1].body, b"piece");
}

#[tokio::test(start_paused = true)]
async fn streamed_body_is_sent_after_a_refresh_of_stale_credentials() {
    let session = Session::new(0, Refresh::Succeeds);
    let fake = Fake::new(accepts(1));
    assert_eq!(session.client(&fake).upload(streamed()).await.unwrap().attempts(), 1);
    assert_eq!((session.refreshes(), fake.sent()[0].body.as_slice()), ((1, 1), &b"piece"[..]));
}

#[tokio::test(start_paused = true)]
async fn call_without_credentials_refreshes_none() {
    for token in [0, 1] {
        let session = Session::new(token, Refresh::Succeeds);
        let fake = Fake::script([unauthorized()]);
        is_401(&Uploads::status(&session.client(&fake)).await.unwrap_err());
        assert_eq!((session.refreshes(), fake.sent()[0].header("authorization")), ((0, 0), None));
    }
}

#[tokio::test(start_paused = true)]
async fn declared_success_of_401_refreshes_nothing() {
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::script([status(401)]);
    assert_eq!(session.client(&fake).either().await.unwrap().status(), 401);
    assert_eq!(session.refreshes(), (0, 0));
}
