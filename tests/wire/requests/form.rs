//! Forms.

mod fields;
mod nested;

use std::collections::BTreeMap;

use pivotal_runtime::{Transport, endpoint};
use serde::Serialize;

use crate::support::server::{rejection_of, request_of};

trait Forms: Transport {
    #[endpoint(POST, "/f", form = form, response = ())]
    async fn post<F: Serialize + Sync>(&self, form: F);
}
impl<T: Transport> Forms for T {}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Sort {
    NewestFirst,
    ByName,
}

#[derive(Serialize)]
struct Order<'a> {
    name: &'a str,
    #[serde(rename = "unit price")]
    price: f64,
    note: Option<&'a str>,
    gift: Option<()>,
    sort: Vec<Sort>,
    tags: [Option<&'a str>; 3],
    id: u128,
}

const ORDER: Order<'_> = Order {
    name: "Zoë & Sons = 100%+",
    price: 0.1,
    note: None,
    gift: Some(()),
    sort: vec![],
    tags: [Some("a b"), None, Some("")],
    id: u128::MAX,
};

async fn form<F: Serialize + Sync>(form: F) -> String {
    let received = request_of(async |api| api.post(form).await).await;
    assert_eq!(received.headers("content-type"), ["application/x-www-form-urlencoded"]);
    String::from_utf8(received.body).unwrap()
}

#[tokio::test]
async fn struct_is_sent_as_its_fields() {
    let big = "340282366920938463463374607431768211455";
    let expected = format!("name=Zo%C3%AB+%26+Sons+%3D+100%25%2B&unit+price=0.1&gift&tags=a+b&tags=&id={big}");
    assert_eq!(form(&ORDER).await, expected);
    assert_eq!(form(Some(&ORDER)).await, expected);
    let order = Order { gift: None, note: Some("\r\n"), sort: vec![Sort::ByName, Sort::NewestFirst], ..ORDER };
    let expected = format!(
        "name=Zo%C3%AB+%26+Sons+%3D+100%25%2B&unit+price=0.1&note=%0D%0A&sort=by-name&sort=newest-first&tags=a+b&tags=&id={big}"
    );
    assert_eq!(form(order).await, expected);
}

#[tokio::test]
async fn list_of_pairs_is_sent_in_order() {
    assert_eq!(form([("b", "1"), ("a", "2"), ("b", "3")]).await, "b=1&a=2&b=3");
    assert_eq!(form(vec![("a b", Some(1)), ("c", None), ("d", Some(2))]).await, "a+b=1&d=2");
    assert_eq!(form(&[("k", vec![1, 2]), ("l", vec![])][..]).await, "k=1&k=2");
    assert_eq!(form([(1, 'ß'), (2, '&')]).await, "1=%C3%9F&2=%26");
    assert_eq!(form([("sort", Sort::ByName)]).await, "sort=by-name");
}

#[tokio::test]
async fn map_is_sent_as_its_entries() {
    assert_eq!(form(BTreeMap::from([("a&", Some(true)), ("b", None), ("c", Some(false))])).await, "a%26=true&c=false");
    assert_eq!(form(BTreeMap::from([(7, vec!["x", "y"])])).await, "7=x&7=y");
    assert_eq!(form(BTreeMap::from([("flag", Some(())), ("no", None)])).await, "flag");
}

#[tokio::test]
async fn form_without_fields_is_rejected() {
    let error = rejection_of(async |api| api.post(7).await).await;
    assert_eq!(error.parameter_name(), Some("form"));
    assert!(error.to_string().starts_with("POST /f: `form` cannot be written as a form: "), "{error}");
    rejection_of(async |api| api.post("a=b").await).await;
    rejection_of(async |api| api.post(["a"]).await).await;
    rejection_of(async |api| api.post([("a", 1, 2)]).await).await;
    rejection_of(async |api| api.post(BTreeMap::from([(None::<u8>, 1)])).await).await;
}

/// A value in a list of pairs has the same form as elsewhere.
#[tokio::test]
async fn number_in_a_list_of_pairs_is_sent() {
    assert_eq!(form([("a", 0.1_f32)]).await, form(BTreeMap::from([("a", 0.1_f32)])).await);
    assert_eq!(form([("a", i64::MIN)]).await, "a=-9223372036854775808");
}

#[tokio::test]
async fn large_number_in_a_list_of_pairs_keeps_its_digits() {
    assert_eq!(form([("a", u128::MAX)]).await, form(BTreeMap::from([("a", u128::MAX)])).await);
}

#[tokio::test]
async fn nan_in_a_list_of_pairs_is_not_omitted() {
    assert_eq!(form(BTreeMap::from([("a", f64::NAN)])).await, "a=NaN");
    assert_eq!(form([("a", f64::NAN)]).await, "a=NaN");
}

#[tokio::test]
async fn boolean_in_a_list_of_pairs_is_sent() {
    assert_eq!(form([("a", Some(())), ("b", None)]).await, "a");
}
