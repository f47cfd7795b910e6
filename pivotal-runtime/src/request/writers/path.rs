//! Writes a value into the path.

use std::borrow::Cow;

use crate::request::percent_encoding::{is_encoded, push_unreserved};
use crate::request::values::{Text, TextForm, TextSink, ValueError};

/// The text of an empty value.
pub(crate) const EMPTY_SEGMENT: &str = "is empty, which is not allowed as a path segment; pass a value";

/// The place of a value in the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathPlace {
    /// `<name>` as a complete segment.
    Segment,
    /// `<name>` as a part of one.
    Part,
    /// `<name..>`: several segments.
    Segments,
}

/// Writes one scalar, or a list of segments. Everything outside `unreserved` is percent-encoded (RFC 3986, section 2.3).
pub(crate) struct PathWriter {
    path: String,
    place: PathPlace,
    /// The number of segments of the list so far; `None` if the value is not a list.
    items: Option<usize>,
    /// The error of the value, as that of its parameter.
    error: Option<Cow<'static, str>>,
}

impl PathWriter {
    pub(crate) fn new(path: String, place: PathPlace) -> Self {
        Self { path, place, items: None, error: None }
    }

    /// Returns the path, and the error of the value.
    pub(crate) fn finish(self, written: Result<(), ValueError>) -> (String, Result<(), Cow<'static, str>>) {
        let result = match (self.error, written) {
            (Some(message), _) => Err(message),
            (None, Err(error)) => Err(format!("is not allowed in a path: {error}").into()),
            (None, Ok(())) if self.items == Some(0) => Err("is an empty list; pass at least one segment".into()),
            (None, Ok(())) => Ok(()),
        };
        (self.path, result)
    }

    /// Keeps an error.
    fn reject(&mut self, message: impl Into<Cow<'static, str>>) -> ValueError {
        self.error.get_or_insert(message.into());
        ValueError::new("")
    }

    /// Writes several segments.
    fn segments(&mut self, text: &str, form: TextForm) -> Result<(), ValueError> {
        // An empty key is no object, but the folder around it.
        let allows_empty = form.is_object_key && !text.is_empty();
        for (index, segment) in text.split('/').enumerate() {
            if index > 0 {
                self.path.push('/');
            }
            if !(allows_empty && segment.is_empty()) {
                self.check_segment(segment, form)?;
            }
            self.push(segment, form)?;
        }
        Ok(())
    }

    /// Writes an item of a list, which is one segment.
    fn item(&mut self, text: &str, form: TextForm, number: usize) -> Result<(), ValueError> {
        if number > 0 {
            self.path.push('/');
        }
        self.items = Some(number + 1);
        self.check_segment(text, form)?;
        self.push(text, form)
    }

    fn push(&mut self, text: &str, form: TextForm) -> Result<(), ValueError> {
        if !form.is_encoded {
            push_unreserved(&mut self.path, text);
            return Ok(());
        }
        if !is_encoded(text, b"!$&'()*+,;=:@") {
            return Err(
                self.reject("is not percent-encoded for a path; encode it, or pass it without `PercentEncoded`")
            );
        }
        self.path.push_str(text);
        Ok(())
    }

    /// Checks that URL parsers keep a segment.
    fn check_segment(&mut self, segment: &str, form: TextForm) -> Result<(), ValueError> {
        let segment = if form.is_encoded { decode_dots(segment) } else { segment.into() };
        Err(match &*segment {
            "" => self.reject(EMPTY_SEGMENT),
            "." | ".." => self.reject(format!("is `{segment}`, which is not allowed as a path segment")),
            _ => return Ok(()),
        })
    }
}

