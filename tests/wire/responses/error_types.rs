//! Error types of the runtime, and error types of an API and an endpoint.

use bytes::Bytes;
use pivotal_api::PivotalError;
use pivotal_runtime::{Api, Client, ClientBuilder, Error, ErrorBody, ErrorKind, ProblemDetails, Transport, endpoint};
use serde::Deserialize;

use super::JSON;
use crate::support::server::{Server, outcome_of};
use crate::transport::{builder_without_api, without_tls};

/// An error type that reads any object, and supplies neither message nor code.
#[derive(Debug, PartialEq, Deserialize)]
struct Silent {}

impl ErrorBody for Silent {}

/// An error type that supplies a code and no message.
#[derive(Debug, PartialEq, Deserialize)]
struct Reason {
    reason: String,
}

impl ErrorBody for Reason {
    fn code(&self) -> Option<&str> {
        Some(&self.reason)
    }
}

trait Items: Transport {
    #[endpoint(GET, "/items", response = ())]
    async fn of_the_api(&self);

    #[endpoint(GET, "/items", response = (), error = String)]
    async fn text(&self);

    #[endpoint(GET, "/items", response = (), error = Bytes)]
    async fn bytes(&self);

    #[endpoint(GET, "/items", response = (), error = ())]
    async fn unit(&self);

    #[endpoint(GET, "/items", response = (), error = serde_json::Value)]
    async fn value(&self);

    #[endpoint(GET, "/items", response = (), error = ProblemDetails)]
    async fn problem(&self);

    #[endpoint(GET, "/items", response = (), error = Vec<ProblemDetails>)]
    async fn problems(&self);

    #[endpoint(GET, "/items", response = (), error = Option<ProblemDetails>)]
    async fn optional_problem(&self);

    #[endpoint(GET, "/items", response = (), error = Box<ProblemDetails>)]
    async fn boxed_problem(&self);

    #[endpoint(GET, "/items", response = (), error = Option<String>)]
    async fn optional_text(&self);

    #[endpoint(GET, "/items", response = (), error = Silent)]
    async fn silent(&self);

    #[endpoint(GET, "/items", response = (), error = Reason)]
    async fn reason(&self);
}
impl<T: Transport> Items for T {}

/// A method of the trait.
type Call = fn(&Client) -> pivotal_runtime::Call<'_, Result<(), Error>>;

/// The message and the code.
type Texts<'a> = (Option<&'a str>, Option<&'a str>);

/// Returns the error of a call that receives a 409 with this body, through a client of this API.
async fn error_of(api: Option<&'static Api>, body: &str, call: Call) -> Error {
    let head = format!("HTTP/1.1 409 X\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
    let server = Server::responding(head + body);
    let builder = builder_without_api().base_url(server.url());
    let builder = api.into_iter().fold(builder, ClientBuilder::api);
    let error = call(&without_tls(builder).build().unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 409));
    assert_eq!(error.body(), Some(body.as_bytes()));
    error
}

const PROBLEM: &str = r#"{"type":"https://example.com/out-of-credit","title":"Out of credit","balance":30}"#;
const CREDIT: &str = "https://example.com/out-of-credit";
const UNREAD: &str = " (application/json; its start is in `Error::body`)";

