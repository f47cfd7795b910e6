//! GraphQL over HTTP, as a format: methods return the `data`, and the first of the `errors` is an error of the API.

use pivotal_runtime::{DecodeError, Format, Json};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The body of a request.
#[derive(Debug, Serialize)]
pub struct Query<V> {
    pub query: &'static str,
    pub variables: V,
}

/// The format of responses.
pub struct GraphQl;

#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Envelope<T> {
    data: Option<T>,
    #[serde(default)]
    errors: Vec<Problem>,
}

#[derive(Deserialize)]
struct Problem {
    message: String,
    #[serde(default)]
    extensions: Extensions,
}

#[derive(Default, Deserialize)]
struct Extensions {
    code: Option<String>,
}

impl Format for GraphQl {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        // The data can be incomplete if there are errors.
        let Envelope::<Data> { data, errors } = Json::decode(body)?;
        match (errors.into_iter().next(), data) {
            (Some(error), _) => Err(DecodeError::api(error.extensions.code.as_deref(), error.message)),
            (None, Some(_)) => Json::decode::<Complete<T>>(body).map(|complete| complete.data),
            (None, None) => Err(DecodeError::unreadable("neither `data` nor `errors`")),
        }
    }
}

/// Data that is not read.
type Data = serde::de::IgnoredAny;

#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Complete<T> {
    data: T,
}
