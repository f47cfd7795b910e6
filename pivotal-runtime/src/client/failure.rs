//! What went wrong on the way, as the errors of hyper, of TLS and of the sockets tell.

use std::error::Error as StdError;
use std::io;

use crate::Error;
use crate::Timeout;

/// How far a client says that it came.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// There was no connection.
    pub(super) is_connect: bool,
    /// A limit of time ran out.
    pub(super) is_timeout: bool,
}

/// The error of a call that got no answer. What went wrong is shown as its source, so it must hold nothing private.
pub(super) fn failed(error: impl Into<Box<dyn StdError + Send + Sync>>, told: Told) -> Error {
    let error = error.into();
    // A connect timeout is both; that nothing was sent is what matters more.
    match (told.is_connect, told.is_timeout) {
        (true, true) => Error::timed_out(Timeout::Connect, None).with_source(error),
        (true, false) if is_tls(&*error) => Error::tls(error),
        (true, false) => Error::connect(error),
        // A timeout of the HTTP client itself.
        (false, true) => Error::timeout(error),
        (false, _) if is_of_request(&*error) => Error::transport(error),
        (false, _) if is_sent_back(&*error) => Error::sent_back(error),
        (false, _) if is_not_http(&*error) => Error::not_http(error),
        (false, _) => Error::transport(error),
    }
}

/// Returns whether the body of the request failed, with an error of ours: what that says is not said of the server.
fn is_of_request(error: Cause<'_>) -> bool {
    causes(error).any(<dyn StdError>::is::<Error>)
}

/// Returns whether the server speaks, but not HTTP, or not such as can be read.
fn is_not_http(error: Cause<'_>) -> bool {
    causes(error).any(|cause| cause.downcast_ref().is_some_and(hyper::Error::is_parse))
}

/// Returns whether the server reports that it has not worked on the request (RFC 9113, section 8.7).
///
/// The type of these errors is that of the h2 crate, which is not ours to name; a test asserts what they print. Their end
/// is compared, since a GOAWAY contains text of the server in front of it.
fn is_sent_back(error: Cause<'_>) -> bool {
    causes(error).any(|cause| {
        let printed = format!("{cause:?}");
        // Of the streams in a GOAWAY, only those fail with it that the server will not work on.
        printed.ends_with("REFUSED_STREAM, Remote) }")
            || (printed.contains("GoAway(") && printed.ends_with("NO_ERROR, Remote) }"))
    })
}

/// Returns whether TLS refused the server: rustls says so with errors of invalid data, unlike a connection that breaks off.
fn is_tls(error: Cause<'_>) -> bool {
    causes(error).any(|cause| io_kind(cause) == Some(io::ErrorKind::InvalidData))
}

/// Returns whether a socket, or hyper, ran out of time.
#[cfg(feature = "hyper")]
pub(super) fn is_timeout(error: Cause<'_>) -> bool {
    causes(error).any(|cause| {
        io_kind(cause) == Some(io::ErrorKind::TimedOut) || cause.downcast_ref().is_some_and(hyper::Error::is_timeout)
    })
}

/// The kind of an error, if it is one of a socket.
fn io_kind(error: Cause<'_>) -> Option<io::ErrorKind> {
    error.downcast_ref().map(io::Error::kind)
}

type Cause<'a> = &'a (dyn StdError + 'static);

/// An error and everything beneath it, the outermost first.
fn causes(error: Cause<'_>) -> impl Iterator<Item = Cause<'_>> {
    std::iter::successors(Some(error), |cause| beneath(*cause))
}

fn beneath(cause: Cause<'_>) -> Option<Cause<'_>> {
    match cause.downcast_ref::<io::Error>() {
        // The `source` of an I/O error is that of the error it holds, which it passes over.
        Some(error) => error.get_ref().map(|held| held as _),
        None => cause.source(),
    }
}
