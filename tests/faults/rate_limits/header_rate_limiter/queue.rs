//! The queue of calls that wait: their order, and how often they are woken.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Waker};
use std::time::Duration;

use pivotal_runtime::{CallOptions, Client};
use tokio::task::{JoinHandle, JoinSet};

use super::{exhausted_until, seconds, updated_client};
use crate::support::fake::Fake;
use crate::support::fake::reply::{no_response, ok};
use crate::support::fake::servers::{EPOCH, Window, with_limit};
use crate::thing_api::Api;

/// Returns the number of polls per call if so many calls wait for a limit at once.
async fn polls_per_call(fake: &Fake, calls: usize) -> usize {
    let client = fake.builder().timeout(seconds(100_000)).build().unwrap();
    client.get().await.unwrap();
    let polls = Arc::new(AtomicUsize::new(0));
    let mut tasks = JoinSet::new();
    for _ in 0..calls {
        let (client, polls) = (client.clone(), Arc::clone(&polls));
        tasks.spawn(async move {
            let mut call = pin!(client.get());
            let counted = poll_fn(|context| {
                polls.fetch_add(1, Ordering::Relaxed);
                call.as_mut().poll(context)
            });
            counted.await.unwrap();
        });
    }
    tasks.join_all().await;
    polls.load(Ordering::Relaxed) / calls
}

/// Asserts that a call is polled as often, however many calls wait.
async fn assert_linear(fake: impl Fn() -> Fake) {
    let (few, many) = (polls_per_call(&fake(), 100).await, polls_per_call(&fake(), 3_000).await);
    assert!(few <= 6 && many <= 6, "{few} polls of each of 100 calls, {many} of each of 3,000");
}

