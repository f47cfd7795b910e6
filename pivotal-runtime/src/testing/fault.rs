//! Faults of the network and the server.

use std::io;
use std::ops::RangeInclusive;
use std::time::Duration;

use http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

use super::reply::Planned;
use crate::{Bytes, Error};

/// A fault of the network or the server.
///
/// Retries depend on the [`Delivery`](crate::Delivery) of the error that a fault causes.
///
/// ```
/// use pivotal_runtime::testing::{Fake, Fault};
/// use pivotal_runtime::{Delivery, Error, Transport, endpoint};
///
/// trait Notes: Transport {
///     #[endpoint(GET, "/notes/<id>")]
///     async fn note(&self, id: u64) -> Result<String, Error>;
/// }
/// impl<T: Transport> Notes for T {}
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let fake = Fake::new();
/// fake.on(|api| api.note(7)).fails(Fault::Refused);
/// let error = fake.note(7).await.unwrap_err();
/// assert_eq!(error.delivery(), Some(Delivery::NotSent));
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The server refuses the connection: [`ErrorKind::Connect`](crate::ErrorKind::Connect), nothing was sent.
    Refused,
    /// The connection is closed before the server takes the request, so nothing was sent.
    ///
    /// The kind is [`ErrorKind::Transport`](crate::ErrorKind::Transport). A [`Client`](crate::Client) sends the request again
    /// at once, at most twice in a call.
    ResetBeforeSending,
    /// The connection is lost after the request was sent.
    ///
    /// The server may have done the work. The kind is [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    ResetAfterSending,
    /// The server sends nothing.
    ///
    /// The timeouts of a [`Client`](crate::Client) end the attempt. A fake without a client returns an error of kind
    /// [`Timeout`](crate::ErrorKind::Timeout) at once.
    Silence,
    /// The body arrives in eight pieces, with this wait before each.
    ///
    /// A body of less than eight bytes arrives byte by byte. If [`Stub::responds_with`](super::Stub::responds_with) returned
    /// a stream, the wait is before each of its chunks. A fake on a [`BlockingTransport`](crate::BlockingTransport) returns
    /// the body at once.
    SlowBody(Duration),
    /// The connection is lost in the middle of the body.
    ///
    /// If [`Stub::responds_with`](super::Stub::responds_with) returned a stream, it is lost after the first chunk.
    CutBody,
    /// The server returns 429, and requests this wait: `Retry-After` in seconds, or `retry-after-ms`.
    RateLimited(Duration),
}

impl Fault {
    /// Returns whether the fault occurs in a body, and not in place of the response.
    pub(super) fn is_of_body(self) -> bool {
        matches!(self, Self::SlowBody(_) | Self::CutBody)
    }

    /// Returns the response or the error in place of a response; `None` if there is neither.
    pub(super) fn outcome(self) -> Option<Result<Planned, Error>> {
        Some(match self {
            Self::Refused => Err(Error::connect(io::Error::from(io::ErrorKind::ConnectionRefused))),
            Self::ResetBeforeSending => Err(Error::unprocessed(io::Error::from(io::ErrorKind::ConnectionReset))),
            Self::ResetAfterSending => Err(Error::transport(io::Error::from(io::ErrorKind::ConnectionReset))),
            Self::RateLimited(wait) => {
                Ok(Planned::new(StatusCode::TOO_MANY_REQUESTS, HeaderMap::from_iter([retry_after(wait)]), Bytes::new()))
            }
            Self::Silence | Self::SlowBody(_) | Self::CutBody => return None,
        })
    }
}

fn retry_after(wait: Duration) -> (HeaderName, HeaderValue) {
    if wait.subsec_nanos() == 0 {
        (RETRY_AFTER, wait.as_secs().into())
    } else {
        let milliseconds = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        (HeaderName::from_static("retry-after-ms"), milliseconds.into())
    }
}

/// A random mix of faults and latency, for [`Fake::inject`](super::Fake::inject).
///
/// The same seed gives the same faults to the same sequence of requests.
///
/// ```
/// use std::time::Duration;
///
/// use pivotal_runtime::testing::{Fault, FaultMix};
///
/// let mix = FaultMix::seeded(7)
///     .with(0.05, Fault::Refused)
///     .with(0.05, Fault::ResetAfterSending)
///     .with(0.1, Fault::RateLimited(Duration::from_secs(1)))
///     .latency(Duration::from_millis(20)..=Duration::from_millis(400));
/// # let _ = mix;
/// ```
#[derive(Debug, Clone)]
pub struct FaultMix {
    state: u64,
    faults: Vec<(f64, Fault)>,
    latency: RangeInclusive<Duration>,
}

impl FaultMix {
    /// Creates a mix without faults and latency.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self { state: seed, faults: Vec::new(), latency: Duration::ZERO..=Duration::ZERO }
    }

    /// Adds a fault with its probability for each request, from 0 to 1.
    ///
    /// The probabilities of all faults add up to at most 1. Beyond that, the last ones do not occur.
    ///
    /// # Panics
    ///
    /// Panics if the probability is not between 0 and 1.
    #[must_use]
    #[track_caller]
    pub fn with(mut self, probability: f64, fault: Fault) -> Self {
        assert!(
            (0.0..=1.0).contains(&probability),
            "{probability} is not a probability; write a number from 0 to 1, such as 0.05 for 5 %"
        );
        self.faults.push((probability, fault));
        self
    }

    /// Sets the time before a response, which is random between these two.
    ///
    /// The default is 0 s.
    #[must_use]
    pub fn latency(mut self, range: RangeInclusive<Duration>) -> Self {
        self.latency = range;
        self
    }

    /// Returns the fault and the latency of the next request.
    pub(super) fn next(&mut self) -> (Option<Fault>, Duration) {
        let mut drawn = self.fraction();
        let fault = self.faults.iter().find(|(probability, _)| {
            drawn -= probability;
            drawn < 0.0
        });
        let fault = fault.map(|(_, fault)| *fault);
        let span = self.latency.end().saturating_sub(*self.latency.start());
        (fault, *self.latency.start() + span.mul_f64(self.fraction()))
    }

    /// Returns a number from 0 to below 1, by the generator `SplitMix64`.
    fn fraction(&mut self) -> f64 {
        const SCALE: f64 = 1.0 / 4_294_967_296.0; // 2^-32
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // The upper half.
        f64::from(u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or_default()) * SCALE
    }
}
