//! A type for each status.

use pivotal_runtime::{Body, Conditional, Error, ErrorBody, ErrorKind, Response, Transport, endpoint, endpoints};
use serde::Deserialize;

use super::JSON;
use crate::support::server::outcome_of;

#[derive(Debug, PartialEq, Deserialize)]
struct Report {
    rows: u32,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Job {
    job: String,
}

#[derive(Debug)]
enum Created {
    Done(Report),
    Queued(Response<Job>),
    Other(String),
    File(Body),
    Nothing,
    Unchanged,
}

macro_rules! from {
    ($($ty:ty => |$value:ident| $variant:expr;)*) => {$(
        impl From<$ty> for Created {
            fn from($value: $ty) -> Self {
                $variant
            }
        }
    )*};
}

from! {
    Report => |report| Self::Done(report);
    Response<Job> => |job| Self::Queued(job);
    String => |text| Self::Other(text);
    Body => |body| Self::File(body);
    () => |_nothing| Self::Nothing;
    Conditional<Report> => |report| match report {
        Conditional::Modified(report) => Self::Done(report),
        Conditional::NotModified => Self::Unchanged,
    };
    Option<Report> => |report| report.map_or(Self::Nothing, Self::Done);
}

#[derive(Debug, PartialEq, Deserialize)]
struct Problem {
    message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Invalid {
    fields: Vec<String>,
}

impl ErrorBody for Invalid {
    fn code(&self) -> Option<&str> {
        self.fields.first().map(String::as_str)
    }
}

trait Reports: Transport {
    #[endpoint(POST, "/reports", response(200) = Report, response(202) = Response<Job>)]
    async fn create(&self) -> Result<Created, Error>;

    #[endpoint(POST, "/reports", response(202) = Response<Job>, response(404) = (), response = String)]
    async fn create_any(&self) -> Result<Created, Error>;

    #[endpoint(GET, "/reports", response(200) = Body, response(202) = Report)]
    async fn download(&self) -> Result<Created, Error>;

    #[endpoint(GET, "/reports", response(200) = Conditional<Report>, response(202) = ())]
    async fn conditional(&self) -> Result<Created, Error>;

    #[endpoint(GET, "/reports", response(202) = (), response = Option<Report>, error(404) = Problem)]
    async fn optional(&self) -> Result<Created, Error>;

    #[endpoint(GET, "/reports", success = 200..=399)]
    async fn range(&self) -> Result<Response<String>, Error>;

    #[endpoint(GET, "/reports", response(201) = Report)]
    async fn single(&self) -> Result<Report, Error>;

    #[endpoint(POST, "/reports", response = (), error(422) = Invalid, error(409) = Problem)]
    async fn listed_errors(&self);

    #[endpoint(POST, "/reports", response = (), error(422) = Invalid, error = Problem)]
    async fn all_errors(&self);
}
impl<T: Transport> Reports for T {}

#[endpoints("/reports", error(422) = Invalid, error(409) = Problem, success = [200, 409])]
trait Defaults {
    #[endpoint(GET, "", response = Report, error(404) = Problem)]
    async fn report(&self);

