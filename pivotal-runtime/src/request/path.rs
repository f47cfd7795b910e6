//! Path segments made of values.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::encode;

/// Why a value cannot stand in a path.
///
/// URL parsers drop `.` and remove a segment for `..` (RFC 3986, section 5.2.4), whether they are
/// percent-encoded or not, so a request with one of them would go to another endpoint.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    Empty,
    Dot,
    DotDot,
    Unprintable,
}

impl Refused {
    pub(super) fn message(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Empty => "is empty, but a path segment is not; pass a value",
            Self::Dot => "is `.`, which a URL cannot hold as a path segment",
            Self::DotDot => "is `..`, which a URL cannot hold as a path segment",
            Self::Unprintable => "could not be printed: its `Display` failed",
        })
    }
}

/// Appends a value as one segment, everything outside `unreserved` percent-encoded.
pub(super) fn push_segment(path: &mut String, value: &dyn fmt::Display) -> Result<(), Refused> {
    push(path, value, false)
}

/// Appends a value as one or more segments: the same, but for its slashes, which stay.
pub(super) fn push_segments(path: &mut String, value: &dyn fmt::Display) -> Result<(), Refused> {
    push(path, value, true)
}

fn push(path: &mut String, value: &dyn fmt::Display, keep_slashes: bool) -> Result<(), Refused> {
    let mut encoder = Encoder { path, keep_slashes, segment: Segment::Empty, refused: None };
    let printed = write!(encoder, "{value}");
    encoder.end_segment();
    match (encoder.refused, printed) {
        (Some(refused), _) => Err(refused),
        (None, Err(_)) => Err(Refused::Unprintable),
        (None, Ok(())) => Ok(()),
    }
}

/// Encodes while the value is being printed, so that nothing is printed twice.
struct Encoder<'a> {
    path: &'a mut String,
    keep_slashes: bool,
    segment: Segment,
    refused: Option<Refused>,
}

/// What the segment has been so far, before encoding.
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
        encode::push_segment(self.path, text);
    }

    fn end_segment(&mut self) {
        let refused = match std::mem::replace(&mut self.segment, Segment::Empty) {
            Segment::Empty => Refused::Empty,
            Segment::Dot => Refused::Dot,
            Segment::DotDot => Refused::DotDot,
            Segment::Other => return,
        };
        self.refused.get_or_insert(refused);
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

    fn segment(value: &str) -> Result<String, Refused> {
        let mut path = String::new();
        push_segment(&mut path, &value).map(|()| path)
    }

    fn segments(value: &str) -> Result<String, Refused> {
        let mut path = String::new();
        push_segments(&mut path, &value).map(|()| path)
    }

    #[test]
    fn a_value_stays_one_segment() {
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
    fn what_a_url_would_lose_is_refused() {
        assert_eq!(segment(""), Err(Refused::Empty));
        assert_eq!(segment("."), Err(Refused::Dot));
        assert_eq!(segment(".."), Err(Refused::DotDot));
        let mut path = String::new();
        assert_eq!(push_segment(&mut path, &format_args!("{}{}", '.', '.')), Err(Refused::DotDot), "in two pieces");
    }

    #[test]
    fn the_rest_of_a_path_keeps_its_slashes() {
        assert_eq!(segments("a/b c/d").as_deref(), Ok("a/b%20c/d"));
        assert_eq!(segments("a").as_deref(), Ok("a"));
        for value in ["", "/a", "a/", "a//b"] {
            assert_eq!(segments(value), Err(Refused::Empty), "{value}");
        }
        assert_eq!(segments("a/../b"), Err(Refused::DotDot));
        assert_eq!(segments("a/."), Err(Refused::Dot));
    }

    #[test]
    fn a_display_that_fails_is_refused() {
        struct Broken;
        impl fmt::Display for Broken {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }
        assert_eq!(push_segment(&mut String::from("/"), &format_args!("a{Broken}")), Err(Refused::Unprintable));
    }
}
