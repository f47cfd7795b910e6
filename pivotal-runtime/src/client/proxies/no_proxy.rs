//! The servers that `NO_PROXY` exempts.

use std::sync::Arc;

use http::Uri;
use http::uri::Scheme;
use hyper_util::client::proxy::matcher::Matcher;

/// The entries of `NO_PROXY`. The matcher of hyper-util reads hosts and networks. It supports neither ports nor `*.`, and `*` is no
/// address for it.
#[derive(Clone, Default)]
pub(super) struct NoProxy(Arc<[Entry]>);

struct Entry {
    /// Intercepts all servers but those of the entry. `None` for `*`.
    others: Option<Matcher>,
    /// `None` for all ports.
    port: Option<u16>,
    /// The domain whose subdomains alone are exempt.
    parent: Option<String>,
}

impl NoProxy {
    pub(super) fn new(list: &str) -> Self {
        Self(list.split(',').map(str::trim).filter(|entry| !entry.is_empty()).map(Entry::new).collect())
    }

    pub(super) fn contains(&self, server: &Uri) -> bool {
        self.0.iter().any(|entry| entry.contains(server))
    }
}

impl Entry {
    fn new(entry: &str) -> Self {
        let (host, port) = split_port(entry);
        let (host, parent) = match host.strip_prefix("*.") {
            Some(domain) => (domain, Some(domain.to_owned())),
            None => (host, None),
        };
        let others = (host != "*").then(|| Matcher::builder().all("http://proxy").no(host).build());
        Self { others, port, parent }
    }

    fn contains(&self, server: &Uri) -> bool {
        let default_port = if server.scheme() == Some(&Scheme::HTTP) { 80 } else { 443 };
        let is_parent = |domain: &String| server.host().is_some_and(|host| host.eq_ignore_ascii_case(domain));
        self.port.is_none_or(|port| port == server.port_u16().unwrap_or(default_port))
            && !self.parent.as_ref().is_some_and(is_parent)
            && self.others.as_ref().is_none_or(|others| others.intercept(server).is_none())
    }
}

/// Splits an entry into its host, without the brackets of an IPv6 address, and its port.
fn split_port(entry: &str) -> (&str, Option<u16>) {
    let (host, port) = match entry.rsplit_once(':') {
        // An IPv6 address contains colons itself.
        Some((host, port)) if host.ends_with(']') || !host.contains(':') => match port.parse() {
            Ok(port) => (host, Some(port)),
            Err(_) => (entry, None),
        },
        _ => (entry, None),
    };
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    (address.unwrap_or(host), port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_exempt_the_documented_servers() {
        let cases: [(&str, &[&str], &[&str]); 11] = [
            ("", &[], &["http://example.com"]),
            ("*", &["http://example.com", "https://[2001:db8::7]:1"], &[]),
            (
                "example.com",
                &["http://example.com", "https://EXAMPLE.com:8443", "http://a.b.example.com"],
                &["http://badexample.com", "http://example.com.org"],
            ),
            (".example.com", &["http://example.com", "http://a.example.com"], &["http://badexample.com"]),
            (
                "*.example.com",
                &["http://a.example.com", "http://a.b.example.com:1"],
                &["http://example.com", "http://EXAMPLE.com", "http://badexample.com"],
            ),
            (
                "other, example.com:8080",
                &["http://example.com:8080", "https://a.example.com:8080", "http://other:1"],
                &["http://example.com", "http://example.com:8081"],
            ),
            ("example.com:443,a:80", &["https://example.com", "http://a"], &["http://example.com", "https://a"]),
            (
                "*.example.com:8080",
                &["http://a.example.com:8080"],
                &["http://a.example.com", "http://example.com:8080"],
            ),
            ("192.0.2.0/24, 2001:db8::/32", &["http://192.0.2.9", "http://[2001:db8::1]:80"], &["http://192.0.3.1"]),
            (
                "[2001:db8::7]:8080",
                &["http://[2001:db8::7]:8080"],
                &["http://[2001:db8::7]", "http://[2001:db8::8]:8080"],
            ),
            ("[2001:db8::7]", &["http://[2001:db8::7]", "https://[2001:db8::7]:8080"], &["http://[2001:db8::8]"]),
        ];
        for (list, exempt, others) in cases {
            let no_proxy = NoProxy::new(list);
            for server in exempt {
                assert!(no_proxy.contains(&server.parse().expect(server)), "{list} and {server}");
            }
            for server in others {
                assert!(!no_proxy.contains(&server.parse().expect(server)), "{list} and {server}");
            }
        }
    }
}
