//! The four calls by hand on reqwest: timeouts, the key, and errors with the server's message.
//!
//! There are no retries, no idempotency keys and no rate limiter.

#![allow(dead_code, reason = "fields are read from JSON and dropped")]

use std::fmt;
use std::time::Duration;

use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub struct ByHand {
    http: reqwest::Client,
    base_url: String,
    key: String,
}

#[derive(Debug)]
pub enum Failed {
    Http(reqwest::Error),
    Json(serde_json::Error),
    Api(StatusCode, ApiError),
}

#[derive(Debug, Deserialize)]
pub struct ErrorEnvelope {
    pub error: ApiError,
}

#[derive(Debug, Deserialize)]
pub struct ApiError {
    #[serde(rename = "type")]
    pub error_type: String,
    pub code: String,
    pub message: String,
    pub field: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Deleted {
    pub id: String,
    pub display_id: i64,
    pub deleted: bool,
}

#[derive(Debug, Deserialize)]
pub struct Customer {
    pub id: String,
    pub display_id: i64,
    pub name: String,
    pub slug: Option<String>,
    pub domain: Option<String>,
    pub status: String,
    pub plan: Option<String>,
    pub mrr: Option<f64>,
    pub monthly_orders: Option<i64>,
    pub hubspot_company_id: Option<String>,
    pub hubspot_deal_id: Option<String>,
    pub stripe_customer_id: Option<String>,
    pub intercom_company_id: Option<String>,
    pub slack_channel_id: Option<String>,
    pub created_at: String,
    pub updated_at: String,
}

#[derive(Debug, Deserialize)]
pub struct Page {
    pub data: Vec<Customer>,
    pub has_more: bool,
    pub next_cursor: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct CustomerCreate<'a> {
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mrr: Option<i64>,
}

impl ByHand {
    pub fn new(base_url: &str, key: &str) -> Result<Self, reqwest::Error> {
        let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json"))]);
        let http = reqwest::Client::builder()
            .user_agent("by-hand/0.1.0")
            .default_headers(headers)
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(30))
            .build()?;
        Ok(Self { http, base_url: base_url.to_owned(), key: key.to_owned() })
    }

    pub async fn delete_customer(&self, id: &str) -> Result<Deleted, Failed> {
        let url = format!("{}/api/v1/customers/{id}", self.base_url);
        read(self.http.delete(url).bearer_auth(&self.key).send().await?).await
    }

    pub async fn get_customer(&self, id: &str) -> Result<Customer, Failed> {
        let url = format!("{}/api/v1/customers/{id}", self.base_url);
        read(self.http.get(url).bearer_auth(&self.key).send().await?).await
    }

    pub async fn create_customer(&self, customer: &CustomerCreate<'_>) -> Result<Customer, Failed> {
        let url = format!("{}/api/v1/customers", self.base_url);
        read(self.http.post(url).bearer_auth(&self.key).json(customer).send().await?).await
    }

    pub async fn list_customers(&self, limit: u32) -> Result<Page, Failed> {
        let url = format!("{}/api/v1/customers?limit={limit}", self.base_url);
        read(self.http.get(url).bearer_auth(&self.key).send().await?).await
    }
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Failed> {
    let status = response.status();
    let body = response.bytes().await?;
    if status.is_success() {
        return Ok(serde_json::from_slice(&body)?);
    }
    let envelope: ErrorEnvelope = serde_json::from_slice(&body)?;
    Err(Failed::Api(status, envelope.error))
}

impl From<reqwest::Error> for Failed {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

impl From<serde_json::Error> for Failed {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(error) => error.fmt(f),
            Self::Json(error) => error.fmt(f),
            Self::Api(status, error) => write!(f, "{status}: {}", error.message),
        }
    }
}

impl std::error::Error for Failed {}
