//! Timeouts of streams, and the waits before they are resumed.

use std::time::Duration;

use pivotal_runtime::{Body, CallOptions, Delivery, Error, ErrorKind, Events, Lines, Timeout, Transport, endpoint};
use tokio::io::AsyncReadExt;
use tokio::time::Instant;

use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, connection_refused, no_response, status};
use crate::support::gate::Gate;
use crate::support::scripted::{ScriptedServer, script};
use crate::support::seconds;

trait Feed: Transport {
    #[endpoint(GET, "/events")]
    async fn events(&self) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/lines")]
    async fn lines(&self) -> Result<Lines<String>, Error>;

    #[endpoint(GET, "/lines", timeout = "20s")]
    async fn quiet(&self) -> Result<Lines<String>, Error>;

    #[endpoint(GET, "/lines", timeout = "20s")]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/body")]
    async fn body(&self) -> Result<Body, Error>;
}
impl<T: Transport> Feed for T {}

/// A body that is silent after these bytes, for longer than the timeout of 15 s.
fn silent_after(body: &'static str) -> Reply {
    status(200).body(body).then_byte(seconds(16), b'x')
}

#[track_caller]
fn check(error: &Error, started: Instant, path: &str) {
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Read)));
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 1));
    assert_eq!(error.to_string(), format!("GET {path}: no data for 15 s (`read_timeout`) while reading the body"));
    assert_eq!(started.elapsed(), seconds(15));
}

#[tokio::test(start_paused = true)]
async fn read_timeout_is_named_by_every_stream() {
    let fake = Fake::new(|sent| silent_after(if sent.path == "/events" { "data: a\n\n" } else { "a\n" }));
    let client = fake.client();
    let (mut events, started) = (client.events().await.unwrap(), Instant::now());
    assert_eq!(events.next().await.unwrap().unwrap(), "a");
    check(&events.next().await.unwrap().unwrap_err(), started, "/events");
    assert!(events.next().await.is_none());
    let (mut lines, started) = (client.lines().await.unwrap(), Instant::now());
    assert_eq!(lines.next().await.unwrap().unwrap(), "a");
    check(&lines.next().await.unwrap().unwrap_err(), started, "/lines");
    assert!(lines.next().await.is_none());
    let (mut lines, started) = (client.body().await.unwrap().into_lines(), Instant::now());
    assert_eq!(lines.next().await.unwrap().unwrap(), "a");
    check(&lines.next().await.unwrap().unwrap_err(), started, "/body");
    let (mut reader, started) = (client.body().await.unwrap().into_reader(), Instant::now());
    let error = reader.read_to_end(&mut Vec::new()).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::TimedOut);
    check(&error.downcast::<Error>().unwrap(), started, "/body");
}

/// Streams that can be silent for a while declare it.
#[tokio::test(start_paused = true)]
async fn declared_timeout_raises_the_read_timeout_of_a_stream() {
    let fake = Fake::new(|_| silent_after("a\n"));
    let client = fake.client();
    let mut quiet = client.quiet().await.unwrap();
    assert_eq!(quiet.next().await.unwrap().unwrap(), "a");
    assert_eq!(quiet.next().await.unwrap().unwrap(), "x", "after 16 s");
    let mut lines = client.with(CallOptions::new().timeout(seconds(20))).lines().await.unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap(), "a");
    assert_eq!(lines.next().await.unwrap().unwrap(), "x");
    let mut lines = client.with(CallOptions::new().read_timeout(seconds(5))).quiet().await.unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap(), "a");
    assert_eq!(lines.next().await.unwrap().unwrap_err().elapsed_timeout(), Some(Timeout::Read));
    // A response that is read into memory has no reason to pause.
    let client = client.with(CallOptions::new().max_attempts(1));
    assert_eq!(client.text().await.unwrap_err().elapsed_timeout(), Some(Timeout::Read));
}

/// Comments keep a connection alive.
#[tokio::test(start_paused = true)]
async fn data_without_an_event_counts_as_data() {
    let ten = seconds(10);
    let reply = (0..6).fold(status(200).body(":"), |reply, _| reply.then_byte(ten, b':'));
    let reply = "\ndata: a\n\n".bytes().fold(reply, |reply, byte| reply.then_byte(Duration::ZERO, byte));
    let mut events = Fake::script([reply]).client().events().await.unwrap();
    let started = Instant::now();
    assert_eq!(events.next().await.unwrap().unwrap(), "a");
    assert_eq!(started.elapsed(), seconds(60));
}