impl TextSink for PathWriter {
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        let Text::Scalar(text, form) = text else {
            return Err(self.reject("is a unit, which has no text; pass a value"));
        };
        match (self.items, self.place) {
            (Some(number), _) => self.item(text, form, number),
            (None, PathPlace::Segments) => self.segments(text, form),
            (None, PathPlace::Segment) => {
                self.check_segment(text, form)?;
                self.push(text, form)
            }
            (None, PathPlace::Part) => self.push(text, form),
        }
    }

    fn none(&mut self) -> Result<(), ValueError> {
        if self.items.is_some() {
            return Ok(());
        }
        Err(self.reject("is `None`, but a path needs a value; declare another method for the path without it"))
    }

    fn list(&mut self) -> Result<(), ValueError> {
        if self.place != PathPlace::Segments {
            return Err(self.nested("a list", false));
        }
        self.items = Some(0);
        Ok(())
    }

    fn nested(&mut self, kind: &'static str, is_item: bool) -> ValueError {
        let verb = if is_item { "contains" } else { "is" };
        self.reject(format!(
            "is not allowed in a path, since it {verb} {kind}; pass a scalar, such as a text or a number"
        ))
    }
}

fn decode_dots(segment: &str) -> Cow<'_, str> {
    if segment.contains('%') { segment.replace("%2e", ".").replace("%2E", ".").into() } else { segment.into() }
}

