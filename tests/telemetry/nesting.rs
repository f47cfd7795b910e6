//! The tree of spans, and when they end.

use pivotal_runtime::http::header::CONTENT_LENGTH;
use pivotal_runtime::http::{HeaderValue, Method};
use pivotal_runtime::{CallOptions, Request, Transport};
use tracing::{Instrument, Level, info_span};

use super::capture::Captured;
use super::notes::{Notes, client, response, retrying, server};
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::support::server::Server;

#[tokio::test]
async fn attempts_are_children_of_the_call_and_the_call_of_its_caller() {
    let (captured, _guard) = Captured::start();
    let server = server([response(503), response(200)]);
    let client = retrying(server.url());
    let call = client.find(1);
    // The span starts when the call is polled first, and not when it is made.
    assert!(captured.spans().is_empty());
    call.instrument(info_span!("caller")).await.unwrap();
    let spans = captured.spans();
    let tree: Vec<_> = spans.iter().map(|span| (span.name, span.parent)).collect();
    assert_eq!(tree, [("caller", None), ("call", Some(0)), ("attempt", Some(1)), ("attempt", Some(1))]);
    assert!(spans.iter().all(|span| span.is_closed && span.level == Level::INFO));
}

#[tokio::test]
async fn wrapped_client_has_the_same_spans() {
    let (captured, _guard) = Captured::start();
    let server = server([response(200)]);
    let client = std::sync::Arc::new(client(&server));
    Transport::with(&client, CallOptions::new()).find(1).await.unwrap();
    assert_eq!((captured.calls().len(), captured.attempts().len()), (1, 1));
}

#[tokio::test]
async fn spans_of_a_stream_end_with_the_head() {
    let (captured, _guard) = Captured::start();
    let server = server([response(200)]);
    let client = client(&server);
    let body = client.file(1).await.unwrap();
    assert!(captured.spans().iter().all(|span| span.is_closed));
    assert_eq!(body.collect().await.unwrap(), "7");
}

/// An HTTP client or a layer can return bytes where the caller reads a stream.
#[tokio::test]
async fn spans_of_a_stream_in_memory_end_with_the_head() {
    let (captured, _guard) = Captured::start();
    let client = Fake::new(|_| ok()).plain().build().unwrap();
    let mut lines = client.lines(1).await.unwrap();
    assert!(captured.spans().iter().all(|span| span.is_closed));
    assert_eq!(lines.next().await.unwrap().unwrap(), 7);
}

#[tokio::test]
async fn span_of_a_call_ends_before_its_value_is_returned() {
    let (captured, _guard) = Captured::start();
    let server = server([response(200)]);
    let client = client(&server);
    client.note("b", 1, None).await.unwrap();
    assert!(captured.spans().iter().all(|span| span.is_closed));
}

#[tokio::test]
async fn span_of_a_call_by_hand_ends_with_its_response() {
    let (captured, _guard) = Captured::start();
    let server = server([response(200)]);
    let sent = client(&server).send(Request::new(Method::GET, "/notes").unwrap()).await.unwrap();
    let are_closed = |captured: &Captured| captured.spans().iter().map(|span| span.is_closed).collect::<Vec<_>>();
    assert_eq!(are_closed(&captured), [false, true]);
    drop(sent);
    assert_eq!(are_closed(&captured), [true, true]);
}

#[tokio::test]
async fn request_that_is_not_sent_has_no_attempt() {
    let (captured, _guard) = Captured::start();
    let server = Server::responding_204();
    let client = client(&server);
    client.note("", 1, None).await.unwrap_err();
    assert!(captured.spans().is_empty(), "the arguments are rejected");
    let options = CallOptions::new().header(CONTENT_LENGTH, HeaderValue::from_static("1"));
    client.with(options).find(1).await.unwrap_err();
    assert_eq!((captured.calls().len(), captured.attempts().len()), (1, 0));
}

#[cfg(feature = "blocking")]
mod of_blocking_calls {
    use pivotal_runtime::{BlockingTransport, Error, Events, blocking, endpoint};

    use super::*;

    trait Blocking: BlockingTransport {
        #[endpoint(GET, "/notes/<id>")]
        fn find(&self, id: u64) -> Result<u8, Error>;

        #[endpoint(GET, "/notes/events")]
        fn events(&self) -> Result<Events<u8>, Error>;
    }
    impl<T: BlockingTransport> Blocking for T {}

    fn blocking(server: &Server) -> blocking::Client {
        blocking::Client::new(crate::transport::builder_without_api().base_url(server.url())).unwrap()
    }

    /// Asserts the names of the spans and the positions of their parents, and that all have ended.
    fn assert_tree(captured: &Captured, expected: &[(&str, Option<usize>)]) {
        let spans = captured.spans();
        let tree: Vec<_> = spans.iter().map(|span| (span.name, span.parent)).collect();
        assert_eq!(tree, expected);
        assert!(spans.iter().all(|span| span.is_closed), "also that of the caller");
    }

    #[test]
    fn blocking_call_is_a_child_of_its_caller() {
        let (captured, _guard) = Captured::start();
        let server = server([response(200)]);
        let client = blocking(&server);
        info_span!("caller").in_scope(|| client.find(1)).unwrap();
        assert_tree(&captured, &[("caller", None), ("call", Some(0)), ("attempt", Some(1))]);
    }

    #[test]
    fn call_that_resumes_a_blocking_stream_is_a_child_of_the_reader() {
        let (captured, _guard) = Captured::start();
        let lost = "HTTP/1.1 200 X\r\nContent-Length: 18\r\n\r\nretry: 0\ndata: 7\n\n";
        let server = server([lost.to_owned(), "HTTP/1.1 204 X\r\n\r\n".to_owned()]);
        let events = blocking(&server).events().unwrap().resume(1).blocking_iter();
        let read: Result<Vec<_>, _> = info_span!("reader").in_scope(|| events.collect());
        assert_eq!(read.unwrap(), [7]);
        let first = [("call", None), ("attempt", Some(0))];
        assert_tree(&captured, &[&first[..], &[("reader", None), ("call", Some(2)), ("attempt", Some(3))]].concat());
    }
}
