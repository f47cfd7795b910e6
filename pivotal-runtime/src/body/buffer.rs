//! The part of a body that was read into memory.

use bytes::{Bytes, BytesMut};

/// The maximum number of bytes that are allocated for an announced length.
const MAX_RESERVED: usize = 256 * 1024;

/// Collects the chunks of a body, up to a limit. A single chunk is not copied.
pub(super) struct Buffer {
    first: Bytes,
    all: BytesMut,
    /// The announced length, as far as it is trusted.
    expected: usize,
    /// The number of bytes that are left up to the limit.
    remaining: usize,
    /// The body exceeds the limit.
    pub(super) is_truncated: bool,
}

impl Buffer {
    pub(super) fn new(limit: usize, len: Option<u64>) -> Self {
        let expected = len.map_or(0, |len| usize::try_from(len).unwrap_or(MAX_RESERVED).min(MAX_RESERVED).min(limit));
        Self { first: Bytes::new(), all: BytesMut::new(), expected, remaining: limit, is_truncated: false }
    }

    pub(super) fn push(&mut self, mut chunk: Bytes) {
        self.is_truncated = chunk.len() > self.remaining;
        chunk.truncate(self.remaining);
        self.remaining -= chunk.len();
        if self.first.is_empty() && self.all.is_empty() {
            self.first = chunk;
            return;
        }
        if self.all.is_empty() {
            self.all.reserve(self.expected);
            self.all.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.all.extend_from_slice(&chunk);
    }

    pub(super) fn into_bytes(self) -> Bytes {
        if self.all.is_empty() { self.first } else { self.all.freeze() }
    }
}
