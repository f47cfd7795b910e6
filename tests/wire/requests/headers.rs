//! Headers.

use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::{Transport, endpoint};
use serde::Serialize;

use crate::support::KEY;
use crate::support::request::ReceivedRequest;
use crate::support::server::{rejection_of, request_of};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    VeryHigh,
}

trait Headers: Transport {
    #[endpoint(GET, "/h", response = (), header("X-One") = one, header("X-Option") = option, header("X-Slice") = slice,
        header("X-Array") = array, header("X-Vec") = vec)]
    async fn header_values(
        &self,
        one: &HeaderValue,
        option: Option<HeaderValue>,
        slice: &[HeaderValue],
        array: [HeaderValue; 2],
        vec: Vec<&HeaderValue>,
    );

    #[endpoint(GET, "/h", response = (), header("X-Value") = value, header("Prefer") = "return=minimal, wait")]
    async fn value<V: Serialize + Sync>(&self, value: V);

    #[endpoint(POST, "/h", response = (), header("X-First") = first, header("X-Second") = second)]
    async fn two(&self, first: &str, second: Option<&str>);

    #[endpoint(GET, "/h", response = (), header("Accept") = "text/csv", header("User-Agent") = agent)]
    async fn own(&self, agent: &str);

    #[endpoint(GET, "/h", response = (), auth = none, header("Authorization") = token)]
    async fn own_token(&self, token: &str);

    #[endpoint(GET, "/h", response = (), header("Via") = first, header("Via") = second)]
    async fn twice(&self, first: &str, second: &str);
}
impl<T: Transport> Headers for T {}

async fn with<V: Serialize + Sync>(value: V) -> ReceivedRequest {
    request_of(async |api| api.value(value).await).await
}

#[tokio::test]
async fn header_is_the_serde_form_of_its_parameter() {
    assert_eq!(with("some text").await.headers("x-value"), ["some text"]);
    assert_eq!(with("a\tb").await.headers("x-value"), ["a\tb"]);
    assert_eq!(with("Zoë").await.headers("x-value"), ["Zoë"]);
    assert_eq!(with("").await.headers("x-value"), [""]);
    assert_eq!(with(u64::MAX).await.headers("x-value"), ["18446744073709551615"]);
    assert_eq!(with(false).await.headers("x-value"), ["false"]);
    assert_eq!(with(1.5_f64).await.headers("x-value"), ["1.5"]);
    assert_eq!(with(Level::VeryHigh).await.headers("x-value"), ["very-high"]);
}

#[tokio::test]
async fn float_header_keeps_its_digits() {
    assert_eq!(with(0.1_f64).await.headers("x-value"), ["0.1"]);
    assert_eq!(with(0.1_f32).await.headers("x-value"), ["0.1"]);
    assert_eq!(with(f64::NAN).await.headers("x-value"), ["NaN"], "what is no number is not left out");
}

#[tokio::test]
async fn none_omits_a_header_and_a_list_repeats_it() {
    assert!(with(None::<&str>).await.headers("x-value").is_empty());
    assert_eq!(with(Some("a")).await.headers("x-value"), ["a"]);
    assert_eq!(with(vec!["a", "b, c"]).await.headers("x-value"), ["a", "b, c"]);
    assert_eq!(with(vec![Some(1), None, Some(2)]).await.headers("x-value"), ["1", "2"]);
    assert!(with(Vec::<&str>::new()).await.headers("x-value").is_empty());
}

#[tokio::test]
async fn header_values_are_sent_like_texts() {
    let [a, b] = ["a", "b"].map(HeaderValue::from_static);
    let received = request_of(async |api| {
        api.header_values(&a, Some(b.clone()), &[a.clone(), b.clone()], [a.clone(), b.clone()], vec![&a, &b]).await
    });
    let received = received.await;
    let sent = ["x-one", "x-option", "x-slice", "x-array", "x-vec"].map(|name| received.headers(name));
    assert_eq!(sent, [&["a"][..], &["b"], &["a", "b"], &["a", "b"], &["a", "b"]]);
    let received = request_of(async |api| api.header_values(&a, None, &[], [a.clone(), b.clone()], vec![]).await).await;
    let sent = ["x-option", "x-slice", "x-vec"].map(|name| received.headers(name).len());
    assert_eq!(sent, [0; 3], "`None` and an empty list omit the header");
}

#[tokio::test]
async fn literal_header_is_sent_with_every_call() {
    for received in [with("a").await, with(None::<&str>).await] {
        assert_eq!(received.headers("prefer"), ["return=minimal, wait"]);
    }
}

#[tokio::test]
async fn header_of_two_parameters_is_sent_twice() {
    let received = request_of(async |api| api.twice("a", "b").await).await;
    assert_eq!(received.headers("via"), ["a", "b"]);
}

#[tokio::test]
async fn header_with_control_characters_is_rejected() {
    for value in ["a\r\nX-Evil: 1", "a\nb", "a\rb", "\n", "a\0b", "\u{7f}", "\u{1b}[31m"] {
        let error = rejection_of(async |api| api.two("fine", Some(value)).await).await;
        assert_eq!(error.parameter_name(), Some("second"), "{value:?}");
        assert!(
            error.to_string().starts_with("POST /h: `second` is not allowed in a header: it contains a character"),
            "{error}"
        );
        let error = rejection_of(async |api| api.two(value, Some(value)).await).await;
        assert_eq!(error.parameter_name(), Some("first"), "{value:?}");
        let error = rejection_of(async |api| api.value(vec!["a", value]).await).await;
        assert_eq!(error.parameter_name(), Some("value"), "{value:?}");
    }
}

#[tokio::test]
async fn header_with_a_compound_value_is_rejected() {
    let error = rejection_of(async |api| api.value(std::collections::BTreeMap::from([("a", 1)])).await).await;
    assert_eq!(error.parameter_name(), Some("value"));
    let error = rejection_of(async |api| api.value(vec![vec!["a"]]).await).await;
    assert_eq!(error.parameter_name(), Some("value"));
}

#[tokio::test]
async fn headers_of_the_call_replace_those_of_the_client() {
    let received = with("a").await;
    assert_eq!(received.headers("accept"), ["application/json, */*;q=0.1"]);
    assert_eq!(received.headers("authorization"), [format!("Bearer {KEY}")]);
    let received = request_of(async |api| api.own("mine/1").await).await;
    assert_eq!((received.headers("accept"), received.headers("user-agent")), (vec!["text/csv"], vec!["mine/1"]));
    let received = request_of(async |api| api.own_token("Basic abc").await).await;
    assert_eq!(received.headers("authorization"), ["Basic abc"]);
}
