use pivotal_runtime::{Bearer, Client, ErrorKind, Multipart, Part};
use world::openai::*;

use crate::support::all;
use crate::support::server::Server;

const TOKEN: &str = "sk-1234567890";
const EVENTS: &str = "200\nContent-Type: text/event-stream\nX-Request-Id: req_1";
const CHAT: Chat<'_> = Chat { model: "gpt-4o", messages: &[Message { role: "user", content: "Hi" }] };

fn client(server: &Server) -> Client {
    server.client(&OPENAI, Bearer::new(TOKEN).unwrap())
}

fn chunk(content: Option<&str>, finish_reason: Option<&str>) -> Chunk {
    let delta = Text { content: content.map(str::to_owned) };
    Chunk { choices: vec![Delta { delta, finish_reason: finish_reason.map(str::to_owned) }] }
}

#[tokio::test]
async fn chunks_arrive_one_by_one_up_to_the_mark() {
    let (server, [body]) = Server::in_pieces([EVENTS]);
    let mut chunks = client(&server).stream(&CHAT).await.unwrap();
    body.send("data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel");
    body.send("lo\"},\"finish_reason\":null}]}\n\n");
    assert_eq!(chunks.next().await.unwrap().unwrap(), chunk(Some("Hello"), None));
    body.send("data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DO");
    assert_eq!(chunks.next().await.unwrap().unwrap(), chunk(None, Some("stop")));
    body.send("NE]\n\n");
    assert!(chunks.next().await.is_none());

    let sent = server.only();
    assert_eq!(sent.line, "POST /v1/chat/completions");
    assert_eq!(sent.body, r#"{"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}],"stream":true}"#);
    assert_eq!(sent.header("accept"), Some("text/event-stream"));
    assert_eq!(sent.header("content-type"), Some("application/json"));
    assert_eq!(sent.header("authorization"), Some("Bearer sk-1234567890"));
}

#[tokio::test]
async fn stream_without_its_mark_is_incomplete() {
    let (server, [body]) = Server::in_pieces([EVENTS]);
    let mut chunks = client(&server).stream(&CHAT).await.unwrap();
    body.send("data: {\"choices\":[]}\n\n");
    body.end();
    assert_eq!(chunks.next().await.unwrap().unwrap(), Chunk { choices: Vec::new() });
    let error = chunks.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.to_string(), "POST /v1/chat/completions: the stream of events ended without `[DONE]`");
    assert!(chunks.next().await.is_none());
}

#[tokio::test]
async fn error_in_the_stream_is_an_error_of_the_api() {
    let (server, [body]) = Server::in_pieces([EVENTS]);
    let mut chunks = client(&server).stream(&CHAT).await.unwrap();
    body.send("data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n");
    body.send(
        "data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\",\"code\":null}}\n\n",
    );
    assert_eq!(chunks.next().await.unwrap().unwrap(), chunk(Some("Hel"), None));
    let error = chunks.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("server_error")));
    assert_eq!((error.message(), error.request_id()), (Some("The server had an error"), Some("req_1")));
    assert_eq!(error.detail::<Problem>().unwrap().error.code, None);
}

#[tokio::test]
async fn refused_chat_is_an_error_of_the_call() {
    let refusal = r#"401 {"error":{"message":"Incorrect API key provided","param":null,"code":"invalid_api_key"}}"#;
    let server = Server::new([refusal, refusal]);
    let client = client(&server);
    for error in [client.stream(&CHAT).await.unwrap_err(), client.complete(&CHAT).await.unwrap_err()] {
        assert_eq!((error.status().unwrap().as_u16(), error.code()), (401, Some("invalid_api_key")));
        assert_eq!(error.message(), Some("Incorrect API key provided"));
    }
}

