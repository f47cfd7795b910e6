//! One rule for values: the text of a value is that of serde, in each place of a request.

use std::fmt::{self, Display};
use std::net::{IpAddr, Ipv4Addr};

use jiff::Timestamp;
use jiff::civil::date;
use pivotal_runtime::{Displayed, ObjectKey, PercentEncoded, Transport, endpoint};
use serde::{Serialize, Serializer};

use crate::support::server::{rejection_of, request_of};

trait Values: Transport {
    #[endpoint(
        POST, "/<v>/part-<v>/<v..>/end?<v>&<v:csv>",
        header("X-V") = v, form("v") = v, response = ()
    )]
    async fn everywhere<V: Serialize + Sync>(&self, v: V);

    #[endpoint(GET, "/<v>?<v>", header("X-V") = v, response = ())]
    async fn displayed<V: Display + Sync>(&self, v: Displayed<V>);

    #[endpoint(GET, "/<v>", response = ())]
    async fn segment<V: Serialize + Sync>(&self, v: V);

    #[endpoint(GET, "/p?<v>", response = ())]
    async fn pair<V: Serialize + Sync>(&self, v: V);

    #[endpoint(GET, "/p?<v:csv>", response = ())]
    async fn csv<V: Serialize + Sync>(&self, v: V);

    #[endpoint(GET, "/p?in[<v..>]", response = ())]
    async fn fields<V: Serialize + Sync>(&self, v: V);

    #[endpoint(POST, "/f", form("v") = v, response = ())]
    async fn field<V: Serialize + Sync>(&self, v: V);
}
impl<T: Transport> Values for T {}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    OnHold,
}

/// An enum whose `Display` is for people.
impl Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("on hold")
    }
}

#[derive(Serialize)]
struct Id(u64);

/// Asserts that a value has this text in each place.
async fn assert_text<V: Serialize + Sync>(value: V, text: &str) {
    let request = request_of(async |api| api.everywhere(value).await).await;
    let encoded = text.replace(':', "%3A");
    assert_eq!(request.target(), format!("/{encoded}/part-{encoded}/{encoded}/end?v={encoded}&v={encoded}"));
    assert_eq!(request.headers("x-v"), [text]);
    assert_eq!(String::from_utf8(request.body).unwrap(), format!("v={encoded}"));
}

#[tokio::test]
async fn value_has_the_same_text_everywhere() {
    assert_text("a-b", "a-b").await;
    assert_text('x', "x").await;
    assert_text(true, "true").await;
    assert_text(-7_i128, "-7").await;
    assert_text(u64::MAX, "18446744073709551615").await;
    assert_text(1.5_f64, "1.5").await;
    assert_text(Id(7), "7").await;
    assert_text(&Some(Id(7)), "7").await;
    assert_text(State::OnHold, "on-hold").await;
    assert_text(date(2026, 11, 25), "2026-11-25").await;
    assert_text("2026-11-25T10:00:00Z".parse::<Timestamp>().unwrap(), "2026-11-25T10:00:00Z").await;
    assert_text(IpAddr::V4(Ipv4Addr::LOCALHOST), "127.0.0.1").await;
    assert_text(Displayed("a-b"), "a-b").await;
    assert_text(Displayed(7), "7").await;
    assert_text(ObjectKey("key"), "key").await;
    assert_text(PercentEncoded("key"), "key").await;
}

#[tokio::test]
async fn wrappers_are_made_by_into() {
    let displayed: Displayed<State> = State::OnHold.into();
    let (encoded, key): (PercentEncoded<&str>, ObjectKey<&str>) = ("a%2Fb".into(), "key".into());
    assert_eq!(request_of(async |api| api.displayed(displayed).await).await.target(), "/on%20hold?v=on%20hold");
    assert_eq!(request_of(async |api| api.segment(encoded).await).await.target(), "/a%2Fb");
    assert_eq!(request_of(async |api| api.segment(key).await).await.target(), "/key");
}

#[tokio::test]
async fn displayed_is_the_text_of_display() {
    let request = request_of(async |api| api.displayed(Displayed(State::OnHold)).await).await;
    assert_eq!((request.target(), request.headers("x-v")), ("/on%20hold?v=on%20hold", vec!["on hold"]));
    let request = request_of(async |api| api.displayed(Displayed(&State::OnHold)).await).await;
    assert_eq!(request.target(), "/on%20hold?v=on%20hold");
}

