//! Faults of the network and the server.

use std::time::Duration;

use pivotal_runtime::testing::{Fake, Fault, FaultMix, RecordedCall};
use pivotal_runtime::{Body, CallOptions, Delivery, Error, ErrorKind, Timeout, http};
use tokio::time::Instant;

use super::notes::{Notes, client, note};

const SECOND: Duration = Duration::from_secs(1);

/// Each fault, and the error of a call that is not retried: its kind, its delivery, and that of a fake without a client.
const FAULTS: [(Fault, ErrorKind, Delivery); 7] = [
    (Fault::Refused, ErrorKind::Connect, Delivery::NotSent),
    (Fault::ResetBeforeSending, ErrorKind::Transport, Delivery::NotSent),
    (Fault::ResetAfterSending, ErrorKind::Transport, Delivery::Unknown),
    (Fault::Silence, ErrorKind::Timeout, Delivery::Unknown),
    (Fault::SlowBody(Duration::from_secs(20)), ErrorKind::Timeout, Delivery::Unknown),
    (Fault::CutBody, ErrorKind::Transport, Delivery::Unknown),
    (Fault::RateLimited(SECOND), ErrorKind::Api, Delivery::Responded),
];

#[tokio::test(start_paused = true)]
async fn faults_are_errors_of_their_kind() {
    for (fault, kind, delivery) in FAULTS {
        let fake = Fake::new();
        fake.on(|api| api.note(1)).returns(&note(1)).with_fault(fault).always();
        let once = CallOptions::new().max_attempts(1);
        let error = client(&fake).with(once).note(1).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (kind, Some(delivery)), "{fault:?}: {error}");
        assert_eq!(fake.last_call().fault(), Some(fault));
    }
}

