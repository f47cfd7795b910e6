//! Stripe: nested forms, idempotency keys, and uploads to another host.

use std::collections::BTreeMap;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Error, ErrorBody, Multipart, Next, Pages, Paginated, Sent, endpoints};
use serde::{Deserialize, Serialize};

pub static STRIPE: Api = Api::new()
    .base_url("https://api.stripe.com")
    .credential_origins(&[FILES_URL])
    .header("Stripe-Version", "2024-06-20")
    .request_id_header("Request-Id")
    .idempotency_key_header("Idempotency-Key")
    .error::<Problem>();

/// The base URL for `Files`, as in `client.at(FILES_URL)`.
pub const FILES_URL: &str = "https://files.stripe.com";

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, Deserialize)]
pub struct Cause {
    pub r#type: String,
    pub code: Option<String>,
    pub decline_code: Option<String>,
    pub message: Option<String>,
    pub param: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        self.error.message.as_deref()
    }

    fn code(&self) -> Option<&str> {
        self.error.code.as_deref()
    }
}

#[derive(Debug, Default, Serialize)]
pub struct NewCharge<'a> {
    pub amount: u64,
    pub currency: &'a str,
    pub source: Option<&'a str>,
    pub metadata: BTreeMap<&'a str, &'a str>,
    pub shipping: Option<Shipping<'a>>,
    #[serde(rename = "expand[]")]
    pub expand: &'a [&'a str],
}

#[derive(Debug, Serialize)]
pub struct Shipping<'a> {
    pub name: &'a str,
    pub address: Address<'a>,
}

#[derive(Debug, Serialize)]
pub struct Address<'a> {
    pub line1: &'a str,
    pub city: &'a str,
}

#[derive(Debug, Serialize)]
pub struct NewSubscription<'a> {
    pub customer: &'a str,
    pub items: &'a [Item<'a>],
}

#[derive(Debug, Serialize)]
pub struct Item<'a> {
    pub price: &'a str,
    pub quantity: Option<u32>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Charge {
    pub id: String,
    pub amount: u64,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Subscription {
    pub id: String,
    pub status: String,
}

/// Limits of a time.
#[derive(Debug, Default, Serialize)]
pub struct Range {
    pub gte: Option<u64>,
    pub lt: Option<u64>,
}

#[derive(Debug, Deserialize)]
pub struct Charges {
    pub data: Vec<Charge>,
    pub has_more: bool,
}

impl Paginated for Charges {
    type Item = Charge;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("starting_after", self.data.last().map(|charge| &*charge.id)).when(self.has_more)
    }

    fn into_items(self) -> Vec<Charge> {
        self.data
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct File {
    pub id: String,
    pub size: u64,
}

#[endpoints("/v1", api = STRIPE)]
pub trait Stripe {
    #[endpoint(POST, "/charges", form = charge, header("Stripe-Account") = account)]
    async fn charge(&self, charge: &NewCharge<'_>, account: Option<&str>) -> Result<Charge, Error>;

    #[endpoint(GET, "/charges?<limit>&created[<created..>]&expand[]=<expand>")]
    fn charges(&self, limit: u8, created: &Range, expand: &[&str]) -> Pages<'_, Charges>;

    #[endpoint(POST, "/subscriptions", form = subscription)]
    async fn subscribe(&self, subscription: &NewSubscription<'_>) -> Result<Subscription, Error>;

    #[endpoint(POST, "/subscriptions/<id>", form("cancel_at_period_end") = "true", form("metadata") = metadata)]
    async fn cancel_at_period_end(&self, id: &str, metadata: &BTreeMap<&str, &str>) -> Result<Subscription, Error>;
}

#[endpoints("/v1", api = STRIPE)]
pub trait Files {
    /// Returns a PDF. Its client is that of `FILES_URL`, too.
    #[endpoint(GET, "/quotes/<id>/pdf", header("Accept") = "application/pdf")]
    async fn quote_pdf(&self, id: &str) -> Result<Body, Error>;

    /// The form has a text `purpose` and, after it, a file `file`.
    #[endpoint(POST, "/files", multipart = form)]
    async fn upload(&self, form: Multipart) -> Result<File, Error>;
}
