//! The parameters of a call, as they were sent.

use http::HeaderMap;

use super::called::Called;
use crate::parameter::Location;
use crate::request::percent_encoding::{decode_form, push_fixed};

/// Returns the parameters of the path, the query, declared headers, and a form.
pub(super) fn parameters(called: &Called, headers: &HeaderMap, body: &[u8]) -> Vec<(String, String)> {
    let endpoint = called.spec.endpoint;
    let (path, query) = called.path_and_query.split_once('?').unwrap_or((&called.path_and_query, ""));
    let template = endpoint.template().split('?').next().unwrap_or_default();
    let mut found = match &called.url {
        Some(url) if template.starts_with('<') => vec![(template.trim_matches(['<', '>']).to_owned(), url.clone())],
        _ => of_path(template, path),
    };
    found.extend(pairs(query));
    for parameter in endpoint.parameters().filter(|parameter| parameter.location == Location::Header) {
        let values = headers.get_all(parameter.name).iter();
        found.extend(
            values.map(|value| (parameter.name.to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())),
        );
    }
    if is_form(headers) {
        found.extend(pairs(&String::from_utf8_lossy(body)));
    }
    found
}

/// Returns whether a body is a form.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"))
}

fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decode_form(key), decode_form(value)))
}

/// Returns the values of the placeholders in a path.
fn of_path(template: &str, path: &str) -> Vec<(String, String)> {
    let (mut template, mut path) = (template, path);
    let mut found = Vec::new();
    while let Some((fixed, rest)) = template.split_once('<') {
        let (Some(after), Some((name, after_name))) = (path.get(encoded(fixed).len()..), rest.split_once('>')) else {
            break;
        };
        let next = after_name.split('<').next().unwrap_or_default();
        let is_last = next.len() == after_name.len();
        let next = &*encoded(next);
        let end = if is_last {
            after.len().checked_sub(next.len())
        } else if name.ends_with("..") {
            after.rfind(next)
        } else {
            after.find(next)
        };
        let Some((value, after_value)) = end.and_then(|end| after.split_at_checked(end)) else { break };
        found.push((name.trim_end_matches('.').to_owned(), decode_path(value)));
        (template, path) = (after_name, after_value);
    }
    found
}

/// Returns the fixed text of a template as it is sent.
fn encoded(fixed: &str) -> String {
    let mut encoded = String::new();
    push_fixed(&mut encoded, fixed);
    encoded
}

/// Decodes a value of a path, where `+` is itself.
fn decode_path(value: &str) -> String {
    decode_form(&value.replace('+', "%2B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_have_the_values_of_the_path() {
        let cases = [
            ("/customers/<id>", "/customers/a%2Fb+c", "id=a/b+c"),
            ("/jobs/<id>:cancel", "/jobs/7:cancel", "id=7"),
            ("/v2/<name..>/tags/<tag>", "/v2/a/tags/b/tags/latest", "name=a/tags/b tag=latest"),
            ("/<owner>/<repo>", "/rust-lang/rust", "owner=rust-lang repo=rust"),
            ("/f\u{f6}/a b/<a>/ /<b>%2Fend ", "/f%C3%B6/a%20b/1/%20/2%2Fend%20", "a=1 b=2"),
            ("/<a>-<b>/end", "/1-2-3/end", "a=1 b=2-3"),
            ("/health", "/health", ""),
            ("/a/<b>", "/", ""),
        ];
        for (template, path, expected) in cases {
            let found: Vec<String> =
                of_path(template, path).into_iter().map(|(name, value)| format!("{name}={value}")).collect();
            assert_eq!(found.join(" "), expected, "{template} {path}");
        }
    }
}
