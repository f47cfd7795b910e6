//! Streams of events that continue on other connections.

use std::time::Duration;

use pivotal_runtime::{Error, ErrorKind, Event, Events, Transport, endpoint, http};
use proptest::prelude::*;

use super::cases;
use super::chunks::{Lengths, body, incomplete_body, lengths};
use super::http_client::{self, Sent, builder};
use super::parser::{Parsed, Parser, unnamed_ends};
use crate::support::fake::run_paused;

trait Api: Transport {
    #[endpoint(GET, "/events")]
    async fn events(&self) -> Result<Events<Event<String>>, Error>;

    #[endpoint(GET, "/events", until = "[DONE]")]
    async fn until_done(&self) -> Result<Events<Event<String>>, Error>;
}
impl<T: Transport> Api for T {}

/// A response: its body in chunks, and whether the connection is lost after it.
type Response = (Vec<u8>, Lengths, bool);

fn responses() -> impl Strategy<Value = Vec<Response>> {
    prop::collection::vec((unnamed_ends(), lengths(), any::<bool>()), 1..4)
}

/// The outcome of a stream: its events, its error and the requests.
#[derive(Debug, PartialEq)]
struct Outcome {
    events: Vec<Parsed>,
    error: Option<&'static str>,
    sent: Vec<Sent>,
}

const LOST: &str = "connection lost";
const INVALID_ID: &str = "invalid id";

/// Returns the outcome by the standard, except that a response starts with the last id of the one before it, as in browsers.
fn expected(responses: &[Response], max_reconnects: u32, until_done: bool) -> Outcome {
    let mut outcome = Outcome { events: Vec::new(), error: None, sent: vec![(Duration::ZERO, None)] };
    let mut parser = Parser::default();
    let mut failures = 0;
    for (text, _, is_lost) in responses {
        parser.next_stream(text);
        let mark = parser.events.iter().position(|(_, _, data)| until_done && data == "[DONE]");
        parser.events.truncate(mark.unwrap_or(usize::MAX));
        if !parser.events.is_empty() {
            failures = 0;
        }
        outcome.events.append(&mut parser.events);
        let is_marked = mark.is_some() || (!is_lost && parser.incomplete.as_deref() == Some("[DONE]"));
        if until_done && is_marked {
            return outcome;
        }
        if failures == max_reconnects {
            // A stream that may end with a response, and did not by 204, ends with an error if it was to be continued.
            outcome.error = (*is_lost || until_done || max_reconnects > 0).then_some(LOST);
            return outcome;
        }
        let id = &parser.last_id;
        if http::HeaderValue::from_str(id).is_err() && http::HeaderValue::from_bytes(id.as_bytes()).is_err() {
            outcome.error = Some(INVALID_ID);
            return outcome;
        }
        let wait = Duration::from_millis(parser.retry.unwrap_or(3000).max(100)).saturating_mul(1 << failures);
        failures += 1;
        let at = outcome.sent[outcome.sent.len() - 1].0 + wait.min(Duration::from_secs(60));
        outcome.sent.push((at, (!id.is_empty()).then(|| id.clone())));
    }
    outcome
}

fn received(responses: &[Response], max_reconnects: u32, until_done: bool) -> Outcome {
    run_paused(async {
        let fake = http_client::fake(responses.iter().map(|(text, lengths, is_lost)| match is_lost {
            true => incomplete_body(text, lengths),
            false => body(text, lengths),
        }));
        let client = builder(&fake).max_attempts(1).build().unwrap();
        let stream = if until_done { client.until_done().await } else { client.events().await };
        let mut stream = stream.unwrap().resume(max_reconnects);
        let (mut events, mut error) = (Vec::new(), None);
        while let Some(event) = stream.next().await {
            match event {
                Ok(event) => events.push((event.name, event.id, event.data)),
                Err(found) => {
                    let is_invalid = found.to_string().contains("is not allowed in a header");
                    let kind = if is_invalid { ErrorKind::Decode } else { ErrorKind::Transport };
                    assert_eq!(found.kind(), kind, "{found:?}");
                    error = Some(if is_invalid { INVALID_ID } else { LOST });
                }
            }
        }
        Outcome { events, error, sent: http_client::sent(&fake) }
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn resumed_stream_returns_all_events(responses in responses(), max_reconnects in 0..4_u32, until_done: bool) {
        let mut found = received(&responses, max_reconnects, until_done);
        // The clock of tokio has a resolution of a millisecond.
        for (at, _) in &mut found.sent {
            *at = Duration::from_millis(u64::try_from(at.as_millis()).unwrap());
        }
        prop_assert_eq!(found, expected(&responses, max_reconnects, until_done));
    }
}

/// The time is that of the stream, and not of one response.
#[test]
fn retry_field_holds_for_later_responses() {
    let responses = [("retry: 250\n\n", true), ("data: 1\n\n", true), ("data: 2\n\nretry: 50", true)];
    let responses = responses.map(|(text, is_lost)| (text.as_bytes().to_vec(), vec![], is_lost));
    let sent = received(&responses, 1, false).sent;
    assert_eq!(sent.iter().map(|(at, _)| at.as_millis()).collect::<Vec<_>>(), [0, 250, 500, 750]);
}
