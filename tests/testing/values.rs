//! The values that a stub returns, over a fake and a client on it.

use std::collections::BTreeMap;

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bytes, Conditional, Error};

use super::notes::{Notes, note, panic_message, transports};

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

/// The events end with the marker that the declaration names, so an incomplete stream is not taken for a complete one.
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
