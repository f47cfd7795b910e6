//! The credentials of a request, to remove from text that its server sends back.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue, PROXY_AUTHORIZATION};

use crate::Endpoint;
use crate::credentials::Added;
use crate::request::percent_encoding;

/// Shorter values are not removed: they occur in ordinary text.
const MIN_LEN: usize = 8;

/// Segments of the base path that are removed are at least this long and contain a digit, as tokens do.
const MIN_SEGMENT: usize = 16;

/// Names of headers and query pairs that contain one of these have credentials as their values.
const NAMES: [&str; 9] = ["key", "token", "secret", "signature", "password", "credential", "auth", "session", "cookie"];

/// The values that a request was sent with, for its errors.
#[derive(Clone, Default)]
pub(crate) struct SentRequest {
    pub(crate) headers: HeaderMap,
    /// The header that contains the idempotency key.
    pub(crate) idempotency_key: Option<HeaderName>,
    /// The values that the credentials of the client added.
    pub(crate) added: Added,
    /// The path and query after the base URL, or an absolute URL.
    pub(crate) url: String,
    /// The path of the base URL, if it has one.
    pub(crate) base_path: Option<Box<str>>,
}

/// The values of credentials, the longest first.
#[derive(Default)]
pub(crate) struct Secrets(Vec<String>);

impl Secrets {
    /// Collects the credentials of a request: values that the client's credentials added; the values of `Authorization`,
    /// `Proxy-Authorization` and `Cookie`; the values of headers that their caller marked sensitive, and of headers and query
    /// pairs with the name of a credential; tokens in the base path.
    #[cold]
    pub(super) fn collect(sent: &SentRequest, endpoint: Option<&Endpoint>) -> Self {
        let mut secrets = Self::default();
        for (name, value) in &sent.headers {
            if is_credential(name, value, endpoint) {
                secrets.add_header(name, value);
            }
        }
        if let Some(value) = &sent.added.header {
            secrets.add_header(&AUTHORIZATION, value);
        }
        for value in sent.added.others() {
            secrets.add(value);
        }
        let (_, query) = sent.url.split_once('?').unwrap_or_default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            if is_name_of_credential(&percent_encoding::decode_form(name)) {
                secrets.add(&percent_encoding::decode_form(value));
            }
        }
        let base_path = sent.base_path.as_deref().unwrap_or_default();
        // An absolute URL comes from a server, and its path can contain a token, too.
        let path_of_url = if sent.url.starts_with('/') { "" } else { sent.url.split('?').next().unwrap_or_default() };
        for segment in base_path.split('/').chain(path_of_url.split('/')) {
            if segment.len() >= MIN_SEGMENT && segment.bytes().any(|byte| byte.is_ascii_digit()) {
                secrets.add(&percent_encoding::decode_form(segment));
            }
        }
        secrets.0.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.0.dedup();
        secrets
    }

    /// Returns the length of the secret that a text starts with.
    pub(super) fn match_start(&self, text: &str) -> Option<usize> {
        self.0.iter().find_map(|secret| match_secret(text, secret))
    }

    fn add_header(&mut self, name: &HeaderName, value: &HeaderValue) {
        // Not `to_str`, which reads ASCII alone.
        let Ok(value) = std::str::from_utf8(value.as_bytes()) else { return };
        self.add(value);
        if *name == COOKIE {
            for (_, value) in value.split(';').filter_map(|cookie| cookie.split_once('=')) {
                self.add(value.trim().trim_matches('"'));
            }
        } else if let Some((_scheme, value)) = value.trim().split_once(' ') {
            self.add(value.trim());
        }
    }

    /// Adds a value, and the text that it encodes in base64.
    fn add(&mut self, value: &str) {
        self.add_text(value);
        for decoded in decoded(value) {
            self.add_text(&decoded);
            // `user:password`, as of `Basic` (RFC 7617, section 2).
            if let Some((user, password)) = decoded.split_once(':') {
                self.add_text(user);
                self.add_text(password);
            }
        }
    }

    fn add_text(&mut self, text: &str) {
        if text.len() >= MIN_LEN {
            self.0.push(text.to_owned());
        }
    }
}

/// Returns the number of bytes that the secret takes in the text, if the text starts with it. It may be percent-encoded
/// (RFC 3986, section 2.1), in part or entirely, with `+` for a space as in a form.
fn match_secret(text: &str, secret: &str) -> Option<usize> {
    let mut rest = text.as_bytes();
    for byte in secret.bytes() {
        rest = match rest {
            [first, rest @ ..] if *first == byte || (*first == b'+' && byte == b' ') => rest,
            [b'%', high, low, rest @ ..] if hex_value(*high, *low) == Some(byte) => rest,
            _ => return None,
        };
    }
    Some(text.len() - rest.len())
}

