//! What holds for any value, not just for those that somebody thought of.

mod body;
mod headers;
mod path;
mod query;

use proptest::prelude::*;

/// Enough that each rule meets the values which could break it.
fn cases() -> ProptestConfig {
    ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() }
}

/// Texts of any characters, and of those that mean something in a URL, a header or a form.
fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(
        "./%2eE\\?#&=+;:@ -_~'\"<>{}[]|^`\r\n\t\0\u{7f}é€😀\u{feff}az09".chars().collect::<Vec<_>>(),
    );
    let characters = prop_oneof![3 => special, 1 => any::<char>()];
    prop::collection::vec(characters, 0..12).prop_map(String::from_iter)
}

/// RFC 3986, section 2.1, written apart from the runtime.
fn percent_decoded(text: &str) -> Vec<u8> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    decoded
}
