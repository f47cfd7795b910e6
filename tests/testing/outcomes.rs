//! `request_of` and `outcome_of`.

use pivotal_runtime::testing::{Fake, Probe, outcome_of, request_of};
use pivotal_runtime::{
    Api, BlockingTransport, Body, Error, ErrorKind, LinkPage, Pages, ProblemDetails, blocking, endpoints, http,
};
use serde_json::Value;

static STORE: Api = Api::new().error::<ProblemDetails>();

#[derive(Debug)]
struct Failed;

impl From<Error> for Failed {
    fn from(_: Error) -> Self {
        Self
    }
}

#[endpoints]
trait Store {
    #[endpoint(PUT, "/things/<id>?<dry_run>", body = thing)]
    async fn put(&self, id: &str, dry_run: bool, thing: &Value) -> Result<u64, Error>;

    #[endpoint(POST, "/blobs", stream = blob, response = ())]
    async fn upload(&self, blob: Body);

    #[endpoint(GET, "/things")]
    fn list(&self) -> Pages<'_, LinkPage<u64>>;

    #[endpoint(GET, "/things/<id>")]
    async fn failing(&self, id: &str) -> Result<u64, Failed>;
}

#[endpoints(transport = BlockingTransport)]
trait BlockingStore {
    #[endpoint(GET, "/things/<id>")]
    fn get(&self, id: &str) -> Result<u64, Error>;

    #[endpoint(GET, "/things")]
    fn all(&self) -> blocking::Pages<'_, LinkPage<u64>>;
}

fn response(status: u16, body: &'static str) -> http::Response<Body> {
    http::Response::builder().status(status).body(Body::from(body)).unwrap()
}

#[test]
fn request_has_what_the_method_sends() {
    let request = request_of(|api: &Probe| api.put("a b", true, &Value::Null));
    assert_eq!((request.operation(), request.method().as_str()), ("put", "PUT"));
    assert_eq!(request.path_and_query(), "/things/a%20b?dry_run=true");
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.text(), "null");
}

#[test]
fn body_of_a_request_is_empty_if_it_is_a_stream() {
    let blob = Body::from_stream(futures_util::stream::empty::<Result<_, Error>>(), None);
    assert_eq!(request_of(|api: &Probe| api.upload(blob)).body().len(), 0);
}

#[test]
fn outcome_is_that_of_the_response() {
    let put = |status, body| outcome_of(|api: &Probe| api.put("a", false, &Value::Null), None, response(status, body));
    assert!(put(200, "7").is_ok());
    assert_eq!(put(200, "{}").unwrap_err().unwrap().kind(), ErrorKind::Decode);
    assert_eq!(put(409, "").unwrap_err().unwrap().status().unwrap(), 409);
}

#[test]
fn errors_are_read_as_the_api_declares() {
    let code = |api| {
        let body = r#"{"type":"about:blank","title":"Sold out"}"#;
        let outcome = outcome_of(|probe: &Probe| probe.put("a", false, &Value::Null), api, response(409, body));
        outcome.unwrap_err().unwrap().message().map(str::to_owned)
    };
    assert_eq!(code(None), None);
    assert_eq!(code(Some(&STORE)).as_deref(), Some("Sold out"));
}

#[test]
fn outcome_of_a_list_is_that_of_its_first_page() {
    let list = |body| outcome_of(|api: &Probe| api.list(), None, response(200, body));
    assert!(list("[1, 2]").is_ok());
    assert!(list(r#"["a"]"#).is_err());
    let all = |body| outcome_of(|api: &Probe| api.all(), None, response(200, body));
    assert!(all("[1, 2]").is_ok());
    assert!(all(r#"["a"]"#).is_err());
}

#[test]
fn outcome_of_a_blocking_call_is_that_of_the_response() {
    let get = |body| outcome_of(|api: &Probe| api.get("a"), None, response(200, body));
    assert!(get("7").is_ok());
    assert!(get("{}").is_err());
}

#[test]
fn error_of_another_type_is_none() {
    let outcome = outcome_of(|api: &Probe| api.failing("a"), None, response(500, ""));
    assert!(matches!(outcome, Err(None)));
}

#[tokio::test]
async fn response_is_used_once() {
    assert!(outcome_of(|api: &Probe| api.put("a", false, &Value::Null), None, response(200, "7")).is_ok());
    // A stub is found out by the same probe.
    let fake = Fake::new();
    fake.on(|api| api.put("a", false, &Value::Null)).returns(&8);
    assert_eq!(fake.put("a", false, &Value::Null).await.unwrap(), 8);
}
