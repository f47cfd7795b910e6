//! Classifies the errors of hyper, TLS and sockets.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use crate::Error;
use crate::Timeout;

type BoxError = Box<dyn StdError + Send + Sync>;

/// For implementations of [`HttpClient`](crate::HttpClient).
impl Error {
    /// An error of connecting: the server received nothing of the request.
    ///
    /// The source and its sources decide which one it is. A [`std::io::Error`] of kind
    /// [`TimedOut`](std::io::ErrorKind::TimedOut) makes it a timeout ([`Timeout::Connect`]), whose message names
    /// `connect_timeout`. One of kind [`InvalidData`](std::io::ErrorKind::InvalidData), as rustls returns it for a rejected
    /// certificate, makes it an error that is not retried. Anything else is [`Error::connect`].
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

    /// An error after connecting and before the head of the response.
    ///
    /// It is [`Error::transport`], whose outcome is unknown, unless the source and its sources contain more: a `hyper::Error` of a
    /// response that is not HTTP makes it an error that is not retried. An error of HTTP/2 by which the server states
    /// that it has not processed the request (RFC 9113, section 8.7) makes it one that is always safe to retry.
    pub fn from_exchange_error(source: impl Into<BoxError>) -> Self {
        let source = source.into();
        match &*source {
            // The body of the request failed. Sources of that error state nothing about the server.
            error if causes(error).any(<dyn StdError>::is::<Self>) => Self::request_body(source),
            error if is_not_processed(error) => Self::sent_back(source),
            error if causes(error).any(is_parse) => Self::not_http(source),
            _ => Self::transport(source),
        }
    }
}

/// Returns whether the response is not HTTP, or not readable as HTTP.
fn is_parse(cause: Cause<'_>) -> bool {
    cause.downcast_ref().is_some_and(hyper::Error::is_parse)
}

/// Returns whether the server reports that it has not processed the request (RFC 9113, section 8.7).
///
/// These errors are of a type of the h2 crate, which is no dependency; a test asserts their `Debug` text. Its end is
/// compared, since a GOAWAY contains text of the server in front of it.
fn is_not_processed(error: Cause<'_>) -> bool {
    causes(error).any(|cause| {
        let printed = format!("{cause:?}");
        // Of the streams that a GOAWAY ends, only those fail with it that the server will not process.
        printed.ends_with("REFUSED_STREAM, Remote) }")
            || (printed.contains("GoAway(") && printed.ends_with("NO_ERROR, Remote) }"))
    })
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
