//! Redirects (RFC 9110, section 15.4).

use http::header::{HeaderName, HeaderValue, LOCATION};
use http::{Method, StatusCode};

use super::base::Base;
use super::prepare::Prepared;
use crate::error::{RedirectAdvice, is_credential};
use crate::request::ServerUrl;
use crate::{Body, Error};

/// The request that follows a redirect.
pub(super) struct Redirect {
    pub(super) base: Base,
    pub(super) path_and_query: String,
    /// The request becomes a GET without a body.
    pub(super) becomes_get: bool,
}

/// Follows the redirect that an attempt returned. Returns whether the request has changed and must be sent. Otherwise, a redirect
/// gets the advice for its error.
pub(super) fn follow(prepared: &mut Prepared<'_>, result: &mut Result<http::Response<Body>, Error>) -> bool {
    let Ok(response) = result else { return false };
    let status = response.status();
    let is_redirect = status.is_redirection() && status != StatusCode::NOT_MODIFIED;
    if !is_redirect || !response.headers().contains_key(LOCATION) || prepared.is_success(status) {
        return false;
    }
    match redirect(prepared, response) {
        Ok(redirect) => {
            prepared.redirect(redirect);
            true
        }
        Err(advice) => {
            response.extensions_mut().insert(RedirectAdvice(advice));
            false
        }
    }
}

/// Returns the request that follows a redirect, or the reason why it is not followed, and what to do.
fn redirect(prepared: &Prepared<'_>, response: &http::Response<Body>) -> Result<Redirect, String> {
    let status = response.status();
    let read_it = read_location(status);
    let location = response.headers().get(LOCATION).map_or(&b""[..], |location| location.as_bytes());
    let location = std::str::from_utf8(location).ok().filter(|location| !location.trim().is_empty());
    let url = location.and_then(|location| ServerUrl::of_redirect(location, &prepared.url()).ok());
    let url = url.ok_or_else(|| format!("its `Location` is not a URL that can be requested; {read_it}"))?;
    let max_redirects = prepared.max_redirects();
    if max_redirects == 0 && is_upgrade(&prepared.url(), url.as_str()) {
        let part = if prepared.is_on_base_url() { "in the base URL" } else { "in the URL" };
        return Err(format!("it leads to the same URL over HTTPS; write `https://` {part}"));
    }
    let is_followed = matches!(
        status,
        StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT
    );
    if !is_followed {
        return Err(format!("this status is not followed; {read_it}"));
    }
    if !prepared.is_repeatable() {
        return Err("the body is a stream, which can be sent only once; send bytes instead".to_owned());
    }
    let (base, path_and_query) = prepared.resolve(&url).map_err(|error| format!("{}; {read_it}", error.text()))?;
    if prepared.is_downgrade(&base) {
        return Err(format!("it leads from HTTPS to plain HTTP; {read_it}"));
    }
    if max_redirects == 0 {
        return Err(redirects_disabled(status));
    }
    if prepared.redirects() >= max_redirects {
        return Err(format!(
            "the limit of {max_redirects} (`max_redirects`) is reached; raise it, or check for a redirect loop"
        ));
    }
    let method = prepared.method();
    // 303 is a GET, and so is a POST after 301 and 302, as browsers do it.
    let becomes_get = match status {
        StatusCode::SEE_OTHER => *method != Method::HEAD && *method != Method::GET,
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND => *method == Method::POST,
        _ => false,
    };
    Ok(Redirect { base, path_and_query, becomes_get })
}

/// Returns the advice for the default, which follows no redirect.
pub(crate) fn redirects_disabled(status: StatusCode) -> String {
    format!("redirects are disabled; correct the URL, call `max_redirects`, or {}", read_location(status))
}

fn read_location(status: StatusCode) -> String {
    format!("declare a method with `response({}) = Response<()>` to read its `Location`", status.as_u16())
}

/// Returns whether both URLs differ in their scheme only, which becomes `https`.
fn is_upgrade(own: &str, location: &str) -> bool {
    own.strip_prefix("http://").is_some_and(|own| location.strip_prefix("https://") == Some(own))
}

/// Returns whether a header is removed when a redirect turns a request into a GET: it describes the body, makes the request
/// safe to repeat, or is a condition of the change (RFC 9110, section 15.4).
pub(super) fn belongs_to_body(name: &HeaderName) -> bool {
    let name = name.as_str();
    ["content-", "if-"].iter().any(|start| name.starts_with(start))
        || name.ends_with("digest")
        || ["last-modified", "idempotency-key", "range"].contains(&name)
}

/// Returns whether a header is removed when a redirect leads to an unknown origin: it can contain a credential. Values that are
/// marked sensitive can, unless the name is one that never contains any.
pub(super) fn can_be_credential(name: &HeaderName, value: &HeaderValue) -> bool {
    let text = name.as_str();
    let is_harmless = ["accept", "content-", "if-", "range", "user-agent"].iter().any(|start| text.starts_with(start));
    !is_harmless && is_credential(name, value, None)
}
