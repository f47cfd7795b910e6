//! Classifies the errors of hyper, TLS and sockets.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use crate::Error;
use crate::Timeout;

type BoxError = Box<dyn StdError + Send + Sync>;

/// For implementations of [`HttpClient`](crate::HttpClient).
impl Error {
    /// Creates an error of connecting: the server received nothing of the request.
    ///
    /// The source and its sources decide its kind:
    ///
    /// - A [`std::io::Error`] of kind [`TimedOut`](std::io::ErrorKind::TimedOut) makes it a timeout ([`Timeout::Connect`]).
    ///   Its message contains `connect_timeout`.
    /// - One of kind [`InvalidData`](std::io::ErrorKind::InvalidData), as rustls returns it for a rejected certificate, makes
    ///   it an error that is not retried.
    /// - Any other error makes it [`Error::connect`].
    ///
    /// ```
    /// use std::io;
    /// use std::time::Duration;
    ///
    /// use pivotal_runtime::{Delivery, Error, ErrorKind};
    ///
    /// let source = io::Error::from(io::ErrorKind::TimedOut);
    /// let error = Error::from_connect_error(source, Some(Duration::from_secs(5)));
    /// assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Some(Delivery::NotSent)));
    /// assert_eq!(error.to_string(), "timed out after 5 s (`connect_timeout`) while connecting");
    /// ```
    pub fn from_connect_error(source: impl Into<BoxError>, connect_timeout: Option<Duration>) -> Self {
        let source = source.into();
        if is_io(&*source, io::ErrorKind::TimedOut) {
            Self::timed_out(Timeout::Connect, connect_timeout).with_source(source)
        } else if is_io(&*source, io::ErrorKind::InvalidData) {
            Self::tls(source)
        } else {
            Self::connect(source)
        }
    }

    /// Creates an error after connecting and before the head of the response.
    ///
    /// It is [`Error::transport`], whose outcome is unknown, unless the source or one of its sources is one of these:
    ///
    /// - a `hyper::Error` of a response that is not HTTP. The error is not retried.
    /// - a `hyper::Error` of a connection that was closed before it took the request. The request is always safe to retry
    ///   ([`Delivery::NotSent`](crate::Delivery::NotSent)).
    /// - an `h2::Error` by which the server states that it has not processed the request (RFC 9113, section 8.7). The request
    ///   is always safe to retry, too.
    ///
    /// The client sends a request that is always safe to retry again at once, at most twice. That counts neither as an
    /// attempt nor towards the retry budget.
    pub fn from_exchange_error(source: impl Into<BoxError>) -> Self {
        let source = source.into();
        match &*source {
            // The body of the request failed. Sources of that error state nothing about the server.
            error if causes(error).any(<dyn StdError>::is::<Self>) => Self::request_body(source),
            error if is_unprocessed(error) => Self::unprocessed(source),
            error if causes(error).any(is_head_too_large) => Self::head_too_large(source),
            error if causes(error).any(is_parse) => Self::not_http(source),
            _ => Self::transport(source),
        }
    }
}

/// Returns whether the head of the response exceeds a limit of the HTTP client, or is not valid HTTP/2.
fn is_head_too_large(cause: Cause<'_>) -> bool {
    // hyper has no predicate for clients.
    cause.downcast_ref().is_some_and(|error: &hyper::Error| error.to_string() == "message head is too large")
        || cause.downcast_ref().is_some_and(|error: &h2::Error| {
            let reasons = [h2::Reason::PROTOCOL_ERROR, h2::Reason::COMPRESSION_ERROR];
            // h2 reports it like other mistakes in a head.
            error.is_library() && error.reason().is_some_and(|reason| reasons.contains(&reason))
        })
}

/// Returns whether the response is not HTTP, or not readable as HTTP.
fn is_parse(cause: Cause<'_>) -> bool {
    cause.downcast_ref().is_some_and(hyper::Error::is_parse)
}

/// Returns whether the request came back: the server has not processed it, or never got it.
fn is_unprocessed(error: Cause<'_>) -> bool {
    causes(error).any(|cause| {
        cause.downcast_ref().is_some_and(is_rejected_stream)
            // The connection was closed before it took the request.
            || cause.downcast_ref().is_some_and(hyper::Error::is_canceled)
    })
}

/// Returns whether the server reports that it has not processed a request (RFC 9113, section 8.7).
fn is_rejected_stream(error: &h2::Error) -> bool {
    // Of the streams on a connection, only those fail with a GOAWAY that are above its last stream.
    error.is_remote() && (error.is_go_away() || error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM))
}

/// Returns whether one of the sources is an I/O error of this kind.
fn is_io(error: Cause<'_>, kind: io::ErrorKind) -> bool {
    causes(error).any(|cause| cause.downcast_ref().is_some_and(|error: &io::Error| error.kind() == kind))
}

type Cause<'a> = &'a (dyn StdError + 'static);

/// An error and its sources, the outermost first.
pub(super) fn causes(error: Cause<'_>) -> impl Iterator<Item = Cause<'_>> {
    std::iter::successors(Some(error), |cause| source(*cause))
}

fn source(error: Cause<'_>) -> Option<Cause<'_>> {
    match error.downcast_ref::<io::Error>() {
        // `source` of an I/O error skips the error that it contains.
        Some(error) => error.get_ref().map(|inner| inner as _),
        None => error.source(),
    }
}
