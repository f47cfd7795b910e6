//! The count of requests that remain, with calls that fail or are dropped.

use std::time::Duration;

use pivotal_runtime::{CallOptions, ErrorKind};

use super::{exhausted_until, seconds, updated_client};
use crate::support::fake::Fake;
use crate::support::fake::reply::{connection_lost, limited, no_response, ok};
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn no_more_requests_are_sent_than_remain() {
    // Ten requests remain. The responses come at once or later, in the order of the requests or in another.
    for pattern in 0..6_u64 {
        let fake = Fake::new(move |sent| {
            let number = u64::try_from(sent.number).unwrap();
            let delay = Duration::from_millis(
                [0, 10, 10 * number, 500 - 40 * number.min(12), number % 3, number * 7 % 11]
                    [usize::try_from(pattern).unwrap()],
            );
            let reply = if sent.at < seconds(30) {
                with_limit(ok(), sent.at, 60, 10_usize.saturating_sub(sent.number), EPOCH + 30)
            } else {
                with_limit(ok(), sent.at, 60, 50, EPOCH + 90)
            };
            if sent.number == 0 { reply } else { reply.after(delay) }
        });
        let client = updated_client(&fake).await;
        let calls: Vec<_> =
            (0..50).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
        for call in calls {
            assert_eq!(call.await.unwrap().unwrap().attempts(), 1);
        }
        let early = fake.instants().iter().filter(|at| **at < seconds(30)).count();
        assert_eq!(early, 11, "all that remain, and no more: {pattern}");
        assert_eq!((fake.count(), fake.elapsed().as_secs()), (51, 30));
    }
}

#[tokio::test(start_paused = true)]
async fn dropped_waiting_calls_use_no_permit() {
    let fake = exhausted_until(30);
    let client = updated_client(&fake).await;
    let mut waiting = Vec::new();
    for number in 0..40 {
        let client = client.clone();
        let call = tokio::spawn(async move { client.get().await });
        // Every second call is dropped: before it waits, in the middle, or just before the reset.
        let dropped_after = (number % 2 == 0).then(|| seconds([0, 10, 29][number / 2 % 3]));
        waiting.push((call, dropped_after));
    }
    for (call, dropped_after) in &waiting {
        if let Some(after) = *dropped_after {
            let call = call.abort_handle();
            tokio::spawn(async move {
                tokio::time::sleep(after).await;
                call.abort();
            });
        }
    }
    for (call, dropped_after) in waiting {
        match dropped_after {
            Some(_) => assert!(call.await.unwrap_err().is_cancelled()),
            None => assert_eq!(call.await.unwrap().unwrap().attempts(), 1),
        }
    }
    assert_eq!(fake.count(), 21);
    assert_eq!(fake.elapsed(), seconds(30), "no call waits longer than until the reset");
}

#[tokio::test(start_paused = true)]
async fn failed_calls_return_their_permits() {
    // More calls fail than requests remain. Later calls do not wait.
    let fake =
        Fake::new(
            |sent| if sent.number == 0 { with_limit(ok(), sent.at, 60, 5, EPOCH + 30) } else { connection_lost() },
        );
    let client = updated_client(&fake).await;
    for _ in 0..20 {
        let error = client.patch(1).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    }
    assert_eq!((fake.count(), fake.elapsed()), (21, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn dropped_call_returns_nothing_after_a_refusal() {
    // Two requests are in flight. One is refused, the other is dropped.
    let fake = Fake::new(|sent| match sent.number {
        0 => limited("30").after(seconds(1)),
        1 => no_response(),
        _ => ok(),
    });
    let client = fake.builder().timeout(seconds(100)).build().unwrap();
    let once = client.with(CallOptions::new().max_attempts(1));
    let dropped = tokio::time::timeout(seconds(2), once.get());
    let (refused, dropped) = tokio::join!(once.get(), dropped);
    assert!(refused.unwrap_err().is_rate_limited() && dropped.is_err());
    client.get().await.unwrap();
    assert!(fake.elapsed() >= seconds(31), "nothing remains until then: {:?}", fake.elapsed());
}

#[tokio::test(start_paused = true)]
async fn late_response_does_not_lift_a_refusal() {
    // Two requests are sent at once. The second is refused before the response to the first arrives.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 10, EPOCH + 30).after(seconds(2)),
        1 => with_limit(limited("30"), sent.at, 60, 0, EPOCH + 30).after(seconds(1)),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = fake.builder().timeout(seconds(100)).build().unwrap();
    let once = client.with(CallOptions::new().max_attempts(1));
    let (responded, refused) = tokio::join!(client.get(), once.get());
    assert!(responded.is_ok() && refused.unwrap_err().is_rate_limited());
    client.get().await.unwrap();
    assert_eq!(fake.instants()[2], seconds(31));
}

#[tokio::test(start_paused = true)]
async fn dropped_calls_return_no_more_than_was_counted() {
    // Six requests are in flight when the first response reports that two remain. The other five are dropped.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 2, EPOCH + 30).after(seconds(1)),
        1..=5 => no_response(),
        _ => with_limit(ok(), sent.at, 60, usize::from(sent.number == 6), EPOCH + 30).after(seconds(2)),
    });
    let client = fake.client();
    let dropped = || tokio::time::timeout(seconds(2), client.get());
    let calls = tokio::join!(client.get(), dropped(), dropped(), dropped(), dropped(), dropped());
    assert!(calls.0.is_ok() && calls.5.is_err());
    let calls: Vec<_> =
        (0..6).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
    tokio::time::sleep(seconds(1)).await;
    assert_eq!(fake.count(), 6 + 2, "two remained");
    for call in calls {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn uncounted_calls_return_nothing() {
    // Calls that cannot wait for the reset are sent at once, and fail.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 30),
        1..=20 => connection_lost(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = updated_client(&fake).await;
    let hasty = client.with(CallOptions::new().timeout(seconds(10)));
    for _ in 0..20 {
        assert_eq!(hasty.patch(1).await.unwrap_err().kind(), ErrorKind::Transport);
    }
    assert_eq!((fake.count(), fake.elapsed()), (21, Duration::ZERO));
    client.get().await.unwrap();
    assert_eq!(fake.elapsed(), seconds(30), "nothing remains until then");
}
