//! Precedence: call > method > trait > client > `Api`. The docs of `Client` contain the table.

mod call_options;
mod formats;
mod limits;
mod rate_limits;
mod requests;
mod responses;
mod retries;
mod timeouts;

use pivotal_runtime::{Api, Body, Client, ClientBuilder, Error, ErrorBody, Response, Transport, endpoint, endpoints};
use serde::Deserialize;

use crate::support::fake::Fake;
use crate::support::seconds;

/// The settings of the API.
static SHOP: Api = Api::new()
    .base_url("https://shop.invalid")
    .header("X-Level", "api")
    .idempotency_key_header("Shop-Key")
    .retry_statuses(&[423])
    .error::<OfApi>();

macro_rules! error_body {
    ($($name:ident $field:ident),*) => {$(
        #[derive(Debug, Deserialize)]
        struct $name {
            $field: String,
        }

        impl ErrorBody for $name {
            fn message(&self) -> Option<&str> {
                Some(&self.$field)
            }
        }
    )*};
}
error_body!(OfApi api, OfTrait of_trait, OfMethod method);

/// Methods that declare nothing, in a trait that declares nothing.
trait Plain: Transport {
    #[endpoint(GET, "/plain")]
    async fn plain(&self) -> Result<Response<u8>, Error>;

    #[endpoint(POST, "/plain", body = number)]
    async fn post(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/plain/file")]
    async fn stream(&self) -> Result<Body, Error>;
}
impl<T: Transport> Plain for T {}

#[endpoints(
    "/v1?level=trait",
    header("X-Level") = "trait",
    error = OfTrait,
    success = 200,
    auth = none,
    timeout = "40s"
)]
trait Defaults {
    #[endpoint(GET, "/items")]
    async fn of_trait(&self) -> Result<Response<u8>, Error>;

    #[endpoint(
        GET,
        "/items?level=method",
        header("x-level") = "method",
        error = OfMethod,
        success = 201,
        auth = client,
        timeout = "50s"
    )]
    async fn of_method(&self) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/items", timeout = "10s", success = 200..=299)]
    async fn short(&self) -> Result<Response<u8>, Error>;

    #[endpoint(POST, "/items", body = number, header("Shop-Key") = key)]
    async fn post_with_key(&self, number: u8, key: Option<&str>) -> Result<Response<u8>, Error>;
}

fn builder(fake: &Fake) -> ClientBuilder {
    Client::builder().api(&SHOP).http_client(fake.clone())
}

fn client(fake: &Fake) -> Client {
    builder(fake).build().unwrap()
}
