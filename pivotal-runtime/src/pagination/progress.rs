//! The positions of a list: those that were returned, and the next one.

use std::borrow::Cow;
use std::collections::BTreeSet;

use http::response::Parts;

use super::Next;
use super::next::Kind;
use super::position::{Position, advance, requested_url};
use crate::{Error, ErrorKind, Request};

/// The text of a list that would not end.
pub(crate) const REPEATED_POSITION: &str =
    "returned the position of a page that it returned before; the list would not end";

/// The positions of a list. It does not depend on the type of its pages, so it is compiled once.
#[derive(Default)]
pub(super) struct Progress {
    /// The position of the page that was returned last; `None` if it is unknown.
    current: Option<Position>,
    /// The position of the next page; `None` at the start and at the end of the list.
    cursor: Option<Position>,
    seen: BTreeSet<Position>,
    /// The query pairs of the position.
    pairs: Vec<Cow<'static, str>>,
}

impl Progress {
    pub(super) fn new(request: &Request) -> Self {
        Self { cursor: request.url().map(Position::new), ..Self::default() }
    }

    pub(super) fn current(&self) -> Option<&str> {
        self.current.as_ref().map(|position| position.first.as_str())
    }

    pub(super) fn cursor(&self) -> Option<&str> {
        self.cursor.as_ref().map(|position| position.first.as_str())
    }

    /// Changes the request of a page into that of the next one. Returns whether there is one. `head` is that of the page.
    pub(super) fn advance(&mut self, request: &mut Request, next: Next, head: &Parts) -> Result<bool, Error> {
        let Next { kind, key } = next;
        let position = |request: &Request| key.as_ref().and_then(|key| key.position_in(request));
        // The first page names the part of the request that changes, so its own position is known only now.
        let current = self.cursor.clone().or_else(|| position(request));
        if kind.is_end() {
            (self.current, self.cursor) = (current, None);
            return Ok(false);
        }
        // After an error, the list can be resumed at this page.
        self.cursor.clone_from(&current);
        self.seen.extend(current.clone());
        // A relative URL and an absolute one can be the same position.
        self.seen.extend(requested_url(head).map(Position::new));
        request.set_later_page();
        let kind = self.replace_pairs(kind);
        advance(request, kind, head).map_err(|message| invalid(request, message))?;
        let cursor = position(request);
        let is_new = cursor.clone().is_some_and(|cursor| self.seen.insert(cursor));
        if !is_new {
            return Err(invalid(request, REPEATED_POSITION));
        }
        (self.current, self.cursor) = (current, cursor);
        Ok(true)
    }

    /// Adds the pairs of the page before that have no value now.
    fn replace_pairs(&mut self, kind: Kind) -> Kind {
        let Kind::Query(mut pairs) = kind else { return kind };
        let keys = pairs.iter().map(|(key, _)| key.clone()).collect();
        for key in std::mem::replace(&mut self.pairs, keys) {
            if !pairs.iter().any(|(own, _)| *own == key) {
                pairs.push((key, String::new()));
            }
        }
        Kind::Query(pairs)
    }
}

pub(super) fn invalid(request: &Request, message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Pagination, message).with_endpoint(request.endpoint())
}
