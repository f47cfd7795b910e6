//! A call that is dropped, wherever it has come to, leaves nothing behind.

use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use pivotal_runtime::{Client, Error};
use tokio::task::JoinSet;

use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{limited, ok, status};
use crate::fake::servers::{EPOCH, with_limit};

const PLACES: usize = 3;

/// Polls a call so often and drops it; whether it came to its end before that.
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
            // The last poll was not the last word: it is dropped where it waits now.
            Poll::Pending if left == 0 => Poll::Ready(false),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// That the client still serves as many calls at once as it has places.
async fn assert_serves(fake: &Fake, client: &Client, polls: usize) {
    let start = fake.elapsed();
    let mut calls = JoinSet::new();
    for _ in 0..PLACES {
        let client = client.clone();
        calls.spawn(async move { client.put(1).await });
    }
    for result in calls.join_all().await {
        assert_eq!(result.unwrap().attempts(), 1);
    }
    assert_eq!(fake.elapsed(), start + Duration::from_secs(1), "all at once, after {polls} polls");
    assert_eq!(fake.in_flight(), 0);
}

/// Drops a call after each number of polls until one comes to its end.
async fn assert_nothing_is_left(
    fake: impl Fn() -> Fake,
    call: impl AsyncFn(&Client) -> Result<(), Error>,
    at_least: usize,
) {
    for polls in 0.. {
        assert!(polls < 1_000, "the call never comes to its end");
        let fake = fake();
        // The limit of the key is not what is tested here: a 429 would hold up the calls that follow.
        let client = fake.builder().max_concurrency(PLACES).wait_for_rate_limit(false).build().unwrap();
        // As many as there are places, so that one that is lost is missed.
        let mut is_done = false;
        for _ in 0..PLACES {
            is_done = polled(call(&client), polls).await;
        }
        assert_serves(&fake, &client, polls).await;
        if is_done {
            assert!(polls >= at_least, "the call waited {polls} times only");
            return;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn row_032_a_call_that_is_dropped_gives_its_place_back() {
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
    assert_nothing_is_left(fake, async |client| client.get().await.map(|_| ()), 7).await;
}

#[tokio::test(start_paused = true)]
async fn row_032_dropped_stream_leaves_nothing_behind() {
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
    assert_nothing_is_left(fake, read, 5).await;
}

#[tokio::test(start_paused = true)]
async fn row_082_a_call_that_is_dropped_leaves_the_rate_limit_as_it_was() {
    for polls in 0.. {
        assert!(polls < 1_000, "the call never comes to its end");
        // Five are left after the first.
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
