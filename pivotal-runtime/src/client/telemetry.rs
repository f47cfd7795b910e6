//! Traces and metrics of calls, of their attempts and their waits: `TELEMETRY.md` lists them.
//!
//! Without the features `tracing` and `metrics`, the types are those of `disabled`, whose functions do nothing.

// With one of the features, the parts that the other one needs are not used.
#![cfg_attr(
    not(all(feature = "tracing", feature = "metrics")),
    allow(dead_code, unused_variables, clippy::unused_self, reason = "each feature uses a part")
)]

#[cfg(any(feature = "tracing", feature = "metrics"))]
mod attempt;
#[cfg(any(feature = "tracing", feature = "metrics"))]
mod attributes;
#[cfg(not(any(feature = "tracing", feature = "metrics")))]
mod disabled;
#[cfg(feature = "tracing")]
mod full_urls;
#[cfg(feature = "metrics")]
mod meters;
#[cfg(any(feature = "tracing", feature = "metrics"))]
mod permits;
mod reported;
#[cfg(feature = "tracing")]
mod spans;
#[cfg(any(feature = "tracing", feature = "metrics"))]
mod waits;

#[cfg(any(feature = "tracing", feature = "metrics"))]
pub(super) use self::attempt::AttemptTelemetry;
#[cfg(not(any(feature = "tracing", feature = "metrics")))]
pub(super) use self::disabled::{AttemptTelemetry, PermitGauge, PermitWait, budget_spent};
#[cfg(feature = "metrics")]
pub(super) use self::meters::describe;
#[cfg(any(feature = "tracing", feature = "metrics"))]
pub(super) use self::permits::PermitGauge;
pub(super) use self::reported::{Outgoing, Retry, WaitReason};
#[cfg(feature = "tracing")]
pub(crate) use self::spans::CallSpan;
#[cfg(feature = "tracing")]
pub(super) use self::spans::TracedCall;
#[cfg(any(feature = "tracing", feature = "metrics"))]
pub(super) use self::waits::{PermitWait, budget_spent};
