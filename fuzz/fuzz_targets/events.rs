//! Reads any bytes as a stream of events, in any chunks.

#![no_main]

mod chunks;
mod fake;

use std::collections::BTreeMap;
use std::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use pivotal_runtime::{Body, Error, Event, Events, Transport, endpoint, return_type::FromEvent};
use serde::Deserialize;

use chunks::{Lengths, all, body, responding, with_secrets};
use fake::outcome;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Tagged {
    Text { text: String },
    Numbers { numbers: BTreeMap<String, f32> },
    End,
}

trait Api: Transport {
    #[endpoint(GET, "/", response = Events<T>)]
    async fn events<T: FromEvent>(&self) -> Result<Events<T>, Error>;

    #[endpoint(GET, "/", until = "[DONE]")]
    async fn until_done(&self) -> Result<Events<Event<String>>, Error>;
}
impl<T: Transport> Api for T {}

// The first bytes are the lengths of chunks.
fuzz_target!(|input: (Lengths, &[u8])| {
    let (lengths, text) = input;
    let text = with_secrets(text);
    let complete = || Body::from(text.clone());
    let chunked = || body(&text, lengths);
    assert_eq!(read::<Event<String>>(chunked()), read(complete()));
    assert_eq!(read::<u8>(chunked()), read(complete()));
    assert_eq!(read::<Tagged>(chunked()), read(complete()));
    let until_done = |body| all(outcome(responding(EVENTS, body).until_done()).unwrap());
    assert_eq!(until_done(chunked()), until_done(complete()));
});

const EVENTS: &str = "text/event-stream";

fn read<T: FromEvent + Debug>(body: Body) -> Vec<Result<T, String>> {
    let mut events = outcome(responding(EVENTS, body).events::<T>()).unwrap();
    let items = all(&mut events);
    assert!(!events.last_event_id().contains('\0'));
    items
}
