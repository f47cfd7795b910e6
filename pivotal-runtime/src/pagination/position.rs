//! The position of a page in its list.

use http::response::Parts;

use super::body_field;
use super::next::{Key, Kind};
use crate::error::Record;
use crate::request::{Page, ServerUrl};
use crate::{Body, Request};

/// The position of a page: the values that its request differs in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    /// The value that callers see.
    pub(super) first: String,
    /// Those of further query pairs.
    others: Vec<Option<String>>,
}

impl Position {
    pub(super) fn new(value: impl Into<String>) -> Self {
        Self { first: value.into(), others: Vec::new() }
    }
}

impl Key {
    /// The position that a request has.
    pub(super) fn position_in(&self, request: &Request) -> Option<Position> {
        match self {
            // The query is a part of the URL.
            Self::Query(..) if request.url().is_some() => request.url().map(Position::new),
            Self::Query(first, others) => {
                let first = request.query(first)?;
                Some(Position { first, others: others.iter().map(|key| request.query(key)).collect() })
            }
            Self::Field(path) => {
                let value = body_field::get(request.body()?.as_bytes()?, path)?;
                Some(Position::new(serde_json::from_str(value.get()).unwrap_or_else(|_| value.get().to_owned())))
            }
            Self::Url => request.url().map(Position::new),
        }
    }
}

/// The URL that a page was requested from, if it is known. `head` is that of the page.
pub(super) fn requested_url(head: &Parts) -> Option<&str> {
    let sent = &head.extensions.get::<Record>()?.sent;
    Some(&*sent.url).filter(|url| !url.starts_with('/'))
}

/// Changes the request of a page into the request of the next one. `head` is that of the page.
///
/// # Errors
///
/// If it cannot be changed that way.
pub(super) fn advance(request: &mut Request, next: Kind, head: &Parts) -> Result<(), String> {
    match next {
        Kind::End => {}
        Kind::Query(pairs) => request.set_pairs(&pairs),
        Kind::Field(path, value) => {
            let body = request.body().and_then(Body::as_bytes);
            let changed = body.and_then(|body| body_field::set(body, &path, &value).ok());
            let changed =
                changed.ok_or("continues in a field of the body, but its request has no JSON object as its body")?;
            request.replace_body(changed.into());
        }
        Kind::Url(url) => request.set_url(next_url(&url, request, head)?),
        Kind::Invalid(message) => return Err(message.to_owned()),
    }
    Ok(())
}

/// Resolves the URL of the next page against that of the page (RFC 8288, section 3).
fn next_url(next: &str, request: &Request, head: &Parts) -> Result<ServerUrl, String> {
    let record = head.extensions.get::<Record>();
    let base_path = record.and_then(|record| record.sent.base_path.as_deref()).unwrap_or_default();
    let requested = request.url();
    let mut path = format!("{base_path}{}", request.path_and_query());
    if path.starts_with("//") {
        // `//` at the start would be a host.
        path.insert_str(0, "/.");
    }
    // A transport that is no client, or a wrapper that builds a response of its own, leaves no record.
    let follows_base_path = record.is_none() && requested.is_none_or(|url| !url.starts_with('/') && !is_absolute(url));
    let url = requested_url(head).or(requested).unwrap_or(&path);
    let is_foreign = record.is_some_and(|record| record.is_foreign);
    let url = ServerUrl::of_next_page(next, &Page { url, requested, follows_base_path, is_foreign });
    url.map_err(|error| format!("returned the URL of a next page that {error}"))
}

/// Returns whether a URL has a scheme.
fn is_absolute(url: &str) -> bool {
    url.split(['?', '/']).next().is_some_and(|start| start.contains(':'))
}
