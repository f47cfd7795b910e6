//! The limit on concurrent calls, and clients that many calls share.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Client, DynTransport, Error, Transport, endpoint};
use tokio::task::JoinSet;

use crate::support::fake::Fake;
use crate::support::fake::reply::{no_response, ok, status};
use crate::support::seconds;
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn slow_calls_do_not_delay_others() {
    let fake =
        Fake::new(|sent| if sent.method == "DELETE" { no_response() } else { ok().after(Duration::from_millis(10)) });
    let client = fake.client();
    let slow: Vec<_> =
        (0..10).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.delete().await })).collect();
    let mut others = JoinSet::new();
    for _ in 0..990 {
        let client = client.clone();
        others.spawn(async move { client.get().await });
    }
    assert!(others.join_all().await.into_iter().all(|result| result.is_ok()));
    // With the other 54 permits: 19 rounds of 10 ms.
    assert_eq!(fake.elapsed(), Duration::from_millis(190));
    for call in slow {
        assert!(call.await.unwrap().unwrap_err().is_timeout());
    }
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_calls_run_64_at_a_time() {
    let fake = Fake::new(|_| ok().after(Duration::from_millis(300)));
    let client = fake.client();
    let mut calls = JoinSet::new();
    for _ in 0..10_000 {
        let client = client.clone();
        calls.spawn(async move { client.get().await.map(|response| response.attempts()) });
    }
    for result in calls.join_all().await {
        assert_eq!(result.unwrap(), 1);
    }
    assert_eq!((fake.count(), fake.peak(), fake.in_flight()), (10_000, 64, 0));
    // 157 rounds of 64.
    assert_eq!(fake.elapsed(), Duration::from_millis(157 * 300));
}

#[tokio::test(start_paused = true)]
async fn call_without_a_permit_times_out_unsent() {
    let fake = Fake::new(|_| ok().after(seconds(15)));
    let client = fake.builder().max_concurrency(2).timeout(seconds(40)).build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..8 {
        let client = client.clone();
        calls.spawn(async move { client.post(1).await });
    }
    let results = calls.join_all().await;
    assert_eq!(fake.elapsed(), seconds(40));
    let errors: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).collect();
    assert_eq!(results.len() - errors.len(), 4, "two rounds of two; the deadline ends the third");
    let unsent = errors.iter().filter(|error| error.attempts() == 0);
    assert_eq!((unsent.count(), fake.count()), (2, 6));
    for error in errors {
        let phase =
            if error.attempts() == 0 { pivotal_runtime::Delivery::NotSent } else { pivotal_runtime::Delivery::Unknown };
        assert!(error.is_timeout());
        assert_eq!(error.delivery(), Some(phase));
    }
}

#[tokio::test(start_paused = true)]
async fn clones_share_their_permits() {
    let fake = Fake::new(|_| ok().after(seconds(1)));
    let client = fake.builder().max_concurrency(3).build().unwrap();
    let mut calls = JoinSet::new();
    for number in 0..12 {
        let client = client.clone();
        calls.spawn(async move {
            if number % 2 == 0 {
                client.get().await
            } else {
                client.with(CallOptions::new().max_attempts(1)).get().await
            }
        });
    }
    assert!(calls.join_all().await.into_iter().all(|result| result.is_ok()));
    assert_eq!((fake.peak(), fake.elapsed()), (3, seconds(4)));
}

/// Streams stay unread in excess of the limit: of 1, and of the default of 64.
#[tokio::test(start_paused = true)]
async fn unread_streams_do_not_block_another_call() {
    for (limit, streams) in [(Some(1), 3), (None, 100)] {
        let fake = Fake::new(|_| ok().then_byte(seconds(5), b' '));
        let builder = fake.builder();
        let builder = if let Some(limit) = limit { builder.max_concurrency(limit) } else { builder };
        let client = builder.build().unwrap();
        let mut unread = Vec::new();
        for _ in 0..streams {
            unread.push(client.stream().await.unwrap());
        }
        assert_eq!((fake.count(), fake.elapsed()), (streams, Duration::ZERO));
        assert_eq!(client.get().await.unwrap().attempts(), 1);
        assert_eq!(fake.elapsed(), seconds(5), "the time of its body");
        for body in unread {
            assert_eq!(body.collect().await.unwrap(), "7 ");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn buffered_body_keeps_the_permit_until_it_is_read() {
    for first in [ok(), status(400)] {
        let fake =
            Fake::new(move |sent| if sent.number == 0 { first.clone().then_byte(seconds(5), b' ') } else { ok() });
        let client = fake.builder().max_concurrency(1).build().unwrap();
        let (_, other) = tokio::join!(client.get(), client.get());
        other.unwrap();
        assert_eq!(fake.instants(), [0, 5].map(seconds));
    }
}

#[tokio::test(start_paused = true)]
async fn clones_are_two_pointers() {
    let fake = Fake::new(|_| ok());
    let client = fake.client();
    let clones: Vec<Client> = (0..100_000).map(|_| client.clone()).collect();
    // The pointers to the shared state and to the base URL.
    assert_eq!(size_of::<Client>(), 2 * size_of::<usize>());
    for clone in clones.iter().step_by(10_000) {
        clone.with(CallOptions::new().timeout(seconds(1))).get().await.unwrap();
    }
    assert_eq!(fake.count(), 10);
    drop(client);
    drop(clones);
}

trait Dyn: DynTransport {
    #[endpoint(GET, "/things/7")]
    async fn thing(&self) -> Result<u8, Error>;
}
impl<T: DynTransport> Dyn for T {}

/// Calls a transport on a task that can move to another thread.
async fn on_a_task<T: Transport + Clone + 'static>(transport: T) -> u8 {
    tokio::spawn(async move { transport.get().await.unwrap().into_inner() }).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn calls_are_send_and_dyn_compatible() {
    fn assert_send(_: &impl Send) {}
    let fake = Fake::new(|_| ok());
    let client = fake.client();
    assert_eq!(on_a_task(client.clone()).await, 7);
    let with = client.with(CallOptions::new());
    let (call, kept) = (client.get(), with.get());
    assert_send(&call);
    assert_send(&kept);
    assert_eq!((call.await.unwrap().into_inner(), kept.await.unwrap().into_inner()), (7, 7));
    let transports: Vec<Box<dyn Dyn + Send + Sync>> =
        vec![Box::new(client.clone()), Box::new(std::sync::Arc::new(client))];
    for transport in &transports {
        let call = transport.thing();
        assert_send(&call);
        assert_eq!(call.await.unwrap(), 7);
    }
    assert_eq!(fake.count(), 5);
}
