//! Permits of calls that are dropped at any point.

use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use pivotal_runtime::{Client, Error};
use tokio::task::JoinSet;

use crate::support::fake::Fake;
use crate::support::fake::reply::{limited, ok, status};
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

const PERMITS: usize = 3;

/// Polls a call this often and drops it. Returns whether it was complete before.
async fn polled<T>(call: impl Future<Output = T>, polls: usize) -> bool {
    let mut call = pin!(call);
    let mut left = polls;
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        match Pin::new(&mut call).poll(context) {
            Poll::Ready(_) => Poll::Ready(true),
            // The call is dropped where it waits now.
            Poll::Pending if left == 0 => Poll::Ready(false),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// Checks that all permits are free.
async fn assert_permits_are_free(fake: &Fake, client: &Client, polls: usize) {
    let start = fake.elapsed();
    let mut calls = JoinSet::new();
    for _ in 0..PERMITS {
        let client = client.clone();
        calls.spawn(async move { client.put(1).await });
    }
    for result in calls.join_all().await {
        assert_eq!(result.unwrap().attempts(), 1);
    }
    assert_eq!(fake.elapsed(), start + Duration::from_secs(1), "all at once, after {polls} polls");
    assert_eq!(fake.in_flight(), 0);
}

/// Drops a call after each number of polls, until one is complete.
async fn assert_permits_are_released(
    fake: impl Fn() -> Fake,
    call: impl AsyncFn(&Client) -> Result<(), Error>,
    at_least: usize,
) {
    for polls in 0.. {
        assert!(polls < 1_000, "the call is never complete");
        let fake = fake();
        // Otherwise, a 429 would delay the calls that follow.
        let client = fake.builder().max_concurrency(PERMITS).wait_for_rate_limit(false).build().unwrap();
        // Drops as many calls as there are permits.
        let mut is_done = false;
        for _ in 0..PERMITS {
            is_done = polled(call(&client), polls).await;
        }
        assert_permits_are_free(&fake, &client, polls).await;
        if is_done {
            assert!(polls >= at_least, "the call waited {polls} times only");
            return;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn dropped_call_releases_its_permit() {
    let fake = || {
        Fake::new(|sent| match (sent.method.as_str(), sent.number % 3) {
            ("PUT", _) => ok().after(Duration::from_secs(1)),
            (_, 0) => status(503).after(Duration::from_millis(100)),
            (_, 1) => limited("2").after(Duration::from_millis(100)),
            _ => ok()
                .then_byte(Duration::from_millis(100), b' ')
                .then_byte(Duration::from_millis(100), b' ')
                .after(Duration::from_millis(100)),
        })
    };
    assert_permits_are_released(fake, async |client| client.get().await.map(|_| ()), 7).await;
}

#[tokio::test(start_paused = true)]
async fn dropped_stream_releases_its_permit() {
    let fake = || {
        Fake::new(|sent| match sent.method.as_str() {
            "PUT" => ok().after(Duration::from_secs(1)),
            _ => (0..5).fold(ok(), |reply, _| reply.then_byte(Duration::from_millis(100), b' ')),
        })
    };
    let read = async |client: &Client| {
        let mut body = client.stream().await?;
        while body.chunk().await?.is_some() {}
        Ok(())
    };
    assert_permits_are_released(fake, read, 5).await;
}

#[tokio::test(start_paused = true)]
async fn dropped_call_does_not_change_the_rate_limit() {
    for polls in 0.. {
        assert!(polls < 1_000, "the call is never complete");
        // Five requests remain after the first one.
        let fake = Fake::new(|sent| {
            let reply = if sent.number == 0 { ok() } else { ok().after(Duration::from_secs(1)) };
            let remaining = if sent.at < Duration::from_secs(30) { 5 } else { 50 };
            let reset = if sent.at < Duration::from_secs(30) { 30 } else { 90 };
            with_limit(reply, sent.at, 60, remaining, EPOCH + reset)
        });
        let client = fake.client();
        client.get().await.unwrap();
        let is_done = polled(client.get(), polls).await;
        if is_done {
            assert!(polls >= 2);
            return;
        }
        let before = fake.count();
        let mut calls = JoinSet::new();
        for _ in 0..8 {
            let client = client.clone();
            calls.spawn(async move { client.get().await.map(|_| ()) });
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
        assert_eq!(fake.count() - before, 5, "after {polls} polls");
        assert!(calls.join_all().await.into_iter().all(|result| result.is_ok()));
    }
}
