//! The position of a page in its list.

use http::response::Parts;

use super::body_field;
use super::next::{Key, Kind};
use crate::error::Record;
use crate::request::ServerUrl;
use crate::{Body, Request};

impl Key {
    /// The position that a request has.
    pub(super) fn position_in(&self, request: &Request) -> Option<String> {
        match self {
            Self::Query(key) => request.query(key),
            Self::Field(path) => {
                let value = body_field::get(request.body()?.as_bytes()?, path)?;
                Some(serde_json::from_str(value.get()).unwrap_or_else(|_| value.get().to_owned()))
            }
            Self::Url => request.url().map(str::to_owned),
        }
    }
}

/// Changes the request of a page into the request of the next one. `head` is that of the page.
///
/// # Errors
///
/// If it cannot be changed that way.
pub(super) fn advance(request: &mut Request, next: Kind, head: &Parts) -> Result<(), String> {
    match next {
        Kind::End => {}
        Kind::Query(pairs) => pairs.iter().for_each(|(key, value)| request.set_query(key, value)),
        Kind::Field(path, value) => {
            let body = request.body().and_then(Body::as_bytes);
            let changed = body.and_then(|body| body_field::set(body, &path, &value).ok());
            let changed =
                changed.ok_or("continues in a field of the body, but its request has no JSON object as its body")?;
            request.set_body(changed.into());
        }
        Kind::Url(url) => request.set_url(next_url(&url, request, head)?),
        Kind::Invalid(message) => return Err(message.to_owned()),
    }
    Ok(())
}

/// Resolves the URL of the next page against that of the page (RFC 8288, section 3).
fn next_url(url_of_next: &str, request: &Request, head: &Parts) -> Result<ServerUrl, String> {
    let sent = head.extensions.get::<Record>().map(|record| &record.sent);
    let url = sent.map(|sent| sent.url.as_str()).filter(|url| !url.starts_with('/')).or_else(|| request.url());
    let base_path = sent.and_then(|sent| sent.base_path.as_deref()).unwrap_or_default();
    let next = match url {
        Some(page) => ServerUrl::of_next_page(url_of_next, page),
        None => ServerUrl::of_next_page(url_of_next, &format!("{base_path}{}", request.path_and_query())),
    };
    next.map_err(|error| format!("returned the URL of a next page that {error}"))
}
