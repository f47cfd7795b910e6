//! Forms of single fields.

use std::collections::BTreeMap;

use pivotal_runtime::{Transport, endpoint};
use serde::Serialize;

use crate::support::server::{rejection_of, request_of};

#[derive(Serialize, Default)]
struct Client<'a> {
    client_id: &'a str,
    client_secret: Option<&'a str>,
}

trait Tokens: Transport {
    #[endpoint(POST, "/token", form("grant type") = "authorization&code", form("code") = code, response = ())]
    async fn exchange(&self, code: Option<&str>);

    #[endpoint(POST, "/token", form("first") = first, form = client, form("last") = last, response = ())]
    async fn around(&self, first: Option<u8>, client: Option<&Client<'_>>, last: Option<u8>);

    #[endpoint(POST, "/token", form = client, form("kind") = "fixed", response = ())]
    async fn before_a_literal(&self, client: Option<&Client<'_>>);

    #[endpoint(POST, "/token", form = client, form("a") = a, header("Content-Type") = "x/form", response = ())]
    async fn typed(&self, client: Option<&Client<'_>>, a: Option<u8>);

    #[endpoint(POST, "/token", form("value") = value, response = ())]
    async fn value<V: Serialize>(&self, value: V);

    #[endpoint(POST, "/token", form("expand[]") = expand, response = ())]
    async fn expand(&self, expand: &[&str]);

    #[endpoint(DELETE, "/token", form("a") = a, response = ())]
    async fn delete(&self, a: Option<u8>);
}
impl<T: Transport> Tokens for T {}

const CLIENT: Client<'_> = Client { client_id: "me", client_secret: Some("a b") };

/// Returns the form of the only request of a call.
async fn form(call: impl AsyncFnOnce(pivotal_runtime::Client) -> Result<(), pivotal_runtime::Error>) -> String {
    let received = request_of(call).await;
    assert_eq!(received.headers("content-type"), ["application/x-www-form-urlencoded"]);
    String::from_utf8(received.body).unwrap()
}

async fn value<V: Serialize>(value: V) -> String {
    form(async |api| api.value(value).await).await
}

#[tokio::test]
async fn fields_are_sent_in_the_order_of_the_declaration() {
    let expected = "grant+type=authorization%26code&code=x%2By";
    assert_eq!(form(async |api| api.exchange(Some("x+y")).await).await, expected);
    assert_eq!(form(async |api| api.exchange(None).await).await, "grant+type=authorization%26code");
    let sent = form(async |api| api.around(Some(1), Some(&CLIENT), Some(2)).await).await;
    assert_eq!(sent, "first=1&client_id=me&client_secret=a+b&last=2");
    assert_eq!(form(async |api| api.around(Some(1), None, Some(2)).await).await, "first=1&last=2");
    assert_eq!(form(async |api| api.around(None, Some(&Client::default()), None).await).await, "client_id=");
    let sent = form(async |api| api.before_a_literal(Some(&CLIENT)).await).await;
    assert_eq!(sent, "client_id=me&client_secret=a+b&kind=fixed");
    assert_eq!(form(async |api| api.before_a_literal(None).await).await, "kind=fixed");
}

#[tokio::test]
async fn form_without_its_fields_is_empty() {
    let received = request_of(async |api| api.around(None, None, None).await).await;
    assert_eq!(received.headers("content-type"), ["application/x-www-form-urlencoded"]);
    assert_eq!((received.headers("content-length"), received.body.len()), (vec!["0"], 0));
    let received = request_of(async |api| api.delete(None).await).await;
    assert!(received.headers("content-length").is_empty() && received.body.is_empty());
    assert_eq!(form(async |api| api.delete(Some(1)).await).await, "a=1");
}

#[tokio::test]
async fn declared_content_type_is_kept_where_the_fields_of_a_parameter_are_none() {
    for (client, a, body) in
        [(None, Some(1), "a=1"), (None, None, ""), (Some(&CLIENT), None, "client_id=me&client_secret=a+b")]
    {
        let received = request_of(async |api| api.typed(client, a).await).await;
        assert_eq!(received.headers("content-type"), ["x/form"]);
        assert_eq!(received.body, body.as_bytes());
    }
}

#[tokio::test]
async fn field_is_a_scalar_a_list_or_nested() {
    assert_eq!(value("a&b").await, "value=a%26b");
    assert_eq!(value(-1.5).await, "value=-1.5");
    assert_eq!(value(Some(true)).await, "value=true");
    assert_eq!(value(()).await, "value");
    assert_eq!(value(None::<u8>).await, "");
    assert_eq!(value([Some(1), None, Some(2)]).await, "value=1&value=2");
    assert_eq!(form(async |api| api.expand(&["a", "b"]).await).await, "expand%5B%5D=a&expand%5B%5D=b");
    assert_eq!(value(&CLIENT).await, "value%5Bclient_id%5D=me&value%5Bclient_secret%5D=a+b");
    assert_eq!(
        value([BTreeMap::from([("a", [1, 2])])]).await,
        "value%5B0%5D%5Ba%5D%5B%5D=1&value%5B0%5D%5Ba%5D%5B%5D=2"
    );
}

#[tokio::test]
async fn rejected_field_is_named_by_its_path() {
    let key = BTreeMap::from([((1, 2), "s3cr3t")]);
    let error = rejection_of(async |api| api.value(BTreeMap::from([("s3cr3t", key)])).await).await;
    assert_eq!(error.parameter_name(), Some("value"));
    assert_eq!(
        error.to_string(),
        "POST /token: `value` cannot be written as a form: in its field `value[*]`, a key is not a string or a number; \
         use strings or numbers as keys"
    );
}
