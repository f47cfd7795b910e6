// Defaults of a trait, and keys of methods that win over them.
#![deny(warnings)]
use std::time::Duration;

use pivotal_runtime::{
    Api, BlockingTransport, Client, DynTransport, Endpoint, Error, ErrorBody, Multipart, Next, Pages, Paginated, endpoint,
    endpoints, http,
};
use serde::{Deserialize, Serialize};

static SHOP: Api = Api::new().base_url("https://shop.example");

#[derive(Deserialize)]
pub struct Problem {}

impl ErrorBody for Problem {}

#[derive(Serialize, Deserialize)]
pub struct Item {}

/// Every key.
#[endpoints(
    "/v2/accounts/<account>?api-version=2024-07-01&<lang>",
    api = SHOP,
    error = Problem,
    header("X-Client") = "shop",
    header("X-Tenant") = tenant,
    header(..) = headers,
    header("Content-Type") = "application/vnd.shop+json",
    success = [200, 201],
    auth = none,
    timeout = "90s",
    transport = DynTransport,
    crate = ::pivotal_runtime
)]
pub trait Items {
    /// An empty template.
    #[endpoint(GET, "")]
    async fn items(&self, account: u8, lang: &str, tenant: Option<u8>, headers: &http::HeaderMap) -> Result<Vec<Item>, Error>;

    /// A query alone.
    #[endpoint(GET, "?<limit>")]
    async fn some(&self, account: u8, lang: &str, limit: u8, tenant: u8, headers: &http::HeaderMap) -> Result<Vec<Item>, Error>;

    /// Replaced query pairs and headers of the trait need no parameter.
    #[endpoint(PUT, "/items/<id>?lang=en&api-version=2023-01-01", header("x-tenant") = "7", body = item)]
    async fn put(&self, account: u8, id: u64, item: &Item, headers: &http::HeaderMap) -> Result<Item, Error>;

    /// Every key of the trait replaced.
    #[endpoint(
        POST, "/files", multipart = file, error = String, success = 200..=299, auth = client, timeout = "250ms", api = SHOP,
        response = ()
    )]
    async fn upload(&self, account: u8, lang: &str, file: Multipart, tenant: u8, headers: &http::HeaderMap) -> Result<(), Error>;
}

/// The defaults of pages, and of parameters with other types.
#[endpoints("/<shop>")]
pub trait Lists {
    #[endpoint(GET, "/items?<cursor>")]
    fn all(&self, shop: impl Into<String>, cursor: Option<&str>) -> Pages<'_, Page>;

    #[endpoint(GET, "/count")]
    async fn count(&self, shop: u8) -> Result<u64, Error>;
}

#[derive(Deserialize)]
pub struct Page {}

impl Paginated for Page {
    type Item = Item;

    fn into_items(self) -> Vec<Item> {
        Vec::new()
    }

    fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
        Next::end()
    }
}

/// Blocking, with a query alone, no default that needs a parameter, and a macro's types.
#[endpoints("?v=1", transport = BlockingTransport, timeout = "1h")]
pub trait Waiting {
    #[endpoint(GET, "/now")]
    fn now(&self) -> Result<String, Error>;
}

/// No method is compiled.
#[endpoints("/<gone>", header("X-Gone") = away)]
pub trait Empty {}

macro_rules! declare {
    ($name:ident, $api:expr, $error:ty, $path:literal) => {
        #[endpoints($path, error = $error)]
        pub trait $name {
            #[endpoint(GET, "/<id>")]
            async fn get(&self, id: u8) -> Result<Item, Error>;
        }
    };
}
declare!(Declared, SHOP, Problem, "/declared");

/// All keys are valid on a method alone.
pub trait Alone: DynTransport {
    #[endpoint(
        GET, "/alone/<id>?api-version=1", api = SHOP, error = Problem, header("X-Client") = "shop", success = 200,
        auth = none, timeout = "90s"
    )]
    async fn alone(&self, id: u8) -> Result<Item, Error>;
}

fn main() {
    let endpoints: &[Endpoint] = <Client as Lists>::ENDPOINTS;
    assert_eq!(endpoints[0].template(), "/<shop>/items?<cursor>");
    let items = <Client as Items>::ENDPOINTS;
    assert_eq!(items[0].template(), "/v2/accounts/<account>?api-version=2024-07-01&<lang>");
    assert_eq!(items[1].template(), "/v2/accounts/<account>?api-version=2024-07-01&<lang>&<limit>");
    assert_eq!(items[2].template(), "/v2/accounts/<account>/items/<id>?lang=en&api-version=2023-01-01");
    assert_eq!(items[0].timeout(), Some(Duration::from_secs(90)));
    assert_eq!(items[3].timeout(), Some(Duration::from_millis(250)));
    assert_eq!((items[0].success_statuses(), items[3].success_statuses()), (&[200..=200, 201..=201][..], &[200..=299][..]));
    assert_eq!((items[0].sends_credentials(), items[3].sends_credentials()), (false, true));
}
