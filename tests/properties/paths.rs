//! Paths, decoded by hand.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use proptest::prelude::*;

use crate::fake::{Fake, outcome};
use crate::support::fake::reply::status;
use crate::support::{self, run};
use crate::texts::{cases, decoded, texts};

trait Api: Transport {
    #[endpoint(GET, "/a/<first>/b<second>.<third>/c", response = ())]
    async fn segments(&self, first: &str, second: &str, third: &str) -> Result<(), Error>;

    #[endpoint(GET, "/a/<first>.<second>/b", response = ())]
    async fn parts(&self, first: &str, second: &str) -> Result<(), Error>;

    #[endpoint(GET, "/files/<path..>", response = ())]
    async fn rest(&self, path: &str) -> Result<(), Error>;

    #[endpoint(GET, "/files/<name>", response = ())]
    async fn file(&self, name: &str) -> Result<(), Error>;
}
impl<T: Transport> Api for T {}

fn is_lost(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_value_is_one_segment(first in texts(), second in texts(), third in texts()) {
        let fake = Fake::responding_200();
        let result = outcome(fake.segments(&first, &second, &third));
        if is_lost(&first) {
            let error = result.unwrap_err();
            prop_assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("first")));
            prop_assert!(fake.request().is_none());
        } else {
            result.unwrap();
            let target = fake.target();
            let segments: Vec<&str> = target.split('/').collect();
            prop_assert_eq!(segments.len(), 5, "{}", target);
            prop_assert_eq!((segments[0], segments[1], segments[4]), ("", "a", "c"));
            prop_assert_eq!(decoded(segments[2]), first);
            prop_assert_eq!(decoded(segments[3]), format!("b{second}.{third}"));
        }
    }

    #[test]
    fn parts_are_one_segment(first in texts(), second in texts()) {
        let fake = Fake::responding_200();
        let result = outcome(fake.parts(&first, &second));
        let segment = format!("{first}.{second}");
        if is_lost(&segment) {
            prop_assert_eq!(result.unwrap_err().kind(), ErrorKind::Request);
            prop_assert!(fake.request().is_none());
        } else {
            result.unwrap();
            let target = fake.target();
            let sent = target.strip_prefix("/a/").and_then(|rest| rest.strip_suffix("/b")).unwrap();
            prop_assert!(!sent.contains('/'), "{}", sent);
            prop_assert_eq!(decoded(sent), segment);
        }
    }

    #[test]
    fn rest_parameter_keeps_only_its_slashes(path in texts()) {
        let fake = Fake::responding_200();
        let result = outcome(fake.rest(&path));
        if path.split('/').any(is_lost) {
            prop_assert_eq!(result.unwrap_err().parameter_name(), Some("path"));
            prop_assert!(fake.request().is_none());
        } else {
            result.unwrap();
            let target = fake.target();
            let rest = target.strip_prefix("/files/").unwrap();
            let segments: Vec<String> = rest.split('/').map(decoded).collect();
            prop_assert_eq!(segments, path.split('/').map(str::to_owned).collect::<Vec<_>>());
        }
    }

    #[test]
    fn path_follows_any_base_url(
        segments in proptest::collection::vec("[a-z0-9~_-]{1,5}", 0..4),
        slash: bool,
        value in texts().prop_filter("no segment", |value| !is_lost(value)),
    ) {
        // A prefix of both the base URL and the template is sent once.
        prop_assume!(segments.last().is_none_or(|last| last != "files"));
        let prefix: String = segments.iter().flat_map(|segment| ["/", segment.as_str()]).collect();
        let base = format!("https://api.example{prefix}{}", if slash { "/" } else { "" });
        let http = support::fake::Fake::new(|_| status(200).body(""));
        run(http.builder().base_url(base).build().unwrap().file(&value)).unwrap();
        let sent = http.sent()[0].uri.to_string();
        let rest = sent.strip_prefix(&format!("https://api.example{prefix}/files/")).expect("the prefix");
        prop_assert_eq!(decoded(rest), value);
    }
}
