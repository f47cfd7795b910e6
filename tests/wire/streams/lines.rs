//! Lines of JSON, as a response and as a body.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::stream;
use pivotal_runtime::{Bytes, Error, ErrorKind, Lines, Response, Transport, endpoint};
use serde::Serialize;
use serde::ser::{Error as _, Serializer};
use serde_json::value::RawValue;

use super::{Item, in_pieces, item, rest, values};
use crate::support::builder_for;
use crate::support::server::{Server, client, outcome_of, rejection_of, request_of};
use crate::support::staged::{Connection, End, StagedServer};

trait Feed: Transport {
    #[endpoint(GET, "/lines")]
    async fn items(&self) -> Result<Lines<Item>, Error>;

    #[endpoint(GET, "/lines")]
    async fn with_head(&self) -> Result<Response<Option<Lines<Item>>>, Error>;

    #[endpoint(GET, "/lines")]
    async fn texts(&self) -> Result<Lines<String>, Error>;

    #[endpoint(GET, "/lines")]
    async fn bytes(&self) -> Result<Lines<Bytes>, Error>;

    #[endpoint(POST, "/lines", stream = lines, response = ())]
    async fn post<T: Serialize>(&self, lines: Lines<T>);

    #[endpoint(POST, "/lines", stream = lines, header("Content-Type") = "application/jsonl", response = ())]
    async fn post_as_jsonl(&self, lines: Lines<u8>);

    #[endpoint(PUT, "/lines", stream = lines)]
    async fn exchange(&self, lines: Lines<u8>) -> Result<Lines<Item>, Error>;
}
impl<T: Transport> Feed for T {}

const NDJSON: (&str, &str) = ("Content-Type", "application/x-ndjson");
const TEXT: (&str, &str) = ("Content-Type", "text/plain; charset=utf-8");

#[tokio::test]
async fn line_is_returned_before_the_next_is_sent() {
    in_pieces("application/x-ndjson", &["{\"id\"", ":1}\n\r\n{\"i", "d\":2}"], async |client, gates| {
        let mut lines = client.items().await.unwrap();
        gates[0].open();
        assert_eq!(lines.next().await.unwrap().unwrap(), item(1));
        gates[1].open();
        assert_eq!(lines.next().await.unwrap().unwrap(), item(2));
        assert!(lines.next().await.is_none());
    })
    .await;
}

#[tokio::test]
async fn lines_are_requested_in_all_their_names() {
    let server = Server::responding_204();
    assert_eq!(values(client(&server.url()).items().await.unwrap()).await, []);
    let accepted = "application/x-ndjson, application/jsonl, application/json;q=0.9, */*;q=0.1";
    assert_eq!(server.request().headers("accept"), [accepted]);
}

/// Servers send lines as `application/json` and as text, too.
#[tokio::test]
async fn content_type_of_lines_does_not_matter() {
    for headers in [&[NDJSON][..], &[("Content-Type", "application/json")], &[TEXT], &[]] {
        let body = "\u{feff}{\"id\":1}\n\n \r\n{\"id\":2}\r\n{\"id\":3}";
        let lines = outcome_of(200, headers, body, async |api| api.items().await).await.unwrap();
        assert_eq!(values(lines).await, [item(1), item(2), item(3)]);
        let response = outcome_of(200, headers, body, async |api| api.with_head().await).await.unwrap();
        assert_eq!(values(response.into_inner().unwrap()).await, [item(1), item(2), item(3)]);
    }
    let absent = outcome_of(404, &[NDJSON], "{\"id\":1}", async |api| api.with_head().await).await.unwrap();
    assert!(absent.into_inner().is_none());
}

#[tokio::test]
async fn text_keeps_its_blank_lines() {
    let body = "one\n\n \r\n\"two\"\nthree\r";
    let texts = outcome_of(200, &[TEXT], body, async |api| api.texts().await).await.unwrap();
    assert_eq!(values(texts).await, ["one", "", " ", "\"two\"", "three"]);
    let bytes = outcome_of(200, &[TEXT], "\u{0}\n\n\u{1}", async |api| api.bytes().await).await.unwrap();
    assert_eq!(values(bytes).await, ["\0", "", "\u{1}"]);
    let json = outcome_of(200, &[NDJSON], "\"one\"\n\n\"t\\nwo\"", async |api| api.texts().await).await.unwrap();
    assert_eq!(values(json).await, ["one", "t\nwo"]);
}

