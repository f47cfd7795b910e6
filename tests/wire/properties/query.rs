//! Values in a query arrive as they were.

use pivotal_runtime::{Pages, Transport, endpoint};
use proptest::prelude::*;
use reqwest::Url;

use super::{cases, text};
use crate::fake::recorded;

trait Queries: Transport {
    #[endpoint(GET, "/q?<pairs..>", response = ())]
    async fn pairs(&self, pairs: &[(String, String)]);

    #[endpoint(GET, "/q?first=1&<value>&<list>&maybe=<option>&last=9", response = ())]
    async fn values(&self, value: &str, list: &[String], option: Option<&str>);

    #[endpoint(GET, "/q?<n>&<f>&<b>&<c>", response = ())]
    async fn scalars(&self, n: i128, f: f64, b: bool, c: char);

    #[endpoint(GET, "/q?<cursor>&<tag>")]
    fn list(&self, cursor: &str, tag: &str) -> Pages<'_, u8>;
}
impl<T: Transport> Queries for T {}

/// The pairs, read by the form decoder of the `url` crate.
fn decoded(path_and_query: &str) -> Vec<(String, String)> {
    assert!(path_and_query.starts_with("/q"), "{path_and_query}");
    let url = Url::parse(&format!("http://host{path_and_query}")).unwrap();
    assert_eq!((url.path(), url.fragment()), ("/q", None));
    assert_eq!(url.as_str(), format!("http://host{path_and_query}"), "nothing is left for a parser to correct");
    url.query_pairs().into_owned().collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn pairs_make_the_round_trip(pairs in prop::collection::vec((text(), text()), 0..5)) {
        let request = recorded(async |api| api.pairs(&pairs).await).unwrap();
        prop_assert_eq!(decoded(request.path_and_query()), pairs);
    }

    #[test]
    fn texts_lists_and_options_make_the_round_trip(
        value in text(),
        list in prop::collection::vec(text(), 0..4),
        option in prop::option::of(text()),
    ) {
        let request = recorded(async |api| api.values(&value, &list, option.as_deref()).await).unwrap();
        let mut expected = owned(&[("first", "1"), ("value", &value)]);
        expected.extend(list.into_iter().map(|item| ("list".to_owned(), item)));
        expected.extend(option.map(|option| ("maybe".to_owned(), option)));
        expected.extend(owned(&[("last", "9")]));
        prop_assert_eq!(decoded(request.path_and_query()), expected);
    }

    #[test]
    fn scalars_make_the_round_trip(n in any::<i128>(), f in any::<f64>(), b in any::<bool>(), c in any::<char>()) {
        let request = recorded(async |api| api.scalars(n, f, b, c).await).unwrap();
        let pairs = decoded(request.path_and_query());
        let [(_, n_text), (_, f_text), (_, b_text), (_, c_text)] = &pairs[..] else { panic!("{pairs:?}") };
        prop_assert_eq!(n_text.parse(), Ok(n));
        let read: f64 = f_text.parse().unwrap();
        prop_assert!(read.to_bits() == f.to_bits() || (read.is_nan() && f.is_nan()), "{}", f_text);
        prop_assert_eq!((b_text.parse(), c_text.parse()), (Ok(b), Ok(c)));
    }

    #[test]
    fn a_cursor_is_known_as_it_was_given(cursor in text(), tag in text()) {
        let fake = crate::fake::Recorder::default();
        let pages = fake.list(&cursor, &tag);
        prop_assert_eq!(pages.cursor(), Some(&*cursor));
    }
}
