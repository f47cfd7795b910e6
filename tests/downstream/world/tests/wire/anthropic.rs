use pivotal_runtime::{ApiKey, Client, ErrorKind};
use world::anthropic::*;

use crate::support::all;
use crate::support::server::Server;

const KEY: &str = "sk-ant-1234567890";
const EVENTS: &str = "200\nContent-Type: text/event-stream; charset=utf-8\nrequest-id: req_1";
const MESSAGE: NewMessage<'_> =
    NewMessage { model: "claude", max_tokens: 64, messages: &[Turn { role: "user", content: "Hi" }] };

fn client(server: &Server) -> Client {
    server.client(&ANTHROPIC, ApiKey::header("x-api-key", KEY).unwrap())
}

fn message(text: &[&str], stop_reason: Option<&str>) -> Message {
    let content = text.iter().map(|text| Content::Text { text: (*text).to_owned() }).collect();
    Message { id: "msg_1".to_owned(), content, stop_reason: stop_reason.map(str::to_owned) }
}

#[tokio::test]
async fn events_are_read_by_their_type() {
    let (server, [body]) = Server::in_pieces([EVENTS]);
    let mut events = client(&server).stream(&MESSAGE, &["context-1m", "tools"]).await.unwrap();
    let expected = [
        (
            r#"{"type":"message_start","message":{"id":"msg_1","role":"assistant","content":[],"stop_reason":null}}"#,
            Event::MessageStart { message: message(&[], None) },
        ),
        (
            r#"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#,
            Event::ContentBlockStart { index: 0, content_block: Content::Text { text: String::new() } },
        ),
        (r#"{"type": "ping"}"#, Event::Ping),
        (
            r#"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}"#,
            Event::ContentBlockDelta { index: 0, delta: Delta::TextDelta { text: "Hello".to_owned() } },
        ),
        (
            r#"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"…"}}"#,
            Event::ContentBlockDelta { index: 0, delta: Delta::Other },
        ),
        (r#"{"type":"content_block_stop","index":0}"#, Event::ContentBlockStop { index: 0 }),
        (
            r#"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}"#,
            Event::MessageDelta { delta: End { stop_reason: Some("end_turn".to_owned()) } },
        ),
        (r#"{"type":"of_a_later_version","x":1}"#, Event::Other),
        (r#"{"type":"message_stop"   }"#, Event::MessageStop),
    ];
    for (data, expected) in expected {
        body.send(&format!("event: any\ndata: {data}\n\n"));
        assert_eq!(events.next().await.unwrap().unwrap(), expected);
    }
    body.end();
    assert!(events.next().await.is_none());

    let sent = server.only();
    assert_eq!(sent.line, "POST /v1/messages");
    let body = r#"{"model":"claude","max_tokens":64,"messages":[{"role":"user","content":"Hi"}],"stream":true}"#;
    assert_eq!(sent.body, body);
    assert_eq!((sent.header("accept"), sent.header("x-api-key")), (Some("text/event-stream"), Some(KEY)));
    assert_eq!((sent.header("anthropic-version"), sent.header("authorization")), (Some("2023-06-01"), None));
    assert_eq!(sent.headers("anthropic-beta"), ["context-1m", "tools"]);
}

#[tokio::test]
async fn error_event_is_an_error_of_the_api() {
    let (server, [body]) = Server::in_pieces([EVENTS]);
    let mut events = client(&server).stream(&MESSAGE, &[]).await.unwrap();
    body.send("event: ping\ndata: {\"type\": \"ping\"}\n\n");
    assert_eq!(events.next().await.unwrap().unwrap(), Event::Ping);
    body.send("event: error\ndata: {\"type\":\"error\",\n");
    body.send("data: \"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n");
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("overloaded_error")));
    assert_eq!((error.message(), error.request_id()), (Some("Overloaded"), Some("req_1")));
    assert!(error.detail::<Problem>().is_some());
    body.end();
    assert!(events.next().await.is_none());
    assert_eq!(server.only().header("anthropic-beta"), None);
}

#[tokio::test]
async fn lost_connection_is_an_error_of_the_stream() {
    let (server, [body]) = Server::in_pieces([EVENTS]);
    let mut events = client(&server).stream(&MESSAGE, &[]).await.unwrap();
    body.send("data: {\"type\":\"ping\"}\n\ndata: {\"type\":");
    drop(body);
    assert_eq!(events.next().await.unwrap().unwrap(), Event::Ping);
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn message_without_a_stream_has_the_rate_limit() {
    let server = Server::new([
        "200\nanthropic-ratelimit-requests-limit: 50\nanthropic-ratelimit-requests-remaining: 49\n\
         anthropic-ratelimit-tokens-limit: 40000\nanthropic-ratelimit-tokens-remaining: 39000\n\n\
         {\"id\":\"msg_1\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}],\"stop_reason\":\"end_turn\"}",
        "400\nrequest-id: req_2\n\n\
         {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"max_tokens: too large\"}}",
    ]);
    let client = client(&server);
    let response = client.message(&MESSAGE, &[]).await.unwrap();
    assert_eq!(response.rate_limit().map(|limit| (limit.limit, limit.remaining)), Some((Some(50), 49)));
    assert_eq!(response.into_inner(), message(&["Hello"], Some("end_turn")));
    let error = client.message(&MESSAGE, &[]).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("invalid_request_error")));
    assert_eq!((error.message(), error.request_id()), (Some("max_tokens: too large"), Some("req_2")));
    assert_eq!(server.received()[0].header("accept"), Some("application/json"));
}

#[tokio::test]
async fn results_of_a_batch_are_lines_at_its_url() {
    let server = Server::new([
        r#"200 {"id":"b1","processing_status":"in_progress","results_url":null}"#,
        r#"200 {"id":"b1","processing_status":"ended","results_url":"{server}/v1/messages/batches/b1/results"}"#,
        "200\nContent-Type: application/x-jsonl\n\n\
         {\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\",\"message\":{\"id\":\"msg_1\",\"content\":[]}}}\n\
         {\"custom_id\":\"b\",\"result\":{\"type\":\"errored\",\"error\":{\"type\":\"error\",\
         \"error\":{\"type\":\"invalid_request_error\",\"message\":\"max_tokens\"}}}}\n\
         {\"custom_id\":\"c\",\"result\":{\"type\":\"expired\"}}\n",
        "200 {\"custom_id\":\"a\",\"result\":{\"type\":\"canceled\"}}",
    ]);
    let client = client(&server);
    let requests = [BatchRequest { custom_id: "a", params: &MESSAGE }];
    let batch = client.create_batch(&NewBatch { requests: &requests }).await.unwrap();
    let url = client.batch(&batch.id).await.unwrap().unwrap().results_url.unwrap();
    let mut results = client.results(&url).await.unwrap();
    let cause = Cause { r#type: "invalid_request_error".to_owned(), message: "max_tokens".to_owned() };
    let expected = [
        ("a", RequestResult::Succeeded { message: message(&[], None) }),
        ("b", RequestResult::Errored { error: BatchError { error: cause } }),
        ("c", RequestResult::Expired),
    ];
    for (id, result) in expected {
        let expected = BatchResult { custom_id: id.to_owned(), result };
        assert_eq!(results.next().await.unwrap().unwrap(), expected);
    }
    assert!(results.next().await.is_none());
    let mut results = client.results_of("b1").await.unwrap();
    assert_eq!(results.next().await.unwrap().unwrap().result, RequestResult::Canceled);

    let received = server.received();
    let request = r#"{"model":"claude","max_tokens":64,"messages":[{"role":"user","content":"Hi"}]}"#;
    assert_eq!(received[0].body, format!(r#"{{"requests":[{{"custom_id":"a","params":{request}}}]}}"#));
    assert_eq!((&*received[2].line, &*received[3].line), ("GET /v1/messages/batches/b1/results", &*received[2].line));
    assert_eq!(received[2].header("x-api-key"), Some(KEY));
    assert!(received[2].header("accept").unwrap().ends_with("*/*;q=0.1"));
}

#[tokio::test]
async fn batches_continue_after_the_last_id() {
    let batch = |id: &str| format!(r#"{{"id":"{id}","processing_status":"ended","results_url":null}}"#);
    let server = Server::new([
        &*format!(r#"200 {{"data":[{}],"has_more":true,"first_id":"b1","last_id":"b1"}}"#, batch("b1")),
        &*format!(r#"200 {{"data":[{}],"has_more":false,"first_id":"b2","last_id":"b2"}}"#, batch("b2")),
    ]);
    let batches = all(client(&server).batches(1)).await.unwrap();
    let ids: Vec<_> = batches.iter().map(|batch| &*batch.id).collect();
    assert_eq!(ids, ["b1", "b2"]);
    assert_eq!(server.lines()[1], "GET /v1/messages/batches?limit=1&after_id=b1");
}
