//! Styles of lists and objects in a query.

use std::collections::BTreeMap;

use pivotal_runtime::{Transport, endpoint};
use serde::Serialize;
use serde_json::json;

use crate::support::server::{rejection_of, request_of};

trait Styles: Transport {
    #[endpoint(GET, "/q?a=1&<ids:csv>&z", response = ())]
    async fn csv<V: Serialize + Sync>(&self, ids: V);

    #[endpoint(GET, "/q?id=<ids:ssv>&p=<ids:pipes>", response = ())]
    async fn separators(&self, ids: Option<&[&str]>);

    #[endpoint(GET, "/q?<rule:json>&other[key]=<other:json>", response = ())]
    async fn json<V: Serialize + Sync>(&self, rule: V, other: Option<bool>);

    #[endpoint(GET, "/q?filter[<filter..>]&page[<page..>]", response = ())]
    async fn brackets<F: Serialize + Sync>(&self, filter: F, page: Option<BTreeMap<&str, u8>>);

    #[endpoint(GET, "/q?a[b][<fields..>]", response = ())]
    async fn deep<F: Serialize + Sync>(&self, fields: F);

    #[endpoint(GET, "/q?%E9[<fields..>]", response = ())]
    async fn latin1<F: Serialize + Sync>(&self, fields: F);

    #[endpoint(GET, "/q?q=name eq 'x'&[]=é&%5B%5D=%C3%A9&match[]=<m>&$top=<m>&a'b=<m>", response = ())]
    async fn special(&self, m: &str);
}
impl<T: Transport> Styles for T {}

async fn csv<V: Serialize + Sync>(ids: V) -> String {
    request_of(async |api| api.csv(ids).await).await.target().to_owned()
}

#[tokio::test]
async fn list_with_commas_is_one_pair() {
    assert_eq!(csv([1, 2, 3]).await, "/q?a=1&ids=1,2,3&z");
    assert_eq!(csv(&["a,b", "c d", "é"][..]).await, "/q?a=1&ids=a%2Cb,c%20d,%C3%A9&z", "commas in values are encoded");
    assert_eq!(csv((1, "a", true)).await, "/q?a=1&ids=1,a,true&z");
    assert_eq!(csv(vec![Some("a"), None, Some("b")]).await, "/q?a=1&ids=a,b&z");
    assert_eq!(csv(["", "a", ""]).await, "/q?a=1&ids=,a,&z");
    assert_eq!(csv("one").await, "/q?a=1&ids=one&z", "a scalar is a list of one");
    assert_eq!(csv(Some([7])).await, "/q?a=1&ids=7&z");
}

#[tokio::test]
async fn list_without_values_omits_its_pair() {
    for target in [csv([0_u8; 0]).await, csv(None::<Vec<u8>>).await, csv([None::<u8>, None]).await] {
        assert_eq!(target, "/q?a=1&z");
    }
}

#[tokio::test]
async fn separators_are_encoded_like_in_openapi() {
    let target = request_of(async |api| api.separators(Some(&["a,b", "c"])).await).await.target().to_owned();
    assert_eq!(target, "/q?id=a%2Cb%20c&p=a%2Cb%7Cc");
    assert_eq!(request_of(async |api| api.separators(None).await).await.target(), "/q");
}

#[tokio::test]
async fn item_that_contains_an_encoded_separator_is_rejected() {
    for (ids, separator) in [(["New York", "Rome"], "' '"), (["a|b", "c"], "'|'")] {
        let error = rejection_of(async |api| api.separators(Some(&ids)).await).await;
        assert_eq!(error.parameter_name(), Some("ids"));
        assert!(error.to_string().contains(&format!("contains {separator}, which separates the items")), "{error}");
    }
}

#[tokio::test]
async fn list_of_lists_or_fields_is_rejected() {
    for error in [
        rejection_of(async |api| api.csv([[1], [2]]).await).await,
        rejection_of(async |api| api.csv([("a", 1)]).await).await,
        rejection_of(async |api| api.csv(BTreeMap::from([("a", 1)])).await).await,
    ] {
        assert_eq!(error.parameter_name(), Some("ids"));
        assert!(error.to_string().contains("; pass a scalar or a list of scalars"), "{error}");
    }
}

#[tokio::test]
async fn json_is_one_pair() {
    let target = request_of(async |api| api.json(json!({"a b": ["c", 1]}), Some(true)).await).await.target().to_owned();
    assert_eq!(target, "/q?rule=%7B%22a%20b%22%3A%5B%22c%22%2C1%5D%7D&other%5Bkey%5D=true");
    let target = request_of(async |api| api.json("it's", None).await).await.target().to_owned();
    assert_eq!(target, "/q?rule=%22it%27s%22");
    let target = request_of(async |api| api.json(None::<u8>, None).await).await.target().to_owned();
    assert_eq!(target, "/q", "`None` omits the pair");
    let target = request_of(async |api| api.json(Some(None::<u8>), None).await).await.target().to_owned();
    assert_eq!(target, "/q?rule=null");
}

#[tokio::test]
async fn value_that_is_no_json_is_rejected() {
    let map = BTreeMap::from([(vec![1], 2)]);
    let error = rejection_of(async |api| api.json(map, None).await).await;
    assert_eq!(error.parameter_name(), Some("rule"));
    assert!(error.to_string().contains("cannot be written as JSON"), "{error}");
}

#[derive(Serialize)]
struct Filter<'a> {
    #[serde(rename = "first name")]
    name: Option<&'a str>,
    tags: &'a [&'a str],
    nested: BTreeMap<&'a str, u8>,
}

#[tokio::test]
async fn fields_in_brackets_have_the_prefix() {
    let filter = Filter { name: Some("a b"), tags: &["x", "y"], nested: BTreeMap::from([("gte", 1)]) };
    let page = Some(BTreeMap::from([("size", 5)]));
    let target = request_of(async |api| api.brackets(&filter, page).await).await.target().to_owned();
    let expected = [
        "/q?filter%5Bfirst%20name%5D=a%20b",
        "filter%5Btags%5D%5B%5D=x",
        "filter%5Btags%5D%5B%5D=y",
        "filter%5Bnested%5D%5Bgte%5D=1",
        "page%5Bsize%5D=5",
    ];
    assert_eq!(target, expected.join("&"));
    let filter = Filter { name: None, tags: &[], nested: BTreeMap::new() };
    assert_eq!(request_of(async |api| api.brackets(&filter, None).await).await.target(), "/q");
    let target = request_of(async |api| api.deep([("c", 1), ("d", 2)]).await).await.target().to_owned();
    assert_eq!(target, "/q?a%5Bb%5D%5Bc%5D=1&a%5Bb%5D%5Bd%5D=2");
    let target = request_of(async |api| api.latin1([("c", 1)]).await).await.target().to_owned();
    assert_eq!(target, "/q?%E9%5Bc%5D=1", "what is encoded stays");
    for error in [
        rejection_of(async |api| api.deep(7).await).await,
        rejection_of(async |api| api.deep("text").await).await,
        rejection_of(async |api| api.deep([1, 2]).await).await,
    ] {
        assert_eq!(error.parameter_name(), Some("fields"));
    }
}

#[tokio::test]
async fn keys_and_fixed_pairs_are_encoded_once() {
    let target = request_of(async |api| api.special("m").await).await.target().to_owned();
    let expected = ["/q?q=name%20eq%20%27x%27", "%5B%5D=%C3%A9", "%5B%5D=%C3%A9", "match%5B%5D=m", "$top=m", "a%27b=m"];
    assert_eq!(target, expected.join("&"));
}
