//! Path segments.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::percent_encoding::push_unreserved;

/// The error of a value that is not allowed as a path segment.
///
/// URL parsers drop `.` and remove a segment for `..` (RFC 3986, section 5.2.4), percent-encoded or not, so the request would
/// go to another endpoint.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum SegmentError {
    Empty,
    Dot,
    DotDot,
    Unprintable,
}

impl SegmentError {
    pub(super) fn message(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Empty => "is empty, which is not allowed as a path segment; pass a value",
            Self::Dot => "is `.`, which is not allowed as a path segment",
            Self::DotDot => "is `..`, which is not allowed as a path segment",
            Self::Unprintable => "cannot be printed: its `Display` returned an error",
        })
    }
}

/// Appends a value as one segment, or as several if its slashes are kept. Everything outside `unreserved` is percent-encoded.
pub(super) fn push_segments(
    path: &mut String,
    value: &dyn fmt::Display,
    keep_slashes: bool,
) -> Result<(), SegmentError> {
    let mut encoder = Encoder { path, keep_slashes, segment: Segment::Empty, error: None };
    let printed = write!(encoder, "{value}");
    encoder.end_segment();
    match (encoder.error, printed) {
        (Some(error), _) => Err(error),
        (None, Err(_)) => Err(SegmentError::Unprintable),
        (None, Ok(())) => Ok(()),
    }
}

/// Encodes the value while it is printed, so that it is printed only once.
struct Encoder<'a> {
    path: &'a mut String,
    keep_slashes: bool,
    segment: Segment,
    error: Option<SegmentError>,
}

/// The segment so far, before encoding.
enum Segment {
    Empty,
    Dot,
    DotDot,
    Other,
}

impl Encoder<'_> {
    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.segment = match (&self.segment, text) {
            (Segment::Empty, ".") => Segment::Dot,
            (Segment::Empty, "..") | (Segment::Dot, ".") => Segment::DotDot,
            _ => Segment::Other,
        };
        push_unreserved(self.path, text);
    }

    fn end_segment(&mut self) {
        let error = match std::mem::replace(&mut self.segment, Segment::Empty) {
            Segment::Empty => SegmentError::Empty,
            Segment::Dot => SegmentError::Dot,
            Segment::DotDot => SegmentError::DotDot,
            Segment::Other => return,
        };
        self.error.get_or_insert(error);
    }
}

impl Write for Encoder<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !self.keep_slashes {
            self.text(text);
            return Ok(());
        }
        let mut segments = text.split('/');
        self.text(segments.next().unwrap_or_default());
        for segment in segments {
            self.end_segment();
            self.path.push('/');
            self.text(segment);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(value: &str) -> Result<String, SegmentError> {
        let mut path = String::new();
        push_segments(&mut path, &value, false).map(|()| path)
    }

    fn segments(value: &str) -> Result<String, SegmentError> {
        let mut path = String::new();
        push_segments(&mut path, &value, true).map(|()| path)
    }

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
        }
    }

    #[test]
    fn segments_that_urls_drop_are_rejected() {
        assert_eq!(segment(""), Err(SegmentError::Empty));
        assert_eq!(segment("."), Err(SegmentError::Dot));
        assert_eq!(segment(".."), Err(SegmentError::DotDot));
        let mut path = String::new();
        assert_eq!(
            push_segments(&mut path, &format_args!("{}{}", '.', '.'), false),
            Err(SegmentError::DotDot),
            "in two pieces"
        );
    }

    #[test]
    fn several_segments_keep_their_slashes() {
        assert_eq!(segments("a/b c/d").as_deref(), Ok("a/b%20c/d"));
        assert_eq!(segments("a").as_deref(), Ok("a"));
        for value in ["", "/a", "a/", "a//b"] {
            assert_eq!(segments(value), Err(SegmentError::Empty), "{value}");
        }
        assert_eq!(segments("a/../b"), Err(SegmentError::DotDot));
        assert_eq!(segments("a/."), Err(SegmentError::Dot));
    }

    #[test]
    fn failing_display_is_rejected() {
        struct Broken;
        impl fmt::Display for Broken {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }
        assert_eq!(
            push_segments(&mut String::from("/"), &format_args!("a{Broken}"), false),
            Err(SegmentError::Unprintable)
        );
    }
}
