//! Checks that documented responses can be read.

use pivotal_runtime::http::header::CONTENT_TYPE;
use pivotal_runtime::{Body, Error, ErrorKind, http};
use serde_json::Value;

use super::instances::{Choice, Instance, What, instances};
use super::members::{culprit, ignored};
use super::pointer::ReadError;
use super::validation::Validation;
use super::{Reports, Respond};
use crate::check::Kind;
use crate::check::declaration::Declaration;
use crate::contract::{Media, Operation, Response, Status};
use crate::document::{Cursor, Place};

/// Checks that documented responses can be read.
pub(super) struct ResponseCheck<'a, 'd> {
    pub(super) declaration: &'a Declaration,
    pub(super) operation: &'a Operation<'d>,
    pub(super) validation: &'a Validation,
    pub(super) respond: Respond<'a>,
    /// The `Accept` header of the call.
    pub(super) accept: &'a str,
    pub(super) has_error_type: bool,
}

impl ResponseCheck<'_, '_> {
    pub(super) fn run(&self, reports: &mut Reports) {
        for response in &self.operation.responses {
            let Some(code) = self.code(response.status) else { continue };
            let is_success = self.declaration.is_success(code);
            // The status of others is reported with the declaration.
            if (200..=299).contains(&code) && !is_success {
                continue;
            }
            if is_success && !self.is_accepted(response, reports) {
                continue;
            }
            match response.contents.iter().find(|media| media.is_json()) {
                Some(media) if is_success => self.success(code, media, reports),
                Some(media) => self.error(code, media, reports),
                None if response.contents.is_empty() => self.without_body(code, is_success, response, reports),
                None => {}
            }
        }
    }

    /// Returns whether the method reads a media type of the response, in memory.
    fn is_accepted(&self, response: &Response<'_>, reports: &mut Reports) -> bool {
        let ranges = || self.accept.split(',').map(|range| range.split(';').next().unwrap_or_default().trim());
        let is_accepted = |media: &Media<'_>| {
            ranges().any(|range| match range.strip_suffix("/*") {
                Some("*") => true,
                Some(kind) => media.essence().starts_with(kind),
                None => media.essence() == range || (range == "application/json" && media.is_json()),
            })
        };
        let is_any = |media: &Media<'_>| media.essence().contains('*');
        let contents = &response.contents;
        if !contents.is_empty() && !contents.iter().any(|media| is_accepted(media) || is_any(media)) {
            // The declaration of the end of a stream is compared with the document.
            if !self.declaration.reads_events {
                let documented: Vec<_> = contents.iter().map(|media| format!("`{}`", media.name)).collect();
                let message =
                    format!("the method reads `{}`, and the document has {}", self.accept, documented.join(", "));
                reports.add(Kind::Body, &response.cursor.place.join("content"), message);
            }
            return false;
        }
        self.accept != "text/event-stream" && !self.accept.starts_with("application/x-ndjson")
    }

    /// A status of a response that is checked. `default` is that of an error, if there are other successes.
    fn code(&self, status: Status) -> Option<u16> {
        let is_free = |code: u16| {
            !self.operation.responses.iter().any(|response| {
                response.status != status
                    && !matches!(response.status, Status::Default)
                    && response.status.contains(code)
            })
        };
        match status {
            Status::Code(code) => Some(code).filter(|code| (200..=299).contains(code) || *code >= 400),
            Status::Range(digit @ (2 | 4 | 5)) => (digit * 100..digit * 100 + 20).find(|code| is_free(*code)),
            Status::Range(_) => None,
            Status::Default => {
                let has_success = self.operation.responses.iter().any(|response| response.status.is_success());
                if has_success { (500..520).find(|code| is_free(*code)) } else { Some(200) }
            }
        }
    }

    fn send(&self, code: u16, media_type: Option<&str>, body: Body) -> Result<(), Option<Error>> {
        let mut response = http::Response::new(body);
        if let Ok(status) = http::StatusCode::from_u16(code) {
            *response.status_mut() = status;
        }
        if let Some(Ok(value)) = media_type.map(http::HeaderValue::from_str) {
            response.headers_mut().insert(CONTENT_TYPE, value);
        }
        match (self.respond)(response) {
            // The page was read. The position in an instance need not fit its other members.
            Err(Some(error)) if error.kind() == ErrorKind::Pagination => Ok(()),
            outcome => outcome,
        }
    }

    fn without_body(&self, code: u16, is_success: bool, response: &Response<'_>, reports: &mut Reports) {
        let place = &response.key_place;
        match self.send(code, None, Body::empty()) {
            Err(error) if is_success => {
                let reason = ReadError::new(error.as_ref(), &Value::Null).reason;
                reports.add(Kind::Response, place, format!("{code} has no body, and cannot be read: {reason}"));
            }
            outcome => Self::status(code, is_success, &outcome, place, reports),
        }
    }

    /// Checks that an error has the status of its response.
    fn status(code: u16, is_success: bool, outcome: &Result<(), Option<Error>>, place: &Place, reports: &mut Reports) {
        match outcome {
            // It can be `None`.
            Ok(()) if is_success || code == 404 => {}
            Ok(()) => reports.add(Kind::Response, place, format!("{code} is returned as a value, and not as an error")),
            Err(Some(error)) if !is_success && error.status().is_none_or(|status| status.as_u16() != code) => {
                let message = format!("{code} leads to an error with another status or without one");
                reports.add(Kind::Response, place, message);
            }
            Err(_) => {}
        }
    }

    fn send_json(&self, code: u16, media: &Media<'_>, value: &Value) -> Result<(), Option<Error>> {
        let media_type = if media.name.contains('*') { "application/json" } else { media.name };
        self.send(code, Some(media_type), Body::from(value.to_string()))
    }

    fn success(&self, code: u16, media: &Media<'_>, reports: &mut Reports) {
        let Some(schema) = media.schema() else { return };
        let instances = instances(&schema, self.validation);
        let is_read = |value: &Value| self.send_json(code, media, value).is_ok();
        let is_valid = |example: &Cursor<'_>| self.validation.is_valid(&schema, &example.node.to_json());
        if instances.is_empty() && !examples(media).iter().any(is_valid) {
            let message = "no valid instance is known; add an `example`";
            reports.add(Kind::Document, &schema.place, message);
        }
        let mut failed: Vec<usize> = Vec::new();
        let mut has_absent = false;
        for (index, instance) in instances.iter().enumerate() {
            if instance.choice.as_ref().is_some_and(|choice| failed.contains(&choice.base)) {
                failed.push(index);
                continue;
            }
            let Err(error) = self.send_json(code, media, &instance.value) else { continue };
            let is_minimal = instance.choice.as_ref().is_some_and(|choice| choice.what == What::Minimal);
            if is_minimal && has_absent {
                continue;
            }
            failed.push(index);
            let error = ReadError::new(error.as_ref(), &instance.value);
            has_absent |= instance.choice.as_ref().is_some_and(|choice| matches!(choice.what, What::Absent(_)));
            match &instance.choice {
                Some(choice) => report_choice(choice, &error, reports),
                None => report_base(instance, &error, is_read, reports),
            }
        }
        let Some(base) = instances.first().filter(|_| !failed.contains(&0)) else {
            if failed.is_empty() {
                self.examples(code, media, reports);
            }
            return;
        };
        self.examples(code, media, reports);
        for pointer in ignored(base, is_read) {
            if let Some(part) = base.part(&pointer) {
                let name = pointer.rsplit('/').next().unwrap_or_default();
                reports.add(Kind::Member, &part.place, format!("the method ignores `{name}`: any value is accepted"));
            }
        }
    }

    /// Responds with the valid examples of the document.
    fn examples(&self, code: u16, media: &Media<'_>, reports: &mut Reports) {
        let schema = media.schema();
        for example in examples(media) {
            let value = example.node.to_json();
            if schema.as_ref().is_some_and(|schema| !self.validation.is_valid(schema, &value)) {
                continue;
            }
            if let Err(error) = self.send_json(code, media, &value) {
                let error = ReadError::new(error.as_ref(), &value);
                let message = format!("the example cannot be read: {} at `{}`", error.reason, error.pointer);
                reports.add(Kind::Response, &example.place, message);
            }
        }
    }

    fn error(&self, code: u16, media: &Media<'_>, reports: &mut Reports) {
        let schema = media.schema();
        let instances = schema.as_ref().map(|schema| instances(schema, self.validation)).unwrap_or_default();
        let value = instances.first().map_or(Value::Null, |instance| instance.value.clone());
        let outcome = self.send_json(code, media, &value);
        let place =
            schema.and_then(|schema| schema.resolve().ok()).map_or_else(|| media.cursor.place.clone(), |s| s.place);
        Self::status(code, false, &outcome, &place, reports);
        if let Err(Some(error)) = outcome
            && self.has_error_type
            && !instances.is_empty()
            && error.status().is_some_and(|status| status.as_u16() == code)
            && error.code().is_none()
            && error.message().is_none()
        {
            reports.add(Kind::Response, &place, "the error type finds neither a code nor a message");
        }
    }
}

