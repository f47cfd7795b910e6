//! Checks of the texts in an [`Api`](crate::Api). In a constant, a failed check is a compile error at the user's line.

#![expect(clippy::indexing_slicing, clippy::panic, reason = "for constants; each index is in bounds")]

use crate::headers::{is_reserved_name, is_token};
use crate::status;

/// Checks a URL such as `https://host:port/path`.
pub(super) const fn check_base_url(url: &str) {
    let path = check_authority(url);
    let bytes = url.as_bytes();
    let mut at = path;
    while at < bytes.len() {
        match bytes[at] {
            b'?' | b'#' => panic!("a base URL has no query or fragment; remove everything from `?` or `#` on"),
            b'!'..=b'~' if !is_one_of(bytes[at], b"\"<>\\^`{|}") => {}
            _ => panic!("a base URL has visible ASCII characters only; percent-encode others"),
        }
        at += 1;
    }
}

/// Checks an origin such as `https://host:port`.
pub(super) const fn check_origin(origin: &str) {
    assert!(
        check_authority(origin) == origin.len(),
        "an origin is a scheme and a host; remove everything after the host"
    );
}

/// Checks the scheme and the host, and returns the offset of the path.
const fn check_authority(url: &str) -> usize {
    let bytes = url.as_bytes();
    let host = match bytes {
        [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..] => 8,
        [b'h', b't', b't', b'p', b':', b'/', b'/', ..] => 7,
        _ => panic!("a base URL starts with a scheme; write `https://` or `http://` in front of the host"),
    };
    let mut end = host;
    while end < bytes.len() && bytes[end] != b'/' {
        match bytes[end] {
            b'@' => panic!("a base URL has no user name; pass credentials to the client"),
            b'?' | b'#' => panic!("a base URL has no query or fragment; remove everything from `?` or `#` on"),
            byte if byte.is_ascii_alphanumeric() || is_one_of(byte, b"-._~:[]") => {}
            _ => panic!("the host of a base URL has letters, digits, `-` and `.` only; write others in Punycode"),
        }
        end += 1;
    }
    assert!(end > host && bytes[host] != b':', "a base URL has a host; write it like `https://api.example.com`");
    end
}

/// Checks a header name: a token (RFC 9110, section 5.6.2) that is not reserved.
pub(super) const fn check_header_name(name: &str) {
    let bytes = name.as_bytes();
    assert!(!bytes.is_empty(), "a header name is not empty; write one");
    let mut at = 0;
    while at < bytes.len() {
        assert!(is_token(bytes[at]), "a header name has letters, digits and `-` only; remove other characters");
        at += 1;
    }
    assert!(!is_reserved_name(name), "this header belongs to the connection; name another");
}

/// Checks a header value: visible ASCII with inner spaces (RFC 9110, section 5.5).
pub(super) const fn check_header_value(value: &str) {
    let bytes = value.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        assert!(
            matches!(bytes[at], b' '..=b'~'),
            "a header value has visible ASCII characters and spaces only; remove others"
        );
        at += 1;
    }
    if let [first, .., last] | [first @ last] = bytes {
        assert!(*first != b' ' && *last != b' ', "a header value has no spaces at its ends; remove them");
    }
}

pub(super) const fn check_statuses(statuses: &[u16]) {
    let mut at = 0;
    while at < statuses.len() {
        assert!(status::is_error(statuses[at]), "a status to retry is from 400 to 599; remove others");
        at += 1;
    }
}

const fn is_one_of(byte: u8, bytes: &[u8]) -> bool {
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == byte {
            return true;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    #[test]
    fn base_urls_are_checked() {
        for url in [
            "https://h",
            "http://127.0.0.1:8080",
            "https://[::1]:1/a/b%20c/",
            "https://api.example.com/v1?".trim_end_matches('?'),
        ] {
            check_base_url(url);
        }
        let wrong = [
            "",
            "api.example.com",
            "ftp://h",
            "https://",
            "https:///p",
            "https://:80",
            "https://u:p@h",
            "https://h?q",
            "https://h/#f",
            "https://h h",
            "https://h/a b",
            "https://ü.example",
        ];
        for url in wrong {
            assert!(catch_unwind(|| check_base_url(url)).is_err(), "{url}");
        }
        check_origin("https://uploads.example.com");
        assert!(catch_unwind(|| check_origin("https://h/")).is_err());
    }

    #[test]
    fn headers_and_statuses_are_checked() {
        check_header_name("X-Version");
        check_header_value("2022 11");
        check_statuses(&[403, 423]);
        for name in ["", "a b", "a:", "ü", "Content-Length", "host"] {
            assert!(catch_unwind(|| check_header_name(name)).is_err(), "{name}");
        }
        for value in [" a", "a ", "a\n", "ü"] {
            assert!(catch_unwind(|| check_header_value(value)).is_err(), "{value}");
        }
        assert!(catch_unwind(|| check_statuses(&[200])).is_err());
    }
}
