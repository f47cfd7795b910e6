//! Placeholders in fixed header values.

use std::slice;

use crate::args::complete_value;
use crate::template::{Foreign, Names, contains};

/// The error for a fixed value that is to send these parameters.
pub(crate) fn message(header: &str, text: &str, meant: &[&String]) -> String {
    let fix = match meant {
        [parameter] if is_all(text, parameter) => format!("write `header({header:?}) = {parameter}`"),
        _ => complete_value(header),
    };
    format!("a fixed header value has no placeholders; {fix}")
}

/// Returns whether a text contains a placeholder for this parameter, in any notation.
pub(crate) fn has_placeholder(text: &str, parameter: &String) -> bool {
    contains(text, parameter) || foreign(text, parameter).is_some()
}

/// Returns whether a text is nothing else than the name of this parameter or a placeholder for it.
fn is_all(text: &str, parameter: &String) -> bool {
    text == parameter
        || text == format!("<{parameter}>")
        || foreign(text, parameter).is_some_and(|placeholder| placeholder.written == text)
}

/// The placeholder in another notation that means this parameter, which nothing else sends.
fn foreign(text: &str, parameter: &String) -> Option<Foreign> {
    let names = slice::from_ref(parameter);
    let found = Foreign::in_text(text, Names { known: names, unsent: names });
    found.filter(|found| found.means(parameter))
}