#[tokio::test]
async fn percent_encoded_is_sent_as_it_is() {
    let encoded = "a%2Fb,c+d;e(f)!*$@:";
    let request = request_of(async |api| api.segment(PercentEncoded(encoded)).await).await;
    assert_eq!(request.target(), format!("/{encoded}"));
    let request = request_of(async |api| api.pair(PercentEncoded(encoded)).await).await;
    assert_eq!(request.target(), format!("/p?v={encoded}"));
    let request = request_of(async |api| api.csv([PercentEncoded("a%2C"), PercentEncoded("b")]).await).await;
    assert_eq!(request.target(), "/p?v=a%2C,b");
    let request = request_of(async |api| api.field(PercentEncoded("a%20b+c")).await).await;
    assert_eq!(request.body, b"v=a%20b+c");
    let request = request_of(async |api| api.fields([("a b", PercentEncoded("c%20d"))]).await).await;
    assert_eq!(request.target(), "/p?in%5Ba%20b%5D=c%20d");
}

#[tokio::test]
async fn wrapper_around_a_list_or_a_struct_concerns_each_value() {
    let list = PercentEncoded(["a%2Cb", "c"]);
    let request = request_of(async |api| api.pair(list).await).await;
    assert_eq!(request.target(), "/p?v=a%2Cb&v=c");
    let request = request_of(async |api| api.csv(list).await).await;
    assert_eq!(request.target(), "/p?v=a%2Cb,c");
    let request = request_of(async |api| api.field(list).await).await;
    assert_eq!(request.body, b"v=a%2Cb&v=c");
    let values = std::collections::BTreeMap::from([("k", PercentEncoded(vec!["a%2Cb", "c"]))]);
    let request = request_of(async |api| api.fields(values).await).await;
    assert_eq!(request.target(), "/p?in%5Bk%5D%5B%5D=a%2Cb&in%5Bk%5D%5B%5D=c");
    let error = rejection_of(async |api| api.fields([(PercentEncoded("k%2Fx"), "v")]).await).await;
    assert!(error.to_string().contains("a key is a `PercentEncoded`; pass it as a string"), "{error}");
}

#[tokio::test]
async fn quotes_in_a_query_are_encoded_for_all_http_clients() {
    let request = request_of(async |api| api.pair(PercentEncoded("it's")).await).await;
    assert_eq!(request.target(), "/p?v=it%27s");
    let request = request_of(async |api| api.pair("it's").await).await;
    assert_eq!(request.target(), "/p?v=it%27s");
    let request = request_of(async |api| api.segment(PercentEncoded("it's")).await).await;
    assert_eq!(request.target(), "/it's");
}

#[tokio::test]
async fn text_that_is_not_percent_encoded_is_rejected() {
    for text in ["a b", "50%", "%zz", "a/b", "a?b", "a#b", "ü", "a\nb"] {
        let error = rejection_of(async |api| api.segment(PercentEncoded(text)).await).await;
        assert_eq!(error.parameter_name(), Some("v"), "{text:?}");
        assert!(error.to_string().contains("pass it without `PercentEncoded`"), "{error}");
    }
    for text in ["a b", "50%", "a&b", "a#b", "ü"] {
        for error in [
            rejection_of(async |api| api.pair(PercentEncoded(text)).await).await,
            rejection_of(async |api| api.csv(PercentEncoded(text)).await).await,
            rejection_of(async |api| api.field(PercentEncoded(text)).await).await,
            rejection_of(async |api| api.fields([("a", PercentEncoded(text))]).await).await,
        ] {
            assert_eq!(error.parameter_name(), Some("v"), "{text:?}");
            assert!(error.to_string().contains("pass it without `PercentEncoded`"), "{error}");
        }
    }
}

struct Failing;

impl Serialize for Failing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("s3cr3t"))
    }
}

impl Display for Failing {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

#[tokio::test]
async fn value_that_fails_is_an_error_of_its_parameter() {
    for error in [
        rejection_of(async |api| api.everywhere(Failing).await).await,
        rejection_of(async |api| api.segment(Failing).await).await,
        rejection_of(async |api| api.pair(Failing).await).await,
        rejection_of(async |api| api.csv(Failing).await).await,
        rejection_of(async |api| api.fields(Failing).await).await,
        rejection_of(async |api| api.field(Failing).await).await,
        rejection_of(async |api| api.displayed(Displayed(Failing)).await).await,
    ] {
        assert_eq!(error.parameter_name(), Some("v"));
        assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error}");
    }
}

#[tokio::test]
async fn segment_without_one_text_is_rejected() {
    let cases = [
        (rejection_of(async |api| api.segment(None::<u8>).await).await, "is `None`, but a path needs a value"),
        (rejection_of(async |api| api.segment(()).await).await, "is a unit, which has no text"),
        (rejection_of(async |api| api.segment([1, 2]).await).await, "since it is a list"),
        (rejection_of(async |api| api.segment([("a", 1)]).await).await, "since it is a list"),
        (
            rejection_of(async |api| api.segment(std::collections::BTreeMap::from([(1, 2)])).await).await,
            "since it is a map",
        ),
    ];
    for (error, expected) in cases {
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(error.parameter_name(), Some("v"));
    }
}
