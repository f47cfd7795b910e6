//! Queries.

use std::collections::BTreeMap;

use pivotal_runtime::{Transport, endpoint};
use serde::{Serialize, Serializer};

use crate::support::server::{rejection_of, request_of};

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Status {
    Active,
    #[serde(rename = "IN REVIEW")]
    InReview,
    OnHold,
}

#[derive(Serialize, Default)]
struct Filter<'a> {
    #[serde(rename = "customer.status")]
    status: Option<Status>,
    name: Option<&'a str>,
    tags: Vec<&'a str>,
    #[serde(flatten)]
    range: Range,
}

#[derive(Serialize, Default)]
struct Range {
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<i32>,
    max: Option<f64>,
}

trait Queries: Transport {
    #[endpoint(GET, "/q?<text>", response = ())]
    async fn text<V: Serialize + Sync>(&self, text: V);

    #[endpoint(GET, "/q?<limit>&<cursor>&<tag>", response = ())]
    async fn list(&self, limit: Option<u32>, cursor: Option<&str>, tag: &[&str]);

    #[endpoint(GET, "/q?page_size=<limit>&expand=owner&archived&sort=&<tag>", response = ())]
    async fn fixed(&self, limit: Option<u32>, tag: Option<&str>);

    #[endpoint(GET, "/q?x=a+b%20c%2F-._~!$()*,;:@/?", response = ())]
    async fn written(&self);

    #[endpoint(GET, "/q?<limit>&<filter..>&last=1", response = ())]
    async fn search<F: Serialize + Sync>(&self, limit: Option<u32>, filter: &F);
}
impl<T: Transport> Queries for T {}

async fn text<V: Serialize + Sync>(value: V) -> String {
    request_of(async |api| api.text(value).await).await.target().to_owned()
}

async fn search<F: Serialize + Sync>(limit: Option<u32>, filter: &F) -> String {
    request_of(async |api| api.search(limit, filter).await).await.target().to_owned()
}

#[tokio::test]
async fn text_is_percent_encoded() {
    let cases = [
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a&b=c", "a%26b%3Dc"),
        ("100%", "100%25"),
        ("?#/'\"", "%3F%23%2F%27%22"),
        ("ü€", "%C3%BC%E2%82%AC"),
        ("a\r\nb", "a%0D%0Ab"),
        ("A-z_0.~*", "A-z_0.~%2A"),
        ("", ""),
    ];
    for (value, on_wire) in cases {
        assert_eq!(text(value).await, format!("/q?text={on_wire}"), "{value:?}");
    }
}

#[tokio::test]
async fn scalars_have_their_serde_form() {
    assert_eq!(text(true).await, "/q?text=true");
    assert_eq!(text(u64::MAX).await, "/q?text=18446744073709551615");
    assert_eq!(text(i64::MIN).await, "/q?text=-9223372036854775808");
    assert_eq!(text(1.5_f64).await, "/q?text=1.5");
    assert_eq!(text(0.1_f32).await, "/q?text=0.1");
    assert_eq!(text('ß').await, "/q?text=%C3%9F");
    assert_eq!(text(Status::Active).await, "/q?text=active");
    assert_eq!(text(Status::OnHold).await, "/q?text=on-hold");
    assert_eq!(text(Status::InReview).await, "/q?text=IN%20REVIEW");
    assert_eq!(text(vec![Status::Active, Status::InReview]).await, "/q?text=active&text=IN%20REVIEW");
    assert_eq!(text(Some(Some(7))).await, "/q?text=7");
}

#[tokio::test]
async fn none_is_omitted_and_lists_repeat_the_pair() {
    let list = async |limit, cursor, tag: &[&str]| {
        request_of(async |api| api.list(limit, cursor, tag).await).await.target().to_owned()
    };
    assert_eq!(list(Some(5), Some("c 2"), &["a", "b&c"]).await, "/q?limit=5&cursor=c%202&tag=a&tag=b%26c");
    assert_eq!(list(None, Some("c"), &[]).await, "/q?cursor=c");
    assert_eq!(list(None, None, &["a"]).await, "/q?tag=a");
    assert_eq!(list(Some(5), None, &[]).await, "/q?limit=5");
    assert_eq!(list(None, Some(""), &[""]).await, "/q?cursor=&tag=");
    assert_eq!(list(None, None, &[]).await, "/q");
}

#[tokio::test]
async fn fixed_pairs_and_flags_are_sent_in_order() {
    let fixed = async |limit, tag| request_of(async |api| api.fixed(limit, tag).await).await.target().to_owned();
    assert_eq!(fixed(Some(5), Some("t")).await, "/q?page_size=5&expand=owner&archived&sort=&tag=t");
    assert_eq!(fixed(None, None).await, "/q?expand=owner&archived&sort=");
}

#[tokio::test]
async fn fixed_pair_is_sent_unchanged() {
    let target = request_of(async |api| api.written().await).await.target().to_owned();
    assert_eq!(target, "/q?x=a+b%20c%2F-._~!$()*,;:@/?");
}

#[tokio::test]
async fn fields_of_a_struct_or_map_become_pairs() {
    let filter = Filter {
        status: Some(Status::InReview),
        name: Some("a&b"),
        tags: vec!["x", "y z"],
        range: Range { min: Some(-1), max: Some(2.5) },
    };
    let pairs = "customer.status=IN%20REVIEW&name=a%26b&tags=x&tags=y%20z&min=-1&max=2.5";
    assert_eq!(search(Some(5), &filter).await, format!("/q?limit=5&{pairs}&last=1"));
    assert_eq!(search(None, &filter).await, format!("/q?{pairs}&last=1"));
    assert_eq!(search(None, &Filter::default()).await, "/q?last=1");
    assert_eq!(search(None, &BTreeMap::from([("a b", 1), ("c", 2)])).await, "/q?a%20b=1&c=2&last=1");
    assert_eq!(search(Some(5), &[("k", "v"), ("k", "w")]).await, "/q?limit=5&k=v&k=w&last=1");
}

#[tokio::test]
async fn value_without_pairs_is_rejected() {
    let error = rejection_of(async |api| api.search(None, &"text").await).await;
    assert_eq!(error.parameter_name(), Some("filter"));
    assert!(error.to_string().starts_with("GET /q: `filter` is not allowed in a query"), "{error}");
    let error = rejection_of(async |api| api.search(None, &Broken).await).await;
    assert_eq!(error.parameter_name(), Some("filter"));
    let error = rejection_of(async |api| api.search(None, &7).await).await;
    assert_eq!(error.parameter_name(), Some("filter"));
    let error = rejection_of(async |api| api.text(Broken).await).await;
    assert_eq!(error.parameter_name(), Some("text"));
    let error = rejection_of(async |api| api.text(Filter::default()).await).await;
    assert_eq!(error.parameter_name(), Some("text"));
}

struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("broken on purpose"))
    }
}
