//! Bodies that the caller does not read.

use std::io;

use pivotal_runtime::{Body, Error, Transport, endpoint};

use super::frames::{END_HEADERS, HEADERS, greet, read, respond, send};
use super::{serve, start_scripts};
use crate::number_api::Api;
use crate::support::scripted::Connection;

trait Files: Transport {
    #[endpoint(GET, "/file")]
    async fn file(&self) -> Result<Body, Error>;
}
impl<T: Transport> Files for T {}

/// Sends the head of as many responses, and then complete responses.
fn respond_with_streams(connection: &mut Connection, streams: usize) -> io::Result<()> {
    greet(connection)?;
    for _ in 0..streams {
        let stream = read(connection)?;
        send(connection, HEADERS, END_HEADERS, stream, &[0x88])?;
    }
    while let Ok(stream) = read(connection) {
        respond(connection, stream)?;
    }
    Ok(())
}

#[tokio::test]
async fn many_open_streams_share_several_connections() {
    let connections = [16, 16, 1].map(|streams| serve(move |connection| respond_with_streams(connection, streams)));
    let (server, client) = start_scripts(connections);
    let mut open = Vec::new();
    for _ in 0..33 {
        open.push(client.file().await.unwrap());
    }
    assert_eq!(client.get().await.unwrap(), 7);
    drop((open, client));
    assert_eq!(server.finish().await.connections(), 3);
}

#[tokio::test]
async fn closed_streams_do_not_count() {
    let (server, client) = start_scripts([serve(|connection| respond_with_streams(connection, 40))]);
    for _ in 0..40 {
        drop(client.file().await.unwrap());
    }
    assert_eq!(client.get().await.unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 1);
}
