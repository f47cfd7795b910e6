//! The metrics of the `metrics` facade.

use std::time::Duration;

use http::StatusCode;
use metrics::{Label, SharedString, Unit};
use tokio::time::Instant;

use super::attributes::{ErrorType, MethodName, template};
use super::{Outgoing, Retry, WaitReason};

const DURATION: &str = "http.client.request.duration";
const ACTIVE: &str = "http.client.active_requests";
const PERMITS: &str = "http.client.permits_in_use";
const RETRIES: &str = "http.client.retries";
const WAITS: &str = "http.client.wait.duration";

const SERVER_ADDRESS: &str = "server.address";
const SERVER_PORT: &str = "server.port";
const METHOD: &str = "http.request.method";
const TEMPLATE: &str = "url.template";
const STATUS: &str = "http.response.status_code";
const ERROR: &str = "error.type";
const WAIT_REASON: &str = "wait.reason";

/// Registers units and descriptions of the metrics.
pub(in crate::client) fn describe() {
    metrics::describe_histogram!(DURATION, Unit::Seconds, "Duration of HTTP client requests, by attempt.");
    metrics::describe_gauge!(ACTIVE, Unit::Count, "Number of HTTP requests in flight.");
    metrics::describe_gauge!(PERMITS, Unit::Count, "Number of concurrency permits in use.");
    metrics::describe_counter!(RETRIES, Unit::Count, "Number of retries.");
    metrics::describe_histogram!(WAITS, Unit::Seconds, "Waits of calls: back-off, rate limit and concurrency.");
}

/// The metrics of an attempt. If it is dropped before its end, its duration is not recorded.
pub(super) struct MeteredAttempt {
    started: Instant,
    labels: Vec<Label>,
    status: Option<StatusCode>,
}

impl MeteredAttempt {
    pub(super) fn start(outgoing: &Outgoing<'_>) -> Self {
        let mut labels = Vec::with_capacity(6);
        labels.extend(server_labels(outgoing.target.base().host(), outgoing.target.base().port()));
        labels.push(method_label(&outgoing.method_name()));
        labels.extend(outgoing.template().map(template_label));
        metrics::gauge!(ACTIVE, labels.iter()).increment(1.0);
        Self { started: Instant::now(), labels, status: None }
    }

    pub(super) fn receive_status(&mut self, status: StatusCode) {
        self.status = Some(status);
    }

    /// Records the duration. `status` is that of an error that a layer returned instead of a response.
    pub(super) fn end(&self, status: Option<StatusCode>, failure: Option<&ErrorType>) {
        let mut labels = self.labels.clone();
        let status = self.status.or(status);
        labels.extend(status.map(|status| Label::new(STATUS, status.as_str().to_owned())));
        labels.extend(failure.map(error_label));
        metrics::histogram!(DURATION, labels).record(self.started.elapsed());
    }
}

impl Drop for MeteredAttempt {
    fn drop(&mut self) {
        metrics::gauge!(ACTIVE, self.labels.iter()).decrement(1.0);
    }
}

pub(super) fn add_permits(labels: &[Label; 2], permits: f64) {
    metrics::gauge!(PERMITS, labels.iter()).increment(permits);
}

pub(super) fn add_wait(reason: WaitReason, wait: Duration) {
    metrics::histogram!(WAITS, WAIT_REASON => reason.as_str()).record(wait);
}

pub(super) fn count_retry(retry: &Retry<'_>, failure: &ErrorType) {
    let mut labels = Vec::with_capacity(3);
    labels.push(method_label(&MethodName::new(retry.endpoint, retry.method)));
    labels.extend(template(retry.endpoint, retry.is_redirected).map(template_label));
    labels.push(error_label(failure));
    metrics::counter!(RETRIES, labels).increment(1);
}

/// The host and the port of a URL.
pub(super) fn server_labels(host: &str, port: u16) -> [Label; 2] {
    [Label::new(SERVER_ADDRESS, host.to_owned()), Label::new(SERVER_PORT, port.to_string())]
}

fn method_label(method: &MethodName<'_>) -> Label {
    Label::new(METHOD, method.known.to_owned())
}

fn template_label(template: &'static str) -> Label {
    Label::from_static_parts(TEMPLATE, template)
}

fn error_label(failure: &ErrorType) -> Label {
    Label::new(ERROR, SharedString::from(failure.as_str().to_owned()))
}
