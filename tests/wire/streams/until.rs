//! The mark of the end of a stream of events: `until`.

use pivotal_runtime::{Delivery, Error, ErrorKind, Events, Response, Transport, endpoint};

use super::{EVENT_STREAM, Item, in_pieces, item, rest, values};
use crate::support::scripted::{ScriptedServer, script};
use crate::support::server::outcome_of;

trait Chat: Transport {
    #[endpoint(POST, "/chat", until = "[DONE]")]
    async fn chat(&self) -> Result<Events<Item>, Error>;

    #[endpoint(POST, "/chat", until = "[DONE]", response = Events<Item>)]
    async fn declared(&self) -> Result<Response<Option<Events<Item>>>, Error>;

    #[endpoint(POST, "/chat", until = "[DONE]")]
    async fn texts(&self) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/item")]
    async fn item(&self) -> Result<Item, Error>;
}
impl<T: Transport> Chat for T {}

const ONE: &str = "data: {\"id\":1}\n\n";

#[tokio::test]
async fn mark_ends_the_stream_and_is_not_returned() {
    for end in ["data: [DONE]\n\n", "data: [DONE]\n\ndata: {\"id\":2}\n\n", "event: end\nid: 9\ndata:[DONE]\r\n\r\n"] {
        let stream = format!("{ONE}{end}");
        let events = outcome_of(200, &[EVENT_STREAM], &stream, async |api| api.chat().await).await.unwrap();
        assert_eq!(values(events).await, [item(1)], "{end:?}");
        let response = outcome_of(200, &[EVENT_STREAM], &stream, async |api| api.declared().await).await.unwrap();
        assert_eq!(values(response.into_inner().unwrap()).await, [item(1)]);
    }
}

/// Servers leave the connection open after the mark, or are slow to end the body.
#[tokio::test]
async fn stream_ends_before_the_body_does() {
    in_pieces("text/event-stream", &[ONE, "data: [DONE]\n\n", "data: late\n\n"], async |client, gates| {
        let mut events = client.chat().await.unwrap();
        assert_eq!(events.next().await.unwrap().unwrap(), item(1));
        gates[0].open();
        assert!(events.next().await.is_none());
        assert!(events.next().await.is_none());
    })
    .await;
}

/// Some APIs mark the end by the name of the event.
#[tokio::test]
async fn name_of_an_event_can_be_the_mark() {
    for end in ["event: [DONE]\ndata: {}\n\n", "event: [DONE]\ndata: {}", "event: [DONE]\n\n", "event: [DONE]"] {
        let events = outcome_of(200, &[EVENT_STREAM], format!("{ONE}{end}"), async |api| api.chat().await).await;
        assert_eq!(values(events.unwrap()).await, [item(1)], "{end:?}");
    }
}

#[tokio::test]
async fn only_the_complete_data_is_the_mark() {
    let stream = "data: [DONE] \n\ndata: [DONE]\ndata: [DONE]\n\ndata: done\n\ndata: [DONE]\n\n";
    let events = outcome_of(200, &[EVENT_STREAM], stream, async |api| api.texts().await).await.unwrap();
    assert_eq!(values(events).await, ["[DONE] ", "[DONE]\n[DONE]", "done"]);
}

/// The empty line after the mark can be missing.
#[tokio::test]
async fn mark_at_the_end_of_the_body_is_enough() {
    for end in ["data: [DONE]", "data: [DONE]\n", "data: [DONE]\r"] {
        let events = outcome_of(200, &[EVENT_STREAM], format!("{ONE}{end}"), async |api| api.chat().await).await;
        assert_eq!(values(events.unwrap()).await, [item(1)], "{end:?}");
    }
}

#[tokio::test]
async fn missing_mark_is_an_error() {
    for end in ["", "data: [DON", "data: {\"id\":2}"] {
        let events = outcome_of(200, &[EVENT_STREAM], format!("{ONE}{end}"), async |api| api.chat().await).await;
        let [first, error] = rest(events.unwrap()).await.try_into().unwrap();
        assert_eq!(first.unwrap(), item(1));
        let error = error.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Some(Delivery::Unknown)), "{end:?}");
        assert_eq!(error.to_string(), "POST /chat: the stream of events ended without `[DONE]`");
        assert_eq!(error.attempts(), 1);
    }
}

#[tokio::test]
async fn response_without_content_needs_no_mark() {
    let events = outcome_of(204, &[], "", async |api| api.chat().await).await.unwrap();
    assert_eq!(values(events).await, []);
}

/// A connection whose response was read to its end is used again.
#[tokio::test]
async fn connection_is_used_again_after_the_mark() {
    let body = format!("{ONE}data: [DONE]\n\n");
    let stream = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n",
        body.len()
    );
    let server = ScriptedServer::new([script(move |connection| {
        connection.read()?;
        connection.send(&stream)?;
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"id\":2}")
    })]);
    let client = server.client();
    assert_eq!(values(client.chat().await.unwrap()).await, [item(1)]);
    // The connection reads the end of the body in a task of its own.
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert_eq!(client.item().await.unwrap(), item(2));
    assert_eq!(server.finish().await.connections(), 1);
}
