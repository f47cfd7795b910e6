//! Ends of streams: errors, and streams that are dropped.

use std::error::Error as StdError;
use std::io::{ErrorKind as IoErrorKind, Read};
use std::thread;
use std::time::Duration;

use pivotal_runtime::{Error, ErrorKind, Timeout, blocking};

use super::super::{client, client_of};
use super::{CHUNKED, Feeds, chunks, finish};
use crate::support::gate::gate;
use crate::support::scripted::{ScriptedServer, script};
use crate::support::server::Server;
use crate::support::staged::StagedServer;
use crate::support::{builder_for, run};

const DATA: &str = "data: one\n\n";

/// Returns a server that sends the start of a body, and nothing after it until the client closes the connection.
fn silent() -> StagedServer<Vec<u8>> {
    StagedServer::start(|connection| {
        connection.read_head();
        connection.send(CHUNKED.to_owned() + &chunks(&[DATA]));
        connection.read_to_end()
    })
}

fn impatient_client(server: &StagedServer<Vec<u8>>) -> blocking::Client {
    let builder = builder_for(server.client().base_url()).read_timeout(Duration::from_millis(50));
    blocking::Client::from_client(builder.build().unwrap()).unwrap()
}

#[track_caller]
fn is_read_timeout(error: &Error, endpoint: &str) {
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Read)));
    assert_eq!(error.to_string(), format!("GET {endpoint}: no data for 50 ms (`read_timeout`) while reading the body"));
}

#[test]
fn silent_server_is_a_read_timeout_of_a_reader() {
    let server = silent();
    let mut reader = impatient_client(&server).file().unwrap().blocking_reader();
    let mut start = vec![0; DATA.len()];
    reader.read_exact(&mut start).unwrap();
    let error = reader.read(&mut start).unwrap_err();
    assert_eq!(error.kind(), IoErrorKind::TimedOut);
    is_read_timeout(error.get_ref().unwrap().downcast_ref().unwrap(), "/file");
    assert_eq!(reader.read(&mut start).unwrap(), 0, "the error is the end");
    server.finish();
}

#[test]
fn silent_server_is_a_read_timeout_of_events() {
    let server = silent();
    let mut events = impatient_client(&server).events().unwrap().blocking_iter();
    assert_eq!(events.next().unwrap().unwrap(), "one");
    is_read_timeout(&events.next().unwrap().unwrap_err(), "/events");
    assert!(events.next().is_none());
    server.finish();
}

#[test]
fn silent_server_is_a_read_timeout_of_lines() {
    let server = silent();
    let mut lines = impatient_client(&server).lines().unwrap().blocking_iter();
    assert_eq!(lines.next().unwrap().unwrap(), "data: one");
    assert_eq!(lines.next().unwrap().unwrap(), "");
    is_read_timeout(&lines.next().unwrap().unwrap_err(), "/lines");
    assert!(lines.next().is_none());
    server.finish();
}

/// The responses of a connection that is lost in the middle of a body.
fn incomplete() -> [String; 3] {
    [
        CHUNKED.to_owned() + &chunks(&[DATA]),
        format!("{CHUNKED}{}zz\r\n", chunks(&[DATA])),
        format!("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{DATA}"),
    ]
}

#[track_caller]
fn is_lost(error: &Error, endpoint: &str) {
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert!(error.is_retryable() && StdError::source(error).is_some(), "{error:?}");
    assert_eq!(error.endpoint().unwrap().to_string(), format!("GET {endpoint}"));
    assert_eq!(error.attempts(), 1);
}

#[test]
fn lost_connection_is_an_error_of_each_stream() {
    for response in incomplete() {
        let server = Server::responding_and_closing(response);
        let client = client_of(&server);
        let mut read = Vec::new();
        let error = client.file().unwrap().blocking_reader().read_to_end(&mut read).unwrap_err();
        assert_eq!((error.kind(), &*read), (IoErrorKind::ConnectionAborted, DATA.as_bytes()));
        is_lost(error.get_ref().unwrap().downcast_ref().unwrap(), "/file");

        let mut lines: Vec<_> = client.lines().unwrap().blocking_iter().collect();
        is_lost(&lines.pop().unwrap().unwrap_err(), "/lines");
        assert_eq!(lines.into_iter().map(Result::unwrap).collect::<Vec<_>>(), ["data: one", ""]);

        let mut events: Vec<_> = client.events().unwrap().blocking_iter().collect();
        is_lost(&events.pop().unwrap().unwrap_err(), "/events");
        assert_eq!(events.into_iter().map(Result::unwrap).collect::<Vec<_>>(), ["one"]);
    }
}

#[test]
fn error_status_of_a_stream_is_an_error_of_the_call() {
    let envelope = r#"{"error":{"type":"conflict","code":"busy"}}"#;
    let server = Server::responding(format!("HTTP/1.1 409 X\r\nContent-Length: {}\r\n\r\n{envelope}", envelope.len()));
    let client = client_of(&server);
    for error in [client.file().unwrap_err(), client.lines().unwrap_err(), client.events().unwrap_err()] {
        assert_eq!((error.code(), error.body()), (Some("busy"), Some(envelope.as_bytes())));
    }
}

#[test]
fn dropped_streams_close_their_connections() {
    let dropped: [fn(&blocking::Client); 4] = [
        |client| drop(client.file().unwrap()),
        |client| client.file().unwrap().blocking_reader().read_exact(&mut [0; 4]).unwrap(),
        |client| drop(client.lines().unwrap().blocking_iter().next().unwrap().unwrap()),
        |client| drop(client.events().unwrap().blocking_iter().next().unwrap().unwrap()),
    ];
    for read in dropped {
        let server = silent();
        let client = client(server.client().base_url());
        read(&client);
        // The client exists, so only the stream can have closed the connection.
        assert!(finish(|| server.finish()).is_empty());
        drop(client);
    }
}

/// The server sends more than the client has read.
#[test]
fn dropped_stream_stops_a_server_that_sends() {
    let server = ScriptedServer::new([script(|connection| {
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")?;
        connection.send_until_ended([b'a'; 8_192]).map(drop)
    })]);
    let client = client(&server.url());
    let mut reader = client.file().unwrap().blocking_reader();
    reader.read_exact(&mut vec![0; 1_000_000]).unwrap();
    drop(reader);
    run(server.finish());
    drop(client);
}

#[test]
fn stream_outlives_its_client() {
    let (dropped, client_is_dropped) = gate();
    let server = StagedServer::start(move |connection| {
        connection.read_head();
        connection.send(CHUNKED.to_owned() + &chunks(&["one\n"]));
        client_is_dropped.wait();
        connection.send(chunks(&["two\n"]) + "0\r\n\r\n");
        connection.read_to_end()
    });
    let client = client(server.client().base_url());
    let mut lines = client.lines().unwrap().blocking_iter();
    drop(client);
    dropped.open();
    assert_eq!(lines.by_ref().map(Result::unwrap).collect::<Vec<_>>(), ["one", "two"]);
    // The last stream ends the thread of the client, and with it the connection.
    drop(lines);
    assert!(finish(|| server.finish()).is_empty());
}

#[test]
fn stream_can_be_dropped_by_another_thread() {
    let server = silent();
    let client = client(server.client().base_url());
    let mut lines = client.lines().unwrap().blocking_iter();
    assert_eq!(lines.next().unwrap().unwrap(), "data: one");
    drop(client);
    thread::spawn(move || drop(lines)).join().unwrap();
    assert!(finish(|| server.finish()).is_empty());
}
