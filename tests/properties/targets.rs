//! Paths and queries, read back by decoders that share nothing with their writer.

use std::collections::BTreeMap;

use pivotal_runtime::http::{Response, Uri};
use pivotal_runtime::{Body, Client, Error, ErrorKind, HttpClient, Transport, endpoint, http};
use proptest::prelude::*;
use reqwest::Url;
use serde::Serialize;

use crate::fake::{Fake, outcome};

trait Api: Transport {
    #[endpoint(GET, "/a/<first>/b<second>.<third>/c", response = ())]
    async fn segments(&self, first: &str, second: &str, third: &str) -> Result<(), Error>;

    #[endpoint(GET, "/files/<path..>", response = ())]
    async fn rest(&self, path: &str) -> Result<(), Error>;

    #[endpoint(GET, "/q?fixed=a%20b&<text>&n=<number>&<list>&<fields..>", response = ())]
    async fn query(
        &self,
        text: Option<&str>,
        number: i64,
        list: &[String],
        fields: &BTreeMap<String, Value>,
    ) -> Result<(), Error>;
}
impl<T: Transport> Api for T {}

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Number(u64),
    Flag(bool),
    None,
    List(Vec<String>),
}

impl Value {
    /// The texts that should arrive; a unit is a key alone.
    fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.clone()],
            Self::Number(number) => vec![number.to_string()],
            Self::Flag(flag) => vec![flag.to_string()],
            Self::None => vec![String::new()],
            Self::List(list) => list.clone(),
        }
    }
}

/// Texts with a liking for what URLs treat specially.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[./%\\\\?#&=+;:@ a-c0-9eEfF]{0,8}",
        "(\\.|%2e|%2E|/|%2f|a){0,5}",
        "[\\x00-\\x7f]{0,6}",
        "[^\\x00-\\x7f]{0,4}",
    ]
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        texts().prop_map(Value::Text),
        any::<u64>().prop_map(Value::Number),
        any::<bool>().prop_map(Value::Flag),
        Just(Value::None),
        proptest::collection::vec(texts(), 0..3).prop_map(Value::List),
    ]
}

/// Undoes percent-encoding (RFC 3986, section 2.1).
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                let hex = [*high, *low];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).expect("two digits"));
                rest = after;
            }
            (b'%', _) => panic!("a bare `%` in {text}"),
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn is_lost(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}

/// The target of a request, as it was sent, after some checks that hold for all.
fn target(fake: Fake) -> Option<String> {
    let request = fake.asked()?;
    let target = request.path_and_query();
    let uri: Uri = target.parse().expect("HTTP can carry it");
    assert_eq!(uri.path_and_query().unwrap().as_str(), target);
    let url = Url::parse("https://host").and_then(|url| url.join(target)).expect("a URL");
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    assert_eq!(format!("{}{query}", url.path()), target, "a URL parser changes nothing");
    assert_eq!(url.host_str(), Some("host"));
    assert_eq!(url.fragment(), None);
    Some(target.to_owned())
}

proptest! {
    #[test]
    fn a_value_is_one_segment_whatever_is_in_it(first in texts(), second in texts(), third in texts()) {
        let fake = Fake::that_agrees();
        let result = outcome(fake.segments(&first, &second, &third));
        let lost = [("first", &first), ("second", &second), ("third", &third)].into_iter().find(|(_, it)| is_lost(it));
        if let Some((name, _)) = lost {
            let error = result.unwrap_err();
            prop_assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(name)));
            prop_assert!(fake.asked().is_none());
        } else {
            result.unwrap();
            let target = target(fake).unwrap();
            let segments: Vec<&str> = target.split('/').collect();
            prop_assert_eq!(segments.len(), 5, "{}", target);
            prop_assert_eq!((segments[0], segments[1], segments[4]), ("", "a", "c"));
            prop_assert_eq!(decoded(segments[2]), first);
            prop_assert_eq!(decoded(segments[3]), format!("b{second}.{third}"));
        }
    }

    #[test]
    fn a_rest_keeps_its_slashes_and_nothing_else(path in texts()) {
        let fake = Fake::that_agrees();
        let result = outcome(fake.rest(&path));
        if path.split('/').any(is_lost) {
            prop_assert_eq!(result.unwrap_err().parameter_name(), Some("path"));
            prop_assert!(fake.asked().is_none());
        } else {
            result.unwrap();
            let target = target(fake).unwrap();
            let rest = target.strip_prefix("/files/").unwrap();
            let segments: Vec<String> = rest.split('/').map(decoded).collect();
            prop_assert_eq!(segments, path.split('/').map(str::to_owned).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_query_says_what_was_given(
        text in proptest::option::of(texts()),
        number: i64,
        list in proptest::collection::vec(texts(), 0..4),
        fields in proptest::collection::btree_map(texts(), values(), 0..4),
    ) {
        let fake = Fake::that_agrees();
        outcome(fake.query(text.as_deref(), number, &list, &fields)).unwrap();
        let target = target(fake).unwrap();
        let url = Url::parse("https://host").and_then(|url| url.join(&target)).unwrap();
        let sent: Vec<(String, String)> = url.query_pairs().into_owned().collect();

        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let mut given = vec![pair("fixed", "a b")];
        given.extend(text.iter().map(|text| pair("text", text)));
        given.push(pair("n", &number.to_string()));
        given.extend(list.iter().map(|item| pair("list", item)));
        for (key, value) in &fields {
            given.extend(value.texts().iter().map(|text| pair(key, text)));
        }
        // A pair of nothing at all is written as an empty piece between two `&`, which readers skip.
        given.retain(|(key, value)| !(key.is_empty() && value.is_empty() && fields.get("").is_some_and(is_unit)));
        prop_assert_eq!(sent, given);
    }

    #[test]
    fn a_base_url_comes_first_and_changes_nothing(
        segments in proptest::collection::vec("[a-z0-9~_-]{1,5}", 0..4),
        slash: bool,
        value in texts().prop_filter("no segment", |value| !is_lost(value)),
    ) {
        // What the base URL and the template both spell out is written once.
        prop_assume!(segments.last().is_none_or(|last| last != "files"));
        let prefix: String = segments.iter().flat_map(|segment| ["/", segment.as_str()]).collect();
        let base = format!("https://api.example{prefix}{}", if slash { "/" } else { "" });
        let client = Client::builder().api_key("pivotal_test_K8s9vQ2mXw7b").base_url(base).http_client(Echo);
        let sent = runtime().block_on(client.build().unwrap().rest_echo(&value)).unwrap();
        let rest = sent.strip_prefix(&format!("https://api.example{prefix}/files/")).expect("the prefix");
        prop_assert_eq!(decoded(rest), value);
    }
}

fn is_unit(value: &Value) -> bool {
    matches!(value, Value::None)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap()
}

/// Answers with the URL that it was asked for.
struct Echo;

impl HttpClient for Echo {
    async fn execute(&self, request: http::Request<Body>) -> Result<Response<Body>, Error> {
        Ok(Response::new(request.uri().to_string().into()))
    }
}

trait EchoApi: Transport {
    #[endpoint(GET, "/files/<name>")]
    async fn rest_echo(&self, name: &str) -> Result<String, Error>;
}
impl<T: Transport> EchoApi for T {}
