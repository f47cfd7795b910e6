//! Values have the texts that `serde_json` writes, without quotes, in each place of a request.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::net::Ipv4Addr;

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Client, Error, ErrorKind, Transport, endpoint};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Number, Value, json};

use crate::fake::{client, respond, run};

trait Values: Transport {
    #[endpoint(POST, "/<v>/end?<v>&<v:csv>", header("X-V") = v, form("v") = v, response = ())]
    async fn everywhere<V: Serialize + Sync>(&self, v: V);

    #[endpoint(POST, "/?<v>&<v:csv>", header("X-V") = v, form("v") = v, response = ())]
    async fn list<V: Serialize + Sync>(&self, v: V);

    #[endpoint(POST, "/?<fields..>&in[<fields..>]", form = fields, response = ())]
    async fn fields<F: Serialize + Sync>(&self, fields: F);
}
impl<T: Transport> Values for T {}

/// Sends requests, and returns what was sent.
struct Sender {
    fake: Fake,
    client: Client,
}

impl Sender {
    fn new() -> Self {
        let fake = Fake::new();
        respond(&fake, "text/plain", b"");
        Self { client: client(&fake), fake }
    }

    /// Returns path and query, the header, and the body.
    fn sent(&self, call: impl Future<Output = Result<(), Error>>) -> Result<[String; 3], String> {
        let earlier = self.fake.calls().len();
        if let Err(error) = run(call) {
            assert_eq!((error.kind(), self.fake.calls().len()), (ErrorKind::Request, earlier));
            return Err(error.to_string());
        }
        let sent = self.fake.last_call();
        let headers = sent.headers().get_all("x-v").iter().map(|value| value.to_str().unwrap());
        let headers = headers.collect::<Vec<_>>().join("; ");
        Ok([sent.path_and_query().to_owned(), headers, sent.text()])
    }

    fn everywhere<V: Serialize + Sync>(&self, value: V) -> Result<[String; 3], String> {
        self.sent(self.client.everywhere(value))
    }

    fn list<V: Serialize + Sync>(&self, value: V) -> Result<[String; 3], String> {
        self.sent(self.client.list(value))
    }

    /// Returns the pairs of the query, which are those of the form as well.
    fn fields<F: Serialize + Sync>(&self, fields: F) -> Result<String, String> {
        let [target, _, body] = self.sent(self.client.fields(fields))?;
        let (pairs, _nested) = target.strip_prefix("/?").unwrap().split_once("&in%5B").unwrap();
        assert_eq!(body.replace('+', "%20"), pairs);
        Ok(pairs.to_owned())
    }

    /// Asserts that a value has this text in each place, also in a field and in a list.
    fn assert_text<V: Serialize + Sync + Debug>(&self, value: V, text: &str) {
        let encoded = text.replace('%', "%25").replace(' ', "%20").replace('+', "%2B").replace('"', "%22");
        let in_form = encoded.replace("%20", "+");
        let everywhere = self.everywhere(&value).unwrap();
        let expected = [format!("/{encoded}/end?v={encoded}&v={encoded}"), text.to_owned(), format!("v={in_form}")];
        assert_eq!(everywhere, expected, "{value:?}");
        let expected = [
            format!("/?v={encoded}&v={encoded}&v={encoded},{encoded}"),
            format!("{text}; {text}"),
            format!("v={in_form}&v={in_form}"),
        ];
        assert_eq!(self.list([&value, &value]).unwrap(), expected, "{value:?}");
        assert_eq!(self.list(Some((&value, &value))).unwrap(), expected, "{value:?}");
        assert_eq!(self.fields(BTreeMap::from([("k", &value)])).unwrap(), format!("k={encoded}"), "{value:?}");
        assert_eq!(self.fields([("k", &value)]).unwrap(), format!("k={encoded}"), "{value:?}");
        let nested = self.fields(BTreeMap::from([("k", BTreeMap::from([("l", [&value])]))])).unwrap();
        assert_eq!(nested, format!("k%5Bl%5D%5B%5D={encoded}"), "{value:?}");
    }

    /// Asserts that a value has the text of `serde_json` in each place.
    fn assert_json_text<V: Serialize + Sync + Debug>(&self, value: V) {
        let json = serde_json::to_string(&value).unwrap();
        let text = serde_json::from_str::<String>(&json).unwrap_or(json);
        self.assert_text(value, &text);
    }
}

#[derive(Debug, Clone, Serialize)]
struct New<T>(T);

