//! `Display` and `Debug` of an [`Error`].

use std::fmt;

use http::StatusCode;

use super::secrets::Secrets;
use super::server_text::{MAX_MESSAGE, MAX_NAME, ServerText};
use super::{Error, ErrorKind, ErrorResponse};
use crate::response::{is_encoded, undecoded};
use crate::{Endpoint, RetryLimit};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.0.endpoint {
            write!(f, "{endpoint}: ")?;
        }
        if let Some(parameter) = self.0.parameter {
            write!(f, "`{parameter}` ")?;
        }
        match (&self.0.response, self.0.kind) {
            (Some(response), ErrorKind::Redirect) => redirect(response, &self.0.message, f),
            (Some(response), ErrorKind::Decode) => {
                write!(f, "returned {}, but the body could not be read: {}", response.status, self.0.message)?;
                // The message of a coding names it already.
                if response.body.is_empty() || is_encoded(response.status, &response.headers) {
                    Ok(())
                } else {
                    Shown::new(self).body(response, f)
                }
            }
            (Some(response), _) => Shown::new(self).status(response, f),
            (None, ErrorKind::Api) => {
                f.write_str("the API refused the call")?;
                Shown::new(self).detail(f)
            }
            (None, _) => f.write_str(&self.0.message),
        }?;
        match (self.attempts(), self.0.kind) {
            (0 | 1, _) => Ok(()),
            (attempts, ErrorKind::Timeout) => write!(f, ", during attempt {attempts}"),
            (attempts, _) => write!(f, ", after {attempts} attempts"),
        }?;
        match self.retry_stopped_by() {
            Some(RetryLimit::Budget) => f.write_str("; the retry budget is spent"),
            _ => Ok(()),
        }
    }
}

/// Writes the reason why a redirect was not followed, and what to do. A transport that is no client has none.
fn redirect(response: &ErrorResponse, advice: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let status = response.status;
    if advice.is_empty() {
        let code = status.as_u16();
        let fix = format_args!("declare a method with `response({code}) = Response<()>` to read its `Location`");
        return write!(f, "returned {status}, a redirect that was not followed; {fix}");
    }
    write!(f, "returned {status}, a redirect that was not followed: {advice}")
}

/// An error, and the credentials to remove from the text of its server.
struct Shown<'a> {
    error: &'a Error,
    secrets: Secrets,
}

impl<'a> Shown<'a> {
    fn new(error: &'a Error) -> Self {
        Self { error, secrets: Secrets::collect(&error.0.record.sent, error.0.endpoint) }
    }

    fn status(&self, response: &ErrorResponse, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = self.error.0.endpoint;
        if endpoint.is_some_and(|endpoint| endpoint.is_success(response.status)) {
            write!(f, "returned {}, but the API refused the call", response.status)?;
            return self.detail(f);
        }
        if response.status.is_success() {
            return self.unexpected_status(response, f);
        }
        write!(f, "returned {}", response.status)?;
        if response.status == StatusCode::SWITCHING_PROTOCOLS {
            return f.write_str(
                ", which an endpoint cannot do; use a client for the new protocol, such as a WebSocket client",
            );
        }
        if self.error.message().is_none() && self.error.code().is_none() {
            return self.body(response, f);
        }
        self.detail(f)
    }

    fn unexpected_status(&self, response: &ErrorResponse, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unexpected status {}; expected", response.status.as_u16())?;
        let expected = self.error.0.endpoint.map_or(&[][..], Endpoint::success_statuses);
        for (index, status) in expected.iter().enumerate() {
            let separator = match index {
                0 => " ",
                _ if index + 1 == expected.len() => " or ",
                _ => ", ",
            };
            match (status.start(), status.end()) {
                (first, last) if first == last => write!(f, "{separator}{first}")?,
                (first, last) => write!(f, "{separator}{first} to {last}")?,
            }
        }
        Ok(())
    }

    /// Writes the message and the code of the server.
    fn detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(message) = self.error.message() {
            write!(f, ": {}", self.text(message, MAX_MESSAGE))?;
        }
        match self.error.code() {
            Some(code) => write!(f, " (code `{}`)", self.text(code, MAX_NAME)),
            None => Ok(()),
        }
    }

    fn body(&self, response: &ErrorResponse, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if response.body.is_empty() {
            return f.write_str(" (the body is empty)");
        }
        if is_encoded(response.status, &response.headers) {
            return write!(f, " ({})", undecoded(&response.headers));
        }
        let content_type = response.content_type().unwrap_or("no content type");
        write!(f, " ({}; its start is in `Error::body`)", self.text(content_type, MAX_NAME))
    }

    fn text<'t>(&'t self, text: &'t str, limit: usize) -> ServerText<'t> {
        ServerText { text, secrets: &self.secrets, limit }
    }
}

/// Prints the parts that can be logged.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = Shown::new(self);
        let mut f = f.debug_struct("Error");
        f.field("kind", &self.0.kind).field("message", &format_args!("{self}")).field("delivery", &self.0.delivery);
        if self.0.response.is_some() {
            f.field("request_id", &self.request_id().map(|id| shown.text(id, MAX_NAME).to_string()))
                .field("retry_after", &self.retry_after())
                .field("rate_limit", &self.rate_limit());
        }
        if let Some(source) = self.0.source.as_ref().filter(|_| self.0.kind != ErrorKind::Decode) {
            // A cause may contain text of the server, such as that of a GOAWAY. That of a decode error can contain the body.
            f.field("source", &format_args!("{}", shown.text(&format!("{source:?}"), MAX_MESSAGE)));
        }
        f.finish()
    }
}
