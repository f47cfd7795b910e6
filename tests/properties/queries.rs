//! Queries, decoded by the `url` crate.

use std::collections::BTreeMap;

use pivotal_api::List;
use pivotal_runtime::http::HeaderMap;
use pivotal_runtime::{Error, Pages, Transport, endpoint};
use proptest::prelude::*;
use reqwest::Url;
use serde::Serialize;

use crate::fake::{Fake, outcome};
use crate::texts::{cases, texts};

trait Queries: Transport {
    #[endpoint(GET, "/q?fixed=a%20b&<text>&n=<number>&<list>&<fields..>&last=9", response = ())]
    async fn query(
        &self,
        text: Option<&str>,
        number: i64,
        list: &[String],
        fields: &BTreeMap<String, Value>,
    ) -> Result<(), Error>;

    #[endpoint(GET, "/q?<pairs..>", response = ())]
    async fn pairs(&self, pairs: &[(String, String)]);

    #[endpoint(GET, "/q?<n>&<f>&<b>&<c>", response = ())]
    async fn scalars(&self, n: i128, f: f64, b: bool, c: char);

    #[endpoint(GET, "/q?<cursor>&<tag>")]
    fn list(&self, cursor: &str, tag: &str) -> Pages<'_, List<u8>>;
}
impl<T: Transport> Queries for T {}

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
    /// Returns the expected pairs. A unit is a name without a value.
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

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        texts().prop_map(Value::Text),
        any::<u64>().prop_map(Value::Number),
        any::<bool>().prop_map(Value::Flag),
        Just(Value::None),
        proptest::collection::vec(texts(), 0..3).prop_map(Value::List),
    ]
}

fn sent(fake: Fake) -> Vec<(String, String)> {
    let url = Url::parse("http://host").and_then(|url| url.join(&fake.target())).unwrap();
    url.query_pairs().into_owned().collect()
}

fn pair(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn query_decodes_to_its_values(
        text in proptest::option::of(texts()),
        number: i64,
        list in proptest::collection::vec(texts(), 0..4),
        fields in proptest::collection::btree_map(texts(), values(), 0..4),
    ) {
        let fake = Fake::responding_200();
        outcome(fake.query(text.as_deref(), number, &list, &fields)).unwrap();

        let mut given = vec![pair("fixed", "a b")];
        given.extend(text.iter().map(|text| pair("text", text)));
        given.push(pair("n", &number.to_string()));
        given.extend(list.iter().map(|item| pair("list", item)));
        for (key, value) in &fields {
            given.extend(value.texts().iter().map(|text| pair(key, text)));
        }
        // A pair of two empty texts is an empty piece between two `&`, which decoders skip.
        given.retain(|(key, value)| !(key.is_empty() && value.is_empty() && matches!(fields.get(""), Some(Value::None))));
        given.push(pair("last", "9"));
        prop_assert_eq!(sent(fake), given);
    }

    #[test]
    fn pairs_keep_order_and_duplicates(pairs in proptest::collection::vec((texts(), texts()), 0..5)) {
        let fake = Fake::responding_200();
        outcome(fake.pairs(&pairs)).unwrap();
        prop_assert_eq!(sent(fake), pairs);
    }

    #[test]
    fn scalars_are_read_back_as_they_were(n: i128, f: f64, b: bool, c: char) {
        let fake = Fake::responding_200();
        outcome(fake.scalars(n, f, b, c)).unwrap();
        let pairs = sent(fake);
        let [(_, n_text), (_, f_text), (_, b_text), (_, c_text)] = &pairs[..] else { panic!("{pairs:?}") };
        prop_assert_eq!(n_text.parse(), Ok(n));
        let read: f64 = f_text.parse().unwrap();
        prop_assert!(read.to_bits() == f.to_bits() || (read.is_nan() && f.is_nan()), "{}", f_text);
        prop_assert_eq!((b_text.parse(), c_text.parse()), (Ok(b), Ok(c)));
    }

    #[test]
    fn cursor_decodes_to_its_value(cursor in texts(), tag in texts()) {
        let page = r#"{"object":"list","data":[1,2],"has_more":false}"#;
        let fake = Fake::responding(200, &HeaderMap::new(), page);
        let mut pages = fake.list(&cursor, &tag);
        outcome(pages.next()).unwrap().unwrap();
        prop_assert_eq!(pages.cursor(), Some(&*cursor));
    }
}