    #[endpoint(GET, "", response(200) = Report, error(422) = Problem)]
    async fn listed(&self) -> Result<Report, Error>;
}

#[tokio::test]
async fn each_status_is_read_into_its_type() {
    let done = outcome_of(200, &[JSON], r#"{"rows":7}"#, async |api| api.create().await).await.unwrap();
    assert!(matches!(done, Created::Done(Report { rows: 7 })), "{done:?}");
    let queued = outcome_of(202, &[JSON, ("Location", "/jobs/1")], r#"{"job":"a"}"#, async |api| api.create().await);
    let Created::Queued(job) = queued.await.unwrap() else { panic!("another variant") };
    assert_eq!(
        (job.status().as_u16(), &job.headers()["location"], &*job.get_ref().job),
        (202, &"/jobs/1".parse().unwrap(), "a")
    );
}

#[tokio::test]
async fn other_statuses_are_errors() {
    for status in [201, 204, 206, 301, 404, 500] {
        let error = outcome_of(status, &[JSON], "", async |api| api.create().await).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
    }
    let error = outcome_of(201, &[JSON], "{}", async |api| api.create().await).await.unwrap_err();
    assert_eq!(error.to_string(), "POST /reports: unexpected status 201; expected 200 or 202");
}

#[tokio::test]
async fn plain_response_covers_the_other_2xx() {
    for status in [200, 201, 299] {
        let other = outcome_of(status, &[], "text", async |api| api.create_any().await).await.unwrap();
        assert!(matches!(&other, Created::Other(text) if text == "text"), "{other:?}");
    }
    let queued = outcome_of(202, &[JSON], r#"{"job":"a"}"#, async |api| api.create_any().await).await.unwrap();
    assert!(matches!(queued, Created::Queued(_)), "{queued:?}");
    let missing = outcome_of(404, &[], "", async |api| api.create_any().await).await.unwrap();
    assert!(matches!(missing, Created::Nothing), "{missing:?}");
    let error = outcome_of(500, &[], "", async |api| api.create_any().await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
}

#[tokio::test]
async fn some_statuses_can_be_streams() {
    let file = outcome_of(200, &[], "content", async |api| {
        let Created::File(body) = api.download().await.unwrap() else { panic!("another variant") };
        body.collect().await.unwrap()
    });
    assert_eq!(file.await, "content");
    let waiting = outcome_of(202, &[JSON], r#"{"rows":0}"#, async |api| api.download().await).await.unwrap();
    assert!(matches!(waiting, Created::Done(Report { rows: 0 })), "{waiting:?}");
}

#[tokio::test]
async fn single_case_is_returned_as_it_is() {
    let report = outcome_of(201, &[JSON], r#"{"rows":7}"#, async |api| api.single().await).await.unwrap();
    assert_eq!(report, Report { rows: 7 });
    let error = outcome_of(200, &[JSON], r#"{"rows":7}"#, async |api| api.single().await).await.unwrap_err();
    assert_eq!(error.to_string(), "GET /reports: unexpected status 200; expected 201");
}

#[tokio::test]
async fn body_of_a_case_that_cannot_be_decoded_is_an_error() {
    let error = outcome_of(202, &[JSON], r#"{"job":1}"#, async |api| api.create().await).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 202));
    assert!(error.to_string().contains("expected a string at `job`"), "{error}");
}

const INVALID: &str = r#"{"fields":["name"]}"#;
const PROBLEM: &str = r#"{"message":"sold out"}"#;

#[tokio::test]
async fn each_error_is_read_into_its_type() {
    let error = outcome_of(422, &[JSON], INVALID, async |api| api.listed_errors().await).await.unwrap_err();
    assert_eq!(error.detail::<Invalid>(), Some(&Invalid { fields: vec!["name".to_owned()] }));
    assert_eq!((error.code(), error.detail::<Problem>()), (Some("name"), None));
    let error = outcome_of(409, &[JSON], PROBLEM, async |api| api.listed_errors().await).await.unwrap_err();
    assert_eq!(error.message(), Some("sold out"));
    let error = outcome_of(400, &[JSON], PROBLEM, async |api| api.listed_errors().await).await.unwrap_err();
    assert_eq!((error.message(), error.detail::<Problem>()), (None, None));
    let error = outcome_of(400, &[JSON], PROBLEM, async |api| api.all_errors().await).await.unwrap_err();
    assert_eq!(error.to_string(), "POST /reports: returned 400 Bad Request: sold out");
    let error = outcome_of(422, &[JSON], INVALID, async |api| api.all_errors().await).await.unwrap_err();
    assert_eq!(error.code(), Some("name"));
    let error = outcome_of(422, &[JSON], PROBLEM, async |api| api.all_errors().await).await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Api, None), "the body has another type");
}

#[tokio::test]
async fn method_wins_over_its_trait() {
    let error = outcome_of(422, &[JSON], INVALID, async |api| api.report().await).await.unwrap_err();
    assert_eq!(error.code(), Some("name"));
    let error = outcome_of(404, &[JSON], PROBLEM, async |api| api.report().await).await.unwrap_err();
    assert_eq!(error.message(), Some("sold out"));
    let conflict = outcome_of(409, &[JSON], r#"{"rows":7}"#, async |api| api.report().await).await.unwrap();
    assert_eq!(conflict, Report { rows: 7 }, "409 is a success of the trait");
    let error = outcome_of(409, &[JSON], PROBLEM, async |api| api.listed().await).await.unwrap_err();
    assert_eq!(error.message(), Some("sold out"), "the listed statuses replace those of the trait");
    let error = outcome_of(422, &[JSON], PROBLEM, async |api| api.listed().await).await.unwrap_err();
    assert_eq!(error.message(), Some("sold out"));
}

#[tokio::test]
async fn not_modified_belongs_to_the_conditional_case() {
    let unchanged = outcome_of(304, &[], "", async |api| api.conditional().await).await.unwrap();
    assert!(matches!(unchanged, Created::Unchanged), "{unchanged:?}");
    let done = outcome_of(200, &[JSON], r#"{"rows":7}"#, async |api| api.conditional().await).await.unwrap();
    assert!(matches!(done, Created::Done(Report { rows: 7 })), "{done:?}");
    let nothing = outcome_of(202, &[], "", async |api| api.conditional().await).await.unwrap();
    assert!(matches!(nothing, Created::Nothing), "{nothing:?}");
}

#[tokio::test]
async fn option_of_a_case_belongs_to_its_body() {
    let empty = outcome_of(200, &[], "", async |api| api.optional().await).await.unwrap();
    assert!(matches!(empty, Created::Nothing), "{empty:?}");
    let error = outcome_of(404, &[JSON], PROBLEM, async |api| api.optional().await).await.unwrap_err();
    assert_eq!((error.is_not_found(), error.message()), (true, Some("sold out")));
}

#[tokio::test]
async fn statuses_of_a_range_are_successes() {
    for status in [200, 201, 304, 399] {
        let response =
            outcome_of(status, &[("Location", "/elsewhere")], "", async |api| api.range().await).await.unwrap();
        assert_eq!(response.status().as_u16(), status);
    }
    let error = outcome_of(400, &[], "", async |api| api.range().await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
}
