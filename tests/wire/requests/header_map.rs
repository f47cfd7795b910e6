//! Header maps.

use pivotal_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use pivotal_runtime::{Transport, endpoint};

use crate::support::KEY;
use crate::support::server::{rejection_of, request_of};

trait Api: Transport {
    #[endpoint(POST, "/h", response = (), header("X-Kind") = "declared", header(..) = headers)]
    async fn with_headers(&self, headers: &HeaderMap);

    #[endpoint(GET, "/h", response = (), header("X-Tag") = tag, header(..) = headers, header("X-Last") = last)]
    async fn between(&self, tag: &[&str], headers: HeaderMap, last: Option<u8>);

    #[endpoint(GET, "/h", response = (), auth = none, header(..) = headers)]
    async fn public(&self, headers: &HeaderMap);
}
impl<T: Transport> Api for T {}

fn map(headers: &[(&'static str, &str)]) -> HeaderMap {
    let parsed = headers.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
    let mut map = HeaderMap::new();
    parsed.for_each(|(name, value): (_, HeaderValue)| _ = map.append(name, value));
    map
}

#[tokio::test]
async fn all_headers_of_a_map_are_sent() {
    let headers = map(&[("x-a", "1"), ("x-b", "two words"), ("x-a", "3"), ("x-a", "1"), ("x-empty", "")]);
    let received = request_of(async |api| api.with_headers(&headers).await).await;
    assert_eq!(received.headers("x-a"), ["1", "3", "1"]);
    assert_eq!(received.headers("x-b"), ["two words"]);
    assert_eq!(received.headers("x-empty"), [""]);
    assert_eq!(received.headers("x-kind"), ["declared"]);
    assert_eq!(received.headers("authorization"), [format!("Bearer {KEY}")]);
    assert_eq!(request_of(async |api| api.with_headers(&HeaderMap::new()).await).await.headers("x-kind"), ["declared"]);
}

#[tokio::test]
async fn map_replaces_headers_declared_before_it() {
    let headers = map(&[("x-kind", "mine"), ("x-kind", "too")]);
    assert_eq!(request_of(async |api| api.with_headers(&headers).await).await.headers("x-kind"), ["mine", "too"]);
    let between = async |headers| request_of(async |api| api.between(&["a", "b"], headers, Some(9)).await).await;
    assert_eq!(between(map(&[("x-tag", "c")])).await.headers("x-tag"), ["c"]);
    assert_eq!(between(map(&[("x-other", "c")])).await.headers("x-tag"), ["a", "b"]);
    assert_eq!(between(map(&[])).await.headers("x-last"), ["9"]);
}

#[tokio::test]
async fn map_replaces_headers_of_the_client_except_the_key() {
    let headers = map(&[("accept", "text/csv"), ("user-agent", "mine/1"), ("authorization", "Basic abc")]);
    let received = request_of(async |api| api.with_headers(&headers).await).await;
    assert_eq!((received.headers("accept"), received.headers("user-agent")), (vec!["text/csv"], vec!["mine/1"]));
    assert_eq!(received.headers("authorization"), [format!("Bearer {KEY}")], "the key is the client's to send");
    assert_eq!(request_of(async |api| api.public(&headers).await).await.headers("authorization"), ["Basic abc"]);
}

#[tokio::test]
async fn connection_headers_are_rejected() {
    let cases =
        [("host", "evil.example"), ("content-length", "5"), ("transfer-encoding", "chunked"), ("connection", "close")];
    for (name, value) in cases {
        let headers = map(&[("x-fine", "1"), (name, value)]);
        let error = rejection_of(async |api| api.with_headers(&headers).await).await;
        assert_eq!(error.parameter_name(), Some("headers"));
        assert_eq!(
            error.to_string(),
            format!("POST /h: `headers` contains `{name}`, which belongs to the connection; remove it")
        );
        let error = rejection_of(async |api| api.between(&[], headers.clone(), None).await).await;
        assert_eq!(error.parameter_name(), Some("headers"));
    }
}

/// Headers that a declaration cannot contain either.
#[tokio::test]
async fn other_connection_headers_are_rejected() {
    for name in ["te", "trailer", "upgrade"] {
        let headers = map(&[(name, "x")]);
        let error = rejection_of(async |api| api.with_headers(&headers).await).await;
        assert_eq!(error.parameter_name(), Some("headers"), "{name}");
    }
}
