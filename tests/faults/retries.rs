//! Retries: which attempts are repeated, when, and how often.

mod attempts;
mod backoff;
mod budget;
mod decision_table;
