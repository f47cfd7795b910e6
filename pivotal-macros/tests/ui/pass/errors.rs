// Custom error types: as `E`, boxed, generic, and for the bodies of errors.
use pivotal_runtime::{Error, ErrorBody, ProblemDetails, Transport, endpoint, http};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Problem {
    title: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.title)
    }
}

pub enum MyError {
    Api(Error),
}

impl From<Error> for MyError {
    fn from(error: Error) -> Self {
        Self::Api(error)
    }
}

pub trait Api: Transport {
    #[endpoint(GET, "/own", error = Problem)]
    async fn own(&self) -> Result<u32, MyError>;
    #[endpoint(GET, "/boxed", error = Vec<Problem>)]
    async fn boxed(&self) -> Result<u32, Box<dyn std::error::Error + Send + Sync>>;
    #[endpoint(GET, "/generic")]
    async fn generic<E: From<Error>>(&self) -> Result<u32, E>;
    #[endpoint(GET, "/plain", error = Problem, response = u32)]
    async fn plain(&self);
    #[endpoint(GET, "/details", error = ProblemDetails, response = u32)]
    async fn details(&self);
    #[endpoint(GET, "/text", error = Option<Box<String>>, response = u32)]
    async fn text(&self);
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(api: &C) -> Result<u32, MyError> {
    let error = api.plain().await.err();
    let _: Option<&str> = error.as_ref().and_then(|error| error.detail::<Problem>()).map(|problem| &*problem.title);
    let error = api.details().await.err();
    let _: Option<&ProblemDetails> = error.as_ref().and_then(Error::detail);
    let _: Option<&http::HeaderMap> = error.as_ref().and_then(Error::headers);
    let error = api.text().await.err();
    let _: Option<(&str, Option<&str>)> = error.as_ref().and_then(|error| Some((error.message()?, error.code())));
    api.generic::<MyError>().await?;
    api.own().await
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
