//! Texts, and their decoder.

use proptest::prelude::*;

/// The number of cases, which is large enough to include special values.
pub(crate) fn cases() -> ProptestConfig {
    ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() }
}

/// Texts that often contain special characters of URLs, headers and forms.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[./%\\\\?#&=+;:@ a-c0-9eEfF]{0,8}",
        "[-_~'\"<>{}\\[\\]|^`\r\n\t\\x00\\x7f\u{e9}\u{20ac}\u{1f600}\u{feff}]{0,8}",
        "(\\.|%2e|%2E|/|%2f|a){0,5}",
        "[\\x00-\\x7f]{0,6}",
        "[^\\x00-\\x7f]{0,4}",
    ]
}

/// Decodes percent-encoding (RFC 3986, section 2.1).
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                let hex = [*high, *low];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).expect("two digits"));
                rest = after;
            }
            (b'%', _) => panic!("a bare `%` in {text}"),
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}
