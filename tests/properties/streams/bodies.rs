//! Bodies as readers: the same bytes for any chunks and any buffers.

use std::io::{BufRead, Read};
use std::pin::Pin;

use pivotal_runtime::Body;
use proptest::collection::vec;
use proptest::prelude::*;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};

use super::cases;
use super::chunks::{body, incomplete_body, lengths, outcome};

fn texts() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![vec(any::<u8>(), 0..100), vec(prop_oneof![Just(b'\n'), any::<u8>()], 0..300)]
}

/// Sizes of the buffers that a reader fills, in turn.
fn sizes() -> impl Strategy<Value = Vec<usize>> {
    vec(1..50_usize, 1..8)
}

/// Both kinds of bodies.
fn bodies(text: &[u8], lengths: &[usize]) -> [Body; 2] {
    [body(text, lengths), Body::from(text.to_vec())]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn reader_returns_the_bytes_of_the_body(text in texts(), lengths in lengths(), sizes in sizes()) {
        for body in bodies(&text, &lengths) {
            let mut reader = body.into_reader();
            let mut read = Vec::new();
            for size in sizes.iter().cycle() {
                let mut buffer = vec![0; *size];
                let length = outcome(reader.read(&mut buffer)).unwrap();
                if length == 0 {
                    break;
                }
                read.extend_from_slice(&buffer[..length]);
            }
            prop_assert_eq!(&read, &text);
            prop_assert_eq!(outcome(reader.read(&mut [0])).unwrap(), 0);
        }
    }

    /// An empty buffer reads nothing, and is no end.
    #[test]
    fn reader_with_an_empty_buffer_reads_nothing(text in texts(), lengths in lengths()) {
        let mut reader = body(&text, &lengths).into_reader();
        prop_assert_eq!(outcome(reader.read(&mut [])).unwrap(), 0);
        let mut read = Vec::new();
        outcome(reader.read_to_end(&mut read)).unwrap();
        prop_assert_eq!(read, text);
    }

    #[test]
    fn buffered_reader_returns_the_bytes_of_the_body(text in texts(), lengths in lengths(), sizes in sizes()) {
        for body in bodies(&text, &lengths) {
            let mut reader = body.into_reader();
            let mut read = Vec::new();
            for size in sizes.iter().cycle() {
                let filled = outcome(reader.fill_buf()).unwrap();
                if filled.is_empty() {
                    break;
                }
                let part = filled[..filled.len().min(*size)].to_vec();
                Pin::new(&mut reader).consume(part.len());
                read.extend(part);
            }
            prop_assert_eq!(&read, &text);
        }
    }

    #[test]
    fn blocking_reader_returns_the_bytes_of_the_body(text in texts(), lengths in lengths(), sizes in sizes()) {
        for body in bodies(&text, &lengths) {
            let mut reader = body.blocking_reader();
            let mut read = Vec::new();
            for (size, is_buffered) in sizes.iter().cycle().zip([false, true, true].into_iter().cycle()) {
                let mut part = vec![0; *size];
                if is_buffered {
                    let filled = reader.fill_buf().unwrap();
                    part = filled[..filled.len().min(*size)].to_vec();
                    reader.consume(part.len());
                } else {
                    let length = reader.read(&mut part).unwrap();
                    part.truncate(length);
                }
                if part.is_empty() {
                    break;
                }
                read.extend(part);
            }
            prop_assert_eq!(&read, &text);
        }
    }

    #[test]
    fn blocking_lines_are_those_of_the_text(text in "[a-c\r\n\u{e9}]{0,60}", lengths in lengths()) {
        let lines: Vec<_> = body(text.as_bytes(), &lengths).blocking_reader().lines().collect::<Result<_, _>>().unwrap();
        prop_assert_eq!(lines, BufRead::lines(text.as_bytes()).collect::<Result<Vec<_>, _>>().unwrap());
    }

    /// The part that a reader has not read is a body again.
    #[test]
    fn rest_of_a_reader_is_a_body(text in texts(), lengths in lengths(), read in 0..200_usize) {
        for body in bodies(&text, &lengths) {
            let mut reader = body.into_reader();
            let read = read.min(text.len());
            outcome(reader.read_exact(&mut vec![0; read])).unwrap();
            prop_assert_eq!(outcome(reader.into_body().collect()).unwrap(), &text[read..]);
        }
    }

    #[test]
    fn length_of_a_body_is_that_of_the_bytes_that_are_left(text in texts(), lengths in lengths()) {
        let known = Some(text.len() as u64);
        let mut body = Body::from_stream(body(&text, &lengths), known);
        let mut left = text.len() as u64;
        prop_assert_eq!(body.len(), known);
        while let Some(chunk) = outcome(body.chunk()).unwrap() {
            left -= chunk.len() as u64;
            prop_assert_eq!(body.len(), Some(left));
        }
        prop_assert!(body.is_empty());
    }

    #[test]
    fn lost_connection_is_an_error_of_a_reader(text in texts(), lengths in lengths()) {
        let mut read = Vec::new();
        let error = outcome(incomplete_body(&text, &lengths).into_reader().read_to_end(&mut read)).unwrap_err();
        prop_assert_eq!((error.kind(), &read), (std::io::ErrorKind::ConnectionAborted, &text));
        let mut read = Vec::new();
        let error = incomplete_body(&text, &lengths).blocking_reader().read_to_end(&mut read).unwrap_err();
        prop_assert_eq!((error.kind(), &read), (std::io::ErrorKind::ConnectionAborted, &text));
    }
}