fn hex_value(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// Returns whether the value of a header is a credential.
pub(crate) fn is_credential(name: &HeaderName, value: &HeaderValue, endpoint: Option<&Endpoint>) -> bool {
    // The values of declared headers are all marked, so that no log of the wire shows them.
    let is_declared = || endpoint.is_some_and(|endpoint| endpoint.sends_header(name.as_str()));
    [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(name)
        || is_name_of_credential(name.as_str())
        || (value.is_sensitive() && !is_declared())
}

pub(super) fn is_name_of_credential(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    // `sig` is a signature in Azure's URLs.
    name == "sig" || NAMES.iter().any(|part| name.contains(part))
}

/// The text that base64 encodes, in either alphabet (RFC 4648, sections 4 and 5), if it is text.
fn decoded(value: &str) -> impl Iterator<Item = String> {
    const CONFIG: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    const ENGINES: [GeneralPurpose; 2] =
        [GeneralPurpose::new(&alphabet::STANDARD, CONFIG), GeneralPurpose::new(&alphabet::URL_SAFE, CONFIG)];
    let texts = ENGINES.iter().filter_map(move |engine| String::from_utf8(engine.decode(value).ok()?).ok());
    texts.filter(|text| !text.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::super::server_text::ServerText;
    use super::*;

    fn shown(sent: &SentRequest, text: &str) -> String {
        ServerText { text, secrets: &Secrets::collect(sent, None), limit: 1000 }.to_string()
    }

    fn with_header(name: &'static str, value: &str, is_sensitive: bool) -> SentRequest {
        let mut value = HeaderValue::from_str(value).expect("a header value");
        value.set_sensitive(is_sensitive);
        SentRequest {
            headers: [(HeaderName::from_static(name), value)].into_iter().collect(),
            ..SentRequest::default()
        }
    }

    #[test]
    fn credentials_are_removed_in_every_form() {
        let cases = [
            ("authorization", "Bearer ghp_K8s9vQ2m", "Bearer ghp_K8s9vQ2m|ghp_K8s9vQ2m|Bearer%20ghp_K8s9vQ2m"),
            ("authorization", "token a/b+c=d e f", "a/b+c=d e f|a%2Fb%2Bc%3Dd%20e%20f|a%2fb%2Bc=d%20e f"),
            ("authorization", "a/b+c=d e f", "a%2Fb%2Bc%3Dd+e+f"),
            ("authorization", "Basic dXNlcm5hbWU6cDRzc3cwcmQh", "username:p4ssw0rd!|p4ssw0rd!|username"),
            ("proxy-authorization", "Basic dXNlcm5hbWU6cDRzc3cwcmQh", "dXNlcm5hbWU6cDRzc3cwcmQh|p4ssw0rd%21"),
            ("cookie", "a=1; session=c00kie-value; b=2", "c00kie-value"),
            ("x-api-key", "k-12345678", "k-12345678"),
            ("x-amz-security-token", "t-12345678", "t-12345678"),
            ("x-client-secret", "s-12345678", "s-12345678"),
            ("x-hub-signature-256", "sha256=0123456789", "sha256=0123456789"),
            ("x-password", "p-12345678", "p-12345678"),
            ("x-auth", "YS1sb25nLXZhbHVl", "YS1sb25nLXZhbHVl|a-long-value"),
        ];
        for (name, value, forms) in cases {
            let sent = with_header(name, value, name == "x-auth");
            for form in forms.split('|') {
                assert_eq!(shown(&sent, &format!("<{form}>")), "<[redacted]>", "{name}: {value} as {form}");
            }
        }
    }

    #[test]
    fn ordinary_values_stay() {
        for sent in [
            with_header("if-match", "abcdefgh-1", false),
            with_header("x-api-key", "7-bytes", true),
            SentRequest { url: "/items?name=abcdefgh-1&token=7-bytes".to_owned(), ..SentRequest::default() },
            SentRequest { base_path: Some("/directory/abcdefgh-1/v2".into()), ..SentRequest::default() },
        ] {
            let text = "no abcdefgh-1 in directory, nor 7-bytes";
            assert_eq!(shown(&sent, text), text);
        }
    }

    #[test]
    fn credentials_in_the_url_are_removed() {
        let query = "/items?name=ordinary&api_key=a%2Fb+12345&Access%54oken=t-12345678";
        let sent = SentRequest { url: query.to_owned(), ..SentRequest::default() };
        assert_eq!(shown(&sent, "a/b 12345, a%2Fb+12345, a%2Fb%2012345"), "[redacted], [redacted], [redacted]");
        assert_eq!(shown(&sent, "ordinary t-12345678"), "ordinary [redacted]");
        let sent = SentRequest { base_path: Some("/bot123456:AAE-secret/x".into()), ..SentRequest::default() };
        assert_eq!(shown(&sent, "no /bot123456:AAE-secret/y"), "no /[redacted]/y");
    }

    #[test]
    fn longest_value_is_removed_first() {
        let mut sent = with_header("x-token", "12345678", false);
        sent.headers.insert("x-key", HeaderValue::from_static("1234567890"));
        assert_eq!(shown(&sent, "1234567890 12345678"), "[redacted] [redacted]");
    }
}