#[tokio::test]
async fn completion_is_one_value_without_a_stream() {
    let server = Server::new([
        r#"200 {"choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}"#,
    ]);
    let message = Text { content: Some("Hello".to_owned()) };
    let choice = Choice { message, finish_reason: "stop".to_owned() };
    assert_eq!(client(&server).complete(&CHAT).await.unwrap(), Completion { choices: vec![choice] });
    let sent = server.only();
    assert_eq!(sent.body, r#"{"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}]}"#);
    assert_eq!(sent.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn files_continue_after_the_last_id() {
    let server = Server::new([
        r#"200 {"object":"list","data":[{"id":"f1","bytes":1},{"id":"f2","bytes":2}],"has_more":true}"#,
        r#"200 {"object":"list","data":[{"id":"f3","bytes":3}],"has_more":false}"#,
    ]);
    let files = all(client(&server).files(Some("batch"), 2)).await.unwrap();
    assert_eq!(files, [("f1", 1), ("f2", 2), ("f3", 3)].map(|(id, bytes)| File { id: id.to_owned(), bytes }));
    let first = "GET /v1/files?purpose=batch&limit=2";
    assert_eq!(server.lines(), [first, &*format!("{first}&after=f2")]);
}

#[tokio::test]
async fn file_is_uploaded_from_its_path_and_downloaded() {
    let server = Server::new([
        r#"200 {"id":"f1","object":"file","bytes":9}"#,
        "200\nContent-Type: application/octet-stream\n\n{\"a\":1}\n{}",
    ]);
    let client = client(&server);
    let file = Part::from_path(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    let form = Multipart::new().text("purpose", "batch").part("file", file.content_type("application/toml"));
    let file = client.upload(form).await.unwrap();
    assert_eq!(file.bytes, 9);
    assert_eq!(client.content(&file.id).await.unwrap().collect().await.unwrap(), "{\"a\":1}\n{}");

    let received = server.received();
    let content_type = received[0].header("content-type").unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let form = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Cargo.toml\"\r\n\
         Content-Type: application/toml\r\n\r\n{}\r\n--{boundary}--\r\n",
        include_str!("../../Cargo.toml")
    );
    assert_eq!((&*received[0].line, &*received[0].body), ("POST /v1/files", &*form));
    assert_eq!(received[0].header("content-length"), Some(&*form.len().to_string()));
    assert_eq!((&*received[1].line, received[1].header("accept")), ("GET /v1/files/f1/content", Some("*/*")));
}

#[tokio::test]
async fn results_of_a_batch_are_lines_of_a_file() {
    let (server, [body]) = Server::in_pieces(["200\nContent-Type: application/octet-stream"]);
    let mut results = client(&server).batch_results("f1").await.unwrap();
    for id in ["r1", "r2"] {
        let response = r#"{"status_code":200,"request_id":"q","body":{"choices":[]}}"#;
        body.send(&format!("{{\"id\":\"b\",\"custom_id\":\"{id}\",\"response\":{response},\"error\":null}}\n"));
        let result = results.next().await.unwrap().unwrap();
        let response = BatchResponse { status_code: 200, body: Completion { choices: Vec::new() } };
        assert_eq!(result, BatchResult { custom_id: id.to_owned(), response });
    }
    body.end();
    assert!(results.next().await.is_none());
    assert_eq!(server.only().line, "GET /v1/files/f1/content");
}

#[tokio::test]
async fn speech_is_read_as_it_is_generated() {
    let (server, [body]) = Server::in_pieces(["200\nContent-Type: audio/mpeg"]);
    let speech = Speech { model: "tts-1", voice: "nova", input: "Hi" };
    let mut audio = client(&server).speak(&speech).await.unwrap();
    body.send("ID3");
    assert_eq!(audio.chunk().await.unwrap().unwrap(), "ID3");
    body.send("abc");
    body.end();
    assert_eq!(audio.collect().await.unwrap(), "abc");
    let sent = server.only();
    assert_eq!((&*sent.line, sent.header("accept")), ("POST /v1/audio/speech", Some("*/*")));
    assert_eq!(sent.body, r#"{"model":"tts-1","voice":"nova","input":"Hi"}"#);
}

#[tokio::test]
async fn response_in_the_background_is_followed_from_an_event() {
    let server = Server::new([
        r#"200 {"id":"r/1","status":"in_progress"}"#,
        "200\nContent-Type: text/event-stream; charset=utf-8\n\n\
         event: response.output_item.done\ndata: {\"type\":\"response.output_item.done\",\"sequence_number\":8}\n\n\
         event: response.output_text.delta\n\
         data: {\"type\":\"response.output_text.delta\",\"sequence_number\":9,\"delta\":\"Hi\"}\n\n\
         event: response.completed\n\
         data: {\"type\":\"response.completed\",\"sequence_number\":10,\n\
         data: \"response\":{\"id\":\"r/1\",\"status\":\"completed\"}}\n\n",
    ]);
    let client = client(&server);
    let include = ["file_search_call.results", "message.output_text.logprobs"];
    let response = client.response("r/1", &include).await.unwrap().unwrap();
    assert_eq!(response.status, "in_progress");
    let mut events = client.response_events("r/1", Some(7)).await.unwrap();
    let completed = Response { id: "r/1".to_owned(), status: "completed".to_owned() };
    let expected = [
        ResponseEvent::Other,
        ResponseEvent::Text { sequence_number: 9, delta: "Hi".to_owned() },
        ResponseEvent::Completed { sequence_number: 10, response: completed },
    ];
    for expected in expected {
        assert_eq!(events.next().await.unwrap().unwrap(), expected);
    }
    assert!(events.next().await.is_none());

    let lines = [
        "GET /v1/responses/r%2F1?include%5B%5D=file_search_call.results&include%5B%5D=message.output_text.logprobs",
        "GET /v1/responses/r%2F1?stream=true&starting_after=7",
    ];
    assert_eq!(server.lines(), lines);
}