/// Finds a segment that URL parsers drop: `.` or `..` (RFC 3986, section 5.2.4), percent-encoded or not. The request would go to
/// another endpoint.
pub(crate) fn dot_segment(path: &str) -> Option<&'static str> {
    path.split('/').find_map(|segment| match &*decode_dots(segment) {
        "." => Some("."),
        ".." => Some(".."),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::fmt;

    use serde::Serialize;

    use super::*;
    use crate::request::values::Texts;
    use crate::{Displayed, ObjectKey, PercentEncoded};

    fn written(place: PathPlace, value: &(impl Serialize + ?Sized)) -> Result<String, Cow<'static, str>> {
        let mut writer = PathWriter::new(String::new(), place);
        let written = value.serialize(Texts::new(&mut writer));
        let (path, result) = writer.finish(written);
        result.map(|()| path)
    }

    fn segment(value: &(impl Serialize + ?Sized)) -> Result<String, Cow<'static, str>> {
        written(PathPlace::Segment, value)
    }

    fn segments(value: &(impl Serialize + ?Sized)) -> Result<String, Cow<'static, str>> {
        written(PathPlace::Segments, value)
    }

    const DOT: &str = "is `.`, which is not allowed as a path segment";
    const DOT_DOT: &str = "is `..`, which is not allowed as a path segment";

    #[test]
    fn value_stays_one_segment() {
        let cases = [
            ("42", "42"),
            ("A-z_0.~", "A-z_0.~"),
            ("a/b", "a%2Fb"),
            ("a b+c", "a%20b%2Bc"),
            ("?#%", "%3F%23%25"),
            ("%2e%2e", "%252e%252e"),
            ("...", "..."),
            (".a", ".a"),
            ("ü€", "%C3%BC%E2%82%AC"),
            ("\r\n\0", "%0D%0A%00"),
            ("/..", "%2F.."),
        ];
        for (value, expected) in cases {
            assert_eq!(segment(value).as_deref(), Ok(expected), "{value}");
            assert_eq!(written(PathPlace::Part, value).as_deref(), Ok(expected), "{value}");
            assert_eq!(segment(&ObjectKey(value)).as_deref(), Ok(expected), "{value}");
        }
    }

    #[test]
    fn segments_that_urls_drop_are_rejected() {
        for (value, expected) in [("", EMPTY_SEGMENT), (".", DOT), ("..", DOT_DOT)] {
            assert_eq!(segment(value), Err(expected.into()));
            assert_eq!(segment(&ObjectKey(value)), Err(expected.into()));
            assert_eq!(segment(&PercentEncoded(value)), Err(expected.into()));
            // The rest of the segment is in the template.
            assert_eq!(written(PathPlace::Part, value).as_deref(), Ok(value));
        }
        assert_eq!(segment(&PercentEncoded("%2E.")), Err(DOT_DOT.into()));
        assert_eq!(dot_segment("/a/.%2e/b"), Some(".."));
        assert_eq!(dot_segment("/a/...%2e/.b/b."), None);
    }

    #[test]
    fn several_segments_keep_their_slashes() {
        assert_eq!(segments("a/b c/d").as_deref(), Ok("a/b%20c/d"));
        for value in ["", "/a", "a/", "a//b"] {
            assert_eq!(segments(value), Err(EMPTY_SEGMENT.into()), "{value}");
        }
        assert_eq!(segments("a/../b"), Err(DOT_DOT.into()));
        assert_eq!(segments("a/."), Err(DOT.into()));
    }

    #[test]
    fn object_key_can_have_empty_segments() {
        for value in ["/a", "a/", "a//b", "//"] {
            assert_eq!(segments(&ObjectKey(value)).as_deref(), Ok(value));
        }
        assert_eq!(segments(&ObjectKey("")), Err(EMPTY_SEGMENT.into()));
        assert_eq!(segments(&ObjectKey("a//..")), Err(DOT_DOT.into()));
        assert_eq!(segments(&ObjectKey("a b/ü")).as_deref(), Ok("a%20b/%C3%BC"));
        for value in ["a%20b//", "/%2F/"] {
            assert_eq!(segments(&ObjectKey(PercentEncoded(value))).as_deref(), Ok(value));
            assert_eq!(segments(&PercentEncoded(ObjectKey(value))).as_deref(), Ok(value));
        }
        assert_eq!(segments(&PercentEncoded(ObjectKey("a/%2E./"))), Err(DOT_DOT.into()));
    }

    #[test]
    fn list_is_one_segment_for_each_item() {
        assert_eq!(segments(&["a", "b c", "d/e"]).as_deref(), Ok("a/b%20c/d%2Fe"));
        assert_eq!(segments(&(1, "a", PercentEncoded("%2F"))).as_deref(), Ok("1/a/%2F"));
        assert_eq!(segments(&[Some("a"), None, Some("b")]).as_deref(), Ok("a/b"));
        assert_eq!(segments(&["a", ""]), Err(EMPTY_SEGMENT.into()));
        assert_eq!(segments(&["a", ".."]), Err(DOT_DOT.into()));
        for empty in [&[][..], &[None::<u8>]] {
            assert_eq!(segments(empty), Err("is an empty list; pass at least one segment".into()));
        }
        let nested = "is not allowed in a path, since it contains a list; pass a scalar, such as a text or a number";
        assert_eq!(segments(&[["a"]]), Err(nested.into()));
    }

    #[test]
    fn encoded_value_is_kept() {
        assert_eq!(segment(&PercentEncoded("a%2Fb,c'(d)")).as_deref(), Ok("a%2Fb,c'(d)"));
        assert_eq!(segments(&PercentEncoded("a%2Fb/c")).as_deref(), Ok("a%2Fb/c"));
        for value in ["a/b", "a b", "50%", "%zz", "a?b", "a#b", "ü"] {
            let error = segment(&PercentEncoded(value)).expect_err(value);
            assert!(error.contains("encode it"), "{error}");
        }
    }

    #[derive(Serialize)]
    struct Id(u64);

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum State {
        OnHold,
    }

    #[test]
    fn value_is_that_of_serde() {
        assert_eq!(segment(&Id(7)).as_deref(), Ok("7"));
        assert_eq!(segment(&Some(&-7_i128)).as_deref(), Ok("-7"));
        assert_eq!(segment(&State::OnHold).as_deref(), Ok("on_hold"));
        assert_eq!(segment(&1.5).as_deref(), Ok("1.5"));
        assert_eq!(segment(&'/').as_deref(), Ok("%2F"));
        assert_eq!(segment(&Displayed(format_args!("{}-{}", 1, 2))).as_deref(), Ok("1-2"));
    }

    #[test]
    fn value_without_one_text_is_rejected() {
        struct Broken;
        impl fmt::Display for Broken {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }
        let cases = [
            (
                segment(&None::<u8>),
                "is `None`, but a path needs a value; declare another method for the path without it",
            ),
            (
                segment(&["a"]),
                "is not allowed in a path, since it is a list; pass a scalar, such as a text or a number",
            ),
            (segment(&()), "is a unit, which has no text; pass a value"),
            (segment(&Displayed(Broken)), "is not allowed in a path: its `Display` returned an error"),
        ];
        for (result, expected) in cases {
            assert_eq!(result, Err(expected.into()));
        }
    }
}
