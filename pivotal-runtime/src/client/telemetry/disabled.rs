//! The types of the telemetry without its features. Their functions do nothing.

use tokio::time::Instant;

use super::{Outgoing, Retry, WaitReason};
use crate::base_url::BaseUrl;
use crate::response::ExpectedResponse;
use crate::{Body, Endpoint, Error};

pub(in crate::client) struct AttemptTelemetry;

impl AttemptTelemetry {
    pub(in crate::client) fn start(_: &Outgoing<'_>) -> Self {
        Self
    }

    pub(in crate::client) fn in_scope<R>(&self, start: impl FnOnce() -> R) -> R {
        start()
    }

    pub(in crate::client) fn in_span<F: Future>(&self, future: F) -> F {
        future
    }

    pub(in crate::client) fn receive_head(&mut self, _: &http::Response<Body>) {}

    pub(in crate::client) fn end(
        self,
        _: &Result<http::Response<Body>, Error>,
        _: &'static ExpectedResponse,
        _: &'static Endpoint,
    ) {
    }
}

#[derive(Debug)]
pub(in crate::client) struct PermitGauge;

impl PermitGauge {
    pub(in crate::client) fn new(_: &BaseUrl) -> Self {
        Self
    }

    pub(in crate::client) fn take(&self) {}

    pub(in crate::client) fn give_back(&self) {}
}

pub(in crate::client) struct PermitWait;

impl PermitWait {
    pub(in crate::client) fn start(_: WaitReason) -> Self {
        Self
    }
}

impl Retry<'_> {
    pub(in crate::client) fn report(&self, _: Instant) {}
}

pub(in crate::client) fn budget_spent() {}
