//! Events in any bytes and any chunks.

use pivotal_runtime::{Body, Error, ErrorKind, Event, Events, Transport, endpoint, http};
use proptest::prelude::*;

use super::cases;
use super::chunks::{all, body, incomplete_body, lengths, outcome};
use super::parser::{Parsed, Parser, streams, unnamed_ends};
use crate::fake::Fake;

trait Api: Transport {
    #[endpoint(GET, "/events")]
    async fn events(&self) -> Result<Events<Event<String>>, Error>;

    #[endpoint(GET, "/events", until = "[DONE]")]
    async fn until_done(&self) -> Result<Events<Event<String>>, Error>;

    #[endpoint(GET, "/events")]
    async fn numbers(&self) -> Result<Events<u8>, Error>;
}
impl<T: Transport> Api for T {}

fn fake(body: Body) -> Fake {
    let mut headers = http::HeaderMap::new();
    headers.insert("content-type", http::HeaderValue::from_static("text/event-stream; charset=utf-8"));
    Fake::responding(200, &headers, body)
}

fn parsed(event: Event<String>) -> Parsed {
    (event.name, event.id, event.data)
}

/// Returns all events, and the error at the end.
fn read<E>(events: Events<E>) -> (Vec<E>, Option<Error>) {
    let mut items = all(events);
    let error = match items.pop() {
        Some(Err(error)) => Some(error),
        last => {
            items.extend(last);
            None
        }
    };
    (items.into_iter().collect::<Result<_, _>>().expect("an error is the last item"), error)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn events_are_those_of_the_standard(stream in streams(), lengths in lengths()) {
        let expected = Parser::parse(&stream);
        let mut events = outcome(fake(body(&stream, &lengths)).events()).unwrap();
        let mut received = Vec::new();
        while let Some(event) = outcome(events.next()) {
            received.push(parsed(event.unwrap()));
        }
        prop_assert_eq!(received, expected.events);
        prop_assert_eq!(events.last_event_id(), expected.last_id);
        prop_assert!(outcome(events.next()).is_none());
    }

    #[test]
    fn events_in_memory_are_those_of_a_stream(stream in streams(), lengths in lengths()) {
        let in_memory = read(outcome(fake(stream.clone().into()).events()).unwrap());
        let streamed = read(outcome(fake(body(&stream, &lengths)).events()).unwrap());
        prop_assert_eq!(in_memory.0, streamed.0);
        prop_assert!(in_memory.1.is_none() && streamed.1.is_none());
    }

    #[test]
    fn lost_connection_is_an_error_after_the_complete_events(stream in streams(), lengths in lengths()) {
        let expected = Parser::parse(&stream);
        let (events, error) = read(outcome(fake(incomplete_body(&stream, &lengths)).events()).unwrap());
        prop_assert_eq!(events.into_iter().map(parsed).collect::<Vec<_>>(), expected.events);
        let error = error.expect("the connection was lost");
        prop_assert_eq!(error.kind(), ErrorKind::Transport);
        prop_assert_eq!(error.endpoint().unwrap().to_string(), "GET /events");
    }

    /// Events after the mark are not returned. Without the mark, the end is an error.
    #[test]
    fn end_mark_decides_whether_the_end_is_an_error(stream in unnamed_ends(), lengths in lengths()) {
        let mut expected = Parser::parse(&stream);
        let mark = expected.events.iter().position(|(_, _, data)| data == "[DONE]");
        expected.events.truncate(mark.unwrap_or(usize::MAX));
        let is_complete = mark.is_some() || expected.incomplete.as_deref() == Some("[DONE]");
        let (events, error) = read(outcome(fake(body(&stream, &lengths)).until_done()).unwrap());
        prop_assert_eq!(events.into_iter().map(parsed).collect::<Vec<_>>(), expected.events);
        prop_assert_eq!(error.as_ref().map(Error::kind), (!is_complete).then_some(ErrorKind::Transport));
        let (_, error) = read(outcome(fake(incomplete_body(&stream, &lengths)).until_done()).unwrap());
        prop_assert_eq!(error.is_none(), mark.is_some());
    }

    /// An event that cannot be decoded is an error that names it. The stream goes on.
    #[test]
    fn undecodable_event_is_an_error_with_its_number(stream in streams(), lengths in lengths()) {
        let expected = Parser::parse(&stream);
        let numbers = all(outcome(fake(body(&stream, &lengths)).numbers()).unwrap());
        prop_assert_eq!(numbers.len(), expected.events.len());
        for (index, (number, (_, _, data))) in numbers.into_iter().zip(expected.events).enumerate() {
            match number {
                Ok(number) => prop_assert_eq!(serde_json::from_str(&data).ok(), Some(number)),
                Err(error) => {
                    prop_assert!(serde_json::from_str::<u8>(&data).is_err(), "{:?}", data);
                    prop_assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, Some(data.as_bytes())));
                    let shown = error.to_string();
                    prop_assert!(shown.contains(&format!("in event {}", index + 1)), "{}", shown);
                }
            }
        }
    }
}
