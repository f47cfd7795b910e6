//! Server-sent events.

use pivotal_runtime::{
    Body, Conditional, DecodeError, Error, ErrorKind, Event, Events, Format, Json, Request, Response, Transport,
    endpoint, http,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{EVENT_STREAM, Item, in_pieces, item, rest, values};
use crate::responses::JSON;
use crate::support::server::{Server, client, outcome_of};

trait Feed: Transport {
    #[endpoint(GET, "/events")]
    async fn items(&self) -> Result<Events<Item>, Error>;

    #[endpoint(GET, "/events")]
    async fn texts(&self) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/events")]
    async fn named(&self) -> Result<Events<Event<String>>, Error>;

    #[endpoint(GET, "/events")]
    async fn optional(&self) -> Result<Option<Events<Item>>, Error>;

    #[endpoint(GET, "/events", response = Events<Item>)]
    async fn declared(&self);

    #[endpoint(GET, "/events")]
    async fn with_head(&self) -> Result<Response<Option<Events<Item>>>, Error>;

    #[endpoint(GET, "/events")]
    async fn conditional(&self) -> Result<Conditional<Events<Item>>, Error>;

    #[endpoint(GET, "/events", response(200) = Events<Item>, response(202) = Item)]
    async fn either(&self) -> Result<Either, Error>;

    #[endpoint(GET, "/events", format = Envelope)]
    async fn in_format(&self) -> Result<Events<u8>, Error>;
}
impl<T: Transport> Feed for T {}

enum Either {
    Stream(Events<Item>),
    Item(Item),
}

impl From<Events<Item>> for Either {
    fn from(events: Events<Item>) -> Self {
        Self::Stream(events)
    }
}

impl From<Item> for Either {
    fn from(item: Item) -> Self {
        Self::Item(item)
    }
}

/// `{"value":7}` or `{"error":"busy"}`
struct Envelope;

#[derive(Deserialize)]
#[serde(untagged)]
enum Enveloped<T> {
    Value { value: T },
    Error { error: String },
}

impl Format for Envelope {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Enveloped::Value { value } => Ok(value),
            Enveloped::Error { error } => Err(DecodeError::api(Some(&error), "try later")),
        }
    }
}

const TWO: &str = "data: {\"id\":1}\n\ndata: {\"id\":2}\n\n";

/// The server sends the rest of a stream only after the client has the first event.
#[tokio::test]
async fn event_is_returned_before_the_next_is_sent() {
    let pieces = ["data: {\"id\"", ":1}\r\n\r\nda", "ta: {\"id\":2}\n\n"];
    in_pieces("text/event-stream; charset=utf-8", &pieces, async |client, gates| {
        let mut events = client.items().await.unwrap();
        gates[0].open();
        assert_eq!(events.next().await.unwrap().unwrap(), item(1));
        gates[1].open();
        assert_eq!(events.next().await.unwrap().unwrap(), item(2));
        assert!(events.next().await.is_none());
    })
    .await;
}

#[tokio::test]
async fn events_are_requested_as_such() {
    let server = Server::responding("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 0\r\n\r\n");
    let client = client(&server.url());
    client.items().await.map(drop).unwrap();
    client.in_format().await.map(drop).unwrap();
    client.either().await.map(drop).unwrap();
    let accepted = server.all_requests().into_iter().map(|request| request.headers("accept").join(";"));
    assert_eq!(
        accepted.collect::<Vec<_>>(),
        ["text/event-stream", "text/event-stream", "text/event-stream, */*;q=0.1"]
    );
}

#[tokio::test]
async fn data_is_read_as_the_declared_type() {
    let events = outcome_of(200, &[EVENT_STREAM], TWO, async |api| api.items().await).await.unwrap();
    assert_eq!(values(events).await, [item(1), item(2)]);
    let texts = outcome_of(200, &[EVENT_STREAM], "data: \"a\"\ndata: b\n\n", async |api| api.texts().await).await;
    assert_eq!(values(texts.unwrap()).await, ["\"a\"\nb"]);
    let stream = ": comment\n\nevent: add\nid: 7\ndata: one\n\ndata: two\n\nevent: ping\n\nid\ndata: three\n\n";
    let mut named = outcome_of(200, &[EVENT_STREAM], stream, async |api| api.named().await).await.unwrap();
    let mut seen = Vec::new();
    while let Some(event) = named.next().await {
        let Event { name, id, data, .. } = event.unwrap();
        seen.push(format!("{name} {id} {data} {}", named.last_event_id()));
    }
    assert_eq!(seen, ["add 7 one 7", "message 7 two 7", "message  three "]);
}

#[tokio::test]
async fn every_return_type_can_contain_events() {
    let headers = &[EVENT_STREAM];
    let events = outcome_of(200, headers, TWO, async |api| api.declared().await).await.unwrap();
    assert_eq!(values(events).await, [item(1), item(2)]);
    let events = outcome_of(200, headers, TWO, async |api| api.optional().await).await.unwrap().unwrap();
    assert_eq!(values(events).await, [item(1), item(2)]);
    assert!(outcome_of(404, headers, TWO, async |api| api.optional().await).await.unwrap().is_none());
    let response = outcome_of(200, headers, TWO, async |api| api.with_head().await).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert_eq!(values(response.into_inner().unwrap()).await, [item(1), item(2)]);
    let events = outcome_of(200, headers, TWO, async |api| api.conditional().await).await.unwrap();
    assert_eq!(values(events.modified().unwrap()).await, [item(1), item(2)]);
    assert!(outcome_of(304, headers, "", async |api| api.conditional().await).await.unwrap().is_not_modified());
    let Either::Stream(events) = outcome_of(200, headers, TWO, async |api| api.either().await).await.unwrap() else {
        panic!("a value");
    };
    assert_eq!(values(events).await, [item(1), item(2)]);
    let either = outcome_of(202, &[JSON], "{\"id\":3}", async |api| api.either().await).await.unwrap();
    assert!(matches!(either, Either::Item(Item { id: 3 })));
}

