//! Redirects (RFC 9110, section 15.4).

use http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE, HeaderName, LOCATION,
};
use http::{Method, StatusCode};

use super::base::Base;
use super::prepare::Prepared;
use crate::error::RedirectAdvice;
use crate::request::ServerUrl;
use crate::{Body, Error};

/// The headers that describe a body.
const BODY_HEADERS: [HeaderName; 5] =
    [CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE];

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
    if !status.is_redirection() || !response.headers().contains_key(LOCATION) || prepared.is_success(status) {
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

/// Returns the request that follows a redirect, or the reason why it is not followed.
fn redirect(prepared: &Prepared<'_>, response: &http::Response<Body>) -> Result<Redirect, &'static str> {
    let location = response.headers().get(LOCATION).map_or(&b""[..], |location| location.as_bytes());
    let unusable = "whose `Location` is not a URL of HTTP";
    let location = std::str::from_utf8(location).map_err(|_| unusable)?;
    let url = ServerUrl::of_redirect(location, &prepared.url()).map_err(|_| unusable)?;
    let max_redirects = prepared.max_redirects();
    if max_redirects == 0 {
        return Err(advice(prepared, &url));
    }
    let status = response.status();
    let is_followed = matches!(
        status,
        StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT
    );
    if !is_followed {
        return Err(
            "which is not followed, since the server offers a choice; declare the status in `success` to read it",
        );
    }
    if !prepared.is_repeatable() {
        return Err("which is not followed, since the body is a stream; send bytes instead");
    }
    if prepared.redirects() >= max_redirects {
        return Err(
            "which is not followed, since it is one too many; raise `max_redirects`, unless they lead in a circle",
        );
    }
    let (base, path_and_query) = prepared
        .resolve(&url)
        .map_err(|_| "which is not followed, since it would send the credentials over plain HTTP")?;
    if prepared.is_downgrade(&base) {
        return Err("which is not followed, since it leads from HTTPS to plain HTTP; correct the base URL");
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

/// The advice for a redirect, if none is followed.
fn advice(prepared: &Prepared<'_>, url: &ServerUrl) -> &'static str {
    let own = prepared.url();
    match (own.strip_prefix("http://"), url.as_str().strip_prefix("https://")) {
        (Some(own), Some(other)) if own == other => "to HTTPS, which is not followed; write `https://` in the base URL",
        _ => {
            "which is not followed; correct the URL, call `max_redirects` to follow redirects, or declare the status in \
             `success` to read its `Location`"
        }
    }
}

/// Returns whether a header describes a body.
pub(super) fn describes_body(name: &HeaderName) -> bool {
    BODY_HEADERS.contains(name)
}
