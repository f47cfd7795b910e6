//! Parts that are streams.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use pivotal_runtime::{Body, Error, ErrorKind, Multipart, Part, Transport, endpoint};

use super::{Files, upload};
use crate::support::builder_for;
use crate::support::server::Server;
use crate::support::staged::{Connection, End, StagedServer};

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\n\r\n";

trait Uploads: Transport {
    #[endpoint(PUT, "/files", multipart = form, response = ())]
    async fn replace(&self, form: Multipart);
}
impl<T: Transport> Uploads for T {}

/// Returns a stream of these pieces, where `!` represents a failure.
fn pieces(pieces: &'static [&'static str], len: Option<u64>) -> Body {
    let pieces = pieces.iter().map(|piece| match *piece {
        "!" => Err(Error::transport("the disk is gone")),
        piece => Ok(Bytes::from(piece)),
    });
    Body::from_stream(stream::iter(pieces), len)
}

#[tokio::test]
async fn lengths_of_all_parts_are_summed() {
    let form = Multipart::new()
        .text("a", "1")
        .file("b", "b.txt", "text/plain", pieces(&["first ", "", "second"], Some(12)))
        .part("c", Part::new(pieces(&[], Some(0))))
        .part("d", Part::new(pieces(&["x"], Some(1))))
        .json("e", &2);
    let (b, received) = upload(form).await;
    let expected = format!(
        "--{b}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"b\"; filename=\"b.txt\"\r\nContent-Type: text/plain\r\n\r\n\
         first second\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\n\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"d\"\r\n\r\nx\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"e\"\r\nContent-Type: application/json\r\n\r\n2\r\n--{b}--\r\n"
    );
    assert_eq!(String::from_utf8(received.body.clone()).unwrap(), expected);
    assert!(received.headers("transfer-encoding").is_empty());
}

#[tokio::test]
async fn unknown_length_is_sent_in_chunks() {
    let server = StagedServer::start(|connection| {
        let head = connection.read_head();
        let body = connection.read_chunks();
        connection.send(NO_CONTENT);
        (head, body)
    });
    let form = Multipart::new().part("a", Part::new(pieces(&["12", "34"], None))).part("b", Part::new("x"));
    server.client().upload(form).await.unwrap();
    let (head, (chunks, end)) = server.finish();
    let (body, boundary) = (chunks.concat(), super::boundary(&head));
    assert_eq!(head.headers("transfer-encoding"), ["chunked"]);
    assert!(head.headers("content-length").is_empty());
    assert_eq!(
        body.replace(&boundary, "B"),
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1234\r\n\
         --B\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx\r\n--B--\r\n"
    );
    assert_eq!(end, End::Complete);
}

#[tokio::test]
async fn large_parts_are_sent_completely() {
    let megabyte: Bytes = (0..=255).cycle().take(1 << 20).collect::<Vec<u8>>().into();
    let chunks: Vec<_> = megabyte.chunks(10_000).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
    let body = Body::from_stream(stream::iter(chunks), Some(1 << 20));
    let form = Multipart::new().part("a", Part::new(body)).part("b", Part::new(megabyte.clone()));
    let (_, received) = upload(form).await;
    let found = received.body.windows(megabyte.len()).filter(|window| *window == megabyte);
    assert_eq!(found.count(), 2);
}

/// Returns the last source of the error of a call whose request does not arrive completely.
async fn failure(form: Multipart) -> String {
    let server = StagedServer::start(Connection::read_to_end);
    let error = server.client().upload(form).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    let arrived = String::from_utf8(server.finish()).unwrap();
    assert!(!arrived.contains("--\r\n") && !arrived.contains("\r\n0\r\n"), "the end did not arrive: {arrived}");
    let mut last: &dyn std::error::Error = &error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}

#[tokio::test]
async fn failing_part_fails_the_call() {
    for len in [None, Some(4)] {
        let form = Multipart::new().text("a", "1").part("b", Part::new(pieces(&["12", "!", "34"], len)));
        assert_eq!(failure(form).await, "the disk is gone");
    }
}

#[tokio::test]
async fn part_of_another_length_than_declared_fails_the_call() {
    let longer = "a part is longer than its declared length";
    let shorter = "a part is shorter than its declared length";
    for (content, len, message) in
        [(&["12", "34"][..], 3, longer), (&["1"], 0, longer), (&["12", "34"], 5, shorter), (&[], 1, shorter)]
    {
        let form = Multipart::new().part("a", Part::new(pieces(content, Some(len)))).text("b", "x");
        assert_eq!(failure(form).await, message, "{content:?}, {len}");
        // The length is checked, too, where that of another part is unknown.
        let form = Multipart::new()
            .part("a", Part::new(pieces(content, Some(len))))
            .part("b", Part::new(pieces(&["x"], None)));
        assert_eq!(failure(form).await, message, "{content:?}, {len}");
    }
    // The sum of both is right.
    let form =
        Multipart::new().part("a", Part::new(pieces(&["12"], Some(1)))).part("b", Part::new(pieces(&["1"], Some(2))));
    assert_eq!(failure(form).await, longer);
}

/// Returns the number of requests until a server, which fails once, has accepted the form.
async fn attempts(form: Multipart) -> (usize, bool) {
    let count = Arc::new(AtomicUsize::new(0));
    let server = Server::responding_with(move |_| match count.fetch_add(1, Ordering::Relaxed) {
        0 => "HTTP/1.1 503 Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
        _ => NO_CONTENT,
    });
    let client = builder_for(server.url()).max_attempts(3).allow_http().build().unwrap();
    let is_ok = client.replace(form).await.is_ok();
    let sent = server.all_requests();
    assert!(sent.windows(2).all(|pair| pair[0].body == pair[1].body), "each attempt sends the same bytes");
    (sent.len(), is_ok)
}

#[tokio::test]
async fn form_in_memory_is_retried_and_a_stream_is_sent_once() {
    let in_memory = || Multipart::new().text("a", "1").file("b", "b", "text/plain", "2").json("c", &3);
    assert_eq!(attempts(in_memory()).await, (2, true));
    assert_eq!(attempts(in_memory().part("d", Part::new(pieces(&["4"], Some(1))))).await, (1, false));
    assert_eq!(attempts(Multipart::related([Part::json(&1), Part::new("2")])).await, (2, true));
}

/// The second part is produced when the first has arrived.
#[tokio::test]
async fn part_is_sent_before_the_next_is_produced() {
    let (arrived, first_has_arrived) = crate::support::gate::gate();
    let server = StagedServer::start(move |connection| {
        connection.read_head();
        while connection.read_line().trim_end() != "first" {}
        arrived.open();
        let rest = connection.read_chunks();
        connection.send(NO_CONTENT);
        rest
    });
    let second = stream::once(async move {
        tokio::task::spawn_blocking(move || first_has_arrived.wait()).await.unwrap();
        Ok(Bytes::from("second"))
    });
    let first = stream::iter([Ok(Bytes::from("first"))]);
    let form = Multipart::new().part("a", Part::new(Body::from_stream(first.chain(second), None)));
    server.client().upload(form).await.unwrap();
    assert_eq!(server.finish().1, End::Complete);
}
