//! Traces and metrics of calls, of their attempts and their waits: `TELEMETRY.md` lists them.
//!
//! Without the features `tracing` and `metrics`, the types here are empty and their functions do nothing.

#![cfg_attr(
    not(all(feature = "tracing", feature = "metrics")),
    allow(dead_code, unused_variables, clippy::unused_self, reason = "the parts that the other feature needs")
)]

mod attempt;
#[cfg(any(feature = "tracing", feature = "metrics"))]
mod attributes;
#[cfg(feature = "metrics")]
mod meters;
mod permits;
#[cfg(feature = "tracing")]
mod spans;
mod waits;

pub(super) use self::attempt::{AttemptTelemetry, Outgoing};
#[cfg(feature = "metrics")]
pub(super) use self::meters::describe;
pub(super) use self::permits::PermitGauge;
#[cfg(feature = "tracing")]
pub(crate) use self::spans::CallSpan;
#[cfg(feature = "tracing")]
pub(super) use self::spans::TracedCall;
pub(super) use self::waits::{PermitWait, Retry, WaitReason, budget_spent};
