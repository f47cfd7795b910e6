//! Cursors in the JSON body of a POST.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Body, Next, Pages, Paginated, Sent, Transport, endpoint};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{all, failure, ok, targets};
use crate::support::server::Server;

/// A page with the path of a field, and its next value.
#[derive(Deserialize)]
struct Found {
    items: Vec<u32>,
    path: String,
    next: Option<Value>,
}

impl Paginated for Found {
    type Item = u32;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::body_field(self.path.clone(), self.next.as_ref())
    }

    fn into_items(self) -> Vec<u32> {
        self.items
    }
}

/// A page with a number in the body.
#[derive(Deserialize)]
struct Counted(Vec<u32>);

impl Paginated for Counted {
    type Item = u32;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        let from = sent.body_field::<usize>("page.from").unwrap_or(0);
        Next::body_field("page.from", Some(from + self.0.len())).when(self.0.len() == 2)
    }

    fn into_items(self) -> Vec<u32> {
        self.0
    }
}

trait Search: Transport {
    #[endpoint(POST, "/search?<limit>", bytes = query, header("Content-Type") = "application/json")]
    fn raw(&self, limit: u8, query: &str) -> Pages<'_, Found>;

    #[endpoint(POST, "/search", body = query)]
    fn counted(&self, query: &Value) -> Pages<'_, Counted>;

    #[endpoint(POST, "/search")]
    fn without_body(&self) -> Pages<'_, Found>;

    #[endpoint(POST, "/search", form = query)]
    fn form(&self, query: &[(&str, &str)]) -> Pages<'_, Found>;

    #[endpoint(POST, "/search", stream = query)]
    fn stream(&self, query: Body) -> Pages<'_, Found>;
}
impl<T: Transport> Search for T {}

fn page(item: u32, path: &str, next: &Value) -> String {
    ok(&json!({ "items": [item], "path": path, "next": next }).to_string())
}

/// Returns a server with three pages, whose positions are these values.
fn server(path: &'static str, second: Value, third: Value) -> Server {
    let at = move |body: &Value| path.split('.').fold(body.clone(), |value, name| value[name].clone());
    Server::responding_with(move |request| {
        let at = serde_json::from_slice(&request.body).map_or(Value::Null, |body| at(&body));
        match at {
            at if at == second => page(2, path, &third),
            at if at == third => page(3, path, &Value::Null),
            _ => page(1, path, &second),
        }
    })
}

/// Returns the bodies of the requests.
fn bodies(server: &Server) -> Vec<String> {
    let text = |body: Vec<u8>| String::from_utf8(body).unwrap();
    server.all_requests().into_iter().map(|request| text(request.body)).collect()
}

#[tokio::test]
async fn other_fields_are_sent_as_they_were_written() {
    // No parser of JSON can read all of its numbers.
    let server = Server::responding_with(|request| match str::from_utf8(&request.body).unwrap() {
        body if body.contains("null") => page(1, "after", &json!("é\"")),
        body if body.contains('é') => page(2, "after", &json!({ "id": 7 })),
        _ => page(3, "after", &Value::Null),
    });
    let fields = r#""z":1.0e400,"n":18446744073709551617,"u":"\u00e9\/","a":[1.50, { "b" : 2 }],"after""#;
    let query = format!("{{{fields}:null,\"last\":true}}");
    assert_eq!(all(server.client().raw(5, &query)).await, [1, 2, 3]);
    let at = |value: &str| format!("{{{fields}:{value},\"last\":true}}");
    assert_eq!(bodies(&server), [query, at(r#""é\"""#), at(r#"{"id":7}"#)]);
}

#[tokio::test]
async fn path_query_and_headers_stay_the_same() {
    let server = server("after", json!(1), json!(2));
    assert_eq!(all(server.client().raw(5, "{}")).await, [1, 2, 3]);
    for body in ["{}", r#"{"after":1}"#, r#"{"after":2}"#] {
        let request = server.request();
        assert_eq!((request.target(), request.header("content-type")), ("/search?limit=5", Some("application/json")));
        assert_eq!(request.body, body.as_bytes());
        assert!(request.header("authorization").is_some());
    }
}

#[tokio::test]
async fn nested_field_is_replaced_or_added() {
    let queries = [
        ("{}", r#"{"page":{"by":{"id":"b"}}}"#),
        (r#"{"page":{"size":1.0},"x":1}"#, r#"{"page":{"size":1.0,"by":{"id":"b"}},"x":1}"#),
        (r#"{"page":{"by":{"id":"old","v":1}}}"#, r#"{"page":{"by":{"id":"b","v":1}}}"#),
    ];
    for (query, second) in queries {
        let server = server("page.by.id", json!("b"), json!("c"));
        assert_eq!(all(server.client().raw(5, query)).await, [1, 2, 3]);
        assert_eq!(bodies(&server), [query, second, &second.replace("\"b\"", "\"c\"")]);
    }
}

#[tokio::test]
async fn number_in_the_body_is_counted_up() {
    let server = Server::responding_with(|request| {
        let query: Value = serde_json::from_slice(&request.body).unwrap();
        let from = query["page"]["from"].as_u64().unwrap_or(0);
        ok(&format!("{:?}", (from..5.min(from + 2)).collect::<Vec<_>>()))
    });
    assert_eq!(all(server.client().counted(&json!({ "q": "x" }))).await, [0, 1, 2, 3, 4]);
    let at = |from| format!(r#"{{"q":"x","page":{{"from":{from}}}}}"#);
    assert_eq!(bodies(&server), [r#"{"q":"x"}"#.to_owned(), at(2), at(4)]);
    assert_eq!(all(server.client().counted(&json!({ "page": { "from": 3 } }))).await, [3, 4]);
}

#[tokio::test]
async fn field_is_the_cursor_to_resume_at() {
    let server = server("page.after", json!("b"), json!(7));
    let api = server.client();
    let mut pages = api.raw(5, "{}");
    for cursor in [Some("b"), Some("7"), None] {
        pages.next().await.unwrap().unwrap();
        assert_eq!(pages.cursor(), cursor);
    }
}

#[tokio::test]
async fn body_that_is_no_object_is_an_error() {
    for query in ["", "[]", "null", "7", "a=b", r#"{"page":1}"#, r#"{"page":[]}"#, "{"] {
        let server = server("page.after", json!("b"), json!("c"));
        let error = failure(server.client().raw(5, query), &[]).await;
        assert!(error.to_string().contains("its request has no JSON object as its body"), "{error}");
        assert_eq!(targets(&server).len(), 1, "{query}");
    }
    let server = server("after", json!("b"), json!("c"));
    let api = server.client();
    failure(api.without_body(), &[]).await;
    failure(api.form(&[("a", "b")]), &[]).await;
    assert_eq!(targets(&server).len(), 2);
}

#[tokio::test]
async fn stream_is_an_error_before_anything_is_sent() {
    let server = server("after", json!("b"), json!("c"));
    let body = Body::from_stream(futures_util::stream::empty(), None);
    let error = failure(server.client().stream(body), &[]).await;
    assert!(error.to_string().contains("send bytes instead of a stream"), "{error}");
    assert!(targets(&server).is_empty());
}

#[tokio::test]
async fn repeated_field_is_an_error() {
    let server = Server::responding(page(1, "after", &json!("same")));
    failure(server.client().raw(5, "{}"), &[1]).await;
    assert_eq!(bodies(&server), ["{}", r#"{"after":"same"}"#]);
}