/// An error that an API returns with a success must not look like a stream without events.
#[tokio::test]
async fn other_content_type_is_an_error_of_the_call() {
    let body = "{\"error\":\"streaming is not available\"}";
    for error in [
        outcome_of(200, &[JSON], body, async |api| api.items().await).await.unwrap_err(),
        outcome_of(200, &[JSON], body, async |api| api.optional().await).await.unwrap_err(),
        outcome_of(200, &[JSON], body, async |api| api.with_head().await).await.unwrap_err(),
        outcome_of(200, &[JSON], body, async |api| api.either().await).await.map(|_| ()).unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
        assert_eq!(error.body(), Some(body.as_bytes()));
        assert_eq!(
            error.to_string(),
            "GET /events: returned 200 OK, but the body could not be read: expected a stream of events \
             (`text/event-stream`) (application/json; its start is in `Error::body`)"
        );
    }
}

#[tokio::test]
async fn format_finds_an_error_in_another_content_type() {
    let error = outcome_of(200, &[JSON], "{\"error\":\"busy\"}", async |api| api.in_format().await).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("busy")));
    let error = outcome_of(200, &[JSON], "{\"value\":7}", async |api| api.in_format().await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn stream_without_content_type_is_accepted() {
    for content_type in ["text/event-stream", "Text/Event-Stream ; charset=utf-8"] {
        let headers = [("Content-Type", content_type)];
        let events = outcome_of(200, &headers, TWO, async |api| api.items().await).await.unwrap();
        assert_eq!(values(events).await, [item(1), item(2)]);
    }
    let events = outcome_of(200, &[], TWO, async |api| api.items().await).await.unwrap();
    assert_eq!(values(events).await, [item(1), item(2)]);
}

#[tokio::test]
async fn event_that_cannot_be_read_does_not_end_the_stream() {
    let stream = "data: {\"id\":1}\n\ndata: {\"id\":\"s3cr3t\"}\n\ndata: {\"id\":3}\n\n";
    let events = outcome_of(200, &[EVENT_STREAM], stream, async |api| api.items().await).await.unwrap();
    let [first, second, third] = rest(events).await.try_into().unwrap();
    assert_eq!((first.unwrap(), third.unwrap()), (item(1), item(3)));
    let error = second.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
    assert_eq!(error.body(), Some(&b"{\"id\":\"s3cr3t\"}"[..]));
    assert_eq!(
        error.to_string(),
        "GET /events: returned 200 OK, but the body could not be read: expected u32 at `id`, line 1 column 14, \
         in event 2 (text/event-stream; its start is in `Error::body`)"
    );
    assert!(!format!("{error:?}").contains("s3cr3t"));
}

#[tokio::test]
async fn event_is_read_in_the_format_of_the_method() {
    let stream = "data: {\"value\":7}\n\ndata: {\"error\":\"busy\"}\n\ndata: []\n\n";
    let events = outcome_of(200, &[EVENT_STREAM], stream, async |api| api.in_format().await).await.unwrap();
    let [value, refused, unreadable] = rest(events).await.try_into().unwrap();
    assert_eq!(value.unwrap(), 7);
    let refused = refused.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Api, Some("busy")));
    assert_eq!(
        refused.to_string(),
        "GET /events: returned 200 OK, but the API refused the call: try later (code `busy`)"
    );
    assert!(unreadable.unwrap_err().to_string().contains(", in event 3 ("));
}

#[tokio::test]
async fn lost_connection_is_an_error_with_its_call() {
    for (pieces, count) in [("data: {\"id\":1}\n\ndata: {\"id", 1), ("data: {\"id", 0), ("", 0)] {
        let response =
            format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 99\r\n\r\n{pieces}");
        let server = Server::responding_and_closing(response);
        let mut items = rest(client(&server.url()).items().await.unwrap()).await;
        let error = items.pop().unwrap().unwrap_err();
        assert_eq!((items.len(), error.kind()), (count, ErrorKind::Transport));
        assert_eq!((error.endpoint().unwrap().operation(), error.attempts()), ("items", 1));
    }
}

/// The standard demands that the last event is dropped if the empty line after it is missing.
#[tokio::test]
async fn incomplete_event_at_the_end_is_dropped() {
    let stream = "data: {\"id\":1}\n\ndata: {\"id\":2}\n";
    let events = outcome_of(200, &[EVENT_STREAM], stream, async |api| api.items().await).await.unwrap();
    assert_eq!(values(events).await, [item(1)]);
}

#[tokio::test]
async fn debug_shows_no_data() {
    let events = outcome_of(200, &[EVENT_STREAM], "data: s3cr3t\n\n", async |api| api.texts().await).await.unwrap();
    assert_eq!(format!("{events:?}"), "Events { received: 0, .. }");
}

/// A response in memory, without a client.
struct Fake;

impl Transport for Fake {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        assert!(request.wants_stream());
        Ok(http::Response::new(Body::from(TWO)))
    }
}

#[tokio::test]
async fn fake_returns_events() {
    assert_eq!(values(Fake.items().await.unwrap()).await, [item(1), item(2)]);
}
