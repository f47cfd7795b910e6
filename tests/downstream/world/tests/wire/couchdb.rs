use pivotal_runtime::{Basic, Client, Conditional};
use serde::{Deserialize, Serialize};
use serde_json::json;
use world::couchdb::*;

use crate::support::server::Server;

const EVENTS: &str = "200\nContent-Type: text/event-stream";

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Book {
    title: String,
}

fn book(title: &str) -> Book {
    Book { title: title.to_owned() }
}

fn client(server: &Server) -> Client {
    server.client(&COUCHDB, Basic::new("admin", "s3cr3t").unwrap())
}

fn change(seq: &str, id: &str, deleted: bool) -> Change {
    Change { seq: seq.to_owned(), id: id.to_owned(), deleted }
}

#[tokio::test]
async fn heartbeats_between_changes_are_skipped() {
    let (server, [body]) = Server::in_pieces(["200\nContent-Type: application/json"]);
    let mut changes = client(&server).changes("books", "now", Some(1000)).await.unwrap();
    body.send("\n\n{\"seq\":\"1-a\",\"id\":\"b1\",\"changes\":[{\"rev\":\"1-x\"}]}\n\n");
    assert_eq!(changes.next().await.unwrap().unwrap(), Line::Change(change("1-a", "b1", false)));
    body.send("\n{\"seq\":\"2-a\",\"id\":\"b1\",\"changes\":[{\"rev\":\"2-x\"}],\"deleted\":true}\n");
    assert_eq!(changes.next().await.unwrap().unwrap(), Line::Change(change("2-a", "b1", true)));
    body.send("\n{\"last_seq\":\"2-a\",\"pending\":0}\n");
    body.end();
    assert_eq!(changes.next().await.unwrap().unwrap(), Line::End { last_seq: "2-a".to_owned() });
    assert!(changes.next().await.is_none());
    assert_eq!(server.only().line, "GET /books/_changes?feed=continuous&since=now&heartbeat=1000");
}

#[tokio::test]
async fn events_resume_after_the_last_change() {
    let (server, [first, second]) = Server::in_pieces([EVENTS, EVENTS]);
    let mut changes = client(&server).change_events("books", "0", Some(1000)).await.unwrap().resume(1);
    // CouchDB sends no `retry`: without it, the wait is 3 s.
    first.send("retry: 1\ndata: {\"seq\":\"1-a\",\"id\":\"b1\"}\nid: \"1-a\"\n\nevent: heartbeat\ndata: \n\n");
    assert_eq!(changes.next().await.unwrap().unwrap(), Some(change("1-a", "b1", false)));
    assert_eq!(changes.next().await.unwrap().unwrap(), None);
    drop(first);
    second.send("data: {\"seq\":\"2-a\",\"id\":\"b2\",\"deleted\":true}\nid: \"2-a\"\n\n");
    assert_eq!(changes.next().await.unwrap().unwrap(), Some(change("2-a", "b2", true)));
    assert_eq!(changes.last_event_id(), "\"2-a\"");

    let received = server.received();
    assert_eq!(server.lines(), ["GET /books/_changes?feed=eventsource&since=0&heartbeat=1000"; 2]);
    assert_eq!((received[0].header("last-event-id"), received[1].header("last-event-id")), (None, Some("\"1-a\"")));
    assert_eq!(received[1].header("authorization"), Some("Basic YWRtaW46czNjcjN0"));
}

#[tokio::test]
async fn document_is_read_again_only_if_it_changed() {
    let server = Server::new([
        "200\nETag: \"1-x\"\n\n{\"_id\":\"a/b\",\"_rev\":\"1-x\",\"title\":\"Dune\"}",
        "304\nETag: \"1-x\"\n\n",
        r#"404 {"error":"not_found","reason":"missing"}"#,
    ]);
    let client = client(&server);
    let read = client.get::<Book>("books", "a/b", None).await.unwrap();
    let etag = read.headers()["etag"].to_str().unwrap().to_owned();
    let document = Document { rev: "1-x".to_owned(), fields: book("Dune") };
    assert_eq!(read.into_inner(), Conditional::Modified(document));
    assert!(client.get::<Book>("books", "a/b", Some(&etag)).await.unwrap().get_ref().is_not_modified());
    let error = client.get::<Book>("books", "a/b", None).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("not_found"), Some("missing")));
    let received = server.received();
    assert_eq!((&*received[1].line, received[1].header("if-none-match")), ("GET /books/a%2Fb", Some("\"1-x\"")));
}

