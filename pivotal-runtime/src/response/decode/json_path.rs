//! The path to a value in JSON text, as in `data[3].id`, given how much of the text was read.
//!
//! An error of `serde_json` has a line and a column, but no path. To find the path, the text is scanned again for brackets,
//! keys and commas. That needs no type, so this code is compiled once.

use std::fmt::Write;

/// The maximum depth of a path. A body can open a bracket with each of its bytes.
const MAX_DEPTH: usize = 16;

/// The maximum number of bytes that are shown of a name.
const MAX_NAME: usize = 64;

/// The steps from the complete text to a value.
#[derive(Default)]
pub(super) struct JsonPath<'a> {
    steps: Vec<Step<'a>>,
    /// The number of open brackets, with those that are too deep to be steps.
    depth: usize,
    /// A key whose value has not begun.
    pending: Option<Key<'a>>,
}

enum Step<'a> {
    /// Into an object, at the entry of this number. The key is `None` in front of the colon.
    Entry(usize, Option<Key<'a>>),
    /// Into a list, at the item of this number.
    Item(usize),
}

/// A key of an object.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    /// Between the quotes, escapes included.
    pub(super) text: &'a [u8],
    /// Its offset in the JSON text.
    pub(super) start: usize,
    /// The type that is decoded declares the name.
    is_declared: bool,
}

/// The number of bytes in front of this line and column, as `serde_json` counts them.
pub(super) fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let line_ends = json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let start = line.checked_sub(2).map_or(0, |before| line_ends.clone().nth(before).unwrap_or(json.len()));
    (start + column).min(json.len())
}

/// The text in front of the comma or bracket that it ends with, if it ends with one after a value.
pub(super) fn one_back(read: &[u8]) -> Option<&[u8]> {
    match read.trim_ascii_end().split_last()? {
        (b',' | b']' | b'}', before) => Some(before),
        _ => None,
    }
}

impl<'a> JsonPath<'a> {
    /// Finds the path to the value at the end of the text that was read. If the text is not the start of JSON, the path is
    /// wrong.
    pub(super) fn parse(read: &'a [u8]) -> Self {
        let mut path = Self::default();
        let mut rest = read;
        while let Some((byte, after)) = rest.split_first() {
            rest = after;
            match byte {
                b'{' => path.open(Step::Entry(0, None)),
                b'[' => path.open(Step::Item(0)),
                b'}' | b']' => path.close(),
                b'"' => {
                    let start = read.len() - rest.len();
                    let (text, after) = string(rest);
                    rest = after;
                    if let Some(Step::Entry(_, None)) = path.innermost() {
                        path.pending = Some(Key { text, start, is_declared: false });
                    }
                }
                b':' => path.begin_value(),
                b',' => match path.innermost() {
                    Some(Step::Entry(number, key)) => {
                        *number += 1;
                        *key = None;
                    }
                    Some(Step::Item(number)) => *number += 1,
                    None => {}
                },
                _ => {}
            }
        }
        path
    }

    fn open(&mut self, step: Step<'a>) {
        if self.depth < MAX_DEPTH {
            self.steps.push(step);
        }
        self.depth += 1;
    }

    fn close(&mut self) {
        if self.depth <= MAX_DEPTH {
            self.steps.pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// The innermost open bracket, unless it is too deep to be a step.
    fn innermost(&mut self) -> Option<&mut Step<'a>> {
        if self.depth > MAX_DEPTH { None } else { self.steps.last_mut() }
    }

    fn begin_value(&mut self) {
        let pending = self.pending.take();
        if let Some(Step::Entry(_, key)) = self.innermost() {
            *key = pending;
        }
    }

    /// Steps to the key that was read last, where its value has not begun: `{"id":1,"name"`.
    pub(super) fn with_key(mut self) -> Self {
        if self.pending.is_some() {
            self.begin_value();
        }
        self
    }

    /// Marks the keys whose names the type declares. `is_declared` is called for the innermost key first.
    pub(super) fn declare(mut self, mut is_declared: impl FnMut(Key<'a>) -> bool) -> Self {
        for step in self.steps.iter_mut().rev() {
            if let Step::Entry(_, Some(key)) = step {
                key.is_declared = is_declared(*key);
            }
        }
        self
    }

    /// Writes the path; empty for the complete text.
    ///
    /// Keys that the type declares are shown by name: `data[3].id`. Keys of a map are values of the body, which may be
    /// private, so they are shown by position: `scores{3}` is the value of the fourth key of `scores`.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for step in &self.steps {
            // Writing to a string does not fail.
            let _ = match step {
                Step::Entry(_, None) => Ok(()),
                Step::Entry(number, Some(key)) => match key.name() {
                    Some(name) => write!(text, "{}{name}", if text.is_empty() { "" } else { "." }),
                    None => write!(text, "{{{number}}}"),
                },
                Step::Item(number) => write!(text, "[{number}]"),
            };
        }
        if self.depth > self.steps.len() {
            text.push('…');
        }
        text
    }
}

