//! The contents of an error.

use std::any::Any;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::detail::AnyErrorBody;
use super::{Delivery, Error, ErrorKind};
use crate::rate_limit::retry_after;
use crate::status::is_retryable;
use crate::{Endpoint, RateLimit, RetryLimit, Timeout};

impl Error {
    /// Returns the kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the endpoint that was called.
    ///
    /// It is `None` if there was none, for instance in an error of building a client.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        self.0.endpoint
    }

    /// Reports whether the server received the request, as far as is known.
    ///
    /// It is `None` if the error belongs to no attempt, such as one of kind [`Config`](ErrorKind::Config) or
    /// [`Request`](ErrorKind::Request).
    #[must_use]
    pub fn delivery(&self) -> Option<Delivery> {
        self.0.delivery
    }

    /// Returns the timeout that elapsed, if one did.
    #[must_use]
    pub fn elapsed_timeout(&self) -> Option<Timeout> {
        self.0.timeout
    }

    /// Returns the number of attempts.
    ///
    /// It is more than 1 if the request was retried. It is 0 if no request was sent, or if the transport is not a
    /// [`Client`](crate::Client).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.record.attempts
    }

    /// Returns the limit that prevented another attempt, although one would have been safe.
    ///
    /// The limits are the number of attempts, the wait that the server requested, the deadline, and the retry budget. Of
    /// several, it is the first one in this order.
    ///
    /// It is `None` if a retry was not safe or not useful, or if the transport is not a [`Client`](crate::Client).
    ///
    /// ```
    /// # use pivotal_runtime::{Error, RetryLimit};
    /// fn report(error: &Error) {
    ///     match error.retry_stopped_by() {
    ///         Some(RetryLimit::Budget) => println!("many calls fail, so this one was not retried: {error}"),
    ///         Some(RetryLimit::Deadline) => println!("no time for a retry: {error}"),
    ///         _ => println!("{error}"),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn retry_stopped_by(&self) -> Option<RetryLimit> {
        self.0.record.retry_limit
    }

    /// Returns the idempotency key that the request was sent with.
    ///
    /// Another call with the same key and body is safe after an unknown outcome, if the server honours the key: the work is
    /// done at most once.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        let sent = &self.0.record.sent;
        // Not `to_str`, which reads ASCII alone.
        std::str::from_utf8(sent.headers.get(sent.idempotency_key.as_ref()?)?.as_bytes()).ok()
    }

    /// Returns the parameter of the method whose value is not allowed in the request.
    #[must_use]
    pub fn parameter_name(&self) -> Option<&'static str> {
        self.0.parameter
    }

    /// Returns the status of the response; `None` if there was no response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// Returns the headers of the response; `None` if there was no response.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// Returns the server's error code.
    ///
    /// It is that of the [error type](crate::ErrorBody) of the endpoint or of the API.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.details().find_map(|detail| detail.code())
    }

    /// Returns the server's message.
    ///
    /// It is that of the [error type](crate::ErrorBody) of the endpoint or of the API. It can repeat values of the request.
    /// `Display` removes credentials from it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.details().find_map(|detail| detail.message())
    }

    /// Returns the body of the response, read into the error type.
    ///
    /// It is the type that the endpoint declares with `error = Type`, or that of the [`Api`](crate::Api). The result is `None`
    /// if the body could not be read, or if `T` is another type.
    ///
    /// ```
    /// use pivotal_runtime::{Body, Error, ProblemDetails, Request, Transport, endpoint, http};
    ///
    /// trait Stock: Transport {
    ///     #[endpoint(GET, "/stock/<item>", error = ProblemDetails)]
    ///     async fn stock(&self, item: &str) -> Result<u32, Error>;
    /// }
    /// impl<T: Transport> Stock for T {}
    /// #
    /// # struct Fake;
    /// # impl Transport for Fake {
    /// #     async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
    /// #         let mut response = http::Response::new(Body::from(r#"{"title":"Out of credit"}"#));
    /// #         *response.status_mut() = http::StatusCode::FORBIDDEN;
    /// #         Ok(response)
    /// #     }
    /// # }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    ///
    /// let error = Fake.stock("tea").await.unwrap_err();
    /// assert_eq!(error.message(), Some("Out of credit"));
    /// assert_eq!(error.detail::<ProblemDetails>().unwrap().title.as_deref(), Some("Out of credit"));
    /// # }
    /// ```
    #[must_use]
    pub fn detail<T: 'static>(&self) -> Option<&T> {
        self.details().find_map(|detail| (detail as &dyn Any).downcast_ref())
    }

    /// Returns the start of the response's body, at most 64 KiB.
    ///
    /// `Display` and `Debug` do not show it, because it can contain private data.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.response.as_ref().map(|response| &*response.body)
    }

    /// Returns whether the body was longer than [`body`](Self::body).
    #[must_use]
    pub fn is_body_truncated(&self) -> bool {
        self.0.response.as_ref().is_some_and(|response| response.is_body_truncated)
    }

    /// Returns the id of the request in the server's logs, at most 128 characters of it.
    ///
    /// It is the header `X-Request-Id` of the response, or the one that
    /// [`Api::request_id_header`](crate::Api::request_id_header) names.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.request_id(self.0.api)
    }

    /// Returns the wait before a retry that the server requests.
    ///
    /// It is `Retry-After` (RFC 9110, section 10.2.3), in seconds or as a date, or `retry-after-ms`. Of several, it is the
    /// longest. A wait of 0 is `None`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.0.response.as_ref()?.headers)
    }

    /// Returns the remaining rate limit, if the response reports it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(self.0.api, &self.0.response.as_ref()?.headers)
    }

    /// Returns whether the server returned 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_api(StatusCode::NOT_FOUND)
    }

    /// Returns whether the server returned 409.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.is_api(StatusCode::CONFLICT)
    }

    /// Returns whether the server returned 429: too many requests.
    ///
    /// [`retry_after`](Self::retry_after) returns the wait that the server requests.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.is_api(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Returns whether a timeout elapsed, while connecting or later.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns whether the same call can succeed later, because the request itself was not the problem.
    ///
    /// It is `true` after these outcomes:
    ///
    /// - no complete response: kinds [`Connect`](ErrorKind::Connect), [`Timeout`](ErrorKind::Timeout) and
    ///   [`Transport`](ErrorKind::Transport);
    /// - 408, 429, 500, 502, 503 and 504;
    /// - a status that the client retries in addition: those of
    ///   [`ClientBuilder::retry_statuses`](crate::ClientBuilder::retry_statuses), or else of
    ///   [`Api::retry_statuses`](crate::Api::retry_statuses).
    ///
    /// It is `false` if another attempt would fail in the same way, for instance because the certificate is rejected. The
    /// header `x-should-retry` has no effect on it.
    ///
    /// `true` does not mean that a retry is safe: after a timeout, the server may have done the work of a POST.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => !self.0.is_permanent,
            ErrorKind::Api => self.status().is_some_and(|status| is_retryable(status) || self.is_retry_status(status)),
            _ => false,
        }
    }

    /// Returns whether the client or, without a client, the API adds this status to those that are retried.
    fn is_retry_status(&self, status: StatusCode) -> bool {
        let of_api = || self.0.api.is_some_and(|api| api.retry_statuses.contains(&status.as_u16()));
        self.0.record.has_retry_status.unwrap_or_else(of_api)
    }

    fn is_api(&self, status: StatusCode) -> bool {
        self.0.kind == ErrorKind::Api && self.status() == Some(status)
    }

    fn details(&self) -> impl Iterator<Item = &dyn AnyErrorBody> {
        let response = self.0.response.as_ref();
        [&self.0.detail, &self.0.api_detail].into_iter().filter_map(move |detail| detail.get(response))
    }
}
