//! Path, query and base URL: rows 14 to 16. What is sent is read by the `url` crate and a decoder of our own.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use proptest::prelude::*;
use reqwest::Url;

use super::recorder::{Recorder, run};

trait Calls: Transport {
    #[endpoint(DELETE, "/items/<id>/parts/<part>")]
    async fn delete(&self, id: &str, part: &str) -> Result<(), Error>;

    #[endpoint(GET, "/files/<path..>", response = ())]
    async fn file(&self, path: &str) -> Result<(), Error>;

    #[endpoint(GET, "/items?<text>&<tag>&<cursor>&fixed=1", response = ())]
    async fn list(&self, text: &str, tag: &[String], cursor: Option<&str>) -> Result<(), Error>;

    #[endpoint(GET, "/api/v1/items", response = ())]
    async fn items(&self) -> Result<(), Error>;
}
impl<T: Transport> Calls for T {}

/// RFC 3986, section 2.1.
fn decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).unwrap()
}

/// The URL that was sent, once it is sure that nothing changes when it is parsed again.
fn sent(recorder: &Recorder) -> Url {
    let uri = recorder.request().uri().to_string();
    let url = Url::parse(&uri).unwrap();
    assert_eq!(url.as_str(), uri);
    assert_eq!((url.origin().ascii_serialization().as_str(), url.fragment()), ("https://api.test", None));
    url
}

fn segments(url: &Url) -> Vec<String> {
    url.path_segments().unwrap().map(decoded).collect()
}

fn is_lost_in_a_url(value: &str) -> bool {
    matches!(value, "" | "." | "..")
}

/// What breaks URLs, and anything.
fn value() -> impl Strategy<Value = String> {
    let chosen = [
        "", ".", "..", "...", "%2e%2e", "%2E", "%2F", "a/b", "/", "//host", "?", "#", "a?b=c#d", ";", ":", "@", "\\",
        "..\\", "%", "%zz", "%00", "\0", " ", "+", "&", "=", "\r\n", "ü", "€😀", "\u{202e}",
    ];
    prop_oneof![prop::sample::select(chosen.to_vec()).prop_map(str::to_owned), any::<String>(), "[./%2eEfF?#]{0,8}",]
}

proptest! {
    #[test]
    fn row_014_a_value_is_one_segment_and_decodes_to_itself(id in value(), part in value()) {
        let recorder = Recorder::default();
        match run(recorder.client().delete(&id, &part)) {
            Ok(()) => {
                prop_assert!(!is_lost_in_a_url(&id) && !is_lost_in_a_url(&part));
                let url = sent(&recorder);
                prop_assert_eq!(url.query(), None);
                prop_assert_eq!(segments(&url), ["items", id.as_str(), "parts", part.as_str()]);
            }
            Err(error) => {
                let at_fault = if is_lost_in_a_url(&id) { "id" } else { "part" };
                prop_assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(at_fault)));
                prop_assert!(is_lost_in_a_url(&id) || is_lost_in_a_url(&part), "{:?} {:?}", id, part);
                prop_assert_eq!((error.delivery(), error.attempts()), (None, 0));
                prop_assert!(recorder.requests().is_empty());
            }
        }
    }

    #[test]
    fn row_014_the_rest_of_a_path_keeps_its_depth(values in prop::collection::vec(value(), 1..5)) {
        let recorder = Recorder::default();
        let path = values.join("/");
        let parts: Vec<&str> = path.split('/').collect();
        let is_lost = parts.iter().any(|part| is_lost_in_a_url(part));
        match run(recorder.client().file(&path)) {
            Ok(()) => {
                prop_assert!(!is_lost, "{}", path);
                prop_assert_eq!(segments(&sent(&recorder)), [&["files"], parts.as_slice()].concat());
            }
            Err(error) => {
                prop_assert!(is_lost, "{}: {}", path, error);
                prop_assert_eq!(error.parameter_name(), Some("path"));
                prop_assert!(recorder.requests().is_empty());
            }
        }
    }

    #[test]
    fn row_015_a_query_decodes_to_what_was_given(
        text in value(),
        tags in prop::collection::vec(value(), 0..4),
        cursor in prop::option::of(value()),
    ) {
        let recorder = Recorder::default();
        run(recorder.client().list(&text, &tags, cursor.as_deref())).unwrap();
        let url = sent(&recorder);
        let mut expected = vec![("text", text.as_str())];
        expected.extend(tags.iter().map(|tag| ("tag", tag.as_str())));
        expected.extend(cursor.iter().map(|cursor| ("cursor", cursor.as_str())));
        expected.push(("fixed", "1"));
        // Once as the `url` crate reads it, and once by hand.
        let pairs: Vec<_> = url.query_pairs().collect();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
        prop_assert_eq!(&pairs, &expected);
        let by_hand: Vec<_> = url.query().unwrap().split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap();
            (decoded(&name.replace('+', " ")), decoded(&value.replace('+', " ")))
        }).collect();
        let by_hand: Vec<_> = by_hand.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        prop_assert_eq!(by_hand, expected);
        prop_assert_eq!(segments(&url), ["items"]);
    }

    #[test]
    fn row_016_slashes_at_the_end_of_the_base_url_change_nothing(
        prefix in prop::collection::vec("[a-z0-9_.-]{0,5}[a-z]", 0..4),
        slashes in 0_usize..3,
    ) {
        let prefix = prefix.iter().fold(String::new(), |prefix, segment| prefix + "/" + segment);
        let asked = |slashes: usize| {
            let recorder = Recorder::default();
            let base = format!("https://api.test{prefix}{}", "/".repeat(slashes));
            run(recorder.builder().base_url(base).build().unwrap().items()).unwrap();
            sent(&recorder).path().to_owned()
        };
        let path = asked(slashes);
        prop_assert_eq!(&path, &asked(0));
        prop_assert_eq!(path, format!("{prefix}/api/v1/items"));
    }
}
