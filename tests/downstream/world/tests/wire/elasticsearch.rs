use pivotal_runtime::{ApiKey, Client, ErrorKind, Lines};
use serde::{Deserialize, Serialize};
use serde_json::json;
use world::elasticsearch::*;

use crate::support::all;
use crate::support::server::Server;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Book {
    title: String,
}

fn book(title: &str) -> Book {
    Book { title: title.to_owned() }
}

fn client(server: &Server) -> Client {
    server.client(&ELASTICSEARCH, ApiKey::header("Authorization", "ApiKey YTpi").unwrap())
}

fn hits(numbers: &[u64]) -> String {
    let sort = |n: u64| json!([n, "s", u64::MAX - n]);
    let hit = |n: &u64| json!({ "_id": format!("b{n}"), "_source": { "title": n.to_string() }, "sort": sort(*n) });
    let hits: Vec<_> = numbers.iter().map(hit).collect();
    format!("200 {}", json!({ "took": 1, "hits": { "hits": hits } }))
}

fn titles(hits: &[Hit<Book>]) -> Vec<&str> {
    hits.iter().map(|hit| &*hit.source.title).collect()
}

#[tokio::test]
async fn search_continues_after_the_last_hit() {
    let server = Server::new([&*hits(&[1, 2]), &*hits(&[3, 4]), &*hits(&[])]);
    let (query, sort) = (json!({ "match_all": {} }), [json!({ "year": "asc" })]);
    let query = Query { query: &query, sort: &sort, size: 2 };
    let books: Vec<Hit<Book>> = all(client(&server).search("books", &["hits.hits", "took"], &query)).await.unwrap();
    assert_eq!(titles(&books), ["1", "2", "3", "4"]);

    let received = server.received();
    let body = r#"{"query":{"match_all":{}},"sort":[{"year":"asc"}],"size":2"#;
    assert_eq!(received[0].body, format!("{body}}}"));
    assert_eq!(received[1].body, format!(r#"{body},"search_after":[2,"s",18446744073709551613]}}"#));
    assert_eq!(received[2].body, format!(r#"{body},"search_after":[4,"s",18446744073709551611]}}"#));
    assert_eq!(received[0].line, "POST /books/_search?filter_path=hits.hits,took");
    assert_eq!(received[2].header("authorization"), Some("ApiKey YTpi"));
}

#[tokio::test]
async fn search_continues_at_an_offset_in_the_body() {
    let server = Server::new([&*hits(&[1, 2]), &*hits(&[3])]);
    let query = json!({ "match_all": {} });
    let query = Query { query: &query, sort: &[], size: 2 };
    let books: Vec<Hit<Book>> = all(client(&server).top("books", &query)).await.unwrap();
    assert_eq!(titles(&books), ["1", "2", "3"]);

    let received = server.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[1].body, r#"{"query":{"match_all":{}},"sort":[],"size":2,"from":2}"#);
}

#[tokio::test]
async fn missing_document_is_a_value_and_missing_index_an_error() {
    let server = Server::new([
        r#"200 {"_id":"b1","_version":3,"found":true,"_source":{"title":"1"}}"#,
        r#"404 {"_index":"books","_id":"b2","found":false}"#,
        r#"404 {"error":{"type":"index_not_found_exception","reason":"no such index [books]"},"status":404}"#,
    ]);
    let client = client(&server);
    let found = Document { version: 3, source: book("1") };
    assert_eq!(client.get("books", "b1").await.unwrap(), Lookup::Found(found));
    let missing = Missing { id: "b2".to_owned(), found: false };
    assert_eq!(client.get::<Book>("books", "b2").await.unwrap(), Lookup::Missing(missing));
    let error = client.get::<Book>("books", "b3").await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 404));
    assert_eq!(error.code(), Some("index_not_found_exception"));
    assert_eq!(error.message(), Some("no such index [books]"));
    assert_eq!(server.lines()[2], "GET /books/_doc/b3");
}

#[tokio::test]
async fn document_is_created_replaced_and_deleted() {
    let server = Server::new([
        r#"201 {"_id":"b1","result":"created"}"#,
        r#"200 {"_id":"b1","result":"updated"}"#,
        r#"200 {"_id":"b1","result":"deleted"}"#,
        r#"404 {"_id":"b1","result":"not_found"}"#,
        r#"409 {"error":{"type":"version_conflict_engine_exception","reason":"required seqNo [1]"},"status":409}"#,
    ]);
    let client = client(&server);
    let writes = [(201, "created", None, Some(OpType::Create)), (200, "updated", Some(7), None)];
    for (status, result, seq_no, op_type) in writes {
        let written = client.put("books", "b1", seq_no, seq_no.map(|_| 1), op_type, &book("1")).await.unwrap();
        assert_eq!((written.status().as_u16(), &*written.get_ref().result), (status, result));
    }
    assert_eq!(client.delete("books", "b1").await.unwrap().result, "deleted");
    assert_eq!(client.delete("books", "b1").await.unwrap().result, "not_found");
    let error = client.put("books", "b1", None, None, None, &book("1")).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.code(), Some("version_conflict_engine_exception"));
    assert_eq!(error.message(), Some("required seqNo [1]"));
    assert_eq!(
        server.lines()[..2],
        ["PUT /books/_doc/b1?op_type=create", "PUT /books/_doc/b1?if_seq_no=7&if_primary_term=1"]
    );
}

#[tokio::test]
async fn document_exists_by_its_status() {
    let server = Server::new(["200\nContent-Type: application/json\n\n", "404"]);
    let client = client(&server);
    assert_eq!(client.exists("books", "b1").await.unwrap(), Some(()));
    assert_eq!(client.exists("books", "b1").await.unwrap(), None);
    assert_eq!(server.lines(), ["HEAD /books/_doc/b1"; 2]);
}

#[tokio::test]
async fn bulk_is_sent_as_lines() {
    let server = Server::new([
        "200 {\"errors\":true,\"items\":[{\"delete\":{\"_id\":\"b2\",\"status\":404}},{\"index\":{\"_id\":\"b1\",\
         \"status\":400,\"error\":{\"type\":\"document_parsing_exception\",\"reason\":\"title\"}}}]}",
    ]);
    let lines = [Line::Delete { id: "b2" }, Line::Index { index: None, id: "b1" }, Line::Document(book("a\nb"))];
    let bulk = client(&server).bulk("books", Some(Refresh::WaitFor), Lines::from_iter(lines)).await.unwrap();
    let deleted = Action { id: "b2".to_owned(), status: 404, error: None };
    let cause = Cause { r#type: "document_parsing_exception".to_owned(), reason: "title".to_owned() };
    let refused = Action { id: "b1".to_owned(), status: 400, error: Some(cause) };
    assert_eq!(bulk, Bulk { errors: true, items: vec![Item::Delete(deleted), Item::Index(refused)] });

    let bulk = server.only();
    assert_eq!(bulk.line, "POST /books/_bulk?refresh=wait_for");
    assert_eq!(bulk.body, "{\"delete\":{\"_id\":\"b2\"}}\n{\"index\":{\"_id\":\"b1\"}}\n{\"title\":\"a\\nb\"}\n");
    assert_eq!(bulk.header("content-type"), Some("application/x-ndjson"));
    assert_eq!(bulk.header("content-length"), Some(&*bulk.body.len().to_string()));
    assert_eq!(bulk.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn bulk_names_the_index_of_each_action() {
    let server = Server::new([r#"200 {"errors":false,"items":[]}"#]);
    let lines = [Line::Index { index: Some("books"), id: "b1" }, Line::Document(book("1"))];
    client(&server).bulk_all(None, Lines::from_iter(lines)).await.unwrap();
    let sent = server.only();
    let body = "{\"index\":{\"_index\":\"books\",\"_id\":\"b1\"}}\n{\"title\":\"1\"}\n";
    assert_eq!((&*sent.line, &*sent.body), ("POST /_bulk", body));
}

#[tokio::test]
async fn scroll_is_continued_and_cleared_by_its_id() {
    let hits = |id: &str| format!(r#"200 {{"_scroll_id":"{id}","hits":{{"hits":[]}}}}"#);
    let server = Server::new([&*hits("s1"), &*hits("s2"), r#"200 {"succeeded":true,"num_freed":1}"#]);
    let client = client(&server);
    let query = json!({ "match_all": {} });
    let query = Query { query: &query, sort: &[], size: 2 };
    let scroll = client.start_scroll::<Book>("books", "1m", &query).await.unwrap();
    let scroll = client.scroll::<Book>(&Scroll { scroll: "1m", scroll_id: &scroll.scroll_id }).await.unwrap();
    assert!(scroll.hits.hits.is_empty());
    let cleared = client.clear_scrolls(&Scrolls { scroll_id: &[&scroll.scroll_id] }).await.unwrap();
    assert_eq!(cleared, Cleared { num_freed: 1 });

    let received = server.received();
    assert_eq!(received[0].line, "POST /books/_search?scroll=1m");
    assert_eq!(received[1].body, r#"{"scroll":"1m","scroll_id":"s1"}"#);
    assert_eq!((&*received[2].line, &*received[2].body), ("DELETE /_search/scroll", r#"{"scroll_id":["s2"]}"#));
}

#[tokio::test]
async fn table_is_a_text() {
    let server = Server::new(["200\nContent-Type: text/plain; charset=UTF-8\n\nindex health\nbooks green\n"]);
    assert_eq!(client(&server).cat_indices(&["index", "health"]).await.unwrap(), "index health\nbooks green\n");
    let sent = server.only();
    assert_eq!(
        (&*sent.line, sent.header("accept")),
        ("GET /_cat/indices?format=txt&v&h=index,health", Some("text/plain"))
    );
}
