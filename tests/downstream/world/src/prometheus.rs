//! Prometheus: every response is an envelope, whatever its status.

use std::collections::BTreeMap;

use jiff::Timestamp;
use pivotal_runtime::{Api, DecodeError, Error, ErrorBody, Format, Json, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub static PROMETHEUS: Api = Api::new().base_url("http://localhost:9090").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    pub error_type: String,
    pub error: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error_type)
    }
}

/// The format of responses: methods return the `data`.
pub struct Data;

#[derive(Deserialize)]
#[serde(tag = "status", rename_all = "lowercase")]
enum Outcome {
    Success,
    Error(Problem),
}

#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Success<T> {
    data: T,
}

impl Format for Data {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Outcome::Success => Json::decode::<Success<T>>(body).map(|success| success.data),
            Outcome::Error(problem) => Err(DecodeError::api(Some(&problem.error_type), problem.error)),
        }
    }
}

/// Evaluates an expression at one time.
#[derive(Debug, Serialize)]
pub struct Instant<'a> {
    pub query: &'a str,
    pub time: Option<Timestamp>,
    pub timeout: Option<&'a str>,
}

/// Evaluates an expression over a range of time.
#[derive(Debug, Serialize)]
pub struct Range<'a> {
    pub query: &'a str,
    pub start: u64,
    pub end: u64,
    pub step: &'a str,
}

pub type Labels = BTreeMap<String, String>;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "resultType", content = "result", rename_all = "lowercase")]
pub enum Value {
    Scalar((f64, String)),
    Vector(Vec<Sample>),
    Matrix(Vec<Series>),
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Sample {
    pub metric: Labels,
    pub value: (f64, String),
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Series {
    pub metric: Labels,
    pub values: Vec<(f64, String)>,
}

#[endpoints("/api/v1", api = PROMETHEUS, format = Data)]
pub trait Prometheus {
    #[endpoint(POST, "/query", form = query, idempotent)]
    async fn query(&self, query: &Instant<'_>) -> Result<Value, Error>;

    #[endpoint(POST, "/query_range", form = query, idempotent)]
    async fn query_range(&self, query: &Range<'_>) -> Result<Value, Error>;

    #[endpoint(GET, "/series?match[]=<selectors>&<start>&<end>")]
    async fn series(
        &self,
        selectors: &[&str],
        start: Option<Timestamp>,
        end: Option<Timestamp>,
    ) -> Result<Vec<Labels>, Error>;

    /// The same for selectors that are too long for a URL.
    #[endpoint(POST, "/series", form("match[]") = selectors, form("start") = start, form("end") = end, idempotent)]
    async fn series_by_form(
        &self,
        selectors: &[&str],
        start: Option<Timestamp>,
        end: Option<Timestamp>,
    ) -> Result<Vec<Labels>, Error>;

    #[endpoint(GET, "/label/<name>/values")]
    async fn label_values(&self, name: &str) -> Result<Vec<String>, Error>;

    /// Writes samples: a `WriteRequest` of Protocol Buffers, compressed by Snappy.
    #[endpoint(
        POST, "/write", bytes = samples, header("Content-Type") = "application/x-protobuf",
        header("Content-Encoding") = "snappy", header("X-Prometheus-Remote-Write-Version") = "0.1.0",
        response = (), success = 204
    )]
    async fn write(&self, samples: &[u8]);
}

#[endpoints("/-", api = PROMETHEUS)]
pub trait Health {
    #[endpoint(GET, "/healthy", response = String)]
    async fn healthy(&self) -> Result<String, Error>;
}
