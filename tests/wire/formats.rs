//! Formats: codecs and envelopes.

mod envelopes;
mod xml;
