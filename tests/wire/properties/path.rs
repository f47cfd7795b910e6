//! Values in a path stay where they were put.

use pivotal_runtime::{ErrorKind, Transport, endpoint};
use proptest::prelude::*;
use reqwest::Url;

use super::{cases, percent_decoded, text};
use crate::support::recorded;

trait Paths: Transport {
    #[endpoint(GET, "/a/<x>/b/<y>", response = ())]
    async fn two(&self, x: &str, y: &str);

    #[endpoint(GET, "/a/v-<x>:run", response = ())]
    async fn part(&self, x: &str);

    #[endpoint(GET, "/a/.<x>", response = ())]
    async fn dotted(&self, x: &str);

    #[endpoint(GET, "/a/<rest..>", response = ())]
    async fn rest(&self, rest: &str);
}
impl<T: Transport> Paths for T {}

/// The segments of the URL that is asked for, decoded.
fn segments(path_and_query: &str) -> Vec<Vec<u8>> {
    let url = Url::parse("http://host/base").unwrap().join(path_and_query).unwrap();
    assert_eq!((url.host_str(), url.query(), url.fragment()), (Some("host"), None, None));
    assert_eq!(url.as_str(), format!("http://host{path_and_query}"), "nothing is left for a parser to correct");
    url.path_segments().unwrap().map(percent_decoded).collect()
}

fn is_lost(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_value_is_one_segment_and_decodes_to_itself(x in text(), y in text()) {
        match recorded(async |api| api.two(&x, &y).await) {
            Ok(request) => {
                let expected = [b"a", x.as_bytes(), b"b", y.as_bytes()];
                prop_assert_eq!(segments(request.path_and_query()), expected);
            }
            Err(error) => {
                prop_assert_eq!(error.kind(), ErrorKind::Request);
                let at_fault = if is_lost(&x) { "x" } else { "y" };
                prop_assert_eq!(error.parameter_name(), Some(at_fault));
                prop_assert!(is_lost(&x) || is_lost(&y), "nothing else is refused");
            }
        }
    }

    #[test]
    fn a_value_is_its_part_of_a_segment(x in text()) {
        match recorded(async |api| api.part(&x).await) {
            Ok(request) => {
                let expected = [b"a".to_vec(), format!("v-{x}:run").into_bytes()];
                prop_assert_eq!(segments(request.path_and_query()), expected);
            }
            Err(error) => prop_assert_eq!(error.parameter_name(), Some("x")),
        }
    }

    #[test]
    fn a_value_makes_no_dots_of_what_stands_before_it(x in prop_oneof![text(), "[.]{0,3}"]) {
        if let Ok(request) = recorded(async |api| api.dotted(&x).await) {
            prop_assert_eq!(segments(request.path_and_query()), [b"a".to_vec(), format!(".{x}").into_bytes()]);
        }
    }

    #[test]
    fn the_rest_of_a_path_has_a_segment_for_each_slash(pieces in prop::collection::vec(text(), 1..5)) {
        let rest = pieces.join("/");
        let lost = rest.split('/').any(is_lost);
        match recorded(async |api| api.rest(&rest).await) {
            Ok(request) => {
                let expected: Vec<_> = std::iter::once("a").chain(rest.split('/')).map(|it| it.as_bytes().to_vec()).collect();
                prop_assert_eq!(segments(request.path_and_query()), expected);
                prop_assert!(!lost);
            }
            Err(error) => {
                prop_assert_eq!(error.parameter_name(), Some("rest"));
                prop_assert!(lost, "{:?}", rest);
            }
        }
    }
}
