use pivotal_runtime::{Basic, Client, Multipart};
use world::jira::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&JIRA, Basic::new("ada@example.com", "t0k3n123").unwrap())
}

#[tokio::test]
async fn search_continues_at_an_offset_up_to_the_total() {
    let server = Server::new([
        r#"200 {"startAt":0,"maxResults":2,"total":3,"issues":[{"key":"A-1"},{"key":"A-2"}]}"#,
        r#"200 {"startAt":2,"maxResults":2,"total":3,"issues":[{"key":"A-3"}]}"#,
    ]);
    let found = all(client(&server).search("project = A", &["summary", "status"], &[], 2)).await.unwrap();
    assert_eq!(found, ["A-1", "A-2", "A-3"].map(|key| Issue { key: key.to_owned() }));
    let first = "GET /rest/api/3/search?jql=project%20%3D%20A&fields=summary,status&maxResults=2";
    assert_eq!(server.lines(), [first, &*format!("{first}&startAt=2")]);
}

#[tokio::test]
async fn edit_has_no_response() {
    let refused = r#"400 {"errorMessages":[],"errors":{"summary":"Summary is required."}}"#;
    let server = Server::new(["204", refused]);
    let client = client(&server);
    let edit = Edit { fields: [("summary", "New")].into() };
    client.edit("A-1", false, &edit).await.unwrap();
    let error = client.edit("A-1", true, &edit).await.unwrap_err();
    assert_eq!(error.message(), Some("Summary is required."));
    let received = server.received();
    assert_eq!(received[0].line, "PUT /rest/api/3/issue/A-1?notifyUsers=false");
    assert_eq!(received[0].body, r#"{"fields":{"summary":"New"}}"#);
}

#[tokio::test]
async fn attachment_is_sent_with_a_header_against_forgery() {
    let server = Server::new([r#"200 [{"id":"1","filename":"a.txt"}]"#, "206\nContent-Range: bytes 0-2/9\n\nabc"]);
    let client = client(&server);
    let form = Multipart::new().file("file", "a.txt", "text/plain", "content");
    let attachments = client.attach("A-1", form).await.unwrap();
    assert_eq!(attachments, [Attachment { id: "1".to_owned(), filename: "a.txt".to_owned() }]);
    let part = client.attachment("1", Some("bytes=0-2")).await.unwrap();
    assert_eq!(part.into_inner().collect().await.unwrap(), "abc");

    let received = server.received();
    assert_eq!(received[0].line, "POST /rest/api/3/issue/A-1/attachments");
    assert_eq!(received[0].header("x-atlassian-token"), Some("no-check"));
    assert!(received[0].header("content-type").unwrap().starts_with("multipart/form-data; boundary="));
    assert_eq!(received[1].line, "GET /rest/api/3/attachment/content/1?redirect=false");
}
