//! Splits a body into lines.

use bytes::{Buf, Bytes, BytesMut};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The characters that end a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// LF, or CR and LF.
    LineFeed,
    /// LF, CR, or CR and LF.
    Any,
}

/// A line is longer than the limit.
#[derive(Debug)]
pub(super) struct LineTooLong;

/// Splits chunks into lines, without their ends. A byte order mark in front of the first line is skipped.
#[derive(Debug)]
pub(super) struct LineSplitter {
    ends: LineEnd,
    /// The maximum number of bytes of a line.
    limit: usize,
    /// The bytes that are not part of a complete line yet.
    buffer: BytesMut,
    /// The number of bytes at the start of the buffer that contain no line end.
    searched: usize,
    is_at_start: bool,
    /// The last line ended with CR, so a LF in front of the next one belongs to it.
    skips_line_feed: bool,
}

impl LineSplitter {
    pub(super) fn new(ends: LineEnd, limit: usize) -> Self {
        Self { ends, limit, buffer: BytesMut::new(), searched: 0, is_at_start: true, skips_line_feed: false }
    }

    pub(super) fn push(&mut self, chunk: &[u8]) {
        self.buffer.extend_from_slice(chunk);
    }

    /// Returns the next complete line, or `None` until more is pushed.
    pub(super) fn next_line(&mut self) -> Result<Option<Bytes>, LineTooLong> {
        if self.is_at_start && !self.skip_byte_order_mark() {
            return Ok(None);
        }
        if self.skips_line_feed && !self.buffer.is_empty() {
            self.skips_line_feed = false;
            if self.buffer.starts_with(b"\n") {
                self.buffer.advance(1);
            }
        }
        let ends = self.ends;
        let is_end = |byte: &u8| *byte == b'\n' || (*byte == b'\r' && ends == LineEnd::Any);
        let unsearched = self.buffer.get(self.searched..).unwrap_or_default();
        let Some(length) = unsearched.iter().position(is_end).map(|position| self.searched + position) else {
            self.searched = self.buffer.len();
            return if self.searched > self.limit { Err(LineTooLong) } else { Ok(None) };
        };
        let mut line = self.buffer.split_to(length);
        self.searched = 0;
        self.skips_line_feed = ends == LineEnd::Any && self.buffer.starts_with(b"\r");
        self.buffer.advance(1);
        if line.len() > self.limit {
            return Err(LineTooLong);
        }
        if ends == LineEnd::LineFeed && line.ends_with(b"\r") {
            line.truncate(line.len() - 1);
        }
        Ok(Some(line.freeze()))
    }

    /// Returns the last line if it has no end.
    pub(super) fn last_line(&mut self) -> Option<Bytes> {
        self.searched = 0;
        let mut line = self.buffer.split();
        if self.skips_line_feed && line.starts_with(b"\n") {
            line.advance(1);
        }
        if self.ends == LineEnd::LineFeed && line.ends_with(b"\r") {
            line.truncate(line.len() - 1);
        }
        if line.is_empty() { None } else { Some(line.freeze()) }
    }

    /// Returns the bytes that are not part of a complete line.
    pub(super) fn into_rest(self) -> Bytes {
        self.buffer.freeze()
    }

    /// Skips a byte order mark. Returns `false` until it is clear whether there is one.
    fn skip_byte_order_mark(&mut self) -> bool {
        if self.buffer.len() < BYTE_ORDER_MARK.len() && BYTE_ORDER_MARK.starts_with(&self.buffer) {
            return false;
        }
        if self.buffer.starts_with(BYTE_ORDER_MARK) {
            self.buffer.advance(BYTE_ORDER_MARK.len());
        }
        self.is_at_start = false;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Splits a text in all ways into two chunks, and checks the lines.
    fn check(ends: LineEnd, text: &str, expected: &[&str]) {
        for middle in 0..=text.len() {
            let (first, second) = text.as_bytes().split_at(middle);
            let mut splitter = LineSplitter::new(ends, usize::MAX);
            let mut lines = Vec::new();
            for chunk in [first, second] {
                splitter.push(chunk);
                while let Some(line) = splitter.next_line().expect("a short line") {
                    lines.push(line);
                }
            }
            lines.extend(splitter.last_line());
            assert_eq!(lines, expected, "{text:?} at {middle}");
        }
    }

    #[test]
    fn lines_do_not_depend_on_chunks() {
        check(LineEnd::LineFeed, "a\nb\r\n\nc", &["a", "b", "", "c"]);
        check(LineEnd::LineFeed, "a\rb\r\r\nc\r", &["a\rb\r", "c"]);
        check(LineEnd::Any, "a\nb\r\n\nc\rd\r\re", &["a", "b", "", "c", "d", "", "e"]);
        check(LineEnd::Any, "a\r\n\r\n\nb", &["a", "", "", "b"]);
        for ends in [LineEnd::LineFeed, LineEnd::Any] {
            check(ends, "\u{feff}a\n\u{feff}b", &["a", "\u{feff}b"]);
            check(ends, "\u{feff}", &[]);
            check(ends, "", &[]);
            check(ends, "\n", &[""]);
        }
    }

    #[test]
    fn line_beyond_the_limit_is_an_error() {
        for (text, is_allowed) in [("123\n", true), ("123", true), ("1234\n", false), ("1234", false)] {
            let mut splitter = LineSplitter::new(LineEnd::LineFeed, 3);
            splitter.push(text.as_bytes());
            assert_eq!(splitter.next_line().is_ok(), is_allowed, "{text:?}");
        }
    }
}
