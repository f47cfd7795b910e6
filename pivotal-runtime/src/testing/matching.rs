//! Decides whether a call is the one that a stub is for.

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName};
use serde_json::Value;

use super::called::Called;
use super::parameters::is_form;
use crate::Bytes;
use crate::parameter::Location;
use crate::request::percent_encoding::decode_form;
use crate::response::is_json_type;

/// A key of a query or a form, and its value.
type Pair<'a> = (&'a str, Option<&'a str>);

/// Returns the first part in which a call differs from the one that a stub is for.
pub(super) fn difference(wanted: &Called, called: &Called, body: &Bytes) -> Option<String> {
    let (wanted_path, wanted_query) = split(wanted);
    let (path, query) = split(called);
    if path != wanted_path {
        return Some("the path".to_owned());
    }
    if let Some(key) = query_difference(&pairs(wanted_query), &pairs(query)) {
        return Some(format!("the query at `{}`", decode_form(key)));
    }
    if let Some(header) = header_difference(wanted, called) {
        return Some(format!("the header `{header}`"));
    }
    match &wanted.body {
        Some(wanted_body) if !is_same_body(wanted_body, &wanted.headers, body, &called.headers) => {
            Some(body_difference(wanted_body, body))
        }
        _ => None,
    }
}

/// Returns the name of the first header that differs: one that is declared, or one of a map, which the stub has. Other headers of
/// the call were added by a wrapper.
fn header_difference<'a>(wanted: &'a Called, called: &Called) -> Option<&'a str> {
    let declared = wanted.spec.endpoint.parameters().filter(|parameter| parameter.location == Location::Header);
    // It contains the random boundary of a multipart body.
    let sent = wanted.headers.keys().filter(|name| *name != CONTENT_TYPE).map(HeaderName::as_str);
    let mut names = declared.map(|header| header.name).chain(sent);
    names.find(|name| !is_equal(name, &wanted.headers, &called.headers))
}

/// The pairs of a query. The order of those with different keys has no meaning.
fn pairs(query: Option<&str>) -> Vec<Pair<'_>> {
    let pairs = query.unwrap_or_default().split('&');
    let mut pairs: Vec<_> =
        pairs.map(|pair| pair.split_once('=').map_or((pair, None), |(key, value)| (key, Some(value)))).collect();
    pairs.sort_by_key(|(key, _)| *key);
    pairs
}

fn split(called: &Called) -> (&str, Option<&str>) {
    let target = called.url.as_deref().unwrap_or(&called.path_and_query);
    target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)))
}

fn is_equal(name: &str, wanted: &HeaderMap, called: &HeaderMap) -> bool {
    wanted.get_all(name).iter().eq(called.get_all(name).iter())
}

/// Compares bodies. The boundary of a multipart body is random, and so is the order of the keys that a `HashMap` is written as.
fn is_same_body(wanted: &Bytes, wanted_headers: &HeaderMap, body: &Bytes, headers: &HeaderMap) -> bool {
    if wanted == body {
        return true;
    }
    if let (Some(wanted_boundary), Some(boundary)) = (boundary(wanted_headers), boundary(headers)) {
        return is_equal_without((wanted, wanted_boundary), (body, boundary));
    }
    if is_form(wanted_headers) {
        return text_pairs(wanted).is_some_and(|wanted| text_pairs(body) == Some(wanted));
    }
    let json = |body| serde_json::from_slice::<Value>(body).ok();
    is_json_type(wanted_headers) && json(wanted).is_some_and(|wanted| json(body) == Some(wanted))
}

/// Returns the first key whose values differ.
fn query_difference<'a>(wanted: &[Pair<'a>], pairs: &[Pair<'a>]) -> Option<&'a str> {
    let values = |pairs: &[Pair<'a>], key: &str| -> Vec<_> {
        pairs.iter().filter(|(own, _)| *own == key).map(|(_, value)| *value).collect()
    };
    let mut keys = wanted.iter().chain(pairs).map(|(key, _)| *key);
    keys.find(|key| values(wanted, key) != values(pairs, key))
}

fn text_pairs(form: &[u8]) -> Option<Vec<Pair<'_>>> {
    std::str::from_utf8(form).ok().map(|form| pairs(Some(form)))
}

/// Compares bytes without the boundary that each of them contains.
fn is_equal_without((wanted, wanted_boundary): (&[u8], &str), (body, boundary): (&[u8], &str)) -> bool {
    let (mut wanted, mut body) = (wanted, body);
    loop {
        match (wanted.strip_prefix(wanted_boundary.as_bytes()), body.strip_prefix(boundary.as_bytes())) {
            (Some(after_wanted), Some(after)) => (wanted, body) = (after_wanted, after),
            (None, None) => match (wanted.split_first(), body.split_first()) {
                (Some((first, after_wanted)), Some((other, after))) if first == other => {
                    (wanted, body) = (after_wanted, after);
                }
                (None, None) => return true,
                _ => return false,
            },
            _ => return false,
        }
    }
}

fn boundary(headers: &HeaderMap) -> Option<&str> {
    let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let (_, boundary) = content_type.split_once("boundary=")?;
    boundary.split(';').next().map(|boundary| boundary.trim_matches('"'))
}

/// Names the first field that differs. It shows no value, which can be private.
fn body_difference(wanted: &[u8], body: &[u8]) -> String {
    let path = match (serde_json::from_slice(wanted), serde_json::from_slice(body)) {
        (Ok(wanted), Ok(body)) => json_difference(&wanted, &body),
        _ => None,
    };
    match path {
        Some(path) if !path.is_empty() => format!("the body at `{}`", path.trim_start_matches('.')),
        _ => "the body".to_owned(),
    }
}

/// Returns the path to the first value that differs.
fn json_difference(wanted: &Value, body: &Value) -> Option<String> {
    match (wanted, body) {
        (Value::Object(wanted), Value::Object(body)) => {
            let keys = wanted.keys().chain(body.keys().filter(|key| !wanted.contains_key(*key)));
            keys.into_iter().find_map(|key| {
                let path =
                    json_difference(wanted.get(key).unwrap_or(&Value::Null), body.get(key).unwrap_or(&Value::Null));
                let differs = wanted.contains_key(key) != body.contains_key(key);
                path.or(differs.then(String::new)).map(|path| format!(".{key}{path}"))
            })
        }
        (Value::Array(wanted), Value::Array(body)) if wanted.len() == body.len() => {
            let mut pairs = (0..).zip(wanted.iter().zip(body));
            pairs.find_map(|(index, (wanted, body))| Some(format!("[{index}]{}", json_difference(wanted, body)?)))
        }
        _ => (wanted != body).then(String::new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_of_bodies_name_their_path() {
        let cases = [
            (r#"{"a":{"b":[1,{"c":2}]}}"#, r#"{"a":{"b":[1,{"c":3}]}}"#, "the body at `a.b[1].c`"),
            (r#"{"a":1}"#, r#"{"a":1,"b":null}"#, "the body at `b`"),
            (r#"{"a":[1]}"#, r#"{"a":[1,2]}"#, "the body at `a`"),
            ("1", "2", "the body"),
            ("x", "{}", "the body"),
        ];
        for (wanted, body, expected) in cases {
            assert_eq!(body_difference(wanted.as_bytes(), body.as_bytes()), expected, "{wanted} {body}");
        }
    }
}
