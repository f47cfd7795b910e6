//! Waiting for the rate limit: call, client.

use pivotal_runtime::{CallOptions, ClientBuilder};

use super::{Plain, builder, seconds};
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::support::fake::servers::{EPOCH, with_limit};

/// Reports that nothing remains until 30 s after its start.
fn exhausted() -> Fake {
    Fake::new(|sent| with_limit(ok(), sent.at, 60, 0, EPOCH + 30))
}

#[tokio::test(start_paused = true)]
async fn call_decides_over_the_client_whether_it_waits() {
    for (of_client, of_call, waits) in [
        (None, None, true),
        (Some(false), None, false),
        (Some(true), Some(false), false),
        (Some(false), Some(true), true),
    ] {
        let fake = exhausted();
        let client = of_client.into_iter().fold(builder(&fake), ClientBuilder::wait_for_rate_limit).build().unwrap();
        let options = of_call.into_iter().fold(CallOptions::new(), CallOptions::wait_for_rate_limit);
        client.plain().await.unwrap();
        client.with(options).plain().await.unwrap();
        let expected = seconds(if waits { 30 } else { 0 });
        assert_eq!(fake.gaps(), [expected], "{of_client:?} {of_call:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn later_options_decide_whether_a_call_waits() {
    let wait = |wait| CallOptions::new().wait_for_rate_limit(wait);
    for (first, second, waits) in [
        (wait(true), wait(false), false),
        (wait(false), wait(true), true),
        (wait(false), CallOptions::new().max_attempts(1), false),
    ] {
        let fake = exhausted();
        let client = builder(&fake).build().unwrap();
        client.plain().await.unwrap();
        client.with(first).with(second).plain().await.unwrap();
        assert_eq!(fake.gaps(), [seconds(if waits { 30 } else { 0 })]);
    }
}
