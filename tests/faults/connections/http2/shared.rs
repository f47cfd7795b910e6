//! First requests that start together.

use std::io;
use std::time::Duration;

use futures_util::future::join_all;
use pivotal_runtime::Delivery;

use super::super::half_dead::times_out;
use super::frames::{greet, read, respond};
use super::{serve, start, start_scripts};
use crate::number_api::Api;
use crate::support::scripted::{Connection, Event, ScriptedServer, script};

fn respond_always(connection: &mut Connection) -> io::Result<()> {
    greet(connection)?;
    while let Ok(stream) = read(connection) {
        respond(connection, stream)?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn first_requests_share_one_connection() {
    let (server, client) = start(&[respond_always]);
    let calls: Vec<_> = (0..64).map(|_| client.clone()).map(|it| tokio::spawn(async move { it.get().await })).collect();
    for call in join_all(calls).await {
        assert_eq!(call.unwrap().unwrap(), 7);
    }
    drop(client);
    assert_eq!(server.finish().await.connections(), 1);
}

#[tokio::test]
async fn first_request_without_a_response_delays_no_other() {
    let (mut server, client) = start_scripts([serve(|connection| {
        greet(connection)?;
        read(connection)?;
        let second = read(connection)?;
        respond(connection, second)?;
        connection.wait_for_end()
    })]);
    let first = client.clone();
    let first = tokio::spawn(async move { first.get().await });
    server.wait_for_count(0, Event::Read, 1).await;
    assert_eq!(client.get().await.unwrap(), 7);
    first.abort();
    drop((client, first.await));
    server.finish().await;
}

/// The first request goes nowhere. The others do not wait for each other after it.
#[tokio::test]
async fn requests_wait_for_the_first_one_only() {
    let silent = || {
        script(|connection: &mut Connection| {
            let _ = connection.wait_for_end();
            Ok(())
        })
    };
    let mut server = ScriptedServer::new((0..4).map(|_| silent()));
    let url = server.url().replace("http:", "https:");
    let limit = Duration::from_secs(2);
    let client = server.builder().base_url(url).attempt_timeout(limit).max_attempts(1).build().unwrap();
    let client = &client;
    let calls = async { join_all((0..4).map(|_| client.get())).await };
    let time = async {
        server.wait_for(0, Event::Accepted).await;
        times_out(limit).await;
    };
    let (results, ()) = tokio::join!(calls, time);
    for result in results {
        let error = result.unwrap_err();
        assert!(error.is_timeout() && error.delivery() != Some(Delivery::Responded), "{error:?}");
    }
    drop(server);
}
