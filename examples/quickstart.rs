//! Creates, reads, updates, lists and deletes a customer.
//!
//! `cargo run --example quickstart` calls a stand-in server in the same process. With `PIVOTAL_API_KEY` set, it calls
//! the real API (or `PIVOTAL_BASE_URL`) and creates a customer there.

#![allow(clippy::print_stdout, reason = "examples print their results")]

#[path = "stand_in/server.rs"]
mod stand_in;

use pivotal_api::{Client, CustomerCreate, CustomerFilter, CustomerStatus, CustomerUpdate, Customers, Patch};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::var_os("PIVOTAL_API_KEY").is_some() {
        return run(&pivotal_api::client_from_env()?).await;
    }
    let server = stand_in::start(0).await;
    let client = pivotal_api::builder("pivotal_test_quickstart")?.base_url(server.base_url()).build()?;
    run(&client).await
}

async fn run(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let new = CustomerCreate::new("Juniper Freight").plan("scale").domain("juniper-freight.example");
    let customer = client.create_customer(&new).await?;
    println!("created   {} as number {}", customer.name, customer.display_id);

    let customer = client.get_customer(&customer.id).await?;
    println!("got       {} on plan {:?}", customer.name, customer.plan);

    let changes = CustomerUpdate::new().status(CustomerStatus::Active).domain(Patch::Clear);
    let customer = client.update_customer(customer.display_id, &changes).await?;
    println!("updated   to {}, domain {:?}", customer.status, customer.domain);

    let mut customers = client.list_customers(&CustomerFilter::new().limit(10));
    while let Some(customer) = customers.next().await {
        println!("listed    {}", customer?.name);
    }

    let deleted = client.delete_customer(&customer.id).await?;
    println!("deleted   {}: {}", deleted.display_id, deleted.deleted);

    let deleted = client.delete_customer(&customer.id).await?;
    println!("deleted   {} again: {}", deleted.display_id, deleted.deleted);

    match client.get_customer(&customer.id).await {
        Err(error) if error.is_not_found() => println!("not found {error}"),
        other => return Err(format!("expected 404, got {other:?}").into()),
    }
    Ok(())
}
