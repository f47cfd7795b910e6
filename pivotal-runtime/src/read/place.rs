//! Where in a JSON text something is, given how much of the text was read.
//!
//! An error of `serde_json` has a line and a column, no path. To find the path, the text is looked through once more,
//! for its brackets, keys and commas alone: without a type, so that this code is there once and not for each type
//! that is read.

use std::fmt::Write;

/// The steps from the whole text to a value.
#[derive(Default)]
pub(super) struct Place<'a> {
    steps: Vec<Step<'a>>,
    /// A key whose value has not begun.
    key: Option<&'a [u8]>,
}

enum Step<'a> {
    /// Into an object, at the value of this key; `None` before its first and behind a comma.
    Key(Option<&'a [u8]>),
    /// Into a list, at this item.
    Index(usize),
}

/// How many bytes stand before this place, as `serde_json` counts lines and columns.
pub(super) fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let line_ends = json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let start = line.checked_sub(2).map_or(0, |before| line_ends.clone().nth(before).unwrap_or(json.len()));
    (start + column).min(json.len())
}

/// The text before the comma or bracket that it ends with, if it ends with one behind a value.
pub(super) fn one_back(read: &[u8]) -> Option<&[u8]> {
    match read.trim_ascii_end().split_last()? {
        (b',' | b']' | b'}', before) => Some(before),
        _ => None,
    }
}

impl<'a> Place<'a> {
    /// Of the value at the end of what was read. That is the start of JSON: where it is not, so is the place.
    pub(super) fn at_end_of(read: &'a [u8]) -> Self {
        let mut place = Self::default();
        let mut rest = read;
        while let Some((byte, behind)) = rest.split_first() {
            rest = behind;
            match byte {
                b'{' => place.steps.push(Step::Key(None)),
                b'[' => place.steps.push(Step::Index(0)),
                b'}' | b']' => {
                    place.steps.pop();
                }
                b'"' => {
                    let (text, behind) = string(rest);
                    rest = behind;
                    if matches!(place.steps.last(), Some(Step::Key(None))) {
                        place.key = Some(text);
                    }
                }
                b':' => {
                    if let Some(Step::Key(key)) = place.steps.last_mut() {
                        *key = place.key.take();
                    }
                }
                b',' => match place.steps.last_mut() {
                    Some(Step::Key(key)) => *key = None,
                    Some(Step::Index(index)) => *index += 1,
                    None => {}
                },
                _ => {}
            }
        }
        place
    }

    /// With the key that was read last, where its value has not begun: `{"id":1,"name"`.
    pub(super) fn with_key(mut self) -> Self {
        if let (Some(Step::Key(last)), Some(key)) = (self.steps.last_mut(), self.key.take()) {
            *last = Some(key);
        }
        self
    }

    /// `data[3].id`, or nothing for the whole text.
    ///
    /// The names of fields are shown, since they are what one looks for. The keys of a map are values, though, and
    /// JSON does not tell the two apart: so a key is shown if it reads like a name, letters with digits at most behind
    /// them.
    pub(super) fn path(&self) -> String {
        let mut text = String::new();
        for step in &self.steps {
            // Writing to a string does not fail.
            let _ = match step {
                Step::Key(None) => Ok(()),
                Step::Key(Some(key)) => {
                    let dot = if text.is_empty() { "" } else { "." };
                    write!(text, "{dot}{}", name(key).unwrap_or("…"))
                }
                Step::Index(index) => write!(text, "[{index}]"),
            };
        }
        text
    }
}

/// The inside of a string, and what is behind it.
fn string(text: &[u8]) -> (&[u8], &[u8]) {
    let mut is_escaped = false;
    let end = text.iter().position(|byte| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    });
    end.and_then(|end| Some((text.get(..end)?, text.get(end + 1..)?))).unwrap_or((text, &[]))
}

fn name(key: &[u8]) -> Option<&str> {
    let digits = key.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (letters, _) = key.split_at_checked(key.len() - digits)?;
    let is_name =
        key.len() <= 40 && letters.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-'));
    if is_name { str::from_utf8(key).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(read: &str) -> String {
        Place::at_end_of(read.as_bytes()).path()
    }

    #[test]
    fn the_place_is_where_reading_stopped() {
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
            (r#"[{"x y":"#, "[0].…"),
            (r#"{"line2":"#, "line2"),
            (r#"{"42":"#, "42"),
            (r#"{"4a":"#, "…"),
            ("]]}}:,\"", ""),
        ];
        for (read, expected) in cases {
            assert_eq!(path(read), expected, "{read}");
        }
        assert_eq!(Place::at_end_of(br#"[{"a":1,"b""#).with_key().path(), "[0].b");
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
