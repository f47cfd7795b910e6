//! Concurrent calls that share one refresh.

use std::time::Duration;

use pivotal_runtime::{Client, Error, Response};
use tokio::task::JoinSet;

use super::session::{Refresh, Session, accepts, unauthorized};
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::thing_api::Api;

const CALLS: usize = 100;

/// Makes 100 calls at once.
async fn call_all(client: &Client) -> Vec<Result<Response<u8>, Error>> {
    let mut calls = JoinSet::new();
    for _ in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move { client.post(1).await });
    }
    calls.join_all().await
}

/// The attempts of calls that all succeed.
async fn attempts_of_all(client: &Client) -> Vec<u32> {
    call_all(client).await.into_iter().map(|result| result.unwrap().attempts()).collect()
}

#[tokio::test(start_paused = true)]
async fn calls_without_a_token_refresh_once() {
    let session = Session::new(0, Refresh::Succeeds);
    let fake = Fake::new(accepts(1));
    assert_eq!(attempts_of_all(&session.client(&fake)).await, [1; CALLS]);
    assert_eq!((session.refreshes(), fake.count()), ((1, 1), CALLS));
    assert_eq!(fake.elapsed(), Duration::from_secs(1));
}

/// The calls are POST requests without a key, which otherwise are retried only after a 429.
#[tokio::test(start_paused = true)]
async fn calls_rejected_with_401_refresh_once() {
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::new(accepts(2));
    let client = session.client(&fake);
    assert_eq!(attempts_of_all(&client).await, [2; CALLS]);
    assert_eq!((session.refreshes(), fake.count()), ((1, 1), 2 * CALLS));
    assert_eq!(fake.elapsed(), Duration::from_secs(1));
    assert_eq!(client.post(1).await.unwrap().attempts(), 1, "the new token stays in use");
}

/// Some rejections of the old token arrive during the refresh, and some after it.
#[tokio::test(start_paused = true)]
async fn late_401_of_an_old_token_does_not_refresh_again() {
    let session = Session::new(1, Refresh::Succeeds);
    let server = accepts(2);
    let fake = Fake::new(move |sent| server(sent).after(Duration::from_millis(20) * sent.number.try_into().unwrap()));
    let client = fake.plain().credentials(session.clone()).max_concurrency(CALLS).build().unwrap();
    assert_eq!(attempts_of_all(&client).await, [2; CALLS]);
    assert_eq!((session.refreshes(), fake.count()), ((1, 1), 2 * CALLS));
}

#[tokio::test(start_paused = true)]
async fn refresh_that_fails_is_not_repeated_by_calls_that_waited_for_it() {
    for refresh in [Refresh::ReturnsFalse, Refresh::Fails] {
        let stale = Session::new(0, refresh);
        let fake = Fake::script([]);
        assert!(call_all(&stale.client(&fake)).await.iter().all(Result::is_err));
        assert_eq!((stale.refreshes(), fake.count()), ((1, 1), 0), "{refresh:?}");

        let rejected = Session::new(1, refresh);
        let fake = Fake::new(|_| unauthorized());
        assert!(call_all(&rejected.client(&fake)).await.iter().all(Result::is_err));
        assert_eq!((rejected.refreshes(), fake.count()), ((1, 1), CALLS), "{refresh:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn later_call_refreshes_again_after_a_refresh_that_failed() {
    let session = Session::new(0, Refresh::ReturnsFalse);
    let client = session.client(&Fake::script([]));
    for refreshes in 1..=3 {
        client.get().await.unwrap_err();
        assert_eq!(session.refreshes(), (refreshes, refreshes));
    }
}

#[tokio::test(start_paused = true)]
async fn call_that_is_dropped_during_a_refresh_does_not_block_others() {
    for (token, attempts) in [(0, 1), (1, 2)] {
        let session = Session::new(token, Refresh::Succeeds);
        let fake = Fake::new(accepts(token + 1));
        let client = session.client(&fake);
        let call = || {
            let client = client.clone();
            tokio::spawn(async move { client.post(1).await })
        };
        // The first refreshes, the others wait for it.
        let (first, second, third) = (call(), call(), call());
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(session.refreshes(), (1, 0));
        second.abort();
        assert!(second.await.unwrap_err().is_cancelled());
        first.abort();
        assert!(first.await.unwrap_err().is_cancelled());
        assert_eq!(third.await.unwrap().unwrap().attempts(), attempts);
        assert_eq!((session.refreshes(), fake.elapsed()), ((2, 2), Duration::from_millis(1_500)));
    }
}

#[tokio::test(start_paused = true)]
async fn refresh_does_not_delay_calls_with_valid_credentials() {
    let session = Session::new(1, Refresh::Succeeds);
    let fake = Fake::new(|sent| if sent.number == 0 { unauthorized() } else { ok() });
    let client = session.client(&fake);
    let (rejected, accepted) = tokio::join!(client.get(), async {
        let response = client.get().await;
        (response, fake.elapsed())
    });
    assert_eq!((rejected.unwrap().attempts(), fake.elapsed()), (2, Duration::from_secs(1)));
    assert_eq!((accepted.0.unwrap().attempts(), accepted.1), (1, Duration::ZERO));
}
