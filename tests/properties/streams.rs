//! Streams in chunks of any length: they are read as the same bytes at once.

mod bodies;
mod chunks;
mod events;
mod http_client;
mod limits;
mod lines;
mod parser;
mod resume;

use proptest::prelude::ProptestConfig;

/// The number of cases. Each one reads several streams.
fn cases() -> ProptestConfig {
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}
