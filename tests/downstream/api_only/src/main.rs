//! Calls of three operations, and a client, in a crate that depends on `pivotal-api` alone.

use pivotal_api::testing::Fake;
use pivotal_api::{Customers, Error, List, Lists, PIVOTAL, PivotalError};
use serde::Deserialize;
use serde_json::json;

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
    let fake = Fake::with_api(&PIVOTAL);
    let deleted = json!({ "object": "deleted", "id": "c", "display_id": 42, "deleted": true });
    fake.on(|api| api.delete_customer(42)).responds(200, deleted);
    assert!(fake.delete_customer(42).await?.deleted);
    fake.on(|api| api.list_customers(&Default::default())).returns(&[List::new(vec![], None)]);
    assert_eq!(count(fake.list_customers(&Default::default())).await?, 0);

    let taken = json!({ "type": "conflict", "code": "slug_taken", "message": "In use", "field": "slug" });
    fake.on(|api| api.get_customer(42)).responds(409, json!({ "error": taken }));
    let error = fake.get_customer(42).await.unwrap_err();
    assert_eq!(error.to_string(), "GET /api/v1/customers/<id>: returned 409 Conflict: In use (code `slug_taken`)");
    assert_eq!(error.detail::<PivotalError>().unwrap().field.as_deref(), Some("slug"));

    let client = pivotal_api::client("pivotal_test_K8s9vQ2mXw7b")?;
    assert_eq!(client.base_url(), "https://my.pivotal.app");
    println!("three operations called through pivotal-api alone");
    Ok(())
}