#[tokio::test]
async fn document_is_written_at_its_revision() {
    let server = Server::new([
        "201\nX-Couch-Request-ID: r1\n\n{\"ok\":true,\"id\":\"b1\",\"rev\":\"1-x\"}",
        r#"202 {"ok":true,"id":"b1","rev":"2-x"}"#,
        "409\nX-Couch-Request-ID: r3\n\n{\"error\":\"conflict\",\"reason\":\"Document update conflict.\"}",
        r#"201 {"ok":true,"id":"b1","rev":"3-x"}"#,
    ]);
    let client = client(&server);
    let saved = client.put("books", "b1", None, &book("Dune")).await.unwrap();
    assert_eq!((saved.status().as_u16(), &*saved.get_ref().rev), (201, "1-x"));
    let saved = client.put("books", "b1", Some("1-x"), &book("Emma")).await.unwrap();
    assert_eq!((saved.status().as_u16(), &*saved.get_ref().rev), (202, "2-x"));
    let error = client.put("books", "b1", Some("1-x"), &book("Emma")).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((error.code(), error.request_id()), (Some("conflict"), Some("r3")));
    let saved = client.attach("books", "b1", "covers/a b.png", "2-x", b"png", "image/png").await.unwrap();
    assert_eq!(saved.rev, "3-x");

    let received = server.received();
    assert_eq!((&*received[0].line, &*received[0].body), ("PUT /books/b1", r#"{"title":"Dune"}"#));
    assert_eq!((received[0].header("if-match"), received[1].header("if-match")), (None, Some("1-x")));
    assert_eq!((&*received[3].line, &*received[3].body), ("PUT /books/b1/covers/a%20b.png?rev=2-x", "png"));
    assert_eq!(received[3].header("content-type"), Some("image/png"));
}

#[tokio::test]
async fn each_of_several_writes_has_its_own_result() {
    let server = Server::new(["201 [{\"ok\":true,\"id\":\"b1\",\"rev\":\"1-x\"},\
         {\"id\":\"b2\",\"error\":\"conflict\",\"reason\":\"Document update conflict.\"}]"]);
    let written = client(&server).put_all("books", &Documents { docs: &[book("Dune"), book("Emma")] }).await.unwrap();
    let problem = Problem { error: "conflict".to_owned(), reason: "Document update conflict.".to_owned() };
    let saved = Saved { id: "b1".to_owned(), rev: "1-x".to_owned() };
    assert_eq!(written, [Written::Saved(saved), Written::Refused { id: "b2".to_owned(), problem }]);
    let sent = server.only();
    assert_eq!(
        (&*sent.line, &*sent.body),
        ("POST /books/_bulk_docs", r#"{"docs":[{"title":"Dune"},{"title":"Emma"}]}"#)
    );
}

#[tokio::test]
async fn keys_of_a_view_are_json() {
    let server = Server::new([r#"200 {"total_rows":9,"offset":3,"rows":[{"id":"b1","key":["a",1],"value":null}]}"#]);
    let (start, end) = (json!(["a b", 1]), json!(["b", {}]));
    let options = ViewOptions { include_docs: true, limit: Some(5), ..ViewOptions::default() };
    let view = client(&server).view("books", "by", "author", Some(&start), Some(&end), &options).await.unwrap();
    let row = Row { id: "b1".to_owned(), key: json!(["a", 1]), value: json!(null) };
    assert_eq!(view, View { rows: vec![row] });
    let line = "GET /books/_design/by/_view/author?startkey=%5B%22a%20b%22%2C1%5D&endkey=%5B%22b%22%2C%7B%7D%5D\
                &include_docs=true&descending=false&limit=5";
    assert_eq!(server.only().line, line);
}