#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
struct Transparent<T> {
    inner: T,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    OnHold,
    #[serde(rename = "A-Z")]
    Sorted,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Untagged {
    Number(u128),
    Text(&'static str),
    Item { id: u128 },
}

fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap()
}

#[test]
fn scalars_have_the_texts_of_serde_json() {
    let sender = Sender::new();
    for value in [true, false] {
        sender.assert_json_text(value);
    }
    for value in [u128::MAX, u128::from(u64::MAX) + 1, u128::from(u64::MAX), 0] {
        sender.assert_json_text(value);
        sender.assert_json_text(New(Some(value)));
        sender.assert_json_text(Untagged::Number(value));
    }
    for value in [i128::MIN, i128::MAX, i128::from(i64::MIN) - 1, i128::from(i64::MIN), -1] {
        sender.assert_json_text(value);
        sender.assert_json_text(Transparent { inner: value });
    }
    sender.assert_json_text(u8::MAX);
    sender.assert_json_text(i8::MIN);
    sender.assert_json_text(u64::MAX);
    sender.assert_json_text(i64::MIN);
    for value in ['a', '7', '+', '%'] {
        sender.assert_json_text(value);
    }
    for value in ["a", "a-b", "null", "7", "a+b", "100%", "a b"] {
        sender.assert_json_text(value);
        sender.assert_json_text(Cow::Borrowed(value));
        sender.assert_json_text(New(New(value.to_owned())));
        sender.assert_json_text(Some(Some(value)));
        sender.assert_json_text(Untagged::Text(value));
    }
    sender.assert_json_text(State::OnHold);
    sender.assert_json_text(State::Sorted);
    sender.assert_json_text(Ipv4Addr::LOCALHOST);
}

/// `1.0` is sent as `1`, and no exponents are sent.
#[test]
fn floats_are_the_numbers_of_serde_json() {
    let sender = Sender::new();
    for value in [0.0, -0.0, 1.0, 1.5, 0.1, 0.1 + 0.2, 1e21, 1e300, 5e-324, f64::MAX, f64::MIN] {
        sender.assert_text(value, &value.to_string());
        sender.assert_text(New(Some(value)), &value.to_string());
        let [_, header, _] = sender.everywhere(json!(value)).unwrap();
        assert_eq!(header.parse(), Ok(value));
    }
    sender.assert_text(0.1_f32, "0.1");
}

#[test]
fn types_of_serde_json_have_its_texts() {
    let sender = Sender::new();
    for value in [json!("a b"), json!(true), json!(7), json!(-7), json!(u64::MAX), json!(i64::MIN), json!(1.5)] {
        sender.assert_json_text(value.clone());
        sender.assert_json_text(Some(New(&value)));
        sender.assert_json_text(to_raw_value(&value).unwrap());
    }
    for number in ["0", "7", "-7", "18446744073709551615", "1.5"] {
        let number: Number = number.parse().unwrap();
        sender.assert_json_text(number.clone());
        sender.assert_json_text(New(Some(number)));
    }
    for json in ["7", "-0.10", "1e400", "340282366920938463463374607431768211456", "true"] {
        sender.assert_text(raw(json), json);
        sender.assert_text(New(&*raw(json)), json);
    }
    sender.assert_text(raw(r#" "Zo\u0065 \"x\"" "#), "Zoe \"x\"");
}

/// With `arbitrary_precision`, a number keeps its digits.
#[test]
fn long_numbers_keep_their_digits_if_serde_json_does() {
    let sender = Sender::new();
    for digits in ["340282366920938463463374607431768211456", "0.1234567890123456789012345678901234567890"] {
        let value: Value = serde_json::from_str(digits).unwrap();
        let expected = value.to_string();
        let [_, header, _] = sender.everywhere(&value).unwrap();
        if expected == digits {
            sender.assert_text(&value, digits);
        } else {
            assert_eq!(header.parse::<f64>(), digits.parse());
        }
    }
}

#[test]
fn lists_of_types_of_serde_json_are_lists() {
    let sender = Sender::new();
    let expected = ["/?v=1&v=a&v=1,a".to_owned(), "1; a".to_owned(), "v=1&v=a".to_owned()];
    assert_eq!(sender.list(json!([1, "a"])).unwrap(), expected);
    assert_eq!(sender.list(raw("[1, \"a\"]")).unwrap(), expected);
    assert_eq!(sender.list(vec![raw("1"), raw("\"a\"")]).unwrap(), expected);
    assert_eq!(sender.list(json!([])).unwrap()[0], "/");
}

#[test]
fn null_of_serde_json_is_a_unit() {
    let sender = Sender::new();
    for null in [sender.list(Value::Null), sender.list(raw("null")), sender.list(())] {
        assert_eq!(null.unwrap(), ["/?v&v=", "", "v"]);
    }
    assert!(sender.everywhere(Value::Null).unwrap_err().contains("is a unit, which has no text"));
}

#[test]
fn objects_are_rejected_where_a_scalar_is_expected() {
    let sender = Sender::new();
    for error in [
        sender.list(json!({"a": 1})),
        sender.list(raw(r#"{"a": 1}"#)),
        sender.list(Untagged::Item { id: 1 }),
        sender.everywhere([json!({})]),
        sender.everywhere([raw("{}")]),
        sender.everywhere(json!([[1]])),
        sender.everywhere(raw("[[1]]")),
    ] {
        let error = error.unwrap_err();
        assert!(!error.contains("$serde_json"), "{error}");
    }
    let deep = raw(&format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)));
    for error in [sender.list(&deep).unwrap_err(), sender.fields([("a", &deep)]).unwrap_err()] {
        assert!(error.contains("its JSON is nested too deeply"), "{error}");
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Filter<'a, T> {
    page_size: u128,
    #[serde(rename = "sort by")]
    sort: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<&'a str>,
    empty: Option<u8>,
    #[serde(skip)]
    _hidden: u8,
    #[serde(serialize_with = "as_hex")]
    hex: u32,
    #[serde(flatten)]
    rest: T,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn as_hex<S: serde::Serializer>(value: &u32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{value:x}"))
}

#[derive(Serialize)]
#[serde(tag = "t")]
enum Internal {
    Unit,
    Item { id: u128 },
    Map(BTreeMap<&'static str, Number>),
    Scalar(u8),
}

#[derive(Serialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Unit,
    Newtype(Number),
    Item { id: u8 },
}

#[derive(Serialize)]
enum External {
    Newtype(Number),
    Tuple(u8, Number),
    Item { id: Number },
}

fn filter<T>(rest: T) -> Filter<'static, T> {
    Filter { page_size: u128::MAX, sort: State::OnHold, cursor: None, empty: None, _hidden: 1, hex: 42, rest }
}

#[test]
fn fields_of_structs_are_those_of_serde() {
    let sender = Sender::new();
    let fixed = format!("pageSize={}&sort%20by=on-hold&hex=2a", u128::MAX);
    let sent = |fields: Result<String, String>| fields.unwrap().strip_prefix(&fixed).unwrap().to_owned();
    let map: Map<String, Value> = serde_json::from_str(r#"{"a": 1, "b": "x", "c": 1.5, "d": [1, 2]}"#).unwrap();
    assert_eq!(sent(sender.fields(filter(&map))), "&a=1&b=x&c=1.5&d=1&d=2");
    assert_eq!(sent(sender.fields(filter(BTreeMap::from([("n", raw("0.10"))])))), "&n=0.10");
    assert_eq!(sent(sender.fields(filter(Some(BTreeMap::from([("n", Number::from(7))]))))), "&n=7");
    assert_eq!(sent(sender.fields(filter(None::<Map<String, Value>>))), "");
    assert_eq!(sent(sender.fields(filter(Internal::Item { id: 7 }))), "&t=Item&id=7");
    assert_eq!(sent(sender.fields(filter(Adjacent::Newtype(7.into())))), "&t=Newtype&c=7");
    assert_eq!(sent(sender.fields(filter(External::Newtype(7.into())))), "&Newtype=7");
    assert_eq!(sent(sender.fields(filter(Untagged::Item { id: u128::MAX }))), format!("&id={}", u128::MAX));
}

#[test]
fn enums_are_written_as_serde_represents_them() {
    let sender = Sender::new();
    let number = |digits: &str| digits.parse::<Number>().unwrap();
    assert_eq!(sender.fields(Internal::Unit).unwrap(), "t=Unit");
    assert_eq!(sender.fields(Internal::Item { id: u128::MAX }).unwrap(), format!("t=Item&id={}", u128::MAX));
    assert_eq!(sender.fields(Internal::Map(BTreeMap::from([("n", number("1.5"))]))).unwrap(), "t=Map&n=1.5");
    assert!(sender.fields(Internal::Scalar(1)).unwrap_err().contains("its type rejects the value"));
    assert_eq!(sender.fields(Adjacent::Unit).unwrap(), "t=Unit");
    assert_eq!(sender.fields(Adjacent::Newtype(number("7"))).unwrap(), "t=Newtype&c=7");
    assert_eq!(sender.fields(Adjacent::Item { id: 1 }).unwrap(), "t=Item&c%5Bid%5D=1");
    assert_eq!(sender.fields(External::Newtype(number("-7"))).unwrap(), "Newtype=-7");
    assert_eq!(sender.fields(External::Tuple(1, number("2"))).unwrap(), "Tuple=1&Tuple=2");
    assert_eq!(sender.fields(External::Item { id: number("2") }).unwrap(), "Item%5Bid%5D=2");
    assert_eq!(sender.fields(raw(r#"{"a": 1, "b": ["x"]}"#)).unwrap(), "a=1&b=x");
    assert_eq!(sender.fields(json!({"a": 1, "b": [{"c": 1.5}]})).unwrap(), "a=1&b%5B0%5D%5Bc%5D=1.5");
    assert_eq!(sender.fields([(Number::from(7), "a")]).unwrap(), "7=a");
    for scalar in [sender.fields(Number::from(7)), sender.fields(raw("7")), sender.fields(json!(7))] {
        assert!(scalar.unwrap_err().contains("a scalar has no fields"));
    }
    assert_eq!(sender.fields(BTreeMap::from([(State::Sorted, 1)])).unwrap(), "A-Z=1");
    assert_eq!(sender.fields(BTreeMap::from([(true, 1)])).unwrap(), "true=1");
}
