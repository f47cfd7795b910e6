//! The proxies of the environment and of the system.

mod no_proxy;

use std::env;
use std::ffi::OsString;
use std::fmt;

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;

use self::no_proxy::NoProxy;
use crate::Error;

/// The proxies of the environment or of the system, for implementations of [`HttpClient`](crate::HttpClient).
///
/// Those of the system (macOS and Windows) are used if the environment names none. The variables are `HTTP_PROXY`,
/// `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, also in lower case.
///
/// `NO_PROXY` is a list of servers that are reached directly, separated by commas:
///
/// | entry | servers |
/// | --- | --- |
/// | `example.com` or `.example.com` | `example.com` and its subdomains |
/// | `*.example.com` | the subdomains alone |
/// | `192.0.2.7`, `2001:db8::7` | this address |
/// | `192.0.2.0/24`, `2001:db8::/32` | the addresses of this network |
/// | `*` | all |
///
/// With a port, as in `example.com:8080` or `[2001:db8::7]:8080`, an entry is for that port alone. In a CGI script, in which
/// `REQUEST_METHOD` is set, there are no proxies, because a request could set `HTTP_PROXY`.
///
/// The default HTTP client and that of the crate `pivotal-hyper` use these proxies. A `reqwest::Client` of your own reads the
/// environment itself. It ignores malformed URLs, and entries of `NO_PROXY` with ports or `*.`.
///
/// This program is not run as a test, because it depends on the environment:
///
/// ```no_run
/// use pivotal_runtime::http::Uri;
/// use pivotal_runtime::{Error, SystemProxies};
///
/// # fn main() -> Result<(), Error> {
/// let proxies = SystemProxies::read()?;
/// let server = Uri::from_static("https://api.example.com");
/// let uses_proxy = proxies.https().is_some() && !proxies.is_exempt(&server);
/// # Ok(()) }
/// ```
#[derive(Clone, Default)]
pub struct SystemProxies {
    http: Option<String>,
    https: Option<String>,
    no_proxy: NoProxy,
}

impl SystemProxies {
    /// Reads the environment and the settings of the system.
    ///
    /// # Errors
    ///
    /// Returns an error if a variable is not the URL of a proxy. The error names the variable, and not its value, which can
    /// contain a password.
    pub fn read() -> Result<Self, Error> {
        if env::var_os("REQUEST_METHOD").is_some() {
            return Ok(Self::default());
        }
        let all = proxy_of(["ALL_PROXY", "all_proxy"])?;
        let http = proxy_of(["HTTP_PROXY", "http_proxy"])?.or_else(|| all.clone());
        let https = proxy_of(["HTTPS_PROXY", "https_proxy"])?.or(all);
        let no_proxy = first_of(["NO_PROXY", "no_proxy"]).map(|(_, value)| value.to_string_lossy().into_owned());
        Ok(Self {
            http: http.or_else(|| of_system("http://server.invalid/")),
            https: https.or_else(|| of_system("https://server.invalid/")),
            no_proxy: NoProxy::new(&no_proxy.unwrap_or_default()),
        })
    }

    /// Returns the URL of the proxy for servers with `http://`.
    ///
    /// It can contain a user name and a password.
    #[must_use]
    pub fn http(&self) -> Option<&str> {
        self.http.as_deref()
    }

    /// Returns the URL of the proxy for servers with `https://`.
    ///
    /// It can contain a user name and a password.
    #[must_use]
    pub fn https(&self) -> Option<&str> {
        self.https.as_deref()
    }

    /// Returns whether a server is reached directly, because `NO_PROXY` contains it.
    #[must_use]
    pub fn is_exempt(&self, server: &Uri) -> bool {
        self.no_proxy.contains(server)
    }

    /// The URL of the proxy for a server; `None` if it is reached directly.
    pub(super) fn find(&self, server: &str) -> Option<String> {
        let server: Uri = server.parse().ok()?;
        let proxy = if server.scheme_str() == Some("http") { &self.http } else { &self.https };
        proxy.clone().filter(|_| !self.is_exempt(&server))
    }
}

/// Prints no URL, which can contain a password.
impl fmt::Debug for SystemProxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SystemProxies")
            .field("http", &self.http.as_ref().map(|_| "…"))
            .field("https", &self.https.as_ref().map(|_| "…"))
            .finish_non_exhaustive()
    }
}

/// Returns the first variable that is set, with its value.
fn first_of(names: [&'static str; 2]) -> Option<(&'static str, OsString)> {
    names.into_iter().find_map(|name| env::var_os(name).map(|value| (name, value)))
}

/// Returns the proxy of the first variable that is set, unless it is empty.
fn proxy_of(names: [&'static str; 2]) -> Result<Option<String>, Error> {
    let Some((name, value)) = first_of(names).filter(|(_, value)| !value.is_empty()) else { return Ok(None) };
    match value.into_string().ok().filter(|url| is_proxy(url)) {
        Some(url) => Ok(Some(url)),
        None => Err(Error::config(format!(
            "the environment variable `{name}` is not the URL of a proxy; write it like `http://host:port`, or unset it"
        ))),
    }
}

/// Returns whether an HTTP client accepts the URL of a proxy. Without a scheme, it is `http`.
fn is_proxy(url: &str) -> bool {
    let matcher = Matcher::builder().all(url).build();
    let proxy = matcher.intercept(&Uri::from_static("http://server.invalid/"));
    // Any number is a port for `Uri`, and clients would use the default port instead of one that is out of range.
    let authority = proxy.as_ref().and_then(|proxy| proxy.uri().authority());
    authority.is_some_and(|authority| {
        let after_host = authority.as_str().strip_prefix(authority.host()).unwrap_or_default();
        !authority.host().is_empty() && (after_host.is_empty() || authority.port_u16().is_some())
    })
}

/// Returns the proxy that the settings of the system contain. They contain no password.
fn of_system(server: &'static str) -> Option<String> {
    if cfg!(any(target_os = "macos", windows)) {
        Matcher::from_system().intercept(&Uri::from_static(server)).map(|proxy| proxy.uri().to_string())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::is_proxy;

    #[test]
    fn urls_of_proxies_are_checked() {
        for url in
            ["http://proxy", "https://user:p%40ss@proxy:8080/", "proxy:3128", "127.0.0.1:1", "socks5://[::1]:1080"]
        {
            assert!(is_proxy(url), "{url}");
        }
        for url in [
            "http://",
            "http:// proxy",
            "ftp://proxy",
            "http://proxy:99999",
            "http://proxy:x",
            "//proxy",
            "/proxy",
            " ",
        ] {
            assert!(!is_proxy(url), "{url}");
        }
    }
}
