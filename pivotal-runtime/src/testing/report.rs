//! The texts of failed tests. They contain paths and queries without credentials, and neither values of headers nor bodies.

use std::fmt::Write;

use super::called::Called;
use super::state::{Entry, Filter, State};
use super::{Fault, RecordedCall};
use crate::error::{SentRequest, redacted_url};

/// Describes an unexpected call, and how it differs from each stub.
pub(super) fn unexpected(state: &State, called: &Called, call: &RecordedCall) -> String {
    let mut text = format!("unexpected call {}", request_line(call));
    if state.entries.is_empty() {
        text.push_str("; the fake has no stubs, add one with `on`");
        return text;
    }
    text.push_str("; the stubs are:");
    for entry in &state.entries {
        let differs = match entry.filter.difference(called, call.body()) {
            Some(difference) => format!("differs in {difference}"),
            None => "used up".to_owned(),
        };
        let _ = write!(text, "\n- {}: {differs}", entry.describe());
    }
    text
}

/// Describes everything that makes a test fail; `None` if there is nothing.
pub(super) fn failure(state: &State) -> Option<String> {
    let unused: Vec<String> = state.entries.iter().filter_map(unused).collect();
    if unused.is_empty() && state.unexpected.is_empty() {
        return None;
    }
    let mut text = String::from("the calls are not the expected ones");
    for unexpected in &state.unexpected {
        let _ = write!(text, "\n{unexpected}");
    }
    if !unused.is_empty() {
        text.push_str("\nunused replies:");
        for line in &unused {
            text.extend(["\n- ", line]);
        }
    }
    text.push_str(if state.calls.is_empty() { "\nthere were no calls" } else { "\nthe calls were:" });
    for call in &state.calls {
        let _ = write!(text, "\n- {}", request_line(call));
        // A test that ends early by `?` shows its cause here.
        let _ = match (call.status(), call.fault()) {
            (Some(status), _) => write!(text, ": {}", status.as_u16()),
            (None, Some(fault)) => write!(text, ": {fault:?}"),
            (None, None) => Ok(()),
        };
    }
    Some(text)
}

fn unused(entry: &Entry) -> Option<String> {
    let pages = entry.outcomes.len();
    let ends_early = entry.fault.is_some_and(|fault| !matches!(fault, Fault::SlowBody(_)));
    match entry.left? {
        // Without pages, it was for no call.
        0 if entry.pages == pages || entry.pages == 0 || ends_early => None,
        0 => Some(format!("{}: {} of its {pages} pages were requested", entry.describe(), entry.pages)),
        1 => Some(entry.describe()),
        left => Some(format!("{}: {left} times", entry.describe())),
    }
}

fn request_line(call: &RecordedCall) -> String {
    format!("`{}`: {} {}", call.operation(), call.method(), call.target())
}

/// Returns the URL of a call as its method made it, without credentials.
pub(super) fn target(called: &Called) -> String {
    let target = called.url.as_ref().unwrap_or(&called.path_and_query);
    redacted_url("", target, &SentRequest::default(), called.spec.endpoint)
}

impl Entry {
    /// Names the calls of a stub, and the line of the test.
    fn describe(&self) -> String {
        let calls = match &self.filter {
            Filter::Call { called, any_arguments } => {
                let endpoint = called.spec.endpoint;
                if *any_arguments {
                    format!("`{}`: {endpoint} with any arguments", endpoint.operation())
                } else {
                    format!("`{}`: {} {}", endpoint.operation(), called.method, target(called))
                }
            }
            Filter::Operation(name) => format!("operation `{name}`"),
            Filter::Any => "any call".to_owned(),
        };
        format!("{calls} ({}:{})", self.location.file(), self.location.line())
    }
}
