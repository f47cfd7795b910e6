use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};

progenitor::generate_api!("openapi.json");

pub fn client(base_url: &str, token: &str) -> Result<Client, Box<dyn std::error::Error>> {
    let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::try_from(format!("Bearer {token}"))?)]);
    let http = reqwest::Client::builder()
        .default_headers(headers)
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(30))
        .build()?;
    Ok(Client::new_with_client(base_url, http))
}
