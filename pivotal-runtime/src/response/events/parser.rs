//! Parses a stream of events (WHATWG HTML, section 9.2.6).

use std::time::Duration;

use crate::response::line_splitter::{LineEnd, LineSplitter, LineTooLong};

/// An event whose data is not decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawEvent {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) data: String,
}

/// Parses chunks of a stream into events.
#[derive(Debug)]
pub(super) struct Parser {
    lines: LineSplitter,
    /// The maximum number of bytes of the data of an event.
    limit: usize,
    name: String,
    /// The data so far; `None` without a `data` field.
    data: Option<String>,
    /// The id of the current event, which becomes the last one at its end.
    id: String,
    last_id: String,
    retry: Option<Duration>,
    /// The data, or the name, of the event that ends the stream.
    marker: Option<&'static str>,
}

impl Parser {
    pub(super) fn new(limit: usize, marker: Option<&'static str>) -> Self {
        Self {
            lines: LineSplitter::new(LineEnd::Any, limit),
            limit,
            name: String::new(),
            data: None,
            id: String::new(),
            last_id: String::new(),
            retry: None,
            marker,
        }
    }

    /// Drops what is not complete, before another stream. The last id and the time to wait stay.
    pub(super) fn restart(&mut self) {
        let (last_id, retry) = (std::mem::take(&mut self.last_id), self.retry);
        *self = Self { id: last_id.clone(), last_id, retry, ..Self::new(self.limit, self.marker) };
    }

    pub(super) fn push(&mut self, chunk: &[u8]) {
        self.lines.push(chunk);
    }

    /// Returns the next complete event, or `None` until more is pushed.
    pub(super) fn next_event(&mut self) -> Result<Option<RawEvent>, LineTooLong> {
        while let Some(line) = self.lines.next_line()? {
            if line.is_empty() {
                self.last_id.clone_from(&self.id);
                let name = std::mem::take(&mut self.name);
                // An event without data is none, but its name can end the stream.
                let is_marker = self.marker.is_some_and(|marker| marker == name);
                if let Some(data) = self.data.take().or_else(|| is_marker.then(String::new)) {
                    let name = if name.is_empty() { "message".to_owned() } else { name };
                    return Ok(Some(RawEvent { name, id: self.last_id.clone(), data }));
                }
            } else {
                self.field(&String::from_utf8_lossy(&line));
                if self.data.as_ref().is_some_and(|data| data.len() > self.limit) {
                    return Err(LineTooLong);
                }
            }
        }
        Ok(None)
    }

    /// Returns whether the stream ends within the event that marks its end.
    pub(super) fn ends_with_marker(&mut self) -> bool {
        if let Some(line) = self.lines.last_line() {
            let retry = self.retry;
            self.field(&String::from_utf8_lossy(&line));
            // The number may be truncated.
            self.retry = retry;
        }
        self.marker.is_some_and(|marker| self.data.as_deref() == Some(marker) || self.name == marker)
    }

    /// The id of the last event that is complete; empty without one.
    pub(super) fn last_id(&self) -> &str {
        &self.last_id
    }

    /// The time to wait before reconnecting, if the server sent one.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    fn field(&mut self, line: &str) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" => value.clone_into(&mut self.name),
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis);
            }
            // A comment, whose field is empty, or an unknown field.
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(text: &str) -> Vec<(String, String, String)> {
        let mut parser = Parser::new(usize::MAX, None);
        parser.push(text.as_bytes());
        let mut events = Vec::new();
        while let Some(RawEvent { name, id, data }) = parser.next_event().expect("short lines") {
            events.push((name, id, data));
        }
        events
    }

    fn event(name: &str, id: &str, data: &str) -> (String, String, String) {
        (name.to_owned(), id.to_owned(), data.to_owned())
    }

    /// The examples of the standard.
    #[test]
    fn examples_of_the_standard_are_parsed() {
        let stocks = "data: YHOO\ndata: +2\ndata: 10\n\n";
        assert_eq!(events(stocks), [event("message", "", "YHOO\n+2\n10")]);
        let ids = ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n";
        let expected = [
            event("message", "1", "first event"),
            event("message", "", "second event"),
            event("message", "", " third event"),
        ];
        assert_eq!(events(ids), expected);
        assert_eq!(events("data\n\ndata\ndata\n\ndata:"), [event("message", "", ""), event("message", "", "\n")]);
        assert_eq!(events("data:test\n\ndata: test\n\n"), [event("message", "", "test"), event("message", "", "test")]);
    }

    #[test]
    fn fields_are_parsed_as_the_standard_demands() {
        assert_eq!(events("event: add\ndata: 1\n\ndata: 2\n\n"), [event("add", "", "1"), event("message", "", "2")]);
        // Without data, there is no event, and its name is forgotten. Its id stays.
        assert_eq!(events("event: add\nid: 7\n\ndata: 2\n\n"), [event("message", "7", "2")]);
        assert_eq!(events("id: a\0b\ndata: 1\n\n"), [event("message", "", "1")]);
        assert_eq!(events("Data: 1\n data: 2\ndata : 3\nother: 4\n\n"), []);
        assert_eq!(events("data: 1\r\rdata: 2\r\n\r\ndata: 3\n\n").len(), 3);
        assert_eq!(events("\u{feff}data: 1\n\n\u{feff}data: 2\n\n"), [event("message", "", "1")]);
        assert_eq!(events("data: not complete"), []);
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_replaced() {
        let mut parser = Parser::new(usize::MAX, None);
        parser.push(b"data: a\xffb\n\n");
        let event = parser.next_event().expect("a short line").expect("an event");
        assert_eq!(event.data, "a\u{fffd}b");
    }

    #[test]
    fn retry_is_a_number_of_milliseconds() {
        for (text, expected) in
            [("250", Some(250)), ("", None), ("-1", None), ("1.5", None), ("99999999999999999999", None)]
        {
            let mut parser = Parser::new(usize::MAX, None);
            parser.push(format!("retry: {text}\n\n").as_bytes());
            assert_eq!(parser.next_event().expect("a short line"), None);
            assert_eq!(parser.retry(), expected.map(Duration::from_millis), "{text}");
        }
    }

    #[test]
    fn data_beyond_the_limit_is_an_error() {
        let mut parser = Parser::new(10, None);
        parser.push(b"data: 123\ndata: 123\n\ndata: 1\ndata: 2\ndata: 3\ndata: 4\ndata: 5\ndata: 6\n\n");
        assert!(parser.next_event().expect("a short event").is_some());
        assert!(parser.next_event().is_err());
    }
}
