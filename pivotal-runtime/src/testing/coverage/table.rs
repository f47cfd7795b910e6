//! The table of endpoints, and the outcomes of their calls.

use std::fmt;
use std::ops::RangeInclusive;

use http::StatusCode;

use super::{Calls, Outcome};
use crate::Endpoint;
use crate::error::ErrorTypes;
use crate::response::ResponseSpec;

/// The calls of all endpoints of a contract: see [`Coverage::table`](super::Coverage::table).
///
/// `Display` writes it as a Markdown table.
#[derive(Debug, Clone)]
pub struct CoverageTable {
    rows: Vec<CoverageRow>,
}

/// The calls of an endpoint, and their outcomes.
#[derive(Debug, Clone)]
pub struct CoverageRow {
    endpoint: &'static Endpoint,
    outcomes: Vec<(Outcome, usize)>,
    unmet: Vec<String>,
}

impl CoverageTable {
    pub(super) fn new(rows: Vec<CoverageRow>) -> Self {
        Self { rows }
    }

    /// Returns the rows, in the order of the endpoints.
    #[must_use]
    pub fn rows(&self) -> &[CoverageRow] {
        &self.rows
    }

    /// Returns the row of an operation; `None` if no endpoint has this operation.
    ///
    /// It is the `operation` of the declaration, by default the name of the method.
    #[must_use]
    pub fn row(&self, operation: &str) -> Option<&CoverageRow> {
        self.rows.iter().find(|row| row.endpoint.operation() == operation)
    }

    /// Returns the operations of the endpoints that were never called.
    #[must_use]
    pub fn uncalled(&self) -> Vec<&'static str> {
        self.rows.iter().filter(|row| row.calls() == 0).map(|row| row.endpoint.operation()).collect()
    }
}

impl CoverageRow {
    pub(super) fn new(endpoint: &'static Endpoint, calls: Option<&Calls>) -> Self {
        let mut outcomes = calls.map(|calls| calls.outcomes.clone()).unwrap_or_default();
        outcomes.sort_unstable();
        let is_met = |declared: &RangeInclusive<u16>| {
            outcomes.iter().any(|(outcome, _)| matches!(outcome, Outcome::Status(status) if declared.contains(status)))
        };
        let declared = declared(endpoint, calls.map(|calls| &calls.spec));
        let unmet = declared.iter().filter(|statuses| !is_met(statuses)).map(text).collect();
        Self { endpoint, outcomes, unmet }
    }

    /// Returns the endpoint.
    #[must_use]
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Returns the number of calls.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.outcomes.iter().map(|(_, count)| count).sum()
    }

    /// Returns the outcomes of the calls.
    ///
    /// They are statuses, such as `404`, in ascending order. After them, they are the names of errors without a response,
    /// such as `timeout`: see [`ErrorKind::as_str`](crate::ErrorKind::as_str).
    #[must_use]
    pub fn outcomes(&self) -> Vec<String> {
        self.outcomes.iter().map(|(outcome, _)| outcome.to_string()).collect()
    }

    /// Returns the declared statuses that no call returned, such as `201`, or `200-299` for a range.
    ///
    /// These are the statuses of a success, `2xx` if none is declared. If the endpoint was called, they include these, too:
    ///
    /// - statuses that have a type of their own, such as `error(409) = Type` and `response(202) = Type`;
    /// - 404 if that is `None`;
    /// - 304 if that is [`Conditional::NotModified`](crate::Conditional::NotModified).
    #[must_use]
    pub fn unmet(&self) -> &[String] {
        &self.unmet
    }
}

/// Returns the statuses that an endpoint declares. `spec` is that of one of its calls, which contains more of the declaration.
fn declared(endpoint: &Endpoint, spec: Option<&ResponseSpec>) -> Vec<RangeInclusive<u16>> {
    const ANY_SUCCESS: &[RangeInclusive<u16>] = &[200..=299];
    let success = endpoint.success_statuses();
    let mut declared = if success.is_empty() { ANY_SUCCESS.to_vec() } else { success.to_vec() };
    if let Some(spec) = spec {
        let errors = spec.errors.into_iter().flat_map(ErrorTypes::statuses);
        let cases = spec.expected.statuses();
        let values = [StatusCode::NOT_MODIFIED, StatusCode::NOT_FOUND].into_iter();
        let values = values.filter(|status| spec.expected.is_value(endpoint, *status)).map(|status| status.as_u16());
        declared.extend(errors.chain(cases).chain(values).map(|status| status..=status));
    }
    declared.sort_unstable_by_key(|statuses| (*statuses.start(), *statuses.end()));
    declared.dedup();
    declared
}

fn text(statuses: &RangeInclusive<u16>) -> String {
    match (statuses.start(), statuses.end()) {
        (200, 299) => "2xx".to_owned(),
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "{status}"),
            Self::Failed(kind) => f.write_str(kind),
        }
    }
}

impl fmt::Display for CoverageTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("| operation | request | met | not met |\n| --- | --- | --- | --- |\n")?;
        for row in &self.rows {
            writeln!(f, "{row}")?;
        }
        let called = self.rows.iter().filter(|row| row.calls() > 0).count();
        write!(f, "\n{called} of {} endpoints were called.", self.rows.len())
    }
}

/// Writes the row of a Markdown table.
///
/// An outcome of more than one call is followed by the number of these calls.
impl fmt::Display for CoverageRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.endpoint.operation().replace('|', "\\|");
        write!(f, "| `{operation}` | `{}` | ", self.endpoint)?;
        for (index, (outcome, count)) in self.outcomes.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{outcome}")?;
            if *count > 1 {
                write!(f, " ({count} times)")?;
            }
        }
        if self.outcomes.is_empty() {
            f.write_str("**never called**")?;
        }
        let unmet = self.unmet.join(", ");
        if unmet.is_empty() { f.write_str(" | |") } else { write!(f, " | {unmet} |") }
    }
}
