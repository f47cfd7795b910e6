//! Rows 77, 81, 82 and 83: callers wait where the server says that nothing is left.

use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::{CallOptions, Client, ErrorKind, Phase, TimeLimit};

use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{broken, limited, ok, silence};
use crate::fake::servers::{EPOCH, with_limit};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// A fake that says that nothing is left until so many seconds after its start.
fn exhausted_until(reset: u64) -> Fake {
    Fake::new(move |sent| {
        let (remaining, reset) = if sent.at < seconds(reset) { (0, reset) } else { (50, reset + 60) };
        with_limit(ok(), sent.at, 60, remaining, EPOCH + reset)
    })
}

/// A client that knows what its fake says of the limit.
async fn taught(fake: &Fake) -> Client {
    let client = fake.client();
    client.get().await.unwrap();
    client
}

#[tokio::test(start_paused = true)]
async fn row_077_with_none_left_the_next_call_waits_for_the_reset() {
    let fake = exhausted_until(30);
    let response = taught(&fake).await.get().await.unwrap();
    assert_eq!(response.attempts(), 1, "it waited before it was sent, rather than being refused");
    assert_eq!(fake.instants(), [seconds(0), seconds(30)]);
    assert_eq!(response.rate_limit().unwrap().remaining, 50);
}

#[tokio::test(start_paused = true)]
async fn row_077_a_reset_that_is_too_far_away_is_not_waited_for() {
    // Beyond a minute, for a call with all the time of the world.
    let fake = exhausted_until(61);
    taught(&fake).await.with(CallOptions::new().timeout(seconds(600))).get().await.unwrap();
    assert_eq!(fake.instants(), [Duration::ZERO; 2]);

    // Beyond the deadline of the call: it goes at once and takes what comes.
    let fake = Fake::new(|sent| {
        let reply = if sent.number == 0 { ok() } else { limited("30") };
        with_limit(reply, sent.at, 60, 0, EPOCH + 30)
    });
    let client = taught(&fake).await;
    let error = client.with(CallOptions::new().timeout(seconds(10))).get().await.unwrap_err();
    assert_eq!(fake.instants(), [Duration::ZERO; 2]);
    assert!(error.is_rate_limited());
    assert_eq!((error.attempts(), error.retry_after(), fake.elapsed()), (1, Some(seconds(30)), Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn row_077_one_switch_turns_it_off() {
    let fake = exhausted_until(30);
    let client = fake.builder().wait_for_rate_limit(false).build().unwrap();
    client.get().await.unwrap();
    client.get().await.unwrap();
    assert_eq!(fake.instants(), [Duration::ZERO; 2]);
}

#[tokio::test(start_paused = true)]
async fn row_077_clones_options_and_calls_without_credentials_wait_alike() {
    let fake = exhausted_until(30);
    let client = taught(&fake).await;
    let (clone, with) = (client.clone(), client.with(CallOptions::new().max_attempts(1)));
    let (first, second, public) = tokio::join!(clone.get(), with.get(), client.public_post(1));
    assert_eq!((first.unwrap().attempts(), second.unwrap().attempts(), public.unwrap().attempts()), (1, 1, 1));
    assert_eq!(fake.instants(), [0, 30, 30, 30].map(seconds));
}

#[tokio::test(start_paused = true)]
async fn row_081_the_limit_of_one_key_holds_up_no_other() {
    let fake = Fake::new(|sent| {
        let is_limited = sent.header("authorization").unwrap().ends_with("vQ2mXw7b") && sent.at < seconds(30);
        if is_limited { with_limit(ok(), sent.at, 60, 0, EPOCH + 30) } else { ok() }
    });
    let limited = taught(&fake).await;
    let other = fake.builder().credentials(PivotalKey::new("pivotal_test_anotherKey0").unwrap()).build().unwrap();
    let (waited, went) = tokio::join!(limited.get(), async {
        other.get().await.unwrap();
        fake.elapsed()
    });
    waited.unwrap();
    assert_eq!(went, Duration::ZERO);
    assert_eq!(fake.instants(), [seconds(0), seconds(0), seconds(30)]);
}

#[tokio::test(start_paused = true)]
async fn row_082_who_gives_up_waiting_takes_nothing_along() {
    let fake = exhausted_until(30);
    let client = taught(&fake).await;
    let mut waiting = Vec::new();
    for number in 0..40 {
        let client = client.clone();
        let call = tokio::spawn(async move { client.get().await });
        // Every second one gives up: before it waits, in the middle, or just before the reset.
        let gives_up = (number % 2 == 0).then(|| seconds([0, 10, 29][number / 2 % 3]));
        waiting.push((call, gives_up));
    }
    for (call, gives_up) in &waiting {
        if let Some(after) = *gives_up {
            let call = call.abort_handle();
            tokio::spawn(async move {
                tokio::time::sleep(after).await;
                call.abort();
            });
        }
    }
    for (call, gives_up) in waiting {
        match gives_up {
            Some(_) => assert!(call.await.unwrap_err().is_cancelled()),
            None => assert_eq!(call.await.unwrap().unwrap().attempts(), 1),
        }
    }
    assert_eq!(fake.count(), 21);
    assert_eq!(fake.elapsed(), seconds(30), "nobody waited longer than for the reset");
}

#[tokio::test(start_paused = true)]
async fn row_082_the_first_after_the_reset_may_give_up_too() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 30),
        1 => silence(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 120),
    });
    let client = taught(&fake).await;
    let start = |client: Client| tokio::spawn(async move { client.get().await });
    let (probe, other) = (start(client.clone()), start(client.clone()));
    tokio::time::sleep(seconds(32)).await;
    assert_eq!(fake.count(), 2, "the other waits for the answer of the one that went ahead");
    probe.abort();
    other.await.unwrap().unwrap();
    assert_eq!(fake.elapsed(), seconds(32), "its place was taken at once");
}

