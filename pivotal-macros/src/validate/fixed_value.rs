//! Placeholders in fixed header values.

use std::slice;

use crate::args::complete_value;
use crate::template::{Candidates, OtherNotation, contains_placeholder};

/// The message for a fixed value that is meant to send these parameters.
pub(crate) fn fixed_value_message(header: &str, text: &str, parameters: &[&String]) -> String {
    let fix = match parameters {
        [parameter] if is_complete_value(text, parameter) => format!("write `header({header:?}) = {parameter}`"),
        _ => complete_value(header),
    };
    format!("a fixed header value has no placeholders; {fix}")
}

/// Returns whether a text contains a placeholder for this parameter, in any notation.
pub(crate) fn has_placeholder(text: &str, parameter: &String) -> bool {
    contains_placeholder(text, parameter) || other_notation(text, parameter).is_some()
}

/// Returns whether a text is exactly the name of this parameter, or a placeholder for it.
fn is_complete_value(text: &str, parameter: &String) -> bool {
    text == parameter
        || text == format!("<{parameter}>")
        || other_notation(text, parameter).is_some_and(|placeholder| placeholder.written == text)
}

/// The placeholder in another notation for this parameter, which nothing else sends.
fn other_notation(text: &str, parameter: &String) -> Option<OtherNotation> {
    let names = slice::from_ref(parameter);
    let found = OtherNotation::in_text(text, Candidates { known: names, unsent: names });
    found.filter(|found| found.sends(parameter))
}