#[tokio::test]
async fn error_types_of_the_runtime_supply_message_and_code() {
    let several = format!("[{PROBLEM},{{\"title\":\"Second\"}}]");
    let of_credit = (Some("Out of credit"), Some(CREDIT));
    let nothing = (None, None);
    let cases: [(&str, Call, &str, Texts<'_>); 20] = [
        ("String", Items::text, " Sold out\n", (Some("Sold out"), None)),
        ("String, JSON", Items::text, r#""Sold out""#, (Some("Sold out"), None)),
        ("String, an object", Items::text, r#"{"a":1}"#, (Some(r#"{"a":1}"#), None)),
        ("String, blank", Items::text, " \n", nothing),
        ("Bytes", Items::bytes, "Sold out", nothing),
        ("()", Items::unit, "Sold out", nothing),
        ("Value", Items::value, PROBLEM, nothing),
        ("ProblemDetails", Items::problem, PROBLEM, of_credit),
        ("ProblemDetails, detail", Items::problem, r#"{"title":"a","detail":"b"}"#, (Some("b"), None)),
        ("ProblemDetails, blank", Items::problem, r#"{"type":"about:blank","status":409}"#, nothing),
        ("ProblemDetails, empty", Items::problem, "{}", nothing),
        ("ProblemDetails, no object", Items::problem, "[]", nothing),
        ("Vec", Items::problems, &several, of_credit),
        ("Vec, empty", Items::problems, "[]", nothing),
        ("Vec, no list", Items::problems, PROBLEM, nothing),
        ("Option", Items::optional_problem, PROBLEM, of_credit),
        ("Option, null", Items::optional_problem, "null", nothing),
        ("Option, empty", Items::optional_problem, "", nothing),
        ("Option of String", Items::optional_text, "Sold out", (Some("Sold out"), None)),
        ("Box", Items::boxed_problem, PROBLEM, of_credit),
    ];
    for (name, call, body, expected) in cases {
        let error = error_of(None, body, call).await;
        assert_eq!((error.message(), error.code()), expected, "{name}");
        let described = match expected {
            (Some(message), Some(code)) => format!(": {message} (code `{code}`)"),
            (Some(message), None) => format!(": {message}"),
            _ if body.is_empty() => " (the body is empty)".to_owned(),
            _ => UNREAD.to_owned(),
        };
        assert_eq!(error.to_string(), format!("GET /items: returned 409 Conflict{described}"), "{name}");
    }
}

#[tokio::test]
async fn error_is_returned_in_the_declared_type() {
    let error = error_of(None, " Sold out\n", Items::text).await;
    assert_eq!(error.detail::<String>().unwrap(), " Sold out\n");
    assert_eq!(error.detail::<Bytes>(), None, "another type");
    let error = error_of(None, " Sold out\n", Items::bytes).await;
    assert_eq!(error.detail::<Bytes>().unwrap(), " Sold out\n");
    let error = error_of(None, "Sold out", Items::unit).await;
    assert_eq!(error.detail::<()>(), Some(&()));
    let error = error_of(None, PROBLEM, Items::value).await;
    assert_eq!(error.detail::<serde_json::Value>().unwrap()["balance"], 30);
    let error = error_of(None, PROBLEM, Items::problem).await;
    let problem = error.detail::<ProblemDetails>().unwrap();
    assert_eq!((problem.title.as_deref(), problem.type_uri.as_deref()), (Some("Out of credit"), Some(CREDIT)));
    assert_eq!(problem.extensions["balance"], 30);
    let error = error_of(None, &format!("[{PROBLEM},{{}}]"), Items::problems).await;
    assert_eq!(error.detail::<Vec<ProblemDetails>>().unwrap().len(), 2);
    assert_eq!(error.detail::<ProblemDetails>(), None, "the type is the declared one");
    for (body, is_some) in [(PROBLEM, true), ("null", false), ("", false)] {
        let error = error_of(None, body, Items::optional_problem).await;
        assert_eq!(error.detail::<Option<ProblemDetails>>().unwrap().is_some(), is_some, "{body}");
    }
    let error = error_of(None, PROBLEM, Items::boxed_problem).await;
    assert_eq!(error.detail::<Box<ProblemDetails>>().unwrap().title.as_deref(), Some("Out of credit"));
}

#[tokio::test]
async fn error_body_that_is_not_text_is_kept() {
    const BODY: &[u8] = b"\xff\0\xfe";
    let error = outcome_of(500, &[JSON], BODY, async |api| api.bytes().await).await.unwrap_err();
    assert_eq!(error.detail::<Bytes>().unwrap(), BODY);
    let error = outcome_of(500, &[JSON], b"caf\xe9", async |api| api.text().await).await.unwrap_err();
    assert_eq!(error.message(), Some("caf\u{fffd}"));
}

/// An error body of Pivotal, which the types of some endpoints can read, too.
const ENVELOPE: &str = r#"{"error":{"code":"taken","message":"Is taken"},"reason":"other","title":"Title"}"#;

#[tokio::test]
async fn message_and_code_of_the_endpoint_win_over_the_api() {
    let cases: [(&str, Call, Option<&str>, Option<&str>); 7] = [
        ("no type", Items::of_the_api, Some("Is taken"), Some("taken")),
        ("no message and no code", Items::silent, Some("Is taken"), Some("taken")),
        ("no message and no code", Items::unit, Some("Is taken"), Some("taken")),
        ("no message", Items::reason, Some("Is taken"), Some("other")),
        ("no code", Items::problem, Some("Title"), Some("taken")),
        ("no code", Items::text, Some(ENVELOPE), Some("taken")),
        ("not readable", Items::problems, Some("Is taken"), Some("taken")),
    ];
    for (name, call, message, code) in cases {
        let error = error_of(Some(&pivotal_api::PIVOTAL), ENVELOPE, call).await;
        assert_eq!((error.message(), error.code()), (message, code), "{name}");
        let detail = error.detail::<PivotalError>().unwrap();
        assert_eq!((detail.message.as_deref(), detail.code.as_deref()), (Some("Is taken"), Some("taken")), "{name}");
        let expected = format!("GET /items: returned 409 Conflict: {} (code `{}`)", message.unwrap(), code.unwrap());
        assert_eq!(error.to_string(), expected, "{name}");
    }
    let error = error_of(Some(&pivotal_api::PIVOTAL), ENVELOPE, Items::silent).await;
    assert_eq!(error.detail::<Silent>(), Some(&Silent {}));
}

#[tokio::test]
async fn client_without_api_reads_only_the_error_type_of_the_endpoint() {
    let error = error_of(None, ENVELOPE, Items::of_the_api).await;
    assert_eq!((error.message(), error.code(), error.detail::<PivotalError>()), (None, None, None));
    assert_eq!(error.to_string(), format!("GET /items: returned 409 Conflict{UNREAD}"));
    let error = error_of(None, ENVELOPE, Items::reason).await;
    assert_eq!((error.message(), error.code()), (None, Some("other")));
    assert_eq!(error.to_string(), "GET /items: returned 409 Conflict (code `other`)");
}
