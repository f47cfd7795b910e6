//! Clients on which only the base URL is configured.

use feignhttp::HttpRequest;
use rival_ours::Customers as _;
use rival_rustify::GetCustomer;
use rustify::Endpoint;

use crate::approach::Approach;

/// Gets a customer with the default client of a library.
pub async fn get(approach: Approach, base_url: &str) -> Result<(), Box<dyn std::error::Error>> {
    let url = format!("{base_url}/api/v1/customers/318");
    match approach {
        Approach::Pivotal => {
            let client = pivotal_runtime::Client::builder().base_url(base_url).build()?;
            client.get_customer("318").await?;
        }
        Approach::ByHand => {
            reqwest::Client::new().get(url).send().await?;
        }
        // What `Customers::builder().build()` creates without a `ClientConfig`.
        Approach::Feignhttp => {
            let client = feignhttp::HttpClient::new()?;
            feignhttp::RequestBuilder::new(client).url(&url).method("GET").build()?.send().await?;
        }
        Approach::Rustify => {
            let client = rustify::Client::default(base_url);
            GetCustomer { id: "318".to_owned() }.exec(&client).await?;
        }
        Approach::Progenitor => {
            rival_progenitor::Client::new(base_url).get_customer("318").await?;
        }
    }
    Ok(())
}
