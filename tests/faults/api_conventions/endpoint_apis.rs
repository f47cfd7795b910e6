//! Endpoints with an `Api`, and clients that follow it or are rejected.

use pivotal_runtime::{
    Api, Basic, Bearer, ClientBuilder, Error, ErrorBody, ErrorKind, ProblemDetails, Response, Transport, endpoint,
    endpoints,
};
use serde::Deserialize;

use crate::support::fake::Fake;
use crate::support::fake::reply::{ok, status};

static SHOP: Api = Api::new()
    .base_url("https://shop.invalid")
    .header("X-Shop-Version", "7")
    .idempotency_key_header("Shop-Key")
    .retry_statuses(&[423])
    .request_id_header("Shop-Request")
    .error::<ShopError>();

static OTHER: Api = Api::new().base_url("https://other.invalid").error::<ProblemDetails>();

/// An API that equals `SHOP`, and is another one nevertheless.
static TWIN: Api = Api::new()
    .base_url("https://shop.invalid")
    .header("X-Shop-Version", "7")
    .idempotency_key_header("Shop-Key")
    .retry_statuses(&[423])
    .request_id_header("Shop-Request")
    .error::<ShopError>();

/// A constant, which has no address.
const CONSTANT: Api = Api::new().base_url("https://constant.invalid").header("X-Constant", "1").error::<ShopError>();

#[derive(Debug, Deserialize)]
struct ShopError {
    problem: String,
    number: u32,
}

impl ErrorBody for ShopError {
    fn message(&self) -> Option<&str> {
        Some(&self.problem)
    }
}

#[endpoints("/v1", api = SHOP)]
trait Shop: Transport {
    #[endpoint(GET, "/stock")]
    async fn stock(&self) -> Result<Response<u8>, Error>;

    #[endpoint(POST, "/orders", body = number, auth = none)]
    async fn order(&self, number: u8) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/stock", api = OTHER)]
    async fn of_other(&self) -> Result<Response<u8>, Error>;

    #[endpoint(GET, "/stock", api = CONSTANT)]
    async fn of_constant(&self) -> Result<Response<u8>, Error>;
}

trait Anywhere: Transport {
    #[endpoint(GET, "/stock")]
    async fn anywhere(&self) -> Result<Response<u8>, Error>;
}
impl<T: Transport> Anywhere for T {}

/// Checks that a call is rejected before anything is sent.
fn is_rejected(error: &Error, fake: &Fake, message: &str) {
    assert_eq!((error.kind(), error.attempts(), fake.count()), (ErrorKind::Config, 0, 0), "{error:?}");
    assert_eq!((error.delivery(), error.is_retryable()), (None, false));
    assert!(error.endpoint().is_some());
    assert!(error.to_string().contains(message), "{error}");
}

#[tokio::test(start_paused = true)]
async fn client_of_another_api_is_rejected() {
    let message = "the endpoint belongs to another API than the client";
    let fake = Fake::script([]);
    let with_credentials = fake.plain().api(&OTHER).credentials(Bearer::new("t-12345678").unwrap());
    for builder in [fake.plain().api(&OTHER), fake.plain().api(&TWIN), fake.plain().api(&CONSTANT), with_credentials] {
        let client = builder.build().unwrap();
        is_rejected(&client.stock().await.unwrap_err(), &fake, message);
        is_rejected(&client.order(1).await.unwrap_err(), &fake, message);
        is_rejected(&client.with(pivotal_runtime::CallOptions::new()).stock().await.unwrap_err(), &fake, message);
    }
    let client = fake.plain().api(&SHOP).build().unwrap();
    is_rejected(&client.of_other().await.unwrap_err(), &fake, message);
    is_rejected(&client.of_constant().await.unwrap_err(), &fake, message);
}

