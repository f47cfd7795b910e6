//! The connection ends before the head of the answer does: rows 19 to 22.

use pivotal_runtime::ErrorKind;
use tokio::task::JoinSet;

use crate::server::{Event, Script, answers, is_repeated_where_that_is_safe, script};

/// The exchange broke off; what was seen on the first connection of two.
async fn broke_off(fault: impl Fn() -> Script) -> Vec<Event> {
    let (error, seen) = is_repeated_where_that_is_safe(fault).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!(error.status(), None);
    assert_eq!(error.to_string(), "GET /number: connection lost before the response was complete, after 2 attempts");
    let [first, second] = <[Vec<Event>; 2]>::try_from(seen.events).unwrap();
    assert_eq!(first, second);
    first
}

#[tokio::test]
async fn row_019_closed_without_reading_anything() {
    let seen = broke_off(|| script(|_| Ok(()))).await;
    assert_eq!(seen, [Event::Accepted, Event::Closed]);
}

#[tokio::test]
async fn row_020_reset_after_the_whole_request() {
    let seen = broke_off(|| {
        script(|connection| {
            connection.read()?;
            connection.reset()
        })
    });
    assert_eq!(seen.await, [Event::Accepted, Event::Read, Event::Reset]);
}

#[tokio::test]
async fn row_021_closed_before_the_status_line() {
    let seen = broke_off(|| script(|connection| connection.read().map(drop))).await;
    assert_eq!(seen, [Event::Accepted, Event::Read, Event::Closed]);
}

#[tokio::test]
async fn row_022_half_a_status_line_and_half_the_headers() {
    let mut tests = JoinSet::new();
    for start in ["H", "HTTP/1.1", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nA: b\r\n"] {
        tests.spawn(async move {
            let seen = broke_off(|| answers(start)).await;
            assert_eq!(seen, [Event::Accepted, Event::Read, Event::Sent(start.len()), Event::Closed], "{start}");
        });
    }
    tests.join_all().await;
}