#[tokio::test]
async fn only_the_first_line_follows_a_byte_order_mark() {
    let body = "\u{feff}{\"id\":1}\n\u{feff}{\"id\":2}\n{\"id\":3}";
    let lines = outcome_of(200, &[NDJSON], body, async |api| api.items().await).await.unwrap();
    let [first, second, third] = rest(lines).await.try_into().unwrap();
    assert_eq!((first.unwrap(), third.unwrap()), (item(1), item(3)));
    assert!(second.unwrap_err().to_string().contains("not JSON (expected value), line 2 column 1"));
}

#[tokio::test]
async fn lines_are_utf_8_in_every_charset() {
    let latin_1 = [("Content-Type", "text/plain; charset=iso-8859-1")];
    let lines = outcome_of(200, &latin_1, b"caf\xc3\xa9\ncaf\xe9", async |api| api.texts().await).await.unwrap();
    let [first, second] = rest(lines).await.try_into().unwrap();
    assert_eq!(first.unwrap(), "caf\u{e9}");
    assert!(second.unwrap_err().to_string().contains("expected text in UTF-8, line 2 ("));
}

#[tokio::test]
async fn error_names_line_and_column() {
    let body = "{\"id\":1}\n\n{\"id\":\"s3cr3t\"}\n<html>\n{\"id\":4}";
    let lines = outcome_of(200, &[NDJSON], body, async |api| api.items().await).await.unwrap();
    let [first, third, fourth, last] = rest(lines).await.try_into().unwrap();
    assert_eq!((first.unwrap(), last.unwrap()), (item(1), item(4)));
    let error = third.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
    assert_eq!(error.body(), Some(&b"{\"id\":\"s3cr3t\"}"[..]));
    assert_eq!(
        error.to_string(),
        "GET /lines: returned 200 OK, but the body could not be read: expected u32 at `id`, line 3 column 14 \
         (application/x-ndjson; its start is in `Error::body`)"
    );
    assert!(!format!("{error:?}").contains("s3cr3t"));
    assert!(fourth.unwrap_err().to_string().contains("not JSON (expected value), line 4 column 1 ("));
    let texts = outcome_of(200, &[TEXT], b"a\n\xff", async |api| api.texts().await).await.unwrap();
    let error = rest(texts).await.pop().unwrap().unwrap_err();
    assert!(error.to_string().contains("expected text in UTF-8, line 2 ("), "{error}");
}

#[tokio::test]
async fn lost_connection_is_an_error_after_the_complete_lines() {
    let server = Server::responding_and_closing("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":1}\n{\"id\":2}");
    let [first, error] = rest(client(&server.url()).items().await.unwrap()).await.try_into().unwrap();
    assert_eq!(first.unwrap(), item(1));
    let error = error.unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Transport, "items"));
}

#[tokio::test]
async fn lines_in_memory_have_a_length() {
    let sent = request_of(async |api| api.post(Lines::from_iter(["a", "b\nc"])).await).await;
    assert_eq!(sent.headers("content-type"), ["application/x-ndjson"]);
    assert_eq!((sent.headers("content-length"), &*sent.body), (vec!["11"], &b"\"a\"\n\"b\\nc\"\n"[..]));
    let borrowed = [String::from("a")];
    let sent = request_of(async |api| api.post(borrowed.iter().collect()).await).await;
    assert_eq!(sent.body, b"\"a\"\n");
    let sent = request_of(async |api| api.post(Lines::<u8>::from_iter([])).await).await;
    assert_eq!((sent.headers("content-length"), &*sent.body), (vec!["0"], &b""[..]));
    let sent = request_of(async |api| api.post_as_jsonl(Lines::from_iter([7])).await).await;
    assert_eq!((sent.headers("content-type"), &*sent.body), (vec!["application/jsonl"], &b"7\n"[..]));
}

