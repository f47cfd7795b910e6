//! What holds for any value, not just for those that somebody thought of.

mod body;
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
