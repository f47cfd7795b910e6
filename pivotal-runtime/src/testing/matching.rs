//! Decides whether a call is the one that a stub is for.

use http::header::{CONTENT_TYPE, HeaderMap};
use serde_json::Value;

use super::called::Called;
use crate::Bytes;
use crate::parameter::Location;

/// Returns the first part in which a call differs from the one that a stub is for.
pub(super) fn difference(wanted: &Called, called: &Called, body: &Bytes) -> Option<String> {
    let (wanted_path, wanted_query) = split(wanted);
    let (path, query) = split(called);
    if path != wanted_path {
        return Some("the path".to_owned());
    }
    if pairs(query) != pairs(wanted_query) {
        return Some("the query".to_owned());
    }
    let mut headers = wanted.spec.endpoint.parameters().filter(|parameter| parameter.location == Location::Header);
    if let Some(header) = headers.find(|header| !is_equal(header.name, &wanted.headers, &called.headers)) {
        return Some(format!("the header `{}`", header.name));
    }
    match &wanted.body {
        Some(wanted_body) if !is_same_body(wanted_body, &wanted.headers, body, &called.headers) => {
            Some(body_difference(wanted_body, body))
        }
        _ => None,
    }
}

/// The pairs of a query. The order of those with different keys has no meaning.
fn pairs(query: Option<&str>) -> Vec<(&str, Option<&str>)> {
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

/// Compares bodies. The boundary of a multipart body is random.
fn is_same_body(wanted: &Bytes, wanted_headers: &HeaderMap, body: &Bytes, headers: &HeaderMap) -> bool {
    if wanted == body {
        return true;
    }
    let (Some(wanted_boundary), Some(boundary)) = (boundary(wanted_headers), boundary(headers)) else { return false };
    String::from_utf8_lossy(wanted).replace(wanted_boundary, "") == String::from_utf8_lossy(body).replace(boundary, "")
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
