//! Pairs of a form or a query (`application/x-www-form-urlencoded`; WHATWG URL, section 5.2).

use super::percent_encoding::push_form;

/// Appends a pair, or a key without a value.
pub(crate) fn push_pair(form: &mut String, key: &str, value: Option<&str>) {
    push_separator(form);
    push_form(form, key);
    push_value(form, value);
}

/// Appends a pair whose key needs no encoding.
pub(super) fn push_pair_with_raw_key(form: &mut String, key: &str, value: Option<&str>) {
    push_separator(form);
    form.push_str(key);
    push_value(form, value);
}

/// Appends the separator in front of another pair.
pub(super) fn push_separator(form: &mut String) {
    if !form.is_empty() {
        form.push('&');
    }
}

fn push_value(form: &mut String, value: Option<&str>) {
    if let Some(value) = value {
        form.push('=');
        push_form(form, value);
    }
}
