//! Pairs of a form (`application/x-www-form-urlencoded`; WHATWG URL, section 5.2) and of a query (RFC 3986, section 3.4).

use super::percent_encoding::{is_encoded, push_form, push_unreserved};
use super::values::ValueError;

/// Appends a pair of a form, or a key without a value.
pub(crate) fn push_pair(form: &mut String, key: &str, value: Option<&str>) {
    push_separator(form);
    push_form(form, key);
    if let Some(value) = value {
        form.push('=');
        push_form(form, value);
    }
}

/// Appends a pair of a query, or a key without a value. A space is `%20`, which every server reads as a space.
pub(crate) fn push_query_pair(query: &mut String, key: &str, value: Option<&str>) {
    push_separator(query);
    push_unreserved(query, key);
    if let Some(value) = value {
        query.push('=');
        push_unreserved(query, value);
    }
}

/// Appends a value that is encoded already.
pub(super) fn push_encoded(pairs: &mut String, value: &str) -> Result<(), ValueError> {
    if !is_encoded(value, b"!$'()*,;:@/?=+") {
        return Err(ValueError::not_encoded());
    }
    push_query(pairs, value);
    Ok(())
}

/// Appends a text of a query that is encoded already. A quote is encoded as well, since some HTTP clients encode it and others do
/// not.
pub(super) fn push_query(query: &mut String, text: &str) {
    for (index, part) in text.split('\'').enumerate() {
        if index > 0 {
            query.push_str("%27");
        }
        query.push_str(part);
    }
}

/// Appends the separator in front of another pair.
pub(super) fn push_separator(pairs: &mut String) {
    if !pairs.is_empty() {
        pairs.push('&');
    }
}
