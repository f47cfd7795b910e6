//! Forms with nested values, and a decoder of bracket notation.

use std::collections::BTreeMap;

use pivotal_runtime::{Transport, endpoint};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use reqwest::Url;
use serde::{Serialize, Serializer};

use crate::fake::{Fake, outcome};
use crate::texts::{cases, texts};

trait Forms: Transport {
    #[endpoint(POST, "/f", form = form, response = ())]
    async fn form(&self, form: &Value);

    #[endpoint(POST, "/f", form("field[]") = value, response = ())]
    async fn field(&self, value: &Value);
}
impl<T: Transport> Forms for T {}

/// A value of a form.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Text(String),
    /// Items that are `None` are not sent.
    List(Vec<Option<Value>>),
    Map(BTreeMap<String, Option<Value>>),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::List(items) => items.serialize(serializer),
            Self::Map(fields) => fields.serialize(serializer),
        }
    }
}

impl Value {
    /// Removes all that is `None`.
    fn sent(self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text),
            Self::List(items) => Self::List(items.into_iter().flatten().map(|item| Some(item.sent())).collect()),
            Self::Map(fields) => {
                let fields = fields.into_iter().filter_map(|(key, value)| Some((key, Some(value?.sent()))));
                Self::Map(fields.collect())
            }
        }
    }
}

/// Keys without brackets. A number would be an index.
fn keys() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,3}", "[a-z&=%+ \u{e9}][^\\[\\]]{0,4}"]
}

fn some_or_none(values: impl Strategy<Value = Value> + Clone + 'static) -> BoxedStrategy<Option<Value>> {
    prop_oneof![3 => values.prop_map(Some), 1 => Just(None)].boxed()
}

/// Lists with at least two items, as one text in a list looks like the text alone.
fn lists(values: impl Strategy<Value = Value> + Clone + 'static) -> impl Strategy<Value = Value> {
    (values.clone(), vec(some_or_none(values.clone()), 0..3), values).prop_map(|(first, mut items, last)| {
        items.insert(0, Some(first));
        items.push(Some(last));
        Value::List(items)
    })
}

/// Maps with at least one field, as no pair is sent for an empty one.
fn maps(values: impl Strategy<Value = Value> + Clone + 'static) -> impl Strategy<Value = Value> {
    (keys(), values.clone(), btree_map(keys(), some_or_none(values), 0..3)).prop_map(|(key, value, mut fields)| {
        fields.insert(key, Some(value));
        Value::Map(fields)
    })
}

fn values() -> impl Strategy<Value = Value> + Clone {
    let leaves = prop_oneof![texts().prop_map(Value::Text), lists(texts().prop_map(Value::Text).boxed())].boxed();
    leaves.prop_recursive(4, 16, 3, |values| {
        // The items of a list are texts, or none of them is.
        let nested = prop_oneof![maps(values.clone()), lists(texts().prop_map(Value::Text).boxed())].boxed();
        prop_oneof![maps(values), lists(nested)]
    })
}

/// The pairs of one key, and those of keys that continue it.
#[derive(Default)]
struct Field {
    texts: Vec<String>,
    in_brackets: Vec<String>,
    fields: BTreeMap<String, Field>,
}

impl Field {
    fn insert(&mut self, path: &str, text: String) {
        let Some(path) = path.strip_prefix('[') else {
            assert!(path.is_empty(), "{path} after a bracket");
            return self.texts.push(text);
        };
        match path.split_once(']').expect("a closing bracket") {
            ("", "") => self.in_brackets.push(text),
            (key, rest) => self.fields.entry(key.to_owned()).or_default().insert(rest, text),
        }
    }

    fn into_value(mut self) -> Value {
        let list = |texts: Vec<String>| Value::List(texts.into_iter().map(|text| Some(Value::Text(text))).collect());
        match (self.texts.len(), self.in_brackets.len(), self.fields.len()) {
            (1, 0, 0) => Value::Text(self.texts.remove(0)),
            (2.., 0, 0) => list(self.texts),
            (0, 1.., 0) => list(self.in_brackets),
            (0, 0, len) if self.fields.contains_key("0") => {
                let items = (0..len).map(|index| self.fields.remove(&index.to_string()).expect("no gap"));
                Value::List(items.map(|item| Some(item.into_value())).collect())
            }
            (0, 0, 1..) => Value::Map(into_values(self.fields)),
            kinds => panic!("pairs of several kinds: {kinds:?}"),
        }
    }
}

fn into_values(fields: BTreeMap<String, Field>) -> BTreeMap<String, Option<Value>> {
    fields.into_iter().map(|(key, field)| (key, Some(field.into_value()))).collect()
}

/// Returns the pairs of a form.
fn pairs(fake: Fake) -> Vec<(String, String)> {
    let request = fake.request().unwrap();
    let body = std::str::from_utf8(request.body().unwrap().as_bytes().unwrap()).unwrap();
    assert!(body.is_ascii());
    let mut url = Url::parse("http://host").unwrap();
    url.set_query(Some(body));
    url.query_pairs().into_owned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..cases() })]

    #[test]
    fn nested_form_decodes_to_its_value(form in maps(values())) {
        let fake = Fake::responding_200();
        outcome(fake.form(&form)).unwrap();
        let mut decoded = Field::default();
        for (key, text) in pairs(fake) {
            let (root, rest) = key.split_at(key.find('[').unwrap_or(key.len()));
            decoded.fields.entry(root.to_owned()).or_default().insert(rest, text);
        }
        prop_assert_eq!(Value::Map(into_values(decoded.fields)), form.sent());
    }

    #[test]
    fn nested_field_decodes_to_its_value(value in values()) {
        let fake = Fake::responding_200();
        outcome(fake.field(&value)).unwrap();
        let mut decoded = Field::default();
        for (key, text) in pairs(fake) {
            decoded.insert(key.strip_prefix("field[]").unwrap(), text);
        }
        prop_assert_eq!(decoded.into_value(), value.sent());
    }
}