#[tokio::test(start_paused = true)]
async fn row_083_no_more_go_than_are_left() {
    // Ten are left. The server answers at once, or later; in the order in which it was asked, or in another.
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
        let client = taught(&fake).await;
        let calls: Vec<_> =
            (0..50).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
        for call in calls {
            assert_eq!(call.await.unwrap().unwrap().attempts(), 1);
        }
        let early = fake.instants().iter().filter(|at| **at < seconds(30)).count();
        assert_eq!(early, 11, "all that were left, and no more: {pattern}");
        assert_eq!((fake.count(), fake.elapsed().as_secs()), (51, 30));
    }
}

#[tokio::test(start_paused = true)]
async fn row_083_calls_that_break_off_use_nothing_up_for_good() {
    // More calls break off than are left: those that follow are not held up for ever.
    let fake = Fake::new(|sent| if sent.number == 0 { with_limit(ok(), sent.at, 60, 5, EPOCH + 30) } else { broken() });
    let client = taught(&fake).await;
    for _ in 0..20 {
        let error = client.patch(1).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    }
    assert_eq!((fake.count(), fake.elapsed()), (21, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn row_083_who_breaks_off_after_a_refusal_gives_nothing_back() {
    // Two are on their way. One is refused, the other given up.
    let fake = Fake::new(|sent| match sent.number {
        0 => limited("30").after(seconds(1)),
        1 => silence(),
        _ => ok(),
    });
    let client = fake.builder().timeout(seconds(100)).build().unwrap();
    let once = client.with(CallOptions::new().max_attempts(1));
    let given_up = tokio::time::timeout(seconds(2), once.get());
    let (refused, given_up) = tokio::join!(once.get(), given_up);
    assert!(refused.unwrap_err().is_rate_limited() && given_up.is_err());
    client.get().await.unwrap();
    assert!(fake.elapsed() >= seconds(31), "nothing is left before that: {:?}", fake.elapsed());
}

#[tokio::test(start_paused = true)]
async fn row_083_an_older_answer_that_comes_later_does_not_lift_a_refusal() {
    // Of two that are sent at once, the second is refused before the answer to the first is there.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 10, EPOCH + 30).after(seconds(2)),
        1 => with_limit(limited("30"), sent.at, 60, 0, EPOCH + 30).after(seconds(1)),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = fake.builder().timeout(seconds(100)).build().unwrap();
    let once = client.with(CallOptions::new().max_attempts(1));
    let (answered, refused) = tokio::join!(client.get(), once.get());
    assert!(answered.is_ok() && refused.unwrap_err().is_rate_limited());
    client.get().await.unwrap();
    assert_eq!(fake.instants()[2], seconds(31));
}

#[tokio::test(start_paused = true)]
async fn row_083_who_breaks_off_gives_back_no_more_than_was_counted() {
    // Six are on their way when the first answer says that two are left. The others are given up.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 2, EPOCH + 30).after(seconds(1)),
        1..=5 => silence(),
        _ => with_limit(ok(), sent.at, 60, usize::from(sent.number == 6), EPOCH + 30).after(seconds(2)),
    });
    let client = fake.client();
    let given_up = || tokio::time::timeout(seconds(2), client.get());
    let calls = tokio::join!(client.get(), given_up(), given_up(), given_up(), given_up(), given_up());
    assert!(calls.0.is_ok() && calls.5.is_err());
    let calls: Vec<_> =
        (0..6).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
    tokio::time::sleep(seconds(1)).await;
    assert_eq!(fake.count(), 6 + 2, "two were left");
    for call in calls {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn row_083_who_goes_without_leave_gives_none_back() {
    // Those who cannot wait for the reset go at once, and break off.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 30),
        1..=20 => broken(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = taught(&fake).await;
    let hasty = client.with(CallOptions::new().timeout(seconds(10)));
    for _ in 0..20 {
        assert_eq!(hasty.patch(1).await.unwrap_err().kind(), ErrorKind::Transport);
    }
    assert_eq!((fake.count(), fake.elapsed()), (21, Duration::ZERO));
    client.get().await.unwrap();
    assert_eq!(fake.elapsed(), seconds(30), "there is as little left as before");
}

#[tokio::test(start_paused = true)]
async fn row_083_waiting_for_the_limit_ends_with_the_deadline() {
    // The reset comes, but the one that goes ahead is never answered.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        _ => silence(),
    });
    let client = taught(&fake).await;
    let options = || CallOptions::new().timeout(seconds(8));
    let (first, second) = (client.with(options()), client.with(options()));
    let (first, second) = tokio::join!(first.get(), second.get());
    let mut errors = [first.unwrap_err(), second.unwrap_err()];
    errors.sort_by_key(pivotal_runtime::Error::attempts);
    let [other, probe] = errors;
    assert_eq!(fake.elapsed(), seconds(8));
    assert_eq!((probe.kind(), probe.phase(), probe.attempts()), (ErrorKind::Timeout, Some(Phase::Unknown), 1));
    assert_eq!((other.kind(), other.phase(), other.attempts()), (ErrorKind::Timeout, Some(Phase::NotSent), 0));
    assert_eq!(other.time_limit(), Some(TimeLimit::Total));
    assert_eq!(fake.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn row_083_one_that_goes_ahead_and_is_not_answered_does_not_hold_up_the_others() {
    // After the reset, one call goes ahead, and the server keeps it waiting; it is well otherwise.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 => silence(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = taught(&fake).await;
    let slow = client.with(CallOptions::new().max_attempts(1));
    let others = async {
        while fake.count() < 2 {
            tokio::time::sleep(seconds(1)).await;
        }
        for _ in 0..10 {
            assert_eq!(client.get().await.unwrap().attempts(), 1);
        }
        assert_eq!(fake.instants()[1], seconds(5));
        assert_eq!(
            fake.instants()[2..],
            [seconds(10); 10],
            "the first waited for a few seconds, the others not at all"
        );
    };
    let (ahead, ()) = tokio::join!(slow.get(), others);
    assert_eq!(ahead.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(fake.elapsed(), seconds(35), "its attempt had all of its time");
}

#[tokio::test(start_paused = true)]
async fn limit_that_limits_nothing_is_ignored() {
    // `0/0/0`, as gateways write "no limit"; a reset in the past, at once, or on a clock that is far ahead.
    for (limit, remaining, reset) in [(0, 0, 0), (0, 0, EPOCH + 30), (60, 0, EPOCH - 3_600), (60, 0, 0), (60, 5, 0)] {
        let fake = Fake::new(move |sent| with_limit(ok(), sent.at, limit, remaining, reset).after(seconds(1)));
        let client = taught(&fake).await;
        let calls: Vec<_> =
            (0..60).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
        for call in calls {
            assert_eq!(call.await.unwrap().unwrap().attempts(), 1);
        }
        assert_eq!(fake.elapsed(), seconds(2), "{limit}/{remaining}/{reset}: none waits for another");
    }
}

#[tokio::test(start_paused = true)]
async fn reset_that_has_come_near_is_waited_for() {
    // Reported as 90 s away: by the headers of a success, or by `Retry-After`.
    for is_refused in [false, true] {
        let fake = Fake::new(move |sent| match sent.number {
            0 if is_refused => limited("90"),
            0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 90),
            _ => ok(),
        });
        let client = fake.builder().timeout(seconds(100)).build().unwrap();
        assert_eq!(client.get().await.is_err(), is_refused);
        tokio::time::sleep(seconds(40)).await;
        client.get().await.unwrap();
        assert_eq!(fake.instants(), [0, 90].map(seconds), "{is_refused}");
    }
}

#[tokio::test(start_paused = true)]
async fn response_without_a_limit_lets_all_go() {
    // After the reset, or to a call that could not wait for it.
    for can_wait in [true, false] {
        let fake = Fake::new(|sent| match sent.number {
            0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
            _ => ok().after(seconds(1)),
        });
        let client = taught(&fake).await;
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
async fn refusal_without_a_wait_releases_nobody() {
    // The one that goes ahead is refused, with nothing about when to come back.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 => crate::fake::reply::status(429).after(seconds(1)),
        _ => ok().after(seconds(1)),
    });
    let client = taught(&fake).await;
    let once = client.with(CallOptions::new().max_attempts(1));
    let (first, second, third) = tokio::join!(once.get(), once.get(), once.get());
    let refused: Vec<_> = [first, second, third].into_iter().filter_map(Result::err).collect();
    assert!(refused.len() == 1 && refused[0].is_rate_limited(), "{refused:?}");
    assert_eq!(fake.instants(), [0, 5, 6, 7].map(seconds), "one after the other, until one succeeds");
}

#[tokio::test(start_paused = true)]
async fn place_is_not_held_while_waiting() {
    let fake = Fake::new(|sent| if sent.number == 0 { with_limit(ok(), sent.at, 60, 0, EPOCH + 30) } else { ok() });
    let client = fake.builder().max_concurrency(1).build().unwrap();
    client.get().await.unwrap();
    let (waited, went) = tokio::join!(client.get(), async {
        client.with(CallOptions::new().timeout(seconds(10))).get().await.unwrap();
        fake.elapsed()
    });
    waited.unwrap();
    assert_eq!(went, seconds(0));
}

#[tokio::test(start_paused = true)]
async fn wait_for_one_that_goes_ahead_ends_with_the_deadline() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        _ => silence(),
    });
    let client = taught(&fake).await;
    let ahead = client.with(CallOptions::new().timeout(seconds(30)));
    let waits = client.with(CallOptions::new().timeout(seconds(2)));
    let (_, ended) = tokio::join!(ahead.get(), async {
        tokio::time::sleep(seconds(6)).await;
        waits.get().await.unwrap_err();
        fake.elapsed()
    });
    assert_eq!(ended, seconds(8));
}