#[tokio::test(start_paused = true)]
async fn polls_do_not_grow_with_the_calls_that_wait_for_one_reset() {
    // The server responds after 20 ms. Nothing remains until 3 s, and then always 64.
    assert_linear(|| {
        Fake::new(|sent| match sent.number {
            0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 3),
            _ => with_limit(ok(), sent.at, 60, 64, EPOCH + sent.at.as_secs() + 60).after(Duration::from_millis(20)),
        })
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn polls_do_not_grow_with_the_calls_that_wait_for_many_resets() {
    assert_linear(|| {
        let window = Window::new(50, seconds(10));
        window.fill([seconds(0); 49]);
        Fake::new(move |sent| window.reply(sent).after(Duration::from_millis(20)))
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn polls_do_not_grow_with_the_calls_that_a_new_reset_releases() {
    // The response to the probe moves the reset beyond a minute, so that no call waits for it.
    assert_linear(|| {
        Fake::new(|sent| match sent.number {
            0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 3),
            _ => with_limit(ok(), sent.at, 60, 0, EPOCH + 600).after(Duration::from_secs(2)),
        })
    })
    .await;
}

/// Starts a call that sends this number.
async fn put(client: &Client, number: u8) -> JoinHandle<()> {
    let client = client.clone();
    let call = tokio::spawn(async move { drop(client.put(number).await.unwrap()) });
    tokio::task::yield_now().await;
    call
}

fn bodies(fake: &Fake) -> Vec<u8> {
    fake.sent().iter().skip(1).map(|sent| String::from_utf8_lossy(&sent.body).parse().unwrap()).collect()
}

#[tokio::test(start_paused = true)]
async fn calls_are_sent_in_the_order_in_which_they_came() {
    let fake = exhausted_until(30);
    let client = updated_client(&fake).await;
    let mut calls = Vec::new();
    for number in 0..100 {
        calls.push(put(&client, number).await);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    for call in calls {
        call.await.unwrap();
    }
    assert_eq!(bodies(&fake), (0..100).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn new_call_does_not_overtake_calls_that_wait() {
    let fake = exhausted_until(30);
    let client = updated_client(&fake).await;
    let first_client = client.clone();
    let mut first = Box::pin(first_client.put(1));
    assert!(first.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    tokio::time::sleep(seconds(30)).await;
    // The first call can be sent now, and is not polled before the second one.
    let second = put(&client, 2).await;
    assert_eq!(fake.count(), 1);
    first.await.unwrap();
    second.await.unwrap();
    assert_eq!((bodies(&fake), fake.elapsed()), (vec![1, 2], seconds(30)));
}

/// Polls the first of two calls that wait for a reset only at the start. Returns the time at which the second one is sent.
async fn second_call_if_first_is_not_polled(is_dropped: bool) -> Duration {
    let fake = exhausted_until(30);
    let client = updated_client(&fake).await;
    let first_client = client.clone();
    let mut first = Box::pin(first_client.put(1));
    assert!(first.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    let second = put(&client, 2).await;
    // The first call is woken, and not polled.
    tokio::time::sleep(seconds(30)).await;
    if is_dropped {
        drop(first);
        second.await.unwrap();
    } else {
        second.await.unwrap();
        drop(first);
    }
    assert_eq!(bodies(&fake), [2]);
    fake.elapsed()
}

#[tokio::test(start_paused = true)]
async fn dropped_call_passes_its_turn_on() {
    assert_eq!(second_call_if_first_is_not_polled(true).await, seconds(30));
}

#[tokio::test(start_paused = true)]
async fn call_that_is_not_polled_is_overtaken_after_a_second() {
    assert_eq!(second_call_if_first_is_not_polled(false).await, seconds(31));
}

#[tokio::test(start_paused = true)]
async fn woken_call_that_is_dropped_passes_its_wakeup_on() {
    // The probe has no response within 4 s, and is dropped then.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 => no_response(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = updated_client(&fake).await;
    let probe = put(&client, 1).await;
    let woken_client = client.clone();
    let mut woken = Box::pin(woken_client.put(2));
    assert!(woken.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    let last = put(&client, 3).await;
    tokio::time::sleep(seconds(9)).await;
    assert_eq!(bodies(&fake), [1]);
    probe.abort();
    assert!(probe.await.unwrap_err().is_cancelled());
    drop(woken);
    last.await.unwrap();
    assert_eq!((bodies(&fake), fake.elapsed()), (vec![1, 3], seconds(9)));
}

#[tokio::test(start_paused = true)]
async fn calls_dropped_at_any_time_delay_no_other() {
    // Nothing remains until 3 s, and then one request at a time, each for 20 ms.
    let millis = Duration::from_millis;
    let fake = Fake::new(move |sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 3),
        _ => with_limit(ok(), sent.at, 60, 1, EPOCH + sent.at.as_secs() + 60).after(millis(20)),
    });
    let client = updated_client(&fake).await;
    let mut kept = JoinSet::new();
    for number in 0..600_u64 {
        let client = client.clone();
        if number % 3 == 0 {
            kept.spawn(async move { client.get().await.unwrap().attempts() });
        } else {
            // All times from 3 s to 13 s, some of them the times of responses.
            let dropped_after = millis(3_000 + number * 317 % 10_000 / 5 * 5);
            tokio::spawn(async move { tokio::time::timeout(dropped_after, client.get()).await.is_ok() });
        }
    }
    assert_eq!(kept.join_all().await.len(), 200);
    let gaps = fake.gaps();
    assert_eq!(gaps[0], seconds(3));
    assert_eq!(gaps.iter().skip(1).max(), Some(&millis(20)), "a call is sent as soon as one can be sent");
}

#[tokio::test(start_paused = true)]
async fn call_behind_others_is_sent_once_it_cannot_wait_for_the_reset() {
    // The response to the probe moves the reset from 5 s to 30 s.
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 | 2 => with_limit(ok(), sent.at + seconds(2), 60, 0, EPOCH + 30).after(seconds(2)),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = updated_client(&fake).await;
    let mut patient = Vec::new();
    for number in [1, 2, 3, 4] {
        patient.push(put(&client, number).await);
    }
    let hasty = client.with(CallOptions::new().timeout(seconds(20)));
    hasty.put(5).await.unwrap();
    assert_eq!(fake.elapsed(), seconds(9), "sent at 7 s");
    for call in patient {
        call.await.unwrap();
    }
    assert_eq!((bodies(&fake), fake.elapsed()), (vec![1, 5, 2, 3, 4], seconds(30)));
}

#[tokio::test(start_paused = true)]
async fn call_that_can_wait_again_is_sent_once_it_cannot() {
    // Responses move the reset: from 5 s to 30 s, then to 15 s, then to 30 s again.
    let fake = Fake::new(|sent| {
        let reset = [5, 30, 15, 30].get(sent.number).copied().unwrap_or(90);
        let reply = with_limit(ok(), sent.at + seconds(1), 60, usize::from(sent.number > 3) * 50, EPOCH + reset);
        if sent.number == 0 { reply } else { reply.after(seconds(1)) }
    });
    let client = updated_client(&fake).await;
    for number in [1, 2, 3] {
        put(&client, number).await;
    }
    let within = |timeout| CallOptions::new().timeout(seconds(timeout));
    let own_client = client.clone();
    let mut call = Box::pin(async move { own_client.with(within(20)).put(9).await.map(drop) });
    assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    // Woken after 6 s, it is polled only when the reset is at 15 s.
    tokio::time::sleep(seconds(7)).await;
    client.with(within(3)).put(4).await.unwrap();
    let call = tokio::spawn(call);
    client.with(within(3)).put(5).await.unwrap();
    call.await.unwrap().unwrap();
    assert_eq!((&bodies(&fake)[..4], fake.elapsed()), (&[1, 4, 5, 9][..], seconds(10)), "sent at 9 s");
}
