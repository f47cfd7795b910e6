use pivotal_runtime::{Bearer, Client, Multipart};
use serde_json::json;
use world::notion::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&NOTION, Bearer::new("ntn_1234567890").unwrap())
}

#[tokio::test]
async fn cursor_of_a_query_is_sent_in_the_body() {
    let server = Server::new([
        r#"200 {"results":[{"id":"p1"}],"has_more":true,"next_cursor":"c1"}"#,
        r#"200 {"results":[{"id":"p2"}],"has_more":false,"next_cursor":null}"#,
    ]);
    let filter = json!({ "property": "Done", "checkbox": { "equals": true } });
    let query = Query { filter: Some(&filter), page_size: 1 };
    let pages = all(client(&server).query("d1", &query)).await.unwrap();
    assert_eq!(pages, ["p1", "p2"].map(|id| Page { id: id.to_owned() }));

    let received = server.received();
    let filter = r#"{"filter":{"checkbox":{"equals":true},"property":"Done"},"page_size":1"#;
    assert_eq!(received[0].body, format!("{filter}}}"));
    assert_eq!(received[1].body, format!(r#"{filter},"start_cursor":"c1"}}"#));
    for request in received {
        assert_eq!(request.line, "POST /v1/databases/d1/query");
        assert_eq!(request.header("content-type"), Some("application/json"));
        assert_eq!(request.header("notion-version"), Some("2022-06-28"));
        assert_eq!(request.header("authorization"), Some("Bearer ntn_1234567890"));
    }
}

#[tokio::test]
async fn cursor_of_children_is_sent_in_the_query() {
    let server = Server::new([
        r#"200 {"results":[{"id":"b1","type":"heading_1"}],"has_more":true,"next_cursor":"c 1"}"#,
        r#"200 {"results":[],"has_more":false,"next_cursor":null}"#,
    ]);
    let blocks = all(client(&server).children("p1", 50)).await.unwrap();
    assert_eq!(blocks, [Block { id: "b1".to_owned(), r#type: "heading_1".to_owned() }]);
    let lines =
        ["GET /v1/blocks/p1/children?page_size=50", "GET /v1/blocks/p1/children?page_size=50&start_cursor=c%201"];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn list_without_the_cursor_that_it_reports_is_an_error() {
    let server = Server::new([r#"200 {"results":[],"has_more":true,"next_cursor":null}"#]);
    let error = all(client(&server).children("p1", 50)).await.unwrap_err();
    assert!(error.to_string().contains("reports that there is more"), "{error}");
}

#[tokio::test]
async fn file_is_sent_to_its_upload_url() {
    let server = Server::new([
        r#"200 {"id":"u1","status":"pending","upload_url":"{server}/v1/file_uploads/u1/send"}"#,
        r#"200 {"id":"u1","status":"uploaded"}"#,
        r#"200 {"id":"u1","status":"pending"}"#,
    ]);
    let client = client(&server);
    let upload = client.create_upload(&NewUpload { filename: "a.txt" }).await.unwrap();
    let file = || Multipart::new().file("file", "a.txt", "text/plain", "content");
    let sent = client.send_file(&upload.upload_url.unwrap(), file()).await.unwrap();
    assert_eq!((&*sent.id, &*sent.status), ("u1", "uploaded"));
    client.send_part("u1", file().text("part_number", "1")).await.unwrap();

    let received = server.received();
    assert_eq!((&*received[1].line, &*received[2].line), ("POST /v1/file_uploads/u1/send", &*received[1].line));
    assert!(received[1].header("content-type").unwrap().starts_with("multipart/form-data; boundary="));
    assert!(received[1].body.contains("filename=\"a.txt\""), "{}", received[1].body);
    assert_eq!(received[1].header("authorization"), Some("Bearer ntn_1234567890"));
}

#[tokio::test]
async fn missing_page_is_none_and_other_errors_have_a_code() {
    let missing = r#"404 {"object":"error","status":404,"code":"object_not_found","message":"m"}"#;
    let invalid = r#"400 {"object":"error","status":400,"code":"validation_error","message":"id is no UUID"}"#;
    let server = Server::new([missing, invalid]);
    let client = client(&server);
    assert_eq!(client.page("p1").await.unwrap(), None);
    let error = client.page("p1").await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("validation_error"), Some("id is no UUID")));
}
