//! Timeouts.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Client, ClientBuilder, Error, Response, Timeout};

use super::{Defaults, Plain, builder, client, seconds};
use crate::support::fake::Fake;
use crate::support::fake::reply::{no_response, ok};

/// Calls a server that never responds. Returns the timeout that ran out, and its length.
async fn fails(
    call: impl AsyncFnOnce(Client) -> Result<Response<u8>, Error>,
    set: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> (Duration, Timeout) {
    let fake = Fake::new(|_| no_response());
    let error = call(set(builder(&fake).max_attempts(1)).build().unwrap()).await.unwrap_err();
    assert_eq!((error.attempts(), fake.count()), (1, 1));
    (fake.elapsed(), error.elapsed_timeout().unwrap())
}

#[tokio::test(start_paused = true)]
async fn timeout_of_the_call_wins_over_method_trait_and_client() {
    let long = seconds(500);
    let by_default = fails(async |api| api.plain().await, |it| it.attempt_timeout(long)).await;
    assert_eq!(by_default, (seconds(60), Timeout::Total));
    let of_client = fails(async |api| api.plain().await, |it| it.attempt_timeout(long).timeout(seconds(25))).await;
    assert_eq!(of_client, (seconds(25), Timeout::Total));
    let of_trait = fails(async |api| api.of_trait().await, |it| it.timeout(seconds(25))).await;
    assert_eq!(of_trait, (seconds(40), Timeout::Total));
    let of_method = fails(async |api| api.of_method().await, |it| it.timeout(seconds(25))).await;
    assert_eq!(of_method, (seconds(50), Timeout::Total));
    let short = fails(async |api| api.short().await, |it| it).await;
    assert_eq!(short, (seconds(10), Timeout::Total));
    let options = CallOptions::new().timeout(seconds(70));
    let of_call = fails(async |api| api.with(options).of_method().await, |it| it.timeout(seconds(25))).await;
    assert_eq!(of_call, (seconds(70), Timeout::Total));
}

#[tokio::test(start_paused = true)]
async fn timeout_of_a_call_or_a_declaration_raises_the_attempt_timeout() {
    let by_default = fails(async |api| api.plain().await, |it| it).await;
    assert_eq!(by_default, (seconds(30), Timeout::Attempt));
    let of_client = fails(async |api| api.plain().await, |it| it.attempt_timeout(seconds(20))).await;
    assert_eq!(of_client, (seconds(20), Timeout::Attempt));
    // A timeout of the client is for all attempts. It does not change that of one.
    let total_of_client = fails(async |api| api.plain().await, |it| it.timeout(seconds(300))).await;
    assert_eq!(total_of_client, (seconds(30), Timeout::Attempt));
    let of_trait = fails(async |api| api.of_trait().await, |it| it.attempt_timeout(seconds(20))).await;
    assert_eq!(of_trait, (seconds(40), Timeout::Total));
    let of_call = CallOptions::new().timeout(seconds(300));
    let of_call = fails(async |api| api.with(of_call).plain().await, |it| it).await;
    assert_eq!(of_call, (seconds(300), Timeout::Total));
    for timeout in [CallOptions::new(), CallOptions::new().timeout(seconds(300))] {
        let attempt = timeout.attempt_timeout(seconds(5));
        let of_call = fails(async |api| api.with(attempt).of_trait().await, |it| it).await;
        assert_eq!(of_call, (seconds(5), Timeout::Attempt));
    }
}

#[tokio::test(start_paused = true)]
async fn declared_timeout_lets_a_long_poll_respond() {
    let fake = Fake::new(|_| ok().after(seconds(39)));
    assert_eq!(client(&fake).of_trait().await.unwrap().attempts(), 1);
    assert_eq!(fake.elapsed(), seconds(39));
    // Without it, the attempt ends and is repeated.
    assert_eq!(client(&fake).plain().await.unwrap_err().attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn read_timeout_of_the_call_wins_over_the_client() {
    let cases = [
        (None, None, seconds(15)),
        (Some(seconds(5)), None, seconds(5)),
        (Some(seconds(5)), Some(seconds(2)), seconds(2)),
        (Some(seconds(5)), Some(seconds(20)), seconds(20)),
    ];
    for (of_client, of_call, expected) in cases {
        let fake = Fake::new(|_| ok().then_byte(seconds(100), b' '));
        let builder = builder(&fake).max_attempts(1);
        let client = of_client.into_iter().fold(builder, ClientBuilder::read_timeout).build().unwrap();
        let options = of_call.into_iter().fold(CallOptions::new(), CallOptions::read_timeout);
        let api = client.with(options);
        let error = api.plain().await.unwrap_err();
        assert_eq!((fake.elapsed(), error.elapsed_timeout()), (expected, Some(Timeout::Read)));
        let error = api.stream().await.unwrap().collect().await.unwrap_err();
        assert_eq!((fake.elapsed(), error.elapsed_timeout()), (expected * 2, Some(Timeout::Read)));
        // The options do not change the client.
        client.plain().await.unwrap_err();
        assert_eq!(fake.elapsed(), expected * 2 + of_client.unwrap_or(seconds(15)));
    }
}
