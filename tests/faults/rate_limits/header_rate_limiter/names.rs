//! The headers that the limiter reads.

use pivotal_runtime::{Api, Client, ClientBuilder, Error, HeaderRateLimiter, RateLimitHeaders, Transport, endpoint};

use super::seconds;
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::support::fake::servers::date;

const NAMES: RateLimitHeaders = RateLimitHeaders::new().remaining("Shop-Remaining").reset("Shop-Reset");
static SHOP: Api = Api::new().rate_limit(NAMES);

trait Shop: Transport {
    #[endpoint(GET, "/stock", api = SHOP)]
    async fn stock(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/anything")]
    async fn anything(&self) -> Result<u8, Error>;
}
impl<T: Transport> Shop for T {}

/// Returns whether the second of two calls waits for the reset that the headers of `NAMES` report.
async fn waits(
    set: impl FnOnce(ClientBuilder) -> ClientBuilder,
    call: impl AsyncFn(&Client) -> Result<u8, Error>,
) -> bool {
    let fake =
        Fake::new(|sent| ok().header("date", &date(sent.at)).header("shop-remaining", "0").header("shop-reset", "30"));
    let client = set(fake.plain()).build().unwrap();
    call(&client).await.unwrap();
    call(&client).await.unwrap();
    fake.gaps() == [seconds(30)]
}

#[tokio::test(start_paused = true)]
async fn client_without_an_api_reads_the_headers_of_the_endpoint() {
    assert!(waits(|it| it, Client::stock).await);
    assert!(!waits(|it| it, Client::anything).await, "the standard headers are missing");
}

#[tokio::test(start_paused = true)]
async fn client_reads_the_headers_of_its_api() {
    assert!(waits(|it| it.api(&SHOP), Client::anything).await);
    assert!(waits(|it| it.api(&SHOP).rate_limiter(HeaderRateLimiter::default()), Client::anything).await);
}

#[tokio::test(start_paused = true)]
async fn headers_of_the_limiter_replace_those_of_the_api() {
    assert!(waits(|it| it.rate_limiter(HeaderRateLimiter::new(NAMES)), Client::anything).await);
    let standard = HeaderRateLimiter::new(RateLimitHeaders::new());
    assert!(!waits(|it| it.api(&SHOP).rate_limiter(standard), Client::stock).await);
}
