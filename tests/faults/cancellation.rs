//! Calls that are dropped.

mod in_flight;
mod permits;
