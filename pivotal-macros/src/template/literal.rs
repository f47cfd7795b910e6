//! Encodes the fixed text of templates as URLs contain it.

use std::fmt::Write;

use super::TemplateError;
use super::character::{brace, incomplete_escape};

/// The characters besides letters and digits that a path contains without encoding (RFC 3986, section 3.3).
const IN_PATH: &str = "-._~!$&'()*+,;=:@";

/// The same for a query (section 3.4). `'` is missing, since one of the HTTP clients encodes it, and all are to send the same.
const IN_QUERY: &str = "-._~!$&()*+,;=:@/?";

/// Encodes a part of a segment.
pub(super) fn encode_in_path(text: &str) -> Result<String, TemplateError> {
    if text.contains('\\') {
        return Err(TemplateError::Backslash);
    }
    encode(text, IN_PATH, false)
}

/// Encodes a key or a value of a query. Braces are allowed in JSON, which has quotes, too.
pub(super) fn encode_in_query(text: &str) -> Result<String, TemplateError> {
    let is_json = text.starts_with(['{', '[']) && text.contains('"');
    encode(text, IN_QUERY, is_json)
}

/// Percent-encodes what is neither an ASCII letter or digit, nor one of these characters, nor encoded already.
fn encode(text: &str, unencoded: &str, allows_braces: bool) -> Result<String, TemplateError> {
    let mut encoded = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let at = || text.len() - rest.as_str().len() - c.len_utf8();
        match c {
            _ if c.is_ascii_alphanumeric() => encoded.push(c),
            '%' if rest.as_str().get(..2).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit())) => {
                encoded.push(c);
            }
            '%' => return Err(incomplete_escape(text, at())),
            '#' => return Err(TemplateError::Fragment { text: format!("#{}", rest.as_str()) }),
            '{' | '}' if !allows_braces => return Err(brace(text, at())),
            _ if c.is_control() => return Err(TemplateError::ControlCharacter { character: c }),
            _ if unencoded.contains(c) => encoded.push(c),
            _ => push_encoded(&mut encoded, c),
        }
    }
    Ok(encoded)
}

/// Appends `%C3%A4` for `ä`.
fn push_encoded(out: &mut String, character: char) {
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        // Writing into a `String` does not fail.
        let _ = write!(out, "%{byte:02X}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_path_is_encoded_where_needed() {
        let cases = [
            ("", ""),
            ("AZaz09-._~", "AZaz09-._~"),
            ("!$&'()*+,;=:@", "!$&'()*+,;=:@"),
            (" \"[]|^`", "%20%22%5B%5D%7C%5E%60"),
            ("ä€😀", "%C3%A4%E2%82%AC%F0%9F%98%80"),
            ("%2f%C3", "%2f%C3"),
        ];
        for (text, expected) in cases {
            assert_eq!(encode_in_path(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn text_of_a_query_is_encoded_where_needed() {
        let cases = [
            ("AZaz09-._~", "AZaz09-._~"),
            ("!$&()*+,;=:@/?", "!$&()*+,;=:@/?"),
            ("' \"[]|^`\\", "%27%20%22%5B%5D%7C%5E%60%5C"),
            ("{\"a\":[1]}", "%7B%22a%22:%5B1%5D%7D"),
            ("ä", "%C3%A4"),
            ("%27%e4", "%27%e4"),
        ];
        for (text, expected) in cases {
            assert_eq!(encode_in_query(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn encoded_text_is_unchanged() {
        for text in ["a b ä[é]", "{\"a'\"}", "%20%5B", "!$&'()*+,;=:@"] {
            let encoded = encode_in_query(text).expect(text);
            assert_eq!(encode_in_query(&encoded).as_ref(), Ok(&encoded));
            assert_eq!(encode_in_path(&encoded).as_ref(), Ok(&encoded));
        }
    }

    #[test]
    fn text_without_encoding_is_rejected() {
        for (text, expected) in [
            ("100%", incomplete_escape("100%", 3)),
            ("%2x", incomplete_escape("%2x", 0)),
            ("%é1", incomplete_escape("%é1", 0)),
            ("a#b", TemplateError::Fragment { text: "#b".into() }),
            ("{id", brace("{id", 0)),
            ("id}", brace("id}", 2)),
            ("a\nb", TemplateError::ControlCharacter { character: '\n' }),
            ("a\u{85}b", TemplateError::ControlCharacter { character: '\u{85}' }),
        ] {
            assert_eq!(encode_in_path(text).as_ref(), Err(&expected), "{text:?}");
            assert_eq!(encode_in_query(text).as_ref(), Err(&expected), "{text:?}");
        }
        assert_eq!(encode_in_path("a\\b"), Err(TemplateError::Backslash));
    }
}
