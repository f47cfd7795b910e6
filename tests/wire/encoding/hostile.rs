//! Bodies that grow, or are not what their header says.

use async_compression::Level;
use async_compression::tokio::write::ZstdEncoder;
use async_compression::zstd::CParameter;
use pivotal_runtime::{Client, Error, ErrorKind};
use tokio::io::AsyncWriteExt;

use super::{Api, CODINGS, ITEM, encoded, header};
use crate::support::builder_for;
use crate::support::server::{Server, client, outcome_of};

/// The limit of the client.
const LIMIT: usize = 128 * 1024;

/// Runs a call whose response has this status and this body.
async fn outcome<R>(status: u16, coding: &str, body: &[u8], call: impl AsyncFnOnce(Client) -> R) -> R {
    let head = format!(
        "HTTP/1.1 {status} X\r\nContent-Encoding: {}\r\nContent-Length: {}\r\n\r\n",
        header(coding).1,
        body.len()
    );
    let server = Server::responding([head.as_bytes(), body].concat());
    call(builder_for(server.url()).max_attempts(1).max_response_bytes(LIMIT).build().unwrap()).await
}

#[tokio::test]
async fn limit_counts_decoded_bytes() {
    for coding in CODINGS {
        let bomb = encoded(coding, " ".repeat(LIMIT + 1)).await;
        assert!(bomb.len() < LIMIT / 50, "{coding}: {}", bomb.len());
        let error = outcome(200, coding, &bomb, async |api| api.text().await).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{coding}: {error}");
        let error = outcome(400, coding, &bomb, async |api| api.text().await).await.unwrap_err();
        assert_eq!((error.kind(), error.body().map(<[u8]>::len)), (ErrorKind::Api, Some(64 * 1024)), "{coding}");
        assert!(error.is_body_truncated());
        let mut lines = outcome(200, coding, &bomb, async |api| api.lines().await).await.unwrap();
        let error = lines.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{coding}: {error}");
        let mut events = outcome(200, coding, &bomb, async |api| api.events().await).await.unwrap();
        let error = events.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{coding}: {error}");
        // The caller reads a stream as far as it wants to.
        let body = outcome(200, coding, &bomb, async |api| api.body().await).await.unwrap();
        assert_eq!(body.collect().await.unwrap().len(), LIMIT + 1);
        let complete = encoded(coding, " ".repeat(LIMIT)).await;
        assert_eq!(outcome(200, coding, &complete, async |api| api.text().await).await.unwrap().len(), LIMIT);
    }
}

#[tokio::test]
async fn three_codings_are_the_maximum() {
    let mut body = ITEM.as_bytes().to_vec();
    for _ in 0..3 {
        body = encoded("gzip", body).await;
    }
    let text = outcome_of(200, &[("Content-Encoding", "gzip, gzip, gzip")], &body, async |api| api.text().await).await;
    assert_eq!(text.unwrap(), ITEM);
    let body = encoded("gzip", body).await;
    let four = [("Content-Encoding", "gzip, gzip, gzip, gzip")];
    let error = outcome_of(200, &four, &body, async |api| api.text().await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("is encoded as `gzip, gzip, gzip, gzip`; send `Accept-Encoding"), "{error}");
}

/// RFC 9659 limits the window of zstd to 8 MiB, and with it the memory of a decoder.
#[tokio::test]
async fn zstd_with_a_large_window_is_rejected() {
    for (window_log, is_allowed) in [(23, true), (24, false)] {
        let parameters = [CParameter::window_log(window_log)];
        let mut encoder = ZstdEncoder::with_quality_and_params(Vec::new(), Level::Fastest, &parameters);
        encoder.write_all(ITEM.as_bytes()).await.unwrap();
        // The size of the content is not known, so that it does not reduce the window.
        encoder.flush().await.unwrap();
        encoder.write_all(b" ").await.unwrap();
        encoder.shutdown().await.unwrap();
        let body = encoder.into_inner();
        let text = outcome_of(200, &[header("zstd")], &body, async |api| api.text().await).await;
        assert_eq!(text.is_ok(), is_allowed, "{text:?}");
    }
}

#[track_caller]
fn is_invalid(coding: &str, error: &Error) {
    assert_eq!(error.kind(), ErrorKind::Transport, "{coding}: {error:?}");
    let name = header(coding).1.trim_start_matches("x-");
    assert_eq!(error.to_string(), format!("GET /item: the body is not valid `{name}`, or not complete"));
    assert!(error.is_retryable(), "a proxy may have damaged it");
}

#[tokio::test]
async fn damaged_body_is_an_error() {
    let text = (0..1000).map(|number| number.to_string()).collect::<Vec<_>>().join(",");
    for coding in CODINGS {
        let complete = encoded(coding, &text).await;
        let cut = &complete[..complete.len() / 2];
        let extended = [&complete[..], b"more"].concat();
        for body in [cut, &complete[..complete.len() - 1], &extended, b"\x08plain text"] {
            let error = outcome_of(200, &[header(coding)], body, async |api| api.text().await).await.unwrap_err();
            is_invalid(coding, &error);
            let body = outcome_of(200, &[header(coding)], body, async |api| api.body().await).await.unwrap();
            is_invalid(coding, &body.collect().await.unwrap_err());
        }
    }
}

#[tokio::test]
async fn lost_connection_stays_one() {
    for coding in CODINGS {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {}\r\nContent-Length: 9999\r\n\r\n", header(coding).1);
        let body = encoded(coding, ITEM).await;
        let server = Server::responding_and_closing([head.as_bytes(), &body[..body.len() - 2]].concat());
        let error = client(&server.url()).text().await.unwrap_err();
        assert_eq!(error.to_string(), "GET /item: connection lost before the response was complete", "{coding}");
    }
}
