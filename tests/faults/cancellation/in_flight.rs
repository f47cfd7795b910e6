//! Calls that are dropped while a request is in flight, and between attempts.

use std::time::Duration;

use crate::number_api::Api;
use crate::support::SEVEN;
use crate::support::fake::Fake;
use crate::support::fake::reply::status;
use crate::support::scripted::{Event, ScriptedServer, respond, script};

#[tokio::test]
async fn call_dropped_before_the_response_closes_its_connection() {
    let abandoned = script(|connection| {
        connection.read()?;
        connection.wait_for_end()
    });
    let mut server = ScriptedServer::new([abandoned, respond(SEVEN)]);
    // With one permit, the second call needs that of the first.
    let client = server.builder().max_concurrency(1).build().unwrap();
    let call = tokio::spawn({
        let client = client.clone();
        async move { client.post(1).await }
    });
    server.wait_for(0, Event::Read).await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    server.wait_for(0, Event::Ended).await;
    assert_eq!(client.post(2).await.unwrap(), 7);
    let seen = server.finish().await;
    assert_eq!(seen.events[0], [Event::Accepted, Event::Read, Event::Ended, Event::Closed]);
    assert_eq!(seen.connections(), 2);
    assert_eq!(seen.requests.iter().map(|request| request.body.as_slice()).collect::<Vec<_>>(), [b"1", b"2"]);
}

#[tokio::test]
async fn call_dropped_within_the_body_closes_its_connection() {
    let abandoned = script(|connection| {
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7")?;
        connection.wait_for_end()
    });
    let mut server = ScriptedServer::new([abandoned, respond(SEVEN)]);
    let client = server.builder().max_concurrency(1).build().unwrap();
    let call = tokio::spawn({
        let client = client.clone();
        async move { client.get().await }
    });
    server.wait_for(0, Event::Sent(39)).await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    server.wait_for(0, Event::Ended).await;
    assert_eq!(client.get().await.unwrap(), 7);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test(start_paused = true)]
async fn call_dropped_between_attempts_sends_nothing_more() {
    let fake = Fake::new(|_| status(503));
    let client = fake.client();
    let call = tokio::spawn(async move { client.get().await });
    while fake.count() == 0 {
        tokio::task::yield_now().await;
    }
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    tokio::time::sleep(Duration::from_secs(3600)).await;
    assert_eq!(fake.count(), 1);
    // A call that is not dropped is retried.
    assert_eq!(fake.client().get().await.unwrap_err().attempts(), 3);
}
