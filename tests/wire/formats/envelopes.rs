//! Envelopes, whose responses can be errors although their status is a success.

use pivotal_runtime::http::response;
use pivotal_runtime::{
    Conditional, DecodeError, Error, ErrorBody, ErrorKind, Format, Json, Next, Pages, Paginated, Response, Sent,
    endpoints,
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;

use super::super::responses::JSON;
use crate::support::server::{Server, outcome_of, request_of};

/// `{"ok":true}` and the fields of the value, or `{"ok":false,"error":"code"}`.
struct Slack;

#[derive(Deserialize)]
struct Outcome {
    ok: bool,
    #[serde(default)]
    error: String,
}

impl Format for Slack {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Outcome { ok: true, .. } => Json::decode(body),
            Outcome { error, .. } => Err(DecodeError::api(Some(&error), "")),
        }
    }
}

/// `{"data":…}`, or `{"errors":[{"message":…}]}`.
struct GraphQl;

#[derive(Deserialize)]
struct Executed<T> {
    data: Option<T>,
    #[serde(default)]
    errors: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    message: String,
}

impl Format for GraphQl {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        let Executed { data, errors } = Json::decode(body)?;
        match (data, errors.into_iter().next()) {
            (_, Some(error)) => Err(DecodeError::api(None, error.message)),
            (Some(data), None) => Ok(data),
            (None, None) => Err(DecodeError::unreadable("neither `data` nor `errors`")),
        }
    }
}

/// The value, or the body of an error with the same status.
struct Parts;

#[derive(Debug, PartialEq, Deserialize)]
struct Fault {
    fault: String,
}

impl ErrorBody for Fault {
    fn message(&self) -> Option<&str> {
        Some(&self.fault)
    }
}

impl Format for Parts {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode::<Fault>(body) {
            Ok(fault) => Err(DecodeError::api_body(fault)),
            Err(_) => Json::decode(body),
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Posted {
    ts: String,
}

#[derive(Deserialize)]
struct Channels {
    channels: Vec<u32>,
    response_metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    next_cursor: String,
}

impl Paginated for Channels {
    type Item = u32;

    fn next(&self, _: &response::Parts, _: &Sent<'_>) -> Next {
        Next::cursor("cursor", Some(&self.response_metadata.next_cursor))
    }

    fn into_items(self) -> Vec<u32> {
        self.channels
    }
}

#[derive(Deserialize)]
struct Problem {}

impl ErrorBody for Problem {}

#[endpoints("/api", format = Slack)]
trait Chat {
    #[endpoint(POST, "/post", body = text, error = Problem)]
    async fn post(&self, text: &str) -> Result<Posted, Error>;

    #[endpoint(POST, "/post")]
    async fn with_head(&self) -> Result<Response<Option<Posted>>, Error>;

    #[endpoint(GET, "/post")]
    async fn conditional(&self) -> Result<Conditional<Posted>, Error>;

    #[endpoint(POST, "/delete", response = ())]
    async fn delete(&self);

    #[endpoint(POST, "/jobs", response(200) = Posted, response(202) = ())]
    async fn job(&self) -> Result<Job, Error>;

    #[endpoint(GET, "/channels")]
    fn channels(&self) -> Pages<'_, Channels>;

    #[endpoint(POST, "/parts", format = Parts, error = Fault)]
    async fn complete(&self) -> Result<Posted, Error>;

