//! Placeholders in fixed values of headers and of fields of a form.

use std::slice;

use syn::LitStr;

use crate::args::{BodyPart, Header, Key, Keys, complete_value};
use crate::diagnostics::Diagnostics;
use crate::model::Endpoint;
use crate::signature::Parameter;
use crate::template::{Candidates, OtherNotation, contains_placeholder};

/// `header("Name") = "value"` or `form("field") = "value"`
#[derive(Clone, Copy)]
pub(crate) struct FixedValue<'a> {
    key: Key,
    name: &'a LitStr,
    pub(crate) value: &'a LitStr,
}

impl<'a> FixedValue<'a> {
    /// The fixed value of a header; `None` if it has another source.
    pub(crate) fn of_header(header: &'a Header) -> Option<Self> {
        match header {
            Header::Fixed { name, value } => Some(Self { key: Key::Header, name, value }),
            Header::Parameter { .. } | Header::Map { .. } => None,
        }
    }

    fn of_field(part: &'a BodyPart) -> Option<Self> {
        match part {
            BodyPart::FixedField { name, value } => Some(Self { key: Key::FormField, name, value }),
            BodyPart::Complete(_) | BodyPart::Field { .. } => None,
        }
    }

    /// The fixed values of a method, without those of its trait.
    fn of_method(keys: &'a Keys) -> impl Iterator<Item = Self> {
        let fields = keys.body.iter().flat_map(|body| &body.parts).filter_map(Self::of_field);
        keys.own_headers().iter().filter_map(Self::of_header).chain(fields)
    }

    /// Returns whether this is the header of credentials.
    fn is_authorization(self) -> bool {
        self.key == Key::Header && self.name.value().eq_ignore_ascii_case("authorization")
    }

    /// The message for a value that is meant to send these parameters.
    pub(crate) fn message(self, parameters: &[&String]) -> String {
        let (name, text) = (self.name.value(), self.value.value());
        let value_name = self.key.value_name();
        let fix = match parameters {
            // `form("grant_type") = "refresh_token"`, where a field for the parameter is missing
            [parameter] if self.key == Key::FormField && text == **parameter && name != text => {
                let (here, own) = (self.key.with_name(&name), self.key.with_name(&text));
                return format!(
                    "`{text:?}` is sent as written; write `{here} = {parameter}` to send parameter `{parameter}` there, or \
                     add `{own} = {parameter}`"
                );
            }
            [parameter] if is_complete_value(&text, parameter) => {
                format!("write `{} = {parameter}`", self.key.with_name(&name))
            }
            [parameter] => {
                format!("write `{} = {parameter}` and pass the complete value", self.key.with_name(&name))
            }
            _ => complete_value(self.key, &name),
        };
        format!("a fixed {value_name} has no placeholders; {fix}")
    }
}

//     header("Authorization") = "Bearer <token>"
//     header("If-Match") = "etag"
//     form("code") = "<code>"
//
// Removes the parameters that such a value is meant to send, so that they are not reported again.
pub(super) fn check_fixed_values(endpoint: &Endpoint<'_>, unsent: &mut Vec<String>, diagnostics: &mut Diagnostics) {
    for fixed in FixedValue::of_method(&endpoint.args.keys) {
        let text = fixed.value.value();
        if unsent.is_empty() && !text.contains(['<', '{']) {
            continue;
        }
        let is_intended = |parameter: &mut String| text == *parameter || has_placeholder(&text, parameter);
        let mut intended: Vec<String> = unsent.extract_if(.., is_intended).collect();
        // The credentials of the client are sent in this header, which is reported.
        if fixed.is_authorization() && !endpoint.args.keys.is_without_credentials() {
            continue;
        }
        if intended.is_empty() {
            let sent: Vec<_> =
                endpoint.parameters.iter().map(Parameter::name).filter(|name| mentions(&text, name)).collect();
            if sent.is_empty() {
                continue;
            }
            intended.extend(sent.into_iter().filter(|name| is_complete_value(&text, name)));
        }
        diagnostics.error(fixed.value, fixed.message(&intended.iter().collect::<Vec<_>>()));
    }
}

/// Returns whether a text contains a placeholder for this parameter, which can be sent elsewhere: `<id>` or `{id}`.
pub(crate) fn mentions(text: &str, parameter: &str) -> bool {
    contains_placeholder(text, parameter) || text.contains(&format!("{{{parameter}}}"))
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

/// The placeholder in another notation for this parameter, which nothing else sends. The colons of a URN, as in the grant types
/// of OAuth (RFC 6749, section 4.5), begin no placeholder.
fn other_notation(text: &str, parameter: &String) -> Option<OtherNotation> {
    if text.starts_with("urn:") {
        return None;
    }
    let names = slice::from_ref(parameter);
    let found = OtherNotation::in_text(text, Candidates { known: names, unsent: names });
    found.filter(|found| found.sends(parameter))
}
