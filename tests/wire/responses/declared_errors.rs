//! Error bodies of a declared type: `error = Type`.

use pivotal_api::PivotalError;
use pivotal_runtime::{Body, Error, ErrorBody, ErrorKind, Response, Transport, endpoint};
use serde::Deserialize;

use super::{HTML, ITEM, Item, JSON, item};
use crate::support::server::outcome_of;

/// RFC 9457
#[derive(Debug, PartialEq, Deserialize)]
struct Problem {
    title: String,
    #[serde(default)]
    balance: Option<u32>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.title)
    }
}

/// An error type that supplies neither message nor code.
#[derive(Debug, PartialEq, Deserialize)]
struct Balance {
    balance: u32,
}

impl ErrorBody for Balance {}

#[derive(Debug)]
struct Own {
    title: Option<String>,
    error: Error,
}

impl From<Error> for Own {
    fn from(error: Error) -> Self {
        Self { title: error.detail::<Problem>().map(|problem| problem.title.clone()), error }
    }
}

trait Shop: Transport {
    #[endpoint(GET, "/items/<id>", error = Problem)]
    async fn item(&self, id: u32) -> Result<Item, Error>;

    #[endpoint(GET, "/items/<id>", error = Problem, response = Item)]
    async fn response(&self, id: u32) -> Result<Response<Item>, Error>;

    #[endpoint(GET, "/items/<id>", response = Item, error = Problem)]
    async fn find(&self, id: u32) -> Result<Option<Item>, Error>;

    #[endpoint(GET, "/items/<id>", error = Problem)]
    async fn own(&self, id: u32) -> Result<Item, Own>;

    #[endpoint(GET, "/items/<id>", error = Problem)]
    async fn stream(&self, id: u32) -> Result<Body, Error>;

    #[endpoint(GET, "/items/<id>", error = Vec<String>)]
    async fn texts(&self, id: u32) -> Result<Item, Error>;

    #[endpoint(GET, "/items/<id>", error = Balance)]
    async fn balance(&self, id: u32) -> Result<Item, Error>;
}
impl<T: Transport> Shop for T {}

const PROBLEM: &str = r#"{"title":"Out of credit","balance":30,"instance":"/items/1"}"#;
const TYPE: (&str, &str) = ("Content-Type", "application/problem+json");

fn problem() -> Problem {
    Problem { title: "Out of credit".to_owned(), balance: Some(30) }
}

#[tokio::test]
async fn error_body_is_decoded_as_the_declared_type() {
    for status in [400, 403, 409, 422, 500, 503] {
        let error = outcome_of(status, &[TYPE], PROBLEM, async |api| api.item(1).await).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        assert_eq!(error.detail::<Problem>(), Some(&problem()));
        assert_eq!(error.detail::<String>(), None, "another type");
        assert_eq!(error.body(), Some(PROBLEM.as_bytes()));
        assert_eq!((error.code(), error.message()), (None, Some("Out of credit")));
        assert_eq!(error.detail::<PivotalError>(), None, "the body is not of the API's error type");
    }
    let error = outcome_of(400, &[JSON], r#"["a","b"]"#, async |api| api.texts(1).await).await.unwrap_err();
    assert_eq!(error.detail::<Vec<String>>().unwrap(), &["a", "b"]);
}

#[tokio::test]
async fn display_contains_the_message_and_nothing_else_of_the_body() {
    let error = outcome_of(403, &[TYPE], PROBLEM, async |api| api.item(1).await).await.unwrap_err();
    assert_eq!(error.to_string(), "GET /items/<id>: returned 403 Forbidden: Out of credit");
    for shown in [format!("{error:?}"), format!("{error:#?}")] {
        assert!(shown.contains("Out of credit") && !shown.contains("30"), "{shown}");
    }
    let error = outcome_of(403, &[TYPE], PROBLEM, async |api| api.balance(1).await).await.unwrap_err();
    assert_eq!(error.detail::<Balance>(), Some(&Balance { balance: 30 }));
    assert_eq!((error.message(), error.code()), (None, None));
    assert_eq!(
        error.to_string(),
        "GET /items/<id>: returned 403 Forbidden (application/problem+json; its start is in `Error::body`)"
    );
    for shown in [format!("{error:?}"), format!("{error:#?}")] {
        assert!(!shown.contains("credit") && !shown.contains("30"), "{shown}");
    }
}

#[tokio::test]
async fn other_error_bodies_have_no_detail() {
    for body in ["", "<html>", "{", r#"{"title":7}"#, "[]", "null"] {
        let error = outcome_of(502, &[HTML], body, async |api| api.item(1).await).await.unwrap_err();
        assert_eq!(error.detail::<Problem>(), None, "{body}");
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 502));
        assert_eq!(error.body(), Some(body.as_bytes()));
        assert_eq!((error.code(), error.message()), (None, None));
        assert!(error.is_retryable());
        assert!(!error.to_string().contains("html>"), "{error}");
    }
}

#[tokio::test]
async fn long_error_body_has_no_detail() {
    let body = format!(r#"{{"padding":"{}","title":"at the end"}}"#, "x".repeat(100_000));
    let error = outcome_of(400, &[TYPE], &body, async |api| api.item(1).await).await.unwrap_err();
    assert_eq!((error.status().map(|status| status.as_u16()), error.detail::<Problem>()), (Some(400), None));
    assert!(error.is_body_truncated());
}

#[tokio::test]
async fn error_type_applies_to_every_return_type() {
    let error = outcome_of(409, &[TYPE], PROBLEM, async |api| api.response(1).await).await.unwrap_err();
    assert_eq!(error.detail(), Some(&problem()));
    let error = outcome_of(403, &[TYPE], PROBLEM, async |api| api.find(1).await).await.unwrap_err();
    assert_eq!(error.detail(), Some(&problem()));
    let error = outcome_of(404, &[TYPE], PROBLEM, async |api| api.stream(1).await).await.unwrap_err();
    assert_eq!(error.detail(), Some(&problem()));
    let Own { title, error } = outcome_of(409, &[TYPE], PROBLEM, async |api| api.own(1).await).await.unwrap_err();
    assert_eq!(title.as_deref(), Some("Out of credit"));
    assert!(error.is_conflict());
}

#[tokio::test]
async fn error_type_does_not_affect_success_or_404() {
    assert_eq!(outcome_of(200, &[JSON], ITEM, async |api| api.item(1).await).await.unwrap(), item());
    assert_eq!(outcome_of(404, &[TYPE], PROBLEM, async |api| api.find(1).await).await.unwrap(), None);
    let error = outcome_of(200, &[TYPE], PROBLEM, async |api| api.item(1).await).await.unwrap_err();
    assert_eq!((error.kind(), error.detail::<Problem>()), (ErrorKind::Decode, None));
}