impl<'a> Key<'a> {
    /// The name, if the type declares it and it has no escapes.
    fn name(&self) -> Option<&'a str> {
        let text = std::str::from_utf8(self.text).ok()?;
        let is_plain = !text.chars().any(|c| c.is_control() || c == '\\' || c == '`') && text.len() <= MAX_NAME;
        (self.is_declared && is_plain).then_some(text)
    }
}

/// Splits the text after the end of a string: its content, and the rest.
fn string(text: &[u8]) -> (&[u8], &[u8]) {
    let mut is_escaped = false;
    let end = text.iter().position(|byte| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    });
    end.and_then(|end| Some((text.get(..end)?, text.get(end + 1..)?))).unwrap_or((text, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(read: &str) -> String {
        JsonPath::parse(read.as_bytes()).declare(|key| key.text != b"x").text()
    }

    #[test]
    fn path_leads_to_where_reading_stopped() {
        let cases = [
            ("", ""),
            ("7", ""),
            ("{", ""),
            (r#"{"a""#, ""),
            (r#"{"a":"#, "a"),
            (r#"{"a":1"#, "a"),
            (r#"{"a":1,"#, ""),
            (r#"{"a":1,"b":{"c":[1,[2,"#, "b.c[1][1]"),
            (r#"{"a":1,"b":{"c":[1,[2,3]"#, "b.c[1]"),
            (r#"{"a":1,"b":{"c":[]}"#, "b"),
            (r#"{"a":1,"b":{"c":[]}}"#, ""),
            (r#"{"a":"{[,:\"]\\","b":"#, "b"),
            (r#"[{"x":"#, "[0]{0}"),
            (r#"{"a":1,"x":{"b":"#, "{1}.b"),
            (r#"{"a":{"b":1,"x":["#, "a{1}[0]"),
            (r#"{"a\u0062":"#, "{0}"),
            ("]]}}:,\"", ""),
        ];
        for (read, expected) in cases {
            assert_eq!(path(read), expected, "{read}");
        }
        let path = JsonPath::parse(br#"[{"a":1,"b""#).with_key().declare(|_| true);
        assert_eq!(path.text(), "[0].b");
    }

    #[test]
    fn path_is_bounded() {
        let deep = "[".repeat(1_000_000);
        assert_eq!(path(&deep), format!("{}…", "[0]".repeat(MAX_DEPTH)));
        let closed = format!(r#"{{"a":{}{},"b":"#, "[".repeat(50), "]".repeat(50));
        assert_eq!(path(&closed), "b");
        let inside = format!(r#"{{"a":{}{{"k":1,"l":"#, "[".repeat(MAX_DEPTH));
        assert_eq!(path(&inside), format!("a{}…", "[0]".repeat(MAX_DEPTH - 1)));
        assert_eq!(path(&format!(r#"{{"{}":"#, "k".repeat(MAX_NAME + 1))), "{0}");
    }

    #[test]
    fn lines_and_columns_are_those_of_serde_json() {
        for json in ["{\"a\":1,\n \"b\"\n:x}", "x", "\n\nx", "[1,\n]"] {
            let error = serde_json::from_str::<serde_json::Value>(json).expect_err(json);
            let end = offset(json.as_bytes(), error.line(), error.column());
            assert!(matches!(json.as_bytes()[end - 1], b'x' | b']'), "{json} {end}");
        }
        assert_eq!(offset(b"ab", 9, 9), 2);
    }
}
