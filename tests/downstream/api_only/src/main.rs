//! Endpoints of ours and of the user's through `pivotal-api` alone.

use pivotal_api::{Body, Customers, Error, Request, Transport, endpoint, http};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Report {
    lines: u32,
}

trait Reports: Transport {
    #[endpoint(GET, "/api/v1/reports/<id>")]
    async fn report(&self, id: u64) -> Result<Report, Error>;

    #[endpoint(POST, "/api/v1/reports", body = report)]
    async fn create(&self, report: &Report) -> Result<Report, Error>;

    #[endpoint(DELETE, "/api/v1/reports/<id>", response = ())]
    async fn delete(&self, id: u64);
}

impl<T: Transport> Reports for T {}

struct Fake;

impl Transport for Fake {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let body = match request.path_and_query() {
            "/api/v1/customers/42" => r#"{"object":"deleted","id":"c","display_id":42,"deleted":true}"#,
            _ => r#"{"lines":7}"#,
        };
        Ok(http::Response::new(body.into()))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    assert_eq!(Fake.report(1).await?, Report { lines: 7 });
    assert_eq!(Fake.create(&Report { lines: 7 }).await?, Report { lines: 7 });
    Fake.delete(1).await?;
    assert!(Fake.delete_customer(42).await?.deleted);
    println!("three endpoints called through pivotal-api alone");
    Ok(())
}
