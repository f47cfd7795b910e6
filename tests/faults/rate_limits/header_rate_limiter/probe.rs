//! The probe: the first request after the reset, for whose response the others wait.

use pivotal_runtime::{CallOptions, Client, Delivery, ErrorKind, Timeout};

use super::{seconds, updated_client};
use crate::support::fake::Fake;
use crate::support::fake::reply::{no_response, ok};
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn dropped_probe_is_replaced_at_once() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 30),
        1 => no_response(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 120),
    });
    let client = updated_client(&fake).await;
    let start = |client: Client| tokio::spawn(async move { client.get().await });
    let (probe, other) = (start(client.clone()), start(client.clone()));
    tokio::time::sleep(seconds(32)).await;
    assert_eq!(fake.count(), 2, "the other call waits for the response to the probe");
    probe.abort();
    other.await.unwrap().unwrap();
    assert_eq!(fake.elapsed(), seconds(32), "the next probe is sent at once");
}

#[tokio::test(start_paused = true)]
async fn probe_without_response_delays_others_for_5_s() {
    // The server does not respond to the probe, but to all later requests.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 => no_response(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = updated_client(&fake).await;
    let slow = client.with(CallOptions::new().max_attempts(1));
    let others = async {
        while fake.count() < 2 {
            tokio::time::sleep(seconds(1)).await;
        }
        for _ in 0..10 {
            assert_eq!(client.get().await.unwrap().attempts(), 1);
        }
        assert_eq!(fake.instants()[1], seconds(5));
        assert_eq!(fake.instants()[2..], [seconds(10); 10], "the first waits 5 s, the others do not wait");
    };
    let (probe, ()) = tokio::join!(slow.get(), others);
    assert_eq!(probe.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(fake.elapsed(), seconds(35), "the attempt of the probe has its full timeout");
}

#[tokio::test(start_paused = true)]
async fn call_that_waits_for_a_probe_times_out() {
    // The server does not respond to the probe.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        _ => no_response(),
    });
    let client = updated_client(&fake).await;
    let options = || CallOptions::new().timeout(seconds(8));
    let (first, second) = (client.with(options()), client.with(options()));
    let (first, second) = tokio::join!(first.get(), second.get());
    let mut errors = [first.unwrap_err(), second.unwrap_err()];
    errors.sort_by_key(pivotal_runtime::Error::attempts);
    let [other, probe] = errors;
    assert_eq!(fake.elapsed(), seconds(8));
    assert_eq!((probe.kind(), probe.delivery(), probe.attempts()), (ErrorKind::Timeout, Some(Delivery::Unknown), 1));
    assert_eq!((other.kind(), other.delivery(), other.attempts()), (ErrorKind::Timeout, Some(Delivery::NotSent), 0));
    assert_eq!(other.elapsed_timeout(), Some(Timeout::Total));
    assert_eq!(fake.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn wait_for_a_probe_ends_with_the_deadline() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        _ => no_response(),
    });
    let client = updated_client(&fake).await;
    let probe = client.with(CallOptions::new().timeout(seconds(30)));
    let waits = client.with(CallOptions::new().timeout(seconds(2)));
    let (_, ended) = tokio::join!(probe.get(), async {
        tokio::time::sleep(seconds(6)).await;
        waits.get().await.unwrap_err();
        fake.elapsed()
    });
    assert_eq!(ended, seconds(8));
}

#[tokio::test(start_paused = true)]
async fn response_without_a_limit_releases_waiting_calls() {
    // To a probe, or to a call that cannot wait for the reset.
    for can_wait in [true, false] {
        let fake = Fake::new(|sent| match sent.number {
            0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
            _ => ok().after(seconds(1)),
        });
        let client = updated_client(&fake).await;
        if !can_wait {
            client.with(CallOptions::new().timeout(seconds(3))).get().await.unwrap();
        }
        let calls: Vec<_> =
            (0..4).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
        let expected =
            if can_wait { [0, 5, 6, 6, 6].map(seconds).to_vec() } else { [0, 0, 1, 1, 1, 1].map(seconds).to_vec() };
        assert_eq!(fake.instants(), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn refusal_without_retry_after_releases_one_call_at_a_time() {
    // The probe is refused without `Retry-After`.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 => crate::support::fake::reply::status(429).after(seconds(1)),
        _ => ok().after(seconds(1)),
    });
    let client = updated_client(&fake).await;
    let once = client.with(CallOptions::new().max_attempts(1));
    let (first, second, third) = tokio::join!(once.get(), once.get(), once.get());
    let refused: Vec<_> = [first, second, third].into_iter().filter_map(Result::err).collect();
    assert!(refused.len() == 1 && refused[0].is_rate_limited(), "{refused:?}");
    assert_eq!(fake.instants(), [0, 5, 6, 7].map(seconds), "one after the other, until one succeeds");
}
