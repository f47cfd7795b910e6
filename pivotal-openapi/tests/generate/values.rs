//! Values that the generated types read and write.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json, to_value};

use crate::generated::{
    all_of, discriminators, maps, names, nullable_3_0, nullable_3_1, open_enums, read_only, recursion, unions,
};

/// Reads a value, and returns what is written of it.
fn read<T: DeserializeOwned + Serialize>(value: &Value) -> (T, Value) {
    let read: T = from_value(value.clone()).unwrap();
    let written = to_value(&read).unwrap();
    (read, written)
}

#[test]
fn absent_differs_from_null() {
    let absent = json!({ "text": "a", "color": null });
    let null = json!({ "text": "a", "color": null, "due": null, "parent": null });
    let (note, written) = read::<nullable_3_0::Note>(&absent);
    assert_eq!((note.due, written), (None, absent));
    let (note, written) = read::<nullable_3_0::Note>(&null);
    assert_eq!((note.due, note.parent, written), (Some(None), Some(None), null));
    let present =
        json!({ "text": "a", "color": "red", "nothing": null, "due": "2026-11-27T00:00:00Z", "size": "large" });
    let (note, written) = read::<nullable_3_1::Note>(&present);
    assert_eq!(note.size, Some(Some(nullable_3_1::NoteSize::Text("large".to_owned()))));
    assert_eq!(written, present);
}

#[test]
fn open_enum_keeps_an_unknown_value() {
    let order = json!({ "object": "order", "kind": "order", "state": "lost", "switch": "on", "size": "2XL" });
    let (read, written) = read::<open_enums::Order>(&order);
    assert_eq!(read.state, open_enums::State::Other("lost".to_owned()));
    assert_eq!(read.switch, Some(open_enums::Switch::On));
    assert_eq!(written, order);
    assert!(from_value::<open_enums::Order>(json!({ "object": "note", "kind": "order", "state": "open" })).is_err());
}

#[test]
fn tag_selects_the_variant() {
    use discriminators::{Base, Event, Holder, HolderWrappedKind, Inline, Node, Untagged};
    let (event, written) = read::<Event>(&json!({ "type": "note.removed", "reason": "old" }));
    assert!(matches!(event, Event::NoteRemoved(_)));
    assert_eq!(written, json!({ "type": "note.removed", "reason": "old" }));
    let unknown = json!({ "type": "note.moved", "to": 1 });
    let (event, written) = read::<Event>(&unknown);
    assert!(matches!(event, Event::Unknown(_)));
    assert_eq!(written, unknown);
    let holder = json!({
        "untagged": { "kind": "phone", "number": "1" },
        "base": { "petType": "Cat", "purr": "loud" },
        "inline": { "op": "drop" },
        "node": { "@type": "Branch", "left": { "@type": "Leaf", "value": "a" } },
        "wrapped": { "kind": "email", "address": "a@example.com", "id": 1 },
        "nested": { "kind": "email", "address": "a@example.com" },
    });
    let (read, written) = read::<Holder>(&holder);
    assert!(matches!(read.untagged, Some(Untagged::Phone(_))));
    assert!(matches!(read.base, Some(Base::Cat(_))));
    assert!(matches!(read.inline, Some(Inline::Drop(_))));
    assert!(matches!(read.node, Some(Node::Branch(_))));
    assert!(matches!(read.wrapped.unwrap().kind, HolderWrappedKind::Email(_)));
    assert_eq!(written, holder);
}

