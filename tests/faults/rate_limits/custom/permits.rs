//! The permits of the attempts, and the errors of a limiter.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Delivery, ErrorKind};

use super::{Acquire, Event, limited, seconds};
use crate::support::fake::Fake;
use crate::support::fake::reply::{connection_lost, no_response, ok, status};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn each_attempt_acquires_a_permit_and_updates_the_limiter() {
    let fake = Fake::script([status(503), connection_lost(), ok()]);
    let (client, events) = limited(&fake, |_, _| Acquire::After(seconds(3)));
    assert_eq!(client.get().await.unwrap().attempts(), 3);
    assert_eq!(
        events.all(),
        [Event::Acquired, Event::Updated(503), Event::Acquired, Event::Dropped, Event::Acquired, Event::Updated(200),]
    );
    assert_eq!(fake.instants()[0], seconds(3));
    assert!(fake.gaps().iter().all(|gap| *gap >= seconds(3)), "{:?}", fake.gaps());
}

#[tokio::test(start_paused = true)]
async fn limiter_sees_the_endpoint_and_the_deadline() {
    let fake = Fake::new(|_| ok());
    let (client, _) = limited(&fake, |attempt, _| {
        let is_get = attempt.endpoint().operation() == "get";
        assert_eq!(attempt.api(), Some(&pivotal_api::PIVOTAL));
        let left = attempt.deadline().duration_since(tokio::time::Instant::now());
        assert_eq!(left, if is_get { seconds(60) } else { seconds(7) });
        Acquire::After(if is_get { Duration::ZERO } else { seconds(6) })
    });
    client.get().await.unwrap();
    client.with(CallOptions::new().timeout(seconds(7))).delete().await.unwrap();
    assert_eq!(fake.instants(), [0, 6].map(seconds));
}

#[tokio::test(start_paused = true)]
async fn error_of_the_limiter_ends_the_call() {
    let fake = Fake::script([]);
    let (client, events) = limited(&fake, |_, _| Acquire::Fail);
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery(), error.attempts()), (ErrorKind::Config, Some(Delivery::NotSent), 0));
    assert_eq!(error.to_string(), "GET /things/7: the quota of this month is used up");
    assert_eq!((fake.count(), events.all()), (0, vec![Event::NotAcquired]));

    // Before the second attempt, when the first may have reached the server.
    let fake = Fake::script([no_response()]);
    let (client, events) = limited(&fake, |_, acquired| match acquired {
        0 => Acquire::After(Duration::ZERO),
        _ => Acquire::Fail,
    });
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery(), error.attempts()), (ErrorKind::Config, Some(Delivery::Unknown), 1));
    assert_eq!(events.all(), [Event::Acquired, Event::Dropped, Event::NotAcquired]);
}

#[tokio::test(start_paused = true)]
async fn dropped_call_drops_its_permit() {
    let fake = Fake::new(|_| no_response());
    let (client, events) = limited(&fake, |_, acquired| match acquired {
        0 => Acquire::After(Duration::ZERO),
        _ => Acquire::Never,
    });
    tokio::time::timeout(seconds(1), client.get()).await.unwrap_err();
    assert_eq!(events.all(), [Event::Acquired, Event::Dropped]);
    tokio::time::timeout(seconds(1), client.get()).await.unwrap_err();
    assert_eq!(events.all()[2..], [Event::NotAcquired]);
}
