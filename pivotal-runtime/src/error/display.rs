//! What is shown of an [`Error`].

use std::fmt;

use super::secrets::Secrets;
use super::server_text::{MAX_MESSAGE, MAX_NAME, ServerText};
use super::{Answered, Error, ErrorKind};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.0.endpoint {
            write!(f, "{endpoint}: ")?;
        }
        if let Some(parameter) = self.0.parameter {
            write!(f, "`{parameter}` ")?;
        }
        match (&self.0.answered, self.0.kind) {
            (Some(answered), ErrorKind::Redirect) => redirect(answered, f),
            (Some(answered), ErrorKind::Decode) => {
                write!(f, "answered {}, but the body could not be read: {}", answered.status, self.0.message)?;
                if answered.body.is_empty() { Ok(()) } else { Shown::new(self).body(answered, f) }
            }
            (Some(answered), _) => Shown::new(self).refusal(answered, f),
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
        }
    }
}

fn redirect(answered: &Answered, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "answered {}, a redirect, which is not followed; correct the base URL", answered.status)
}

/// An error whose server text can be shown.
struct Shown<'a> {
    error: &'a Error,
    secrets: Secrets,
}

impl<'a> Shown<'a> {
    fn new(error: &'a Error) -> Self {
        Self { error, secrets: Secrets::of(&error.0.record.sent, error.0.endpoint) }
    }

    fn refusal(&self, answered: &Answered, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "answered {}", answered.status)?;
        if answered.status.is_success() {
            return f.write_str(", which is not one of the statuses that the endpoint takes for a success");
        }
        if self.error.message().is_none() && self.error.code().is_none() {
            return self.body(answered, f);
        }
        self.detail(f)
    }

    /// The message and the code of the server.
    fn detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(message) = self.error.message() {
            write!(f, ": {}", self.text(message, MAX_MESSAGE))?;
        }
        match self.error.code() {
            Some(code) => write!(f, " (code `{}`)", self.text(code, MAX_NAME)),
            None => Ok(()),
        }
    }

    fn body(&self, answered: &Answered, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if answered.body.is_empty() {
            return f.write_str(" (the body is empty)");
        }
        let content_type = answered.content_type().unwrap_or("no content type");
        write!(f, " ({}; its start is in `Error::body`)", self.text(content_type, MAX_NAME))
    }

    fn text<'t>(&'t self, text: &'t str, limit: usize) -> ServerText<'t> {
        ServerText { text, secrets: &self.secrets, limit }
    }
}

/// The parts that may be logged, one a line with `{:#?}`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = Shown::new(self);
        let mut f = f.debug_struct("Error");
        f.field("kind", &self.0.kind).field("message", &format_args!("{self}")).field("delivery", &self.0.delivery);
        if self.0.answered.is_some() {
            f.field("request_id", &self.request_id().map(|id| shown.text(id, MAX_NAME).to_string()))
                .field("retry_after", &self.retry_after())
                .field("rate_limit", &self.rate_limit());
        }
        if let Some(source) = &self.0.source {
            // A cause may repeat what the server sent, such as the text of a GOAWAY.
            f.field("source", &format_args!("{}", shown.text(&format!("{source:?}"), MAX_MESSAGE)));
        }
        f.finish()
    }
}