#[test]
fn value_selects_the_variant_without_a_tag() {
    use unions::{ThingAnything, ThingDates, ThingScalars};
    let values = [json!(1), json!(1.5), json!(true), json!("a"), json!(["a"]), json!({ "a": 1 })];
    for value in values {
        assert_eq!(read::<ThingScalars>(&value).1, value);
    }
    assert!(matches!(read::<ThingDates>(&json!("2026-11-27")).0, ThingDates::Date(_)));
    assert!(matches!(read::<ThingDates>(&json!("2026-11-27T01:02:03Z")).0, ThingDates::Timestamp(_)));
    assert!(matches!(read::<ThingDates>(&json!("tomorrow")).0, ThingDates::Text(_)));
    assert!(matches!(read::<ThingAnything>(&json!([1])).0, ThingAnything::Json(_)));
    let thing = json!({
        "shape": { "side": 2.0 },
        "id": "a",
        "model": "huge",
        "both": { "name": "a", "radius": 1.0 },
        "optional": { "q": "a" },
        "limits": { "a": "b" },
    });
    let (read, written) = read::<unions::Thing>(&thing);
    assert!(matches!(read.shape, unions::Shape::Square(_)));
    assert!(matches!(read.both.unwrap().kind, unions::ThingBothKind::Circle(_)));
    assert_eq!(written, thing);
}

#[test]
fn recursive_value_is_read() {
    let leaf = json!({ "value": "leaf", "pair": {} });
    let tree = json!({
        "value": "root",
        "left": leaf,
        "right": null,
        "children": [leaf, leaf],
        "by_name": { "a": leaf },
        "pair": { "first": leaf, "second": { "first": leaf } },
        "expression": { "not": ["a", { "not": "b" }] },
        "json": { "a": [1.0, null, { "b": "c" }] },
        "lists": [[[]]],
        "inline": { "up": leaf },
        "both": { "name": "a", "not": "b" },
    });
    let (read, written) = read::<recursion::Tree>(&tree);
    assert_eq!((read.children.unwrap().len(), read.right), (2, Some(None)));
    assert_eq!(written, tree);
}

#[test]
fn read_only_member_is_not_sent() {
    let input = json!({ "name": "a", "password": "b", "address": { "city": "c" } });
    let user = json!({ "id": 1, "name": "a", "address": { "city": "c" } });
    assert_eq!(read::<read_only::UserInput2>(&input).1, input);
    assert_eq!(read::<read_only::User>(&user).1, user);
    let team = read_only::TeamInput {
        members: vec![from_value(input.clone()).unwrap()],
        parent: None,
        extra: None,
        settings: Some(read_only::TeamSettingsInput { color: Some("red".to_owned()) }),
    };
    assert_eq!(to_value(team).unwrap(), json!({ "members": [input], "settings": { "color": "red" } }));
}

#[test]
fn other_members_are_kept() {
    let map = json!({
        "with": { "id": 1, "a": "b" },
        "with_any": { "id": 1, "a": [2] },
        "with_schema": { "others": 1, "a": { "b": "c" } },
        "pattern": { "x-a": true },
        "nested": { "a": { "b": ["c"] } },
        "none": {},
    });
    let (read, written) = read::<maps::Map>(&map);
    assert_eq!(read.with.unwrap().others.get("a").map(String::as_str), Some("b"));
    assert_eq!(written, map);
}

#[test]
fn parts_are_one_object() {
    let cat = json!({ "name": "a", "age": 1, "kind": "cat", "tags": ["b"], "claws": 18 });
    let holder = json!({ "cat": cat, "with_union": { "name": "a", "owner": "b" }, "open": { "tags": [], "a": 1 } });
    let (read, written) = read::<all_of::Holder>(&holder);
    assert!(matches!(read.with_union.unwrap().kind2, all_of::WithUnionKind::Tame(_)));
    assert_eq!(written, holder);
    assert!(from_value::<all_of::Cat>(json!({ "name": "a", "claws": 18 })).is_err(), "`age` is required later");
}

#[test]
fn names_of_members_are_those_of_the_document() {
    let holder = json!({
        "+1": 1, "-1": 2, "@id": "3", "$ref-like": "4", "userId": "5", "user_id": "6", "user-id": "7", "": "8", "1st": "9",
        "self": "10", "gen": "11", "_": "12", "größe": "13", "with \"quote\" and \\": "14", "type": "15",
        "Box": { "a": {} }, "Option": { "a": "b" }, "note": { "b": "c" }, "NOTE": { "c": "d" },
    });
    assert_eq!(read::<names::Holder>(&holder).1, holder);
}
