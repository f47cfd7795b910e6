//! The charset of text (RFC 9110, section 8.3.2), by the labels of the WHATWG Encoding Standard.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::decode::is_json_type;

/// The labels of UTF-8, and of US-ASCII, which is a subset of it.
const UTF_8: [&str; 4] = ["utf-8", "utf8", "us-ascii", "ascii"];

/// The labels of windows-1252. Browsers read ISO-8859-1 as windows-1252, which has printable characters where that has control
/// characters.
const WINDOWS_1252: [&str; 14] = [
    "iso-8859-1",
    "latin1",
    "windows-1252",
    "iso8859-1",
    "iso88591",
    "iso_8859-1",
    "iso_8859-1:1987",
    "iso-ir-100",
    "l1",
    "cp1252",
    "x-cp1252",
    "cp819",
    "ibm819",
    "csisolatin1",
];

/// The characters of windows-1252 from 0x80 on. All others are those of Unicode.
const FROM_0X80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A text, and whether it has replacements of bytes that are not valid in its charset.
struct Decoded<'a> {
    text: Cow<'a, str>,
    /// The text that was expected instead, if there are replacements.
    expected: Option<&'static str>,
}

/// Decodes a text. Without a charset it is UTF-8, and JSON is UTF-8 in any case (RFC 8259, section 8.1).
///
/// # Errors
///
/// If bytes are not valid in the charset, or the charset cannot be decoded. The error names the expected text.
pub(super) fn decode<'a>(body: &'a [u8], headers: Option<&HeaderMap>) -> Result<Cow<'a, str>, &'static str> {
    let Decoded { text, expected } = decode_any(body, headers);
    expected.map_or(Ok(text), Err)
}

/// Decodes a text, with replacement characters for bytes that are not valid in its charset.
pub(crate) fn decode_lossy<'a>(body: &'a [u8], headers: &HeaderMap) -> Cow<'a, str> {
    decode_any(body, Some(headers)).text
}

fn decode_any<'a>(body: &'a [u8], headers: Option<&HeaderMap>) -> Decoded<'a> {
    // A byte order mark precedes the label, as in browsers.
    let is_marked = || body.starts_with(b"\xEF\xBB\xBF");
    match headers.filter(|headers| !is_json_type(headers)).and_then(label) {
        Some(label) if !UTF_8.contains(&&*label) && !is_marked() => {
            if WINDOWS_1252.contains(&&*label) {
                Decoded { text: windows_1252(body), expected: None }
            } else {
                decode_label(body, &label)
            }
        }
        _ => decode_utf_8(body, "text in UTF-8"),
    }
}

/// Returns the label of the charset, in lower case.
fn label(headers: &HeaderMap) -> Option<String> {
    let mut is_quoted = false;
    let parameters = headers.get(CONTENT_TYPE)?.to_str().ok()?.split(|c| {
        is_quoted ^= c == '"';
        c == ';' && !is_quoted
    });
    let pairs = parameters.skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut values = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset")).map(|(_, value)| value);
    values.next().map(|value| value.trim().trim_matches('"').trim().to_ascii_lowercase())
}

fn decode_utf_8<'a>(body: &'a [u8], expected: &'static str) -> Decoded<'a> {
    match std::str::from_utf8(body) {
        Ok(text) => Decoded { text: text.into(), expected: None },
        Err(_) => Decoded { text: String::from_utf8_lossy(body), expected: Some(expected) },
    }
}

fn windows_1252(body: &[u8]) -> Cow<'_, str> {
    let decode = |byte: &u8| {
        let printable = usize::from(*byte).checked_sub(0x80).and_then(|index| FROM_0X80.get(index));
        printable.copied().unwrap_or(char::from(*byte))
    };
    body.iter().map(decode).collect()
}

#[cfg(feature = "charset")]
fn decode_label<'a>(body: &'a [u8], label: &str) -> Decoded<'a> {
    match encoding_rs::Encoding::for_label(label.as_bytes()) {
        None => decode_utf_8(body, "text in UTF-8, since its charset is unknown"),
        Some(encoding) if encoding == encoding_rs::UTF_8 => decode_utf_8(body, "text in UTF-8"),
        Some(encoding) => {
            let (text, _, has_replacements) = encoding.decode(body);
            Decoded { text, expected: has_replacements.then_some("text in the charset of its `Content-Type`") }
        }
    }
}

/// Decodes what is ASCII in nearly all charsets: without bytes that switch to another one.
#[cfg(not(feature = "charset"))]
fn decode_label<'a>(body: &'a [u8], label: &str) -> Decoded<'a> {
    const EXPECTED: &str =
        "text in UTF-8 or ISO-8859-1; enable the feature `charset` of `pivotal-runtime` to decode other charsets";
    let is_ascii = !label.starts_with("utf-16") && body.iter().all(|byte| matches!(byte, b'\t'..=b'\r' | b' '..=b'~'));
    Decoded { expected: (!is_ascii).then_some(EXPECTED), ..decode_utf_8(body, EXPECTED) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label_of(content_type: &'static str) -> Option<String> {
        label(&HeaderMap::from_iter([(CONTENT_TYPE, http::HeaderValue::from_static(content_type))]))
    }

    #[test]
    fn label_is_the_first_parameter_of_that_name() {
        for content_type in [
            "text/plain; charset=l1",
            "text/plain;charset=\"L1\"",
            "text/plain ; format=flowed; CharSet = l1 ; x",
            "text/plain; charset=l1; charset=utf-8",
            "text/plain; a=\"; charset=utf-8\"; charset=l1",
            "; charset=l1",
        ] {
            assert_eq!(label_of(content_type).as_deref(), Some("l1"), "{content_type}");
        }
        for content_type in ["text/plain", "charset=l1", "text/plain; charset", "text/plain; xcharset=l1", ""] {
            assert_eq!(label_of(content_type), None, "{content_type}");
        }
    }

    #[cfg(feature = "charset")]
    #[test]
    fn labels_and_characters_are_those_of_the_encoding_standard() {
        let of = |label: &str| encoding_rs::Encoding::for_label(label.as_bytes());
        assert!(WINDOWS_1252.iter().all(|label| of(label) == Some(encoding_rs::WINDOWS_1252)));
        assert_eq!([of("utf-8"), of("utf8")], [Some(encoding_rs::UTF_8); 2]);
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(windows_1252(&bytes), encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0);
    }
}