/// Returns the times between the requests of a stream that is resumed at most this often.
async fn waits(
    replies: impl IntoIterator<Item = Reply>,
    max_reconnects: u32,
) -> (Vec<u64>, Vec<Result<String, Error>>) {
    let fake = Fake::script(replies);
    let client = fake.builder().max_attempts(1).build().unwrap();
    let mut events = client.events().await.unwrap().resume(max_reconnects);
    let mut items = Vec::new();
    while let Some(item) = events.next().await {
        items.push(item);
    }
    (fake.gaps().iter().map(Duration::as_secs).collect(), items)
}

fn lost(body: &'static str) -> Reply {
    status(200).body(body).incomplete()
}

#[tokio::test(start_paused = true)]
async fn stream_waits_3_s_and_then_twice_as_long() {
    let (waits, items) = waits((0..8).map(|_| lost(": nothing\n\n")), 7).await;
    assert_eq!(waits, [3, 6, 12, 24, 48, 60, 60]);
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap_err().kind(), ErrorKind::Transport);
}

#[tokio::test(start_paused = true)]
async fn event_starts_the_waits_anew() {
    let replies = [lost(""), lost(""), lost("data: a\n\n"), lost(""), status(204)];
    let (waits, items) = waits(replies, 2).await;
    assert_eq!(waits, [3, 6, 3, 6]);
    assert_eq!(items.into_iter().map(Result::unwrap).collect::<Vec<_>>(), ["a"]);
}

#[tokio::test(start_paused = true)]
async fn server_sets_the_wait() {
    let replies = [lost("retry: 20000\n\n"), lost(""), lost("retry: 1000\n\n"), lost(""), status(204)];
    // It counts until the next one, and the stream never waits longer than 60 s.
    assert_eq!(waits(replies, 9).await.0, [20, 40, 4, 8]);
    assert_eq!(waits([lost("retry: 99999999999\n\n"), status(204)], 9).await.0, [60]);
}

#[tokio::test(start_paused = true)]
async fn failures_that_pass_count_as_lost_connections() {
    let replies = [lost("data: a\n\n"), connection_refused(), status(503), status(204)];
    let (waited, items) = waits(replies, 3).await;
    assert_eq!((waited, items.len()), (vec![3, 6, 12], 1));
    let (waited, items) = waits([lost("data: a\n\n"), connection_refused(), status(503)], 2).await;
    let error = items[1].as_ref().unwrap_err();
    assert_eq!((waited, items.len(), error.status().unwrap().as_u16()), (vec![3, 6], 2, 503));
}

#[tokio::test(start_paused = true)]
async fn retry_after_of_a_failure_is_respected() {
    let busy = |seconds| status(503).header("retry-after", seconds);
    assert_eq!(waits([lost("data: a\n\n"), busy("40"), status(204)], 3).await.0, [3, 40]);
    let (waited, items) = waits([lost("data: a\n\n"), busy("61")], 3).await;
    assert_eq!((waited, items.len()), (vec![3], 2), "the error is returned at once");
    assert_eq!(items[1].as_ref().unwrap_err().retry_after(), Some(seconds(61)));
}

/// However often the server ends the stream.
#[tokio::test(start_paused = true)]
async fn stream_waits_at_least_100_ms() {
    let fake = Fake::script((0..20).map(|_| lost("retry: 0\ndata: a\n\n")).chain([status(204)]));
    let mut events = fake.client().events().await.unwrap().resume(1);
    while let Some(event) = events.next().await {
        event.unwrap();
    }
    assert!(fake.gaps().iter().all(|gap| *gap >= Duration::from_millis(100)), "{:?}", fake.gaps());
    assert_eq!(fake.count(), 21);
}

/// A thread without a runtime reads the stream. The timeout belongs to the call.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn read_timeout_applies_on_a_plain_thread() {
    let gate = Gate::default();
    let opened = gate.clone();
    let server = ScriptedServer::new([script(move |connection| {
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na\n")?;
        opened.wait();
        Ok(())
    })]);
    let client = server.builder().read_timeout(Duration::from_millis(50)).build().unwrap();
    let lines = client.lines().await.unwrap();
    let reading = std::thread::spawn(move || lines.blocking_iter().last().unwrap().unwrap_err().elapsed_timeout());
    let timeout = tokio::task::spawn_blocking(move || reading.join().unwrap()).await.unwrap();
    gate.open();
    assert_eq!(timeout, Some(Timeout::Read));
    server.finish().await;
}

#[tokio::test(start_paused = true)]
async fn silent_stream_is_resumed() {
    let (waits, items) = waits([silent_after("data: a\n\n"), status(204)], 1).await;
    assert_eq!((waits, items.len()), (vec![15 + 3], 1));
}

/// The call that resumes a stream has the timeout of any call.
#[tokio::test(start_paused = true)]
async fn call_that_resumes_a_stream_ends() {
    let started = Instant::now();
    let (_, items) = waits([lost("data: a\n\n"), no_response()], 1).await;
    assert_eq!(items[1].as_ref().unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(started.elapsed(), seconds(3 + 30));
}
