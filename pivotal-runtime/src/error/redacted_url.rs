//! A URL without credentials, for traces and for the texts of failed tests.

use super::secrets::{Secrets, SentRequest, is_name_of_credential};
use crate::Endpoint;
use crate::request::percent_encoding;

/// The value that replaces credentials, by the OpenTelemetry conventions.
const REDACTED: &str = "REDACTED";

/// Returns a URL in which `REDACTED` replaces the credentials of its request, and the values of query pairs with the name of one.
#[cold]
pub(crate) fn redacted_url(origin: &str, path_and_query: &str, sent: &SentRequest, endpoint: &Endpoint) -> String {
    let secrets = Secrets::collect(sent, Some(endpoint));
    let (path, query) =
        path_and_query.split_once('?').map_or((path_and_query, None), |(path, query)| (path, Some(query)));
    let mut redacted = origin.to_owned();
    push_redacted(&mut redacted, path, &secrets);
    for (index, pair) in query.into_iter().flat_map(|query| query.split('&')).enumerate() {
        redacted.push(if index == 0 { '?' } else { '&' });
        match pair.split_once('=') {
            Some((name, value)) if is_credential(name, value, sent) => {
                redacted.push_str(name);
                redacted.push('=');
                redacted.push_str(REDACTED);
            }
            _ => push_redacted(&mut redacted, pair, &secrets),
        }
    }
    redacted
}

/// Returns whether the value of a query pair is a credential, however short.
fn is_credential(name: &str, value: &str, sent: &SentRequest) -> bool {
    let value = percent_encoding::decode_form(value);
    is_name_of_credential(&percent_encoding::decode_form(name)) || sent.added.others().contains(&value)
}

fn push_redacted(redacted: &mut String, text: &str, secrets: &Secrets) {
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let len = if let Some(len) = secrets.match_start(rest) {
            redacted.push_str(REDACTED);
            len
        } else {
            redacted.push(next);
            next.len_utf8()
        };
        rest = rest.get(len..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    #[test]
    fn credentials_are_removed_from_the_url() {
        static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/<path>", "get");
        let cases = [
            ("/items?q=a%20b&limit=5", "/items?q=a%20b&limit=5"),
            ("/items?api_key=7&q=1", "/items?api_key=REDACTED&q=1"),
            ("/items/a-secret-value?sig=x&flag", "/items/REDACTED?sig=REDACTED&flag"),
            ("/bot123456:AAE-secret/send?a=a-secret%2Dvalue", "/REDACTED/send?a=REDACTED"),
        ];
        let headers = [(http::header::AUTHORIZATION, http::HeaderValue::from_static("Bearer a-secret-value"))];
        for (path_and_query, expected) in cases {
            let sent = SentRequest {
                headers: headers.clone().into_iter().collect(),
                url: path_and_query.to_owned(),
                base_path: Some("/bot123456:AAE-secret".into()),
                ..SentRequest::default()
            };
            let url = redacted_url("https://host", path_and_query, &sent, &ENDPOINT);
            assert_eq!(url, format!("https://host{expected}"));
        }
    }
}
