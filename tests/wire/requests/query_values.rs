//! Values of all types in a query, and fixed pairs.

use std::collections::BTreeMap;

use pivotal_runtime::{Transport, endpoint};
use serde::Serialize;

use crate::support::server::{rejection_of, request_of};

trait Queries: Transport {
    #[endpoint(GET, "/q?<v>", response = ())]
    async fn value<V: Serialize + Sync>(&self, v: V);

    #[endpoint(GET, "/q?a=1&<flag>&long-name=<other>&z", response = ())]
    async fn flags(&self, flag: Option<()>, other: Option<()>);

    #[endpoint(GET, "/q?<fields..>", response = ())]
    async fn fields<F: Serialize + Sync>(&self, fields: F);

    #[endpoint(GET, "/caf%C3%A9/a%2Fb/%7Eme%2e/<id>?na%20me=a%2Bb%26&page%5Bsize%5D=<size>", response = ())]
    async fn encoded(&self, id: &str, size: u8);
}
impl<T: Transport> Queries for T {}

/// Returns the query of a call with this value.
async fn value<V: Serialize + Sync>(value: V) -> String {
    let received = request_of(async |api| api.value(value).await).await;
    received.target().strip_prefix("/q").unwrap().to_owned()
}

async fn fields<F: Serialize + Sync>(fields: F) -> String {
    let received = request_of(async |api| api.fields(fields).await).await;
    received.target().strip_prefix("/q").unwrap().to_owned()
}

#[tokio::test]
async fn unit_is_a_name_without_a_value() {
    let flags = async |flag, other| request_of(async |api| api.flags(flag, other).await).await.target().to_owned();
    assert_eq!(flags(Some(()), Some(())).await, "/q?a=1&flag&long-name&z");
    assert_eq!(flags(None, Some(())).await, "/q?a=1&long-name&z");
    assert_eq!(flags(None, None).await, "/q?a=1&z");
    assert_eq!(value(()).await, "?v");
    assert_eq!(value("").await, "?v=", "a text without characters is another thing");
    assert_eq!(fields(BTreeMap::from([("a", Some(())), ("b", None), ("c d", Some(()))])).await, "?a&c%20d");
}

#[tokio::test]
async fn lists_repeat_the_pair() {
    assert_eq!(value([1, 2, 3]).await, "?v=1&v=2&v=3");
    assert_eq!(value((1, "a", true, 'x')).await, "?v=1&v=a&v=true&v=x");
    assert_eq!(value(&["a b", ""][..]).await, "?v=a%20b&v=");
    assert_eq!(value(std::collections::BTreeSet::from([3, 1, 2])).await, "?v=1&v=2&v=3");
    assert_eq!(value([0_u8; 0]).await, "");
}

#[tokio::test]
async fn none_is_omitted_at_every_depth() {
    assert_eq!(value(Some(vec![Some("a"), None, Some("b")])).await, "?v=a&v=b");
    assert_eq!(value(None::<Vec<Option<u8>>>).await, "");
    assert_eq!(value(vec![None::<u8>, None]).await, "");
    assert_eq!(value(Some(Some(Some(1)))).await, "?v=1");
    assert_eq!(value((Some(1), None::<u8>, Some("x"))).await, "?v=1&v=x");
    assert_eq!(fields(BTreeMap::from([("a", Some(vec![Some(1), None, Some(2)])), ("b", None)])).await, "?a=1&a=2");
}

#[tokio::test]
async fn map_becomes_pairs_in_order() {
    assert_eq!(fields(BTreeMap::from([("b&", 1), ("a", 2)])).await, "?a=2&b%26=1");
    assert_eq!(fields(BTreeMap::from([(10_u64, "x"), (9, "y")])).await, "?9=y&10=x");
    assert_eq!(fields(BTreeMap::<&str, u8>::new()).await, "");
    assert_eq!(fields(BTreeMap::from([('ß', true)])).await, "?%C3%9F=true");
    let error = rejection_of(async |api| api.value(BTreeMap::from([("a", 1)])).await).await;
    assert_eq!(error.parameter_name(), Some("v"), "a map has no place in one pair");
}

#[tokio::test]
async fn numbers_keep_their_digits() {
    assert_eq!(value(u128::MAX).await, "?v=340282366920938463463374607431768211455");
    assert_eq!(value(i128::MIN).await, "?v=-170141183460469231731687303715884105728");
    assert_eq!(value(i8::MIN).await, "?v=-128");
    assert_eq!(value(0.1_f32).await, "?v=0.1");
    assert_eq!(value(-0.0_f64).await, "?v=-0");
    assert_eq!(value(1e21_f64).await, "?v=1000000000000000000000");
    for float in [f64::MIN_POSITIVE, f64::MAX, 1.0e-7, 1.0 / 3.0] {
        assert_eq!(value(float).await.strip_prefix("?v=").unwrap().parse(), Ok(float));
    }
    assert_eq!(value(f64::NAN).await, "?v=NaN");
    assert_eq!(value(f32::INFINITY).await, "?v=inf");
    assert_eq!(value(vec![f64::NEG_INFINITY, 1.5]).await, "?v=-inf&v=1.5");
    assert_eq!(fields(BTreeMap::from([("a", u128::MAX)])).await, "?a=340282366920938463463374607431768211455");
}

#[tokio::test]
async fn enums_have_their_serde_names() {
    #[derive(Serialize)]
    #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
    enum State {
        OnHold,
        #[serde(rename = "in review / open")]
        InReview,
        With(u8),
    }
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Either {
        Number(u8),
        Text(&'static str),
        Both(u8, u8),
        Nothing,
    }
    #[derive(Serialize)]
    struct Wrapped(State);
    assert_eq!(value(State::OnHold).await, "?v=ON_HOLD");
    assert_eq!(value(Wrapped(State::InReview)).await, "?v=in%20review%20%2F%20open");
    assert_eq!(value([State::OnHold, State::InReview]).await, "?v=ON_HOLD&v=in%20review%20%2F%20open");
    assert_eq!(value([Either::Number(1), Either::Text("a"), Either::Nothing]).await, "?v=1&v=a&v");
    assert_eq!(value(Either::Both(1, 2)).await, "?v=1&v=2");
    assert_eq!(fields(BTreeMap::from([("s", State::OnHold)])).await, "?s=ON_HOLD");
    let error = rejection_of(async |api| api.value(State::With(1)).await).await;
    assert_eq!(error.parameter_name(), Some("v"));
}

#[tokio::test]
async fn encoded_fixed_pairs_are_sent_unchanged() {
    let target = request_of(async |api| api.encoded("a/é", 5).await).await.target().to_owned();
    assert_eq!(target, "/caf%C3%A9/a%2Fb/%7Eme%2e/a%2F%C3%A9?na%20me=a%2Bb%26&page%5Bsize%5D=5");
}