    #[endpoint(POST, "/graphql", body = query, format = GraphQl)]
    async fn graphql(&self, query: &str) -> Result<Posted, Error>;
}

#[derive(Debug)]
enum Job {
    Posted(Posted),
    Accepted,
}

impl From<Posted> for Job {
    fn from(posted: Posted) -> Self {
        Self::Posted(posted)
    }
}

impl From<()> for Job {
    fn from((): ()) -> Self {
        Self::Accepted
    }
}

const POSTED: &str = r#"{"ok":true,"ts":"1.2"}"#;
const REFUSED: &str = r#"{"ok":false,"error":"channel_not_found"}"#;

fn posted() -> Posted {
    Posted { ts: "1.2".to_owned() }
}

#[tokio::test]
async fn method_returns_the_value_in_the_envelope() {
    assert_eq!(outcome_of(200, &[JSON], POSTED, async |api| api.post("hello").await).await.unwrap(), posted());
    let response = outcome_of(200, &[JSON], POSTED, async |api| api.with_head().await).await.unwrap();
    assert_eq!(response.into_inner(), Some(posted()));
    let value = outcome_of(200, &[JSON], POSTED, async |api| api.conditional().await).await.unwrap();
    assert_eq!(value, Conditional::Modified(posted()));
    outcome_of(200, &[JSON], r#"{"ok":true}"#, async |api| api.delete().await).await.unwrap();
    let job = outcome_of(200, &[JSON], POSTED, async |api| api.job().await).await.unwrap();
    assert!(matches!(&job, Job::Posted(value) if *value == posted()), "{job:?}");
    let job = outcome_of(202, &[JSON], r#"{"ok":true}"#, async |api| api.job().await).await.unwrap();
    assert!(matches!(job, Job::Accepted), "{job:?}");
    let data = r#"{"data":{"ts":"1.2"}}"#;
    assert_eq!(outcome_of(200, &[JSON], data, async |api| api.graphql("{ts}").await).await.unwrap(), posted());
}

#[tokio::test]
async fn refusal_is_an_error_of_the_api() {
    macro_rules! refusal {
        ($($call:ident($($argument:literal)?)),*) => {[$(
            outcome_of(200, &[JSON, ("X-Request-Id", "r-1")], REFUSED, async |api| api.$call($($argument)?).await.map(drop))
                .await
                .unwrap_err()
        ),*]};
    }
    for error in refusal![post("hello"), with_head(), conditional(), delete(), job()] {
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 200));
        assert_eq!((error.code(), error.message()), (Some("channel_not_found"), None));
        assert_eq!((error.request_id(), error.body()), (Some("r-1"), Some(REFUSED.as_bytes())));
        assert!(!error.is_retryable());
        let text = error.to_string();
        assert!(text.ends_with("returned 200 OK, but the API refused the call (code `channel_not_found`)"), "{text}");
    }
    let refused = r#"{"data":null,"errors":[{"message":"no such field"}]}"#;
    let error = outcome_of(200, &[JSON], refused, async |api| api.graphql("{x}").await).await.unwrap_err();
    assert_eq!(error.to_string(), "POST /api/graphql: returned 200 OK, but the API refused the call: no such field");
}

#[tokio::test]
async fn body_of_an_error_is_the_detail() {
    for status in [200, 500] {
        let error = outcome_of(status, &[JSON], r#"{"fault":"try again"}"#, async |api| api.complete().await).await;
        let error = error.unwrap_err();
        assert_eq!((error.kind(), error.message()), (ErrorKind::Api, Some("try again")));
        assert_eq!(error.detail::<Fault>(), Some(&Fault { fault: "try again".to_owned() }));
    }
    let value = outcome_of(200, &[JSON], r#"{"ts":"1.2"}"#, async |api| api.complete().await).await.unwrap();
    assert_eq!(value, posted());
}

#[tokio::test]
async fn error_status_is_read_by_the_envelope() {
    let error = outcome_of(403, &[JSON], REFUSED, async |api| api.post("hello").await).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("channel_not_found")));
    assert!(error.detail::<Problem>().is_none());
    let error = outcome_of(500, &[], "oops", async |api| api.post("hello").await).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, None));
}

#[tokio::test]
async fn value_that_does_not_fit_is_a_decode_error_with_its_path() {
    let error = outcome_of(200, &[JSON], r#"{"ok":true,"ts":1}"#, async |api| api.post("hello").await).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("expected a string at `ts`"), "{error}");
    let error = outcome_of(200, &[JSON], "{}", async |api| api.graphql("{ts}").await).await.unwrap_err();
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "neither `data` nor `errors`");
}

#[tokio::test]
async fn body_and_accept_are_json_unless_the_format_changes_them() {
    let request = request_of(async |api| api.post("hello").await.map(drop).or(Ok(()))).await;
    assert_eq!(request.body, br#""hello""#);
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn refusal_of_a_page_ends_the_list() {
    let server = Server::responding_with(|request| {
        let body = match request.target() {
            "/api/channels" => json!({"ok": true, "channels": [1, 2], "response_metadata": {"next_cursor": "a"}}),
            "/api/channels?cursor=a" => json!({"ok": true, "channels": [3], "response_metadata": {"next_cursor": "b"}}),
            _ => json!({"ok": false, "error": "invalid_cursor"}),
        };
        let body = body.to_string();
        format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
    });
    let client = server.client();
    let mut pages = client.channels();
    let mut items = Vec::new();
    let error = loop {
        match pages.next().await.unwrap() {
            Ok(item) => items.push(item),
            Err(error) => break error,
        }
    };
    assert_eq!((items, error.code()), (vec![1, 2, 3], Some("invalid_cursor")));
    assert!(pages.next().await.is_none());
    assert_eq!(pages.cursor(), Some("b"));
}
