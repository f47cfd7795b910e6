//! Calls of three operations, and a client, in a crate that depends on `pivotal-api` alone.

use pivotal_api::{Body, Customers, Error, List, Lists, PivotalError, Request, Transport, http};
use serde::Deserialize;

struct Fake;

impl Transport for Fake {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let (status, body) = match (request.endpoint().operation(), request.path_and_query()) {
            ("delete-customer", "/api/v1/customers/42") => {
                (200, r#"{"object":"deleted","id":"c","display_id":42,"deleted":true}"#)
            }
            ("list-customers", _) => (200, r#"{"object":"list","data":[],"has_more":false}"#),
            _ => (409, r#"{"error":{"type":"conflict","code":"slug_taken","message":"In use","field":"slug"}}"#),
        };
        http::Response::builder().status(status).body(body.into()).map_err(Error::transport)
    }
}

/// Counts the items of a list.
async fn count<T: for<'de> Deserialize<'de>>(list: Lists<'_, T>) -> Result<usize, Error> {
    let (mut pages, mut count) = (list.pages(), 0);
    while let Some(page) = pages.next().await {
        let page: List<T> = page?;
        count += page.data.len();
    }
    Ok(count)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    assert!(Fake.delete_customer(42).await?.deleted);
    assert_eq!(count(Fake.list_customers(&Default::default())).await?, 0);

    let error = Fake.get_customer(42).await.unwrap_err();
    assert_eq!(error.to_string(), "GET /api/v1/customers/<id>: returned 409 Conflict: In use (code `slug_taken`)");
    assert_eq!(error.detail::<PivotalError>().unwrap().field.as_deref(), Some("slug"));

    let client = pivotal_api::client("pivotal_test_K8s9vQ2mXw7b")?;
    assert_eq!(client.base_url(), "https://my.pivotal.app");
    println!("three operations called through pivotal-api alone");
    Ok(())
}
