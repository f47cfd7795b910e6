//! The trait for rate limiters, and the attempts that they admit.

mod acquired;
mod header;

use http::{HeaderMap, StatusCode};
use tokio::time::Instant;

use crate::{Api, Endpoint, Error};

pub(super) use self::acquired::{Acquired, ErasedRateLimiter, Limiter};
pub use self::header::{HeaderRateLimiter, RateLimitPermit};

/// Decides when an attempt can be sent.
///
/// A [`Client`](crate::Client) uses [`HeaderRateLimiter`] by default, which follows the headers of the responses.
/// [`ClientBuilder::rate_limiter`](crate::ClientBuilder::rate_limiter) replaces it. The client calls
/// [`acquire`](Self::acquire) before each attempt, and [`update`](Self::update) when the head of its response arrives.
///
/// This limiter sends one request per interval:
///
/// ```
/// use std::time::Duration;
///
/// use pivotal_runtime::http::{HeaderMap, StatusCode};
/// use pivotal_runtime::{Client, Error, RateLimitedAttempt, RateLimiter};
/// use tokio::sync::Mutex;
/// use tokio::time::{Instant, sleep_until};
///
/// struct FixedInterval {
///     interval: Duration,
///     next: Mutex<Instant>,
/// }
///
/// impl FixedInterval {
///     fn new(interval: Duration) -> Self {
///         Self { interval, next: Mutex::new(Instant::now()) }
///     }
/// }
///
/// impl RateLimiter for FixedInterval {
///     type Permit = ();
///
///     async fn acquire(&self, _: &RateLimitedAttempt) -> Result<(), Error> {
///         // The other attempts wait for the lock, in their order.
///         let mut next = self.next.lock().await;
///         sleep_until(*next).await;
///         *next = Instant::now() + self.interval;
///         Ok(())
///     }
///
///     fn update(&self, (): (), _: StatusCode, _: &HeaderMap) {}
/// }
///
/// fn client() -> Result<Client, Error> {
///     let limiter = FixedInterval::new(Duration::from_millis(200));
///     Client::builder().base_url("https://api.example.com").rate_limiter(limiter).build()
/// }
/// #
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> Result<(), Error> {
/// #     client()?;
/// #     static ENDPOINT: pivotal_runtime::Endpoint =
/// #         pivotal_runtime::Endpoint::new(pivotal_runtime::http::Method::GET, "/", "root");
/// #     let start = Instant::now();
/// #     let limiter = FixedInterval::new(Duration::from_millis(200));
/// #     let attempt = RateLimitedAttempt::new(&ENDPOINT, start + Duration::from_secs(1));
/// #     for number in 0..4 {
/// #         limiter.acquire(&attempt).await?;
/// #         assert_eq!(start.elapsed().as_millis() / 200, number);
/// #     }
/// #     Ok(())
/// # }
/// ```
pub trait RateLimiter: Send + Sync + 'static {
    /// The value that the client keeps from [`acquire`](Self::acquire) until the response.
    ///
    /// It is `()` if the limiter needs none. The client drops it without [`update`](Self::update) if the attempt ends before
    /// a response.
    type Permit: Send + 'static;

    /// Waits until the attempt can be sent.
    ///
    /// An attempt that waits does not count towards [`max_concurrency`](crate::ClientBuilder::max_concurrency). The client
    /// drops the future if the caller drops the call. At the deadline, it drops the future, and the call fails with a
    /// timeout.
    ///
    /// If [waiting is disabled](crate::ClientBuilder::wait_for_rate_limit), the deadline is the current time. The client then
    /// polls the future once. If it is pending, the client drops it, and sends the attempt without a permit.
    ///
    /// # Errors
    ///
    /// The call fails with the error, and the attempt is not sent.
    fn acquire(&self, attempt: &RateLimitedAttempt) -> impl Future<Output = Result<Self::Permit, Error>> + Send;

    /// Reads the status and the headers of the response to an attempt.
    fn update(&self, permit: Self::Permit, status: StatusCode, headers: &HeaderMap);
}

/// An attempt that a [`RateLimiter`] admits.
///
/// The client creates it. [`new`](Self::new) is for tests of a limiter of your own.
///
/// ```
/// use std::time::Duration;
///
/// use pivotal_runtime::http::Method;
/// use pivotal_runtime::{Endpoint, RateLimitedAttempt};
/// use tokio::time::Instant;
///
/// static EXPORT: Endpoint = Endpoint::new(Method::GET, "/export", "export");
/// let attempt = RateLimitedAttempt::new(&EXPORT, Instant::now() + Duration::from_secs(1));
/// assert_eq!(attempt.endpoint().operation(), "export");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct RateLimitedAttempt {
    endpoint: &'static Endpoint,
    api: Option<&'static Api>,
    deadline: Instant,
}

impl RateLimitedAttempt {
    /// Creates an attempt, for tests of a limiter of your own.
    ///
    /// Its [`api`](Self::api) is that of the endpoint.
    #[must_use]
    pub const fn new(endpoint: &'static Endpoint, deadline: Instant) -> Self {
        Self { endpoint, api: endpoint.api(), deadline }
    }

    /// Replaces the API, by that of the client.
    pub(super) const fn with_api(mut self, api: Option<&'static Api>) -> Self {
        self.api = api;
        self
    }

    /// Returns the endpoint that is called.
    #[must_use]
    pub const fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Returns the API whose conventions the call follows.
    ///
    /// It is that of the client or, if it has none, that of the endpoint.
    #[must_use]
    pub const fn api(&self) -> Option<&'static Api> {
        self.api
    }

    /// Returns the time at which the client stops waiting.
    ///
    /// It is the deadline of the call, or the current time if [waiting is
    /// disabled](crate::ClientBuilder::wait_for_rate_limit). It is an instant of tokio, which follows a clock that a test
    /// pauses.
    #[must_use]
    pub const fn deadline(&self) -> Instant {
        self.deadline
    }
}
