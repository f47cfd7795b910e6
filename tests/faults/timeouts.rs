//! Timeouts of calls, attempts and reads.

mod deadline;
mod slow_bodies;
mod streams;