/// The credentials could belong to any API.
#[tokio::test(start_paused = true)]
async fn client_with_credentials_and_without_an_api_is_rejected() {
    let fake = Fake::script([]);
    for builder in [
        fake.plain().credentials(Bearer::new("t-12345678").unwrap()),
        fake.plain().credentials(Basic::new("ada", "p4ssw0rd").unwrap()),
    ] {
        let client = builder.build().unwrap();
        let message = "the client has credentials, but no API";
        is_rejected(&client.stock().await.unwrap_err(), &fake, message);
        is_rejected(&client.order(1).await.unwrap_err(), &fake, message);
    }
    let fake = Fake::script([ok()]);
    let client = fake.plain().credentials(Bearer::new("t-12345678").unwrap()).build().unwrap();
    client.anywhere().await.unwrap();
}

/// Checks that a client follows the conventions of the shop.
async fn follows_the_shop(builder: impl Fn(&Fake) -> ClientBuilder) {
    let locked = || status(423).body(r#"{"problem":"closed","number":9}"#).header("shop-request", "r-7");
    let fake = Fake::new(move |_| locked());
    let client = builder(&fake).build().unwrap();
    for (error, has_key) in [(client.stock().await.unwrap_err(), false), (client.order(1).await.unwrap_err(), true)] {
        assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (423, 3), "the status is retried");
        assert_eq!((error.message(), error.request_id()), (Some("closed"), Some("r-7")));
        assert_eq!(error.detail::<ShopError>().map(|detail| detail.number), Some(9));
        assert!(error.to_string().contains("returned 423 Locked: closed, after 3 attempts"), "{error}");
        assert_eq!(error.idempotency_key().is_some(), has_key);
    }
    let sent = fake.sent();
    assert_eq!(sent.len(), 6);
    assert!(sent.iter().all(|sent| sent.header("x-shop-version") == Some("7")));
    for (number, sent) in sent.iter().enumerate() {
        assert_eq!(sent.header("shop-key").is_some(), number >= 3, "a POST has a key");
        assert_eq!(sent.header("idempotency-key"), None);
    }
    assert_eq!(sent[3].header("shop-key"), sent[5].header("shop-key"));
}

#[tokio::test(start_paused = true)]
async fn client_without_credentials_and_without_an_api_follows_the_endpoint() {
    follows_the_shop(Fake::plain).await;
}

#[tokio::test(start_paused = true)]
async fn client_of_the_same_api_follows_it() {
    follows_the_shop(|fake| fake.plain().api(&SHOP)).await;
    follows_the_shop(|fake| fake.plain().api(&SHOP).credentials(Bearer::new("t-12345678").unwrap())).await;
}

#[tokio::test(start_paused = true)]
async fn constant_works_like_a_static() {
    let fake = Fake::new(|_| status(400).body(r#"{"problem":"odd","number":1}"#));
    for builder in [fake.plain(), fake.plain().api(&CONSTANT)] {
        let error = builder.build().unwrap().of_constant().await.unwrap_err();
        assert_eq!(error.detail::<ShopError>().map(|detail| detail.number), Some(1), "{error:?}");
    }
    assert!(fake.sent().iter().all(|sent| sent.header("x-constant") == Some("1")));
    let client = pivotal_runtime::Client::builder().api(&CONSTANT).http_client(fake.clone()).build().unwrap();
    assert_eq!(client.base_url(), "https://constant.invalid");
    client.of_constant().await.unwrap_err();
    assert_eq!(fake.sent()[2].host(), "constant.invalid");
}

#[tokio::test(start_paused = true)]
async fn endpoint_without_an_api_follows_the_client() {
    let fake = Fake::new(|_| status(400).body(r#"{"problem":"odd","number":1,"title":"Odd"}"#));
    let error_of = async |builder: ClientBuilder| builder.build().unwrap().anywhere().await.unwrap_err();
    assert_eq!(error_of(fake.plain().api(&SHOP)).await.message(), Some("odd"));
    assert_eq!(error_of(fake.plain().api(&OTHER)).await.message(), Some("Odd"));
    assert_eq!(error_of(fake.plain()).await.message(), None);
    let versions = fake.sent().into_iter().map(|sent| sent.header("x-shop-version").map(str::to_owned));
    assert_eq!(versions.collect::<Vec<_>>(), [Some("7".to_owned()), None, None]);
}
