//! The four calls by the client that progenitor generates from the API's document in `build.rs`.

use std::sync::LazyLock;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};

pub use self::client::Client;
pub use self::client::Error::ErrorResponse;
use self::client::types::CustomerCreate;

#[allow(clippy::all, rustdoc::all, dead_code, reason = "generated code")]
mod client {
    include!(concat!(env!("OUT_DIR"), "/client.rs"));
}

/// Creates a client with the key and the timeouts of the one by hand. The generated code sends `Accept` and `api-version`.
pub fn client(base_url: &str, key: &str) -> Result<Client, Box<dyn std::error::Error>> {
    let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::try_from(format!("Bearer {key}"))?)]);
    let http = reqwest::Client::builder()
        .user_agent("progenitor/0.15.1")
        .default_headers(headers)
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(30))
        .build()?;
    Ok(Client::new_with_client(base_url, http))
}

/// The body of POST.
pub static CREATE: LazyLock<CustomerCreate> = LazyLock::new(|| CustomerCreate {
    name: "Juniper Freight".to_owned(),
    slug: Some("juniper-freight".to_owned()),
    mrr: Some(4200.0),
    domain: None,
    hubspot_company_id: None,
    hubspot_deal_id: None,
    intercom_company_id: None,
    metadata: serde_json::Map::new(),
    monthly_orders: None,
    plan: None,
    slack_channel_id: None,
    status: None,
    stripe_customer_id: None,
});
