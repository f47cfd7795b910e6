//! The values that a stub returns, over a fake and a client on it.

use std::collections::BTreeMap;

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bytes, Conditional, Error, Events, Lines, Transport, endpoint};
use serde::{Deserialize, Serialize};

use super::notes::{Note, Notes, note, panic_message, transports};

/// Checks what calls return over both transports, and the status of the response.
macro_rules! check {
    ($(|$stub:ident| $call:expr, $value:expr => |$returned:ident| $result:expr, $expected:expr;)*) => {$(
        let fake = Fake::new();
        fake.on(|$stub| $call).returns($value).times(2);
        for $stub in transports(&fake) {
            #[allow(unused_mut, reason = "streams are read")]
            let mut $returned = $call.await.unwrap();
            assert_eq!($result, $expected, "{}", stringify!($call));
        }
    )*};
}

#[tokio::test]
async fn values_are_returned_as_they_were_given() {
    check! {
        |api| api.note(1), &note(1) => |note_1| note_1, note(1);
        |api| api.draft(1), &Some(note(1)) => |draft| draft, Some(note(1));
        |api| api.draft(1), &None => |draft| draft, None;
        |api| api.nullable(1), &Some(note(1)) => |draft| draft, Some(note(1));
        |api| api.nullable(1), &None => |draft| draft, None;
        |api| api.delete(1), &() => |unit| unit, ();
        |api| api.title(1), &"a \"title\"".to_owned() => |title| title, "a \"title\"";
        |api| api.title(1), &String::new() => |title| title, "";
        |api| api.photo(1), &Bytes::from_static(b"\0\xff") => |photo| &photo[..], b"\0\xff";
        |api| api.video(1), b"\0\xff" => |video| video.collect().await.unwrap(), &b"\0\xff"[..];
        |api| api.meta(1, Some("e")), &Conditional::Modified(note(1)) => |meta| (meta.status().as_u16(), meta.into_inner()),
            (200, Conditional::Modified(note(1)));
        |api| api.meta(1, Some("e")), &Conditional::NotModified => |meta| (meta.status().as_u16(), meta.into_inner()),
            (304, Conditional::NotModified);
    }
}

#[tokio::test]
async fn streams_are_returned_item_by_item() {
    check! {
        |api| api.events(), &[note(1), note(2)] => |events| events.next().await.unwrap().unwrap(), note(1);
        |api| api.events(), &[] => |events| events.next().await.is_none(), true;
        |api| api.log(), &["a".to_owned(), "b".to_owned()] => |lines| lines.next().await.unwrap().unwrap(), "a";
        |api| api.export(), &[note(1), note(2)] => |lines| lines.next().await.unwrap().unwrap(), note(1);
    }
}

/// The events end with the marker that the declaration names, so an incomplete stream is not treated as a complete one.
#[tokio::test]
async fn events_end_with_the_declared_marker() {
    let fake = Fake::new();
    fake.on(|api| api.events()).returns(&[note(1), note(2)]);
    let mut events = fake.events().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), note(1));
    assert_eq!(events.next().await.unwrap().unwrap(), note(2));
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn absent_value_is_the_status_that_the_method_reads_as_absent() {
    let fake = Fake::new();
    fake.on(|api| api.draft(1)).returns(&None);
    fake.on(|api| api.nullable(1)).returns(&None);
    let calls: BTreeMap<&str, Result<_, Error>> =
        [("draft", fake.draft(1).await), ("nullable", fake.nullable(1).await)].into();
    assert!(calls.into_values().all(|value| value.unwrap().is_none()));
}

#[test]
fn other_formats_need_a_written_response() {
    let fake = Fake::new();
    let message = panic_message(|| fake.on(|api| api.shout(1)).returns(&note(1)));
    let expected =
        "`returns` writes JSON, but `shout` reads `text/x-shouting`; write the response with `responds(status, body)`";
    assert_eq!(message, expected);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Open,
    Closed,
}

/// A note that exists, or the number of one that is written later.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Written {
    Now(Note),
    Later(u64),
}

impl From<Note> for Written {
    fn from(note: Note) -> Self {
        Self::Now(note)
    }
}

impl From<u64> for Written {
    fn from(id: u64) -> Self {
        Self::Later(id)
    }
}

trait Shapes: Transport {
    #[endpoint(GET, "/states", response = Events<State>)]
    async fn states(&self) -> Result<Events<State>, Error>;

    #[endpoint(GET, "/state-lines")]
    async fn state_lines(&self) -> Result<Lines<State>, Error>;

    #[endpoint(GET, "/texts")]
    async fn texts(&self) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/text-lines")]
    async fn text_lines(&self) -> Result<Lines<String>, Error>;

    #[endpoint(POST, "/notes", response = Note, response(202) = u64)]
    async fn write(&self) -> Result<Written, Error>;
}
impl<T: Transport> Shapes for T {}

/// An enum is read from JSON, in quotes, while a text is read as it is.
#[tokio::test]
async fn enums_are_items_of_streams() {
    let fake = Fake::new();
    let states = [State::Open, State::Closed];
    fake.on(|api| api.states()).returns(&states);
    fake.on(|api| api.state_lines()).returns(&states);
    let (mut events, mut lines) = (fake.states().await.unwrap(), fake.state_lines().await.unwrap());
    for state in states {
        assert_eq!(events.next().await.unwrap().unwrap(), state);
        assert_eq!(lines.next().await.unwrap().unwrap(), state);
    }
}

#[tokio::test]
async fn texts_are_items_of_streams() {
    let fake = Fake::new();
    let texts = ["a", "", "a\nb\n", "\"a\"", " a", "null", "1"].map(str::to_owned);
    fake.on(|api| api.texts()).returns(&texts);
    fake.on(|api| api.text_lines()).returns(&texts);
    let (mut events, mut lines) = (fake.texts().await.unwrap(), fake.text_lines().await.unwrap());
    for text in &texts {
        assert_eq!(&events.next().await.unwrap().unwrap(), text);
        assert_eq!(&lines.next().await.unwrap().unwrap(), text);
    }
    let message = panic_message(|| fake.on(|api| api.texts()).returns(&["a\rb".to_owned()]));
    assert_eq!(message, "an event cannot contain a carriage return; write another text");
}

#[tokio::test]
async fn one_of_several_types_needs_a_written_response() {
    let fake = Fake::new();
    let message = panic_message(|| fake.on(|api| api.write()).returns(&Written::Later(7)));
    assert_eq!(message, "`write` has a type for each status; write the response with `responds(status, body)`");
    fake.on(|api| api.write()).responds(202, "7");
    assert_eq!(fake.write().await.unwrap(), Written::Later(7));
}