fn report_choice(choice: &Choice, error: &ReadError, reports: &mut Reports) {
    let reason = &error.reason;
    let message = match &choice.what {
        What::Absent(name) => format!("`{name}` is optional, and a value without it cannot be read: {reason}"),
        What::Null => format!("`null` is allowed, and cannot be read: {reason}"),
        What::Other(name) => format!("{name} cannot be read: {reason}"),
        What::Minimal => format!("a value without all optional members cannot be read: {reason}"),
    };
    reports.add(Kind::Response, &choice.place, message);
}

/// Reports the innermost part that cannot be read.
fn report_base(instance: &Instance, error: &ReadError, is_read: impl Fn(&Value) -> bool, reports: &mut Reports) {
    let is_missing = error.reason.starts_with("missing field");
    let inner = if is_missing { None } else { culprit(instance, &error.pointer, is_read) };
    let pointer = inner.as_deref().unwrap_or(&error.pointer);
    if let Some(part) = instance.part(pointer) {
        // The schema of the object lacks the field.
        let place = if is_missing { &part.target } else { &part.place };
        let name = pointer.rsplit('/').find(|name| name.parse::<usize>().is_err()).unwrap_or_default();
        let subject = if name.is_empty() { "the value".to_owned() } else { format!("`{name}`") };
        reports.add(Kind::Response, place, format!("{subject} cannot be read: {}", error.reason));
    }
}

/// The examples of a body.
fn examples<'d>(media: &Media<'d>) -> Vec<Cursor<'d>> {
    let mut found: Vec<Cursor<'d>> = media.cursor.get("example").into_iter().collect();
    for (_, example) in media.cursor.entries_of("examples") {
        found.extend(example.resolve().ok().and_then(|example| example.get("value")));
    }
    if let Some(Ok(schema)) = media.schema().map(Cursor::resolve) {
        found.extend(schema.get("example"));
        found.extend(schema.items_of("examples"));
    }
    found
}
