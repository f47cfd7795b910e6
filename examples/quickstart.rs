//! Creates, reads, updates, lists and deletes a customer with Pivotal's API.
//!
//! Run it with `cargo run -p examples --example quickstart`. It calls a stand-in server in the same process. With
//! `PIVOTAL_API_KEY` set, it calls the real API (or `PIVOTAL_BASE_URL`), and creates a customer there.
//!
//! Next: `test_kit`, which tests code that makes calls.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use pivotal_api::{Client, CustomerCreate, CustomerFilter, CustomerStatus, CustomerUpdate, Customers, Patch};

/// The path of the calls, for the lines that this example prints.
const CUSTOMERS: &str = "/api/v1/customers";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::var_os("PIVOTAL_API_KEY").is_some() {
        println!("Pivotal's API, with the key in PIVOTAL_API_KEY\n");
        return run(&pivotal_api::client_from_env()?).await;
    }
    let server = stand_in::pivotal::start(0).await?;
    println!("stand-in server of Pivotal's API at {}\n", server.url());
    let client = pivotal_api::builder("pivotal_test_quickstart")?.base_url(server.url()).build()?;
    run(&client).await
}

async fn run(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let new = CustomerCreate::new("Juniper Freight").plan("scale").domain("juniper-freight.example");
    let customer = client.create_customer(&new).await?;
    println!("POST {CUSTOMERS} → customer {}: {}", customer.display_id, customer.name);

    let customer = client.get_customer(&customer.id).await?;
    println!("GET {CUSTOMERS}/{} → {}, plan {:?}", customer.id, customer.name, customer.plan);

    let changes = CustomerUpdate::new().status(CustomerStatus::Active).domain(Patch::Clear);
    let customer = client.update_customer(customer.display_id, &changes).await?;
    println!("PATCH {CUSTOMERS}/{} → status {}, domain {:?}", customer.display_id, customer.status, customer.domain);

    let mut customers = client.list_customers(&CustomerFilter::new().limit(10));
    while let Some(customer) = customers.next().await {
        println!("GET {CUSTOMERS}?limit=10 → {}", customer?.name);
    }

    let deleted = client.delete_customer(&customer.id).await?;
    println!("DELETE {CUSTOMERS}/{} → deleted: {}", deleted.id, deleted.deleted);

    let deleted = client.delete_customer(&customer.id).await?;
    println!("DELETE {CUSTOMERS}/{}, repeated → deleted: {}", deleted.id, deleted.deleted);

    match client.get_customer(&customer.id).await {
        Err(error) if error.is_not_found() => {
            println!("GET {CUSTOMERS}/{} → error, `is_not_found()`\n    {error}", customer.id);
        }
        other => return Err(format!("expected 404, got {other:?}").into()),
    }

    println!(
        "\nnext: cargo run -p examples --example test_kit, which tests code that makes calls, while a fake server fails"
    );
    Ok(())
}
