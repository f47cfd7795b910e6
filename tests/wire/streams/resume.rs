//! Streams of events that continue on another connection.

use pivotal_runtime::{CallOptions, Client, Error, ErrorKind, Event, Events, Transport, endpoint};

use super::{rest, values};
use crate::support::KEY;
use crate::support::request::ReceivedRequest;
use crate::support::scripted::{ScriptedServer, Seen, respond};

trait Feed: Transport {
    #[endpoint(GET, "/events?<topic>", header("X-Trace") = trace)]
    async fn events(&self, topic: &str, trace: &str) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/events")]
    async fn named(&self) -> Result<Events<Event<String>>, Error>;

    #[endpoint(GET, "/events", success = 200)]
    async fn only_200(&self) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/events", until = "end")]
    async fn until(&self) -> Result<Events<String>, Error>;

    #[endpoint(POST, "/events", body = body)]
    async fn post(&self, body: u8) -> Result<Events<String>, Error>;

    #[endpoint(POST, "/events", body = body, idempotent)]
    async fn idempotent(&self, body: u8) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/events", header("Last-Event-ID") = last)]
    async fn after(&self, last: Option<&str>) -> Result<Events<String>, Error>;
}
impl<T: Transport> Feed for T {}

/// A complete stream.
fn complete(events: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {}\r\n\r\n{events}", events.len())
}

/// A stream whose connection is lost after these events.
fn lost(events: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 9999\r\n\r\n{events}")
}

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\n\r\n";

/// Runs a call against a server that gives one response per connection, and closes it.
async fn against<R>(responses: &[String], call: impl AsyncFnOnce(Client) -> R) -> (R, Seen) {
    let server = ScriptedServer::new(responses.iter().map(|response| respond(response.clone())));
    let client = server.builder().max_attempts(1).build().unwrap();
    let result = call(client).await;
    (result, server.finish().await)
}

fn ids(requests: &[ReceivedRequest]) -> Vec<Vec<&str>> {
    requests.iter().map(|request| request.headers("last-event-id")).collect()
}

#[tokio::test]
async fn lost_connection_is_resumed_after_the_last_event() {
    let responses = [
        lost("retry: 0\n\nid: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: lost"),
        lost("retry: 0\ndata: c\n\n"),
        complete("retry: 0\nid: 4\ndata: d\n\n"),
        NO_CONTENT.to_owned(),
    ];
    let (texts, seen) =
        against(&responses, async |client| values(client.events("a b", "t1").await.unwrap().resume(3)).await).await;
    assert_eq!(texts, ["a", "b", "c", "d"]);
    assert_eq!(ids(&seen.requests), [vec![], vec!["2"], vec!["2"], vec!["4"]]);
    for request in &seen.requests {
        assert_eq!(request.line, "GET /events?topic=a%20b HTTP/1.1");
        assert_eq!(request.headers("x-trace"), ["t1"]);
        assert_eq!(request.headers("accept"), ["text/event-stream"]);
        assert_eq!(request.headers("authorization"), [format!("Bearer {KEY}")]);
    }
}

#[tokio::test]
async fn id_of_an_earlier_connection_stays_until_the_next() {
    let responses = [lost("retry: 0\nid: 1\ndata: a\n\n"), lost("data: b\n\n"), NO_CONTENT.to_owned()];
    let (events, seen) = against(&responses[..2], async |client| {
        let mut events = client.named().await.unwrap().resume(1);
        let first = events.next().await.unwrap().unwrap();
        let second = events.next().await.unwrap().unwrap();
        (first.id, second.id, events.last_event_id().to_owned())
    })
    .await;
    assert_eq!(events, ("1".to_owned(), "1".to_owned(), "1".to_owned()));
    assert_eq!(ids(&seen.requests), [vec![], vec!["1"]]);
}

#[tokio::test]
async fn stream_is_not_resumed_by_default() {
    let (items, _) =
        against(&[lost("id: 1\ndata: a\n\n")], async |client| rest(client.events("a", "").await.unwrap()).await).await;
    assert_eq!(items.len(), 2);
    assert_eq!(items[1].as_ref().unwrap_err().kind(), ErrorKind::Transport);
}

/// The server says so by a 204.
#[tokio::test]
async fn stream_without_content_is_not_resumed() {
    let (texts, seen) =
        against(&[NO_CONTENT.to_owned()], async |client| values(client.named().await.unwrap().resume(3)).await).await;
    assert_eq!((texts.len(), seen.requests.len()), (0, 1));
    let responses = [lost("retry: 0\ndata: a\n\n"), NO_CONTENT.to_owned()];
    let (texts, _) = against(&responses, async |client| values(client.only_200().await.unwrap().resume(3)).await).await;
    assert_eq!(texts, ["a"], "a status that is not a declared success");
}

#[tokio::test]
async fn stream_that_brings_no_event_ends_with_an_error() {
    let responses = [": quiet\n\nretry: 0\n\n", ": quiet\n\n", ": quiet\n\n"].map(complete);
    let (items, _) = against(&responses, async |client| rest(client.named().await.unwrap().resume(2)).await).await;
    let error = items[0].as_ref().unwrap_err();
    assert_eq!((items.len(), error.kind()), (1, ErrorKind::Transport));
    assert_eq!(error.to_string(), "GET /events: the stream of events ended, and 2 reconnects brought no event");
}

