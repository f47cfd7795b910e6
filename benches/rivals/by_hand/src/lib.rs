use std::fmt;
use std::time::Duration;

use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use reqwest::{Response, StatusCode};
use rival_types::{Customer, CustomerCreate, Deleted, Problem};
use serde::de::DeserializeOwned;

pub struct Client {
    http: reqwest::Client,
    base_url: String,
    token: String,
}

#[derive(Debug)]
pub enum Error {
    Http(reqwest::Error),
    Json(serde_json::Error),
    Api(StatusCode, Option<Problem>),
}

impl Client {
    pub fn new(base_url: &str, token: &str) -> Result<Self, Error> {
        let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json"))]);
        let http = reqwest::Client::builder()
            .default_headers(headers)
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(30))
            .build()?;
        Ok(Self { http, base_url: base_url.to_owned(), token: token.to_owned() })
    }

    pub async fn get_customer(&self, id: &str) -> Result<Customer, Error> {
        let url = format!("{}/api/v1/customers/{id}", self.base_url);
        read(self.http.get(url).bearer_auth(&self.token).send().await?).await
    }

    pub async fn create_customer(&self, customer: &CustomerCreate) -> Result<Customer, Error> {
        let url = format!("{}/api/v1/customers", self.base_url);
        read(self.http.post(url).bearer_auth(&self.token).json(customer).send().await?).await
    }

    pub async fn delete_customer(&self, id: &str) -> Result<Deleted, Error> {
        let url = format!("{}/api/v1/customers/{id}", self.base_url);
        read(self.http.delete(url).bearer_auth(&self.token).send().await?).await
    }
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Error> {
    let status = response.status();
    let body = response.bytes().await?;
    if status.is_success() {
        return Ok(serde_json::from_slice(&body)?);
    }
    Err(Error::Api(status, serde_json::from_slice(&body).ok()))
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(error) => error.fmt(f),
            Self::Json(error) => error.fmt(f),
            Self::Api(status, Some(problem)) => write!(f, "{status}: {}", problem.error.message),
            Self::Api(status, None) => status.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
