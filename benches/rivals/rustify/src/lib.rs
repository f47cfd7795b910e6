use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue};
use rival_types::{Customer, Deleted, Problem};
use rustify::Client;
use rustify::errors::ClientError;
use rustify_derive::Endpoint;

#[derive(Endpoint)]
#[endpoint(path = "api/v1/customers/{self.id}", response = "Customer")]
pub struct GetCustomer {
    #[endpoint(skip)]
    pub id: String,
}

#[derive(Endpoint)]
#[endpoint(path = "api/v1/customers", method = "POST", response = "Customer")]
pub struct CreateCustomer {
    pub name: String,
    pub slug: Option<String>,
    pub mrr: Option<f64>,
}

#[derive(Endpoint)]
#[endpoint(path = "api/v1/customers/{self.id}", method = "DELETE", response = "Deleted")]
pub struct DeleteCustomer {
    #[endpoint(skip)]
    pub id: String,
}

pub fn client(base_url: &str, token: &str) -> Result<Client, Box<dyn std::error::Error>> {
    let headers = HeaderMap::from_iter([
        (ACCEPT, HeaderValue::from_static("application/json")),
        (AUTHORIZATION, HeaderValue::try_from(format!("Bearer {token}"))?),
    ]);
    let http = reqwest::Client::builder()
        .default_headers(headers)
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(30))
        .build()?;
    Ok(Client::new(base_url, http))
}

pub fn problem(error: &ClientError) -> Option<Problem> {
    match error {
        ClientError::ServerResponseError { content: Some(body), .. } => serde_json::from_str(body).ok(),
        _ => None,
    }
}