/// A server that has stored the response of the key would return it again.
#[tokio::test]
async fn idempotency_key_of_the_caller_is_sent_once() {
    let responses = [lost("retry: 0\nid: 1\ndata: a\n\n"), NO_CONTENT.to_owned()];
    let (_, seen) = against(&responses, async |client| {
        let client = client.with(CallOptions::new().idempotency_key("k1"));
        values(client.idempotent(7).await.unwrap().resume(1)).await
    })
    .await;
    assert_eq!(seen.requests[0].headers("idempotency-key"), ["k1"]);
    assert_ne!(seen.requests[1].headers("idempotency-key"), ["k1"]);
}

#[tokio::test]
async fn id_that_is_not_allowed_in_a_header_ends_the_stream() {
    let responses = [lost("retry: 0\nid: a\u{1}b\ndata: a\n\n")];
    let (items, _) =
        against(&responses, async |client| rest(client.named().await.unwrap().resume(u32::MAX)).await).await;
    let error = items[1].as_ref().unwrap_err();
    assert_eq!((items.len(), error.kind()), (2, ErrorKind::Decode));
    assert_eq!(error.to_string(), "GET /events: the id of the last event is not allowed in a header");
}

/// A thread without a runtime reads a stream of an asynchronous client.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn stream_is_not_resumed_without_a_runtime() {
    let responses = [lost("retry: 0\nid: 1\ndata: a\n\n")];
    let (kinds, _) = against(&responses, async |client| {
        let events = client.named().await.unwrap().resume(3);
        let reading = std::thread::spawn(move || {
            events.blocking_iter().map(|event| event.err().map(|error| error.kind())).collect::<Vec<_>>()
        });
        tokio::task::spawn_blocking(move || reading.join().unwrap()).await.unwrap()
    })
    .await;
    assert_eq!(kinds, [None, Some(ErrorKind::Config)]);
}

#[tokio::test]
async fn end_mark_decides_whether_the_end_is_final() {
    let responses = [complete("retry: 0\nid: 1\ndata: a\n\n"), complete("data: b\n\ndata: end\n\n")];
    let (texts, seen) = against(&responses, async |client| values(client.until().await.unwrap().resume(9)).await).await;
    assert_eq!(texts, ["a", "b"]);
    assert_eq!(ids(&seen.requests), [vec![], vec!["1"]]);
}

/// Sending it again could do its work twice.
#[tokio::test]
async fn request_that_is_not_idempotent_is_not_sent_again() {
    let responses = [lost("retry: 0\nid: 1\ndata: a\n\n"), NO_CONTENT.to_owned()];
    let (items, seen) =
        against(&responses[..1], async |client| rest(client.post(7).await.unwrap().resume(9)).await).await;
    assert_eq!((items.len(), items[1].as_ref().unwrap_err().kind()), (2, ErrorKind::Transport));
    assert_eq!(seen.requests.len(), 1);
    let (items, seen) =
        against(&responses, async |client| values(client.idempotent(7).await.unwrap().resume(9)).await).await;
    assert_eq!(items, ["a"]);
    assert!(seen.requests.iter().all(|request| request.body == b"7"));
    assert_eq!(ids(&seen.requests), [vec![], vec!["1"]]);
}

#[tokio::test]
async fn error_of_a_later_request_ends_the_stream() {
    let refused = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".to_owned();
    let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>".to_owned();
    for (response, kind, status) in [(refused, ErrorKind::Api, 403), (html, ErrorKind::Decode, 200)] {
        let responses = [lost("retry: 0\ndata: a\n\n"), response];
        let (items, _) =
            against(&responses, async |client| rest(client.events("a", "").await.unwrap().resume(9)).await).await;
        let error = items[1].as_ref().unwrap_err();
        assert_eq!((items.len(), error.kind(), error.status().unwrap().as_u16()), (2, kind, status));
        assert_eq!(error.endpoint().unwrap().operation(), "events");
    }
}

#[tokio::test]
async fn declared_id_is_replaced_by_a_later_one() {
    let responses = [lost("retry: 0\n\n"), lost("retry: 0\nid: b\ndata: x\n\n"), NO_CONTENT.to_owned()];
    let (texts, seen) =
        against(&responses, async |client| values(client.after(Some("a")).await.unwrap().resume(9)).await).await;
    assert_eq!(texts, ["x"]);
    assert_eq!(ids(&seen.requests), [["a"], ["a"], ["b"]]);
}

/// An id can have characters beyond ASCII, which are sent in UTF-8.
#[tokio::test]
async fn id_is_sent_in_utf_8() {
    let responses = [lost("retry: 0\nid: ü\ndata: x\n\n"), NO_CONTENT.to_owned()];
    let (_, seen) = against(&responses, async |client| values(client.until().await.unwrap().resume(1)).await).await;
    assert_eq!(ids(&seen.requests), [vec![], vec!["ü"]]);
}
