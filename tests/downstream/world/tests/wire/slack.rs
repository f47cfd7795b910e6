use pivotal_runtime::{Bearer, Client, Displayed, ErrorKind};
use serde_json::json;
use world::slack::*;

use crate::support::all;
use crate::support::server::Server;

const TOKEN: &str = "xoxb-1234567890";

fn client(server: &Server) -> Client {
    server.client(&SLACK, Bearer::new(TOKEN).unwrap())
}

#[tokio::test]
async fn channels_end_with_an_empty_cursor() {
    let server = Server::new([
        r#"200 {"ok":true,"channels":[{"id":"C1"}],"response_metadata":{"next_cursor":"dGVhbQ=="}}"#,
        r#"200 {"ok":true,"channels":[{"id":"C2"}],"response_metadata":{"next_cursor":""}}"#,
    ]);
    let channels = all(client(&server).channels(&["public_channel", "im"], 1)).await.unwrap();
    assert_eq!(channels, ["C1", "C2"].map(|id| Channel { id: id.to_owned() }));
    let lines = [
        "GET /api/conversations.list?types=public_channel,im&limit=1",
        "GET /api/conversations.list?types=public_channel,im&limit=1&cursor=dGVhbQ%3D%3D",
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn refused_page_is_an_error_of_the_api() {
    let server = Server::new([
        r#"200 {"ok":true,"channels":[],"response_metadata":{"next_cursor":"c1"}}"#,
        r#"200 {"ok":false,"error":"invalid_cursor"}"#,
    ]);
    let error = all(client(&server).channels(&[], 1)).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("invalid_cursor")));
}

#[tokio::test]
async fn refused_message_is_an_error_with_the_status_200() {
    let server = Server::new([
        "200\nX-Slack-Req-Id: r1\n\n{\"ok\":false,\"error\":\"channel_not_found\"}",
        r#"403 {"ok":false,"error":"invalid_auth"}"#,
        r#"200 {"ok":true,"ts":"1.2","channel":"C1"}"#,
    ]);
    let client = client(&server);
    let message = NewMessage { channel: "C1", text: "Hi", blocks: &[] };
    let error = client.post(&message).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (200, Some("channel_not_found")));
    assert_eq!((error.message(), error.request_id()), (None, Some("r1")));
    let error = client.post(&message).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (403, Some("invalid_auth")));
    assert_eq!(client.post(&message).await.unwrap(), Posted { ts: "1.2".to_owned() });

    let received = server.received();
    assert_eq!(received[0].line, "POST /api/chat.postMessage");
    assert_eq!(received[0].body, r#"{"channel":"C1","text":"Hi"}"#);
    assert_eq!(received[0].header("content-type"), Some("application/json; charset=utf-8"));
    assert_eq!(received[0].header("accept"), Some("application/json"));
    assert_eq!(received[0].header("authorization"), Some(&*format!("Bearer {TOKEN}")));
}

#[tokio::test]
async fn file_is_uploaded_to_another_host_without_credentials() {
    let files = Server::new(["200\nContent-Type: text/plain\n\nOK - 2"]);
    let upload = format!(r#"200 {{"ok":true,"upload_url":"{}/upload/v1/abc","file_id":"F1"}}"#, files.url);
    let server = Server::new([
        &*upload,
        r#"200 {"ok":true,"files":[{"id":"F1"}]}"#,
        r#"200 {"ok":false,"error":"file_not_found"}"#,
    ]);
    let client = client(&server);
    let upload = client.create_upload("a b.txt", 2).await.unwrap();
    assert_eq!(client.upload(&upload.upload_url, b"hi").await.unwrap(), "OK - 2");
    let uploaded = Files { files: &[File { id: &upload.file_id }], channel_id: "C1" };
    client.complete_upload(&uploaded).await.unwrap();
    let error = client.complete_upload(&uploaded).await.unwrap_err();
    assert_eq!(error.code(), Some("file_not_found"));

    let sent = files.only();
    assert_eq!((&*sent.line, &*sent.body, sent.header("authorization")), ("POST /upload/v1/abc", "hi", None));
    let received = server.received();
    assert_eq!(received[0].line, "GET /api/files.getUploadURLExternal?filename=a%20b.txt&length=2");
    assert_eq!(received[1].body, r#"{"files":[{"id":"F1"}],"channel_id":"C1"}"#);
    assert_eq!(received[1].header("authorization"), Some(&*format!("Bearer {TOKEN}")));
}

#[tokio::test]
async fn blocks_are_json_in_a_form() {
    let server = Server::new([r#"200 {"ok":true,"ts":"1.2"}"#]);
    let blocks = json!([{ "type": "divider" }]);
    client(&server).update("C1", "1.2", "Hi & bye", Displayed(&blocks)).await.unwrap();
    let sent = server.only();
    let body = "channel=C1&ts=1.2&text=Hi+%26+bye&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D";
    assert_eq!((&*sent.line, &*sent.body), ("POST /api/chat.update", body));
    assert_eq!(sent.header("content-type"), Some("application/x-www-form-urlencoded"));
}
