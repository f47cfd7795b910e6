//! Path, query and base URL, decoded by the `url` crate and by hand.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use proptest::prelude::*;
use reqwest::Url;

use super::fake;
use crate::support::fake::Fake;
use crate::support::run;

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

/// Returns the URL of the only request, and checks that parsing does not change it.
fn sent(fake: &Fake) -> Url {
    assert_eq!(fake.count(), 1);
    let uri = fake.sent().remove(0).uri.to_string();
    let url = Url::parse(&uri).unwrap();
    assert_eq!(url.as_str(), uri);
    assert_eq!((url.origin().ascii_serialization().as_str(), url.fragment()), ("https://api.invalid", None));
    url
}

fn segments(url: &Url) -> Vec<String> {
    url.path_segments().unwrap().map(decoded).collect()
}

fn is_dropped_by_parsers(value: &str) -> bool {
    matches!(value, "" | "." | "..")
}

/// Texts that are special in URLs, and any other text.
fn value() -> impl Strategy<Value = String> {
    let chosen = [
        "", ".", "..", "...", "%2e%2e", "%2E", "%2F", "a/b", "/", "//host", "?", "#", "a?b=c#d", ";", ":", "@", "\\",
        "..\\", "%", "%zz", "%00", "\0", " ", "+", "&", "=", "\r\n", "ü", "€😀", "\u{202e}",
    ];
    prop_oneof![prop::sample::select(chosen.to_vec()).prop_map(str::to_owned), any::<String>(), "[./%2eEfF?#]{0,8}",]
}

proptest! {
    #[test]
    fn path_parameter_is_one_segment(id in value(), part in value()) {
        let fake = fake();
        match run(fake.client().delete(&id, &part)) {
            Ok(()) => {
                prop_assert!(!is_dropped_by_parsers(&id) && !is_dropped_by_parsers(&part));
                let url = sent(&fake);
                prop_assert_eq!(url.query(), None);
                prop_assert_eq!(segments(&url), ["items", id.as_str(), "parts", part.as_str()]);
            }
            Err(error) => {
                let at_fault = if is_dropped_by_parsers(&id) { "id" } else { "part" };
                prop_assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(at_fault)));
                prop_assert!(is_dropped_by_parsers(&id) || is_dropped_by_parsers(&part), "{:?} {:?}", id, part);
                prop_assert_eq!((error.delivery(), error.attempts()), (None, 0));
                prop_assert_eq!(fake.count(), 0);
            }
        }
    }

    #[test]
    fn rest_parameter_keeps_its_segments(values in prop::collection::vec(value(), 1..5)) {
        let fake = fake();
        let path = values.join("/");
        let parts: Vec<&str> = path.split('/').collect();
        let is_rejected = parts.iter().any(|part| is_dropped_by_parsers(part));
        match run(fake.client().file(&path)) {
            Ok(()) => {
                prop_assert!(!is_rejected, "{}", path);
                prop_assert_eq!(segments(&sent(&fake)), [&["files"], parts.as_slice()].concat());
            }
            Err(error) => {
                prop_assert!(is_rejected, "{}: {}", path, error);
                prop_assert_eq!(error.parameter_name(), Some("path"));
                prop_assert_eq!(fake.count(), 0);
            }
        }
    }

    #[test]
    fn query_decodes_to_the_given_pairs(
        text in value(),
        tags in prop::collection::vec(value(), 0..4),
        cursor in prop::option::of(value()),
    ) {
        let fake = fake();
        run(fake.client().list(&text, &tags, cursor.as_deref())).unwrap();
        let url = sent(&fake);
        let mut expected = vec![("text", text.as_str())];
        expected.extend(tags.iter().map(|tag| ("tag", tag.as_str())));
        expected.extend(cursor.iter().map(|cursor| ("cursor", cursor.as_str())));
        expected.push(("fixed", "1"));
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
    fn trailing_slashes_of_the_base_url_are_ignored(
        prefix in prop::collection::vec("[a-z0-9_.-]{0,5}[a-z]", 0..4),
        slashes in 0_usize..3,
    ) {
        let prefix = prefix.iter().fold(String::new(), |prefix, segment| prefix + "/" + segment);
        let path_with = |slashes: usize| {
            let fake = fake();
            let base = format!("https://api.invalid{prefix}{}", "/".repeat(slashes));
            run(fake.builder().base_url(base).build().unwrap().items()).unwrap();
            sent(&fake).path().to_owned()
        };
        let path = path_with(slashes);
        prop_assert_eq!(&path, &path_with(0));
        prop_assert_eq!(path, format!("{prefix}/api/v1/items"));
    }
}