/// JSON that is sent as it is can have line breaks, which would end its line.
#[tokio::test]
async fn value_stays_on_its_line() {
    let raw = RawValue::from_string("{\n\t\"a\" : \"b\\n\",\r\n \"c\": 1\n}".to_owned()).unwrap();
    let sent = request_of(async |api| api.post(Lines::from_iter([raw])).await).await;
    assert_eq!(sent.body, b"{ \t\"a\" : \"b\\n\",   \"c\": 1 }\n");
}

#[tokio::test]
async fn lines_in_memory_are_sent_again() {
    let busy = "HTTP/1.1 503 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let ok = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\":1}\n";
    let responses = AtomicUsize::new(0);
    let server = Server::responding_with(move |_| {
        let first = responses.fetch_add(1, Ordering::SeqCst) == 0;
        if first { busy } else { ok }
    });
    let client = builder_for(server.url()).initial_backoff(Duration::ZERO).build().unwrap();
    let lines = client.exchange(Lines::from_iter([7, 8])).await.unwrap();
    assert_eq!(values(lines).await, [item(1)]);
    assert!(server.all_requests().iter().map(|request| &*request.body).eq([b"7\n8\n", b"7\n8\n"]));
}

#[tokio::test]
async fn stream_of_lines_is_sent_as_it_comes() {
    let server = StagedServer::start(|connection| {
        let head = connection.read_head();
        let body = connection.read_chunks();
        connection.send("HTTP/1.1 204 No Content\r\n\r\n");
        (head, body)
    });
    server.client().post(Lines::from_stream(stream::iter([Ok(7), Ok(8)]))).await.unwrap();
    let (head, body) = server.finish();
    assert_eq!((head.headers("transfer-encoding"), head.headers("content-length")), (vec!["chunked"], vec![]));
    assert_eq!(head.headers("content-type"), ["application/x-ndjson"]);
    assert_eq!(body, (vec!["7\n".to_owned(), "8\n".to_owned()], End::Complete));
}

struct Rejected;

impl Serialize for Rejected {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("s3cr3t"))
    }
}

#[tokio::test]
async fn line_that_cannot_be_written_fails_the_call() {
    let error = rejection_of(async |api| api.post(Lines::from_iter([Rejected])).await).await;
    assert_eq!(
        error.to_string(),
        "POST /lines: `lines` cannot be written as lines of JSON: a type in it rejects its value"
    );
    for lines in [
        Lines::from_stream(stream::iter([Ok(Rejected)])),
        Lines::from_stream(stream::iter([Err(Error::transport("the source is gone"))])),
    ] {
        let server = StagedServer::start(Connection::read_to_end);
        let error = server.client().post(lines).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        let mut last: &dyn StdError = &error;
        while let Some(source) = last.source() {
            last = source;
        }
        let source = last.to_string();
        assert!(source.contains("cannot be written") || source == "the source is gone", "{source}");
        assert!(!format!("{error:?}").contains("s3cr3t"));
        let arrived = String::from_utf8(server.finish()).unwrap();
        assert!(!arrived.contains("\r\n0\r\n"), "{arrived}");
    }
}

#[tokio::test]
async fn lines_of_a_response_can_be_sent_on() {
    let mut lines =
        outcome_of(200, &[NDJSON], "{\"id\":1}\n{\"id\":2}\n", async |api| api.texts().await).await.unwrap();
    lines.next().await.unwrap().unwrap();
    let sent = request_of(async |api| api.post(lines).await).await;
    assert_eq!((sent.headers("content-type"), &*sent.body), (vec!["application/x-ndjson"], &b"{\"id\":2}\n"[..]));
}

#[tokio::test]
async fn lines_are_a_stream_of_their_values() {
    assert_eq!(values(Lines::from_iter([1, 2])).await, [1, 2]);
    let lines = Lines::from_stream(stream::iter([Ok(1), Err(Error::transport("gone"))]));
    let [first, error] = rest(lines).await.try_into().unwrap();
    assert_eq!((first.unwrap(), error.unwrap_err().kind()), (1, ErrorKind::Transport));
    assert_eq!(format!("{:?}", Lines::from_iter(["s3cr3t"])), "Lines { .. }");
}
