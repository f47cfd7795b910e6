//! Finds a host in front of the path.

/// The path after a host: `/customers` of `https://api.example.com/customers`, `//api.example.com/customers`,
/// `api.example.com/customers` and `localhost:8080/customers`.
pub(super) fn path_after_host(template: &str) -> Option<&str> {
    let (from_host, is_url) = match template.split_once("://") {
        Some((scheme, from_host)) if scheme.bytes().all(|b| b.is_ascii_alphanumeric()) => (from_host, true),
        // `/customers?next=https://api.example.com/customers`
        Some(_) => return None,
        None => (template.strip_prefix("//").unwrap_or(template), false),
    };
    let (host, _) = from_host.split_once('/')?;
    let path = from_host.strip_prefix(host)?;
    (is_url || is_host(host)).then_some(path)
}

/// Returns whether a text can only be a host: it has a port, or ends with a top-level domain, as no version such as `v1.0` does.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port)));
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_domain = |(_, last): (&str, &str)| last.len() > 1 && last.bytes().all(|b| b.is_ascii_lowercase());
    let has_port = port.is_some_and(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()));
    name.split('.').all(is_label) && (has_port || (port.is_none() && name.rsplit_once('.').is_some_and(is_domain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_is_found_in_front_of_path() {
        let cases = [
            ("https://api.example.com/c/<id>?<q>", Some("/c/<id>?<q>")),
            ("http://localhost/c", Some("/c")),
            ("https://<host>/c", Some("/c")),
            ("//api.example.com/c", Some("/c")),
            ("api.example.com/c", Some("/c")),
            ("localhost:8080/c", Some("/c")),
            ("https://api.example.com", None),
            ("api.example.com", None),
            ("//c/<id>", None),
            ("v1.0/c", None),
            ("c/<id>", None),
            ("<url>", None),
            ("/c?next=https://example.com/d", None),
            ("/api.example.com/c", None),
            ("?a=b.com/c", None),
        ];
        for (template, path) in cases {
            assert_eq!(path_after_host(template), path, "{template}");
        }
    }
}
