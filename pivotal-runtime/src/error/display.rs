//! What is shown of an [`Error`].

use std::fmt;

use super::{Answered, Error, ErrorKind};
use crate::redact::Foreign;

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
                if answered.body.is_empty() { Ok(()) } else { about_body(answered, f) }
            }
            (Some(answered), _) => refusal(answered, f),
            (None, _) => f.write_str(&self.0.message),
        }?;
        match self.attempts() {
            0 | 1 => Ok(()),
            attempts => write!(f, ", after {attempts} attempts"),
        }
    }
}

fn redirect(answered: &Answered, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "answered {}, a redirect, which is not followed; correct the base URL", answered.status)
}

fn refusal(answered: &Answered, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "answered {}", answered.status)?;
    if answered.status.is_success() {
        return f.write_str(", which is not one of the statuses that the endpoint takes for a success");
    }
    let Some(envelope) = &answered.envelope else {
        if answered.detail.is_none() {
            f.write_str(" without an error envelope")?;
        }
        return about_body(answered, f);
    };
    if let Some(message) = &envelope.message {
        write!(f, ": {}", Foreign(message))?;
    }
    let parts = [("type", &envelope.error_type), ("code", &envelope.code), ("field", &envelope.field)];
    let mut opening = " (";
    for (name, part) in parts {
        if let Some(part) = part {
            write!(f, "{opening}{name} `{}`", Foreign(part))?;
            opening = ", ";
        }
    }
    f.write_str(if opening == ", " { ")" } else { "" })
}

fn about_body(answered: &Answered, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if answered.body.is_empty() {
        return f.write_str(" (the body is empty)");
    }
    let content_type = answered.content_type().unwrap_or("no content type");
    write!(f, " ({}; its start is in `Error::body`)", Foreign(content_type))
}

/// The parts that may be logged, one a line with `{:#?}`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = f.debug_struct("Error");
        f.field("kind", &self.0.kind).field("message", &format_args!("{self}")).field("phase", &self.0.phase);
        if let Some(answered) = &self.0.answered {
            f.field("request_id", &answered.request_id().map(|id| Foreign(id).to_string()))
                .field("retry_after", &self.retry_after())
                .field("rate_limit", &self.rate_limit());
        }
        if let Some(source) = &self.0.source {
            f.field("source", source);
        }
        f.finish()
    }
}