#[tokio::test(start_paused = true)]
async fn fake_without_a_client_has_the_same_faults() {
    for (fault, kind, delivery) in FAULTS {
        let fake = Fake::new();
        fake.on(|api| api.note(1)).returns(&note(1)).with_fault(fault);
        let start = Instant::now();
        match fake.note(1).await {
            Ok(slow) => {
                assert_eq!((slow, fault), (note(1), Fault::SlowBody(Duration::from_secs(20))));
                assert_eq!(start.elapsed().as_secs(), 8 * 20);
            }
            Err(error) => assert_eq!((error.kind(), error.delivery()), (kind, Some(delivery)), "{fault:?}: {error}"),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn client_retries_after_each_fault() {
    for (fault, ..) in FAULTS {
        let fake = Fake::new();
        fake.on(|api| api.note(1)).fails(fault);
        fake.on(|api| api.note(1)).returns(&note(1));
        assert_eq!(client(&fake).note(1).await.unwrap(), note(1), "{fault:?}");
        assert_eq!(fake.calls().len(), 2, "{fault:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn silence_ends_at_the_timeout_of_the_attempt() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).fails(Fault::Silence).always();
    let start = Instant::now();
    let error = client(&fake).note(1).await.unwrap_err();
    assert_eq!(error.elapsed_timeout(), Some(Timeout::Total), "{error}");
    assert_eq!(start.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn rate_limit_requests_its_wait() {
    for wait in [Duration::from_secs(7), Duration::from_millis(1_500)] {
        let fake = Fake::new();
        fake.on(|api| api.note(1)).fails(Fault::RateLimited(wait));
        fake.on(|api| api.note(1)).returns(&note(1));
        let start = Instant::now();
        client(&fake).note(1).await.unwrap();
        // The client spreads its retries.
        assert!((wait..wait * 2).contains(&start.elapsed()), "{:?}", start.elapsed());
    }
}

#[tokio::test(start_paused = true)]
async fn body_is_cut_in_a_stream_after_its_first_half() {
    let fake = Fake::new();
    fake.on(|api| api.video(1)).returns(b"12345678").with_fault(Fault::CutBody);
    let mut video = client(&fake).video(1).await.unwrap();
    assert_eq!(video.chunk().await.unwrap().unwrap(), "1234");
    assert_eq!(video.chunk().await.unwrap_err().kind(), ErrorKind::Transport);
}

#[tokio::test(start_paused = true)]
async fn slow_body_has_eight_pieces() {
    for (len, pieces) in [(0, 0), (1, 1), (7, 7), (8, 8), (9, 8), (12, 8), (100, 8)] {
        let fake = Fake::new();
        let bytes: Vec<u8> = (0..len).collect();
        fake.on(|api| api.video(1)).returns(&bytes).with_fault(Fault::SlowBody(SECOND));
        let start = Instant::now();
        assert_eq!(fake.video(1).await.unwrap().collect().await.unwrap(), bytes);
        assert_eq!(start.elapsed().as_secs(), pieces, "{len}");
    }
}

#[tokio::test(start_paused = true)]
async fn streams_of_functions_have_faults() {
    for fault in [Fault::CutBody, Fault::SlowBody(SECOND)] {
        let fake = Fake::new();
        let chunks = || Body::from_stream(futures_util::stream::iter(["a", "b"].map(|chunk| Ok(chunk.into()))), None);
        fake.on(|api| api.video(1)).responds_with(move |_| Ok(http::Response::new(chunks()))).with_fault(fault);
        let (start, mut video) = (Instant::now(), client(&fake).video(1).await.unwrap());
        assert_eq!(video.chunk().await.unwrap().unwrap(), "a");
        match video.chunk().await {
            Ok(chunk) => assert_eq!((chunk.unwrap(), start.elapsed().as_secs()), ("b".into(), 2)),
            Err(error) => assert_eq!((error.kind(), fault), (ErrorKind::Transport, Fault::CutBody)),
        }
    }
}

/// Returns the outcomes of 200 calls, each of one attempt.
async fn outcomes(seed: u64) -> Vec<Result<(), ErrorKind>> {
    let fake = Fake::new();
    fake.on(|api| api.note(0)).any_arguments().returns(&note(1)).always();
    fake.inject(
        FaultMix::seeded(seed).with(0.1, Fault::Refused).with(0.2, Fault::ResetAfterSending).with(0.1, Fault::CutBody),
    );
    let mut outcomes = Vec::new();
    for id in 0..200 {
        outcomes.push(fake.note(id).await.map(drop).map_err(|error: Error| error.kind()));
    }
    let faults = fake.calls().iter().filter_map(RecordedCall::fault).count();
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_err()).count(), faults);
    outcomes
}

#[tokio::test]
async fn random_faults_depend_on_the_seed_alone() {
    let first = outcomes(1).await;
    assert_eq!(first, outcomes(1).await);
    assert_ne!(first, outcomes(2).await);
    let count = |kind| first.iter().filter(|outcome| **outcome == Err(kind)).count();
    assert!((8..=32).contains(&count(ErrorKind::Connect)), "{first:?}");
    assert!((35..=85).contains(&count(ErrorKind::Transport)), "{first:?}");
}

/// A client that retries gets the reply.
#[tokio::test(start_paused = true)]
async fn injected_faults_use_no_reply() {
    let fake = Fake::new();
    fake.inject(FaultMix::seeded(3).with(0.3, Fault::Refused).with(0.2, Fault::RateLimited(SECOND)));
    let client = client(&fake);
    for id in 0..50 {
        fake.on(|api| api.note(id)).returns(&note(id));
        let patient = CallOptions::new().max_attempts(20).timeout(Duration::from_secs(600));
        assert_eq!(client.with(patient).note(id).await.unwrap(), note(id));
    }
    assert!(fake.calls().len() > 60);
}

#[tokio::test(start_paused = true)]
async fn injected_faults_of_bodies_use_a_reply_if_the_body_arrives() {
    for (fault, is_used) in [(Fault::CutBody, false), (Fault::SlowBody(Duration::from_millis(1)), true)] {
        let fake = Fake::new();
        fake.on(|api| api.note(1)).returns(&note(1));
        fake.inject(FaultMix::seeded(1).with(1.0, fault));
        assert_eq!(fake.note(1).await.is_ok(), is_used);
        fake.inject(FaultMix::seeded(1));
        assert_eq!(fake.note(1).await.is_err(), is_used, "{fault:?}");
        if is_used {
            super::notes::panic_message(|| fake.verify());
        }
    }
}

#[test]
fn percentages_are_not_probabilities() {
    for probability in [5.0, -0.1, f64::NAN] {
        let message = super::notes::panic_message(|| FaultMix::seeded(1).with(probability, Fault::Refused));
        assert!(
            message.ends_with("is not a probability; write a number from 0 to 1, such as 0.05 for 5 %"),
            "{message}"
        );
    }
}

/// The call gets no response whose body could be cut.
#[tokio::test]
async fn unexpected_call_has_no_injected_fault_of_the_body() {
    let fake = Fake::new();
    fake.inject(FaultMix::seeded(1).with(1.0, Fault::CutBody));
    assert_eq!(fake.note(1).await.unwrap_err().kind(), ErrorKind::Config);
    assert_eq!(fake.last_call().fault(), None);
    super::notes::panic_message(|| fake.verify());
}

#[tokio::test(start_paused = true)]
async fn injected_latency_is_within_its_range() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&note(1)).always();
    let (shortest, longest) = (Duration::from_millis(100), Duration::from_millis(900));
    fake.inject(FaultMix::seeded(5).latency(shortest..=longest));
    let mut took = Vec::new();
    for _ in 0..50 {
        let start = Instant::now();
        fake.note(1).await.unwrap();
        took.push(start.elapsed());
    }
    assert!(took.iter().all(|took| (shortest..=longest + Duration::from_millis(1)).contains(took)), "{took:?}");
    assert!(took.iter().max().unwrap().saturating_sub(*took.iter().min().unwrap()) > Duration::from_millis(400));
}
