//! Traces and metrics: each row of `pivotal-runtime/TELEMETRY.md`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod attributes;
mod capture;
mod errors;
mod events;
mod full_urls;
mod metrics;
mod nesting;
mod notes;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod support;
#[path = "../transport/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod transport;

/// The description, whose tables are compared with the tests.
const TELEMETRY: &str = include_str!("../../pivotal-runtime/TELEMETRY.md");

/// Returns the rows of a table, cell by cell.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let section = TELEMETRY.split("\n# ").find(|section| section.starts_with(heading)).expect("a section");
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// Returns the texts in backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}
