//! The position of the next page.

use std::borrow::Cow;
use std::fmt;

use http::response::Parts;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::Sent;
use super::link_header::next_link;

/// The position of the next page: see [`Paginated::next`](crate::Paginated::next).
///
/// | API | constructor |
/// | --- | --- |
/// | a cursor in the query | `Next::cursor("cursor", self.next.as_deref())` |
/// | the same, with a flag for more | `Next::cursor("cursor", self.next.as_deref()).when(self.has_next)` |
/// | a page number | `Next::number(sent, "page", self.page < self.pages)` |
/// | an offset | `Next::offset(sent, "offset", self.items.len(), self.items.len() == 100)` |
/// | several pairs in the query | `Next::query([("marker", &self.marker), ("part", &self.part)])` |
/// | a cursor in the JSON body of a POST | `Next::body_field("page.cursor", self.next.as_ref())` |
/// | a `Link` header (RFC 8288) | `Next::link(head)` |
/// | a URL in the body, absolute or relative | `Next::url(self.next.as_deref())` |
///
/// Each constructor ends the list if there is no next page: `None`, an empty text, or `false`.
///
/// ```
/// use pivotal_runtime::http::response::Parts;
/// use pivotal_runtime::{Next, Paginated, Sent};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Names {
///     names: Vec<String>,
///     next: Option<String>,
/// }
///
/// impl Paginated for Names {
///     type Item = String;
///
///     fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
///         Next::cursor("cursor", self.next.as_deref())
///     }
///
///     fn into_items(self) -> Vec<String> {
///         self.names
///     }
/// }
/// ```
#[derive(Clone)]
#[must_use = "return it from `Paginated::next`"]
pub struct Next {
    pub(super) kind: Kind,
    /// The changed part of the request, even if the list ends.
    pub(super) key: Option<Key>,
}

#[derive(Clone)]
pub(super) enum Kind {
    End,
    Query(Vec<(Cow<'static, str>, String)>),
    Field(Cow<'static, str>, Box<RawValue>),
    Url(String),
    /// The list cannot be continued.
    Invalid(&'static str),
}

impl Kind {
    pub(super) fn is_end(&self) -> bool {
        matches!(self, Self::End)
    }
}

/// The part of a request that changes from page to page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// The pair with the first key is the position that callers see.
    Query(Cow<'static, str>, Vec<Cow<'static, str>>),
    Field(Cow<'static, str>),
    Url,
}

const MISSING: &str = "reports that there is more, but returned no position for it";

impl Next {
    fn new(kind: Kind, key: Key) -> Self {
        Self { kind, key: Some(key) }
    }

    /// Ends the list: the page is the last one.
    pub fn end() -> Self {
        Self { kind: Kind::End, key: None }
    }

    /// Continues the list with this query pair, which replaces pairs of the same key.
    ///
    /// `None` and an empty text end the list. The value can also be the id of the last item.
    pub fn cursor(key: impl Into<Cow<'static, str>>, cursor: Option<impl Into<String>>) -> Self {
        let key = key.into();
        match cursor.map(Into::into).filter(|cursor| !cursor.is_empty()) {
            Some(cursor) => Self::new(Kind::Query(vec![(key.clone(), cursor)]), Key::Query(key, Vec::new())),
            None => Self::new(Kind::End, Key::Query(key, Vec::new())),
        }
    }

    /// Continues the list with these query pairs.
    ///
    /// They replace pairs of the same keys, and those of the page before. A pair with an empty value is removed. Without
    /// pairs, and if all values are empty, the list ends.
    pub fn query<K, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Self
    where
        K: Into<Cow<'static, str>>,
        V: Into<String>,
    {
        let pairs: Vec<(Cow<'static, str>, String)> =
            pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect();
        let mut keys = pairs.iter().map(|(key, _)| key.clone());
        match keys.next() {
            Some(first) => {
                let key = Key::Query(first, keys.collect());
                let is_end = pairs.iter().all(|(_, value)| value.is_empty());
                Self::new(if is_end { Kind::End } else { Kind::Query(pairs) }, key)
            }
            None => Self::end(),
        }
    }

    /// Continues the list at the next page number, if `has_next` is true.
    ///
    /// It is the number in the query pair, plus 1. Without that pair, the request was for page 1. Send the pair with the
    /// first request if the API counts from 0.
    pub fn number(sent: &Sent<'_>, key: impl Into<Cow<'static, str>>, has_next: bool) -> Self {
        Self::plus(*sent, key.into(), 1, 1).when(has_next)
    }

    /// Continues the list at the next offset, if `has_next` is true.
    ///
    /// It is the number in the query pair, or 0, plus the number of items of the page.
    pub fn offset(sent: &Sent<'_>, key: impl Into<Cow<'static, str>>, items: usize, has_next: bool) -> Self {
        Self::plus(*sent, key.into(), 0, items).when(has_next)
    }

    /// Continues the list at the number of a query pair, which is `default` if it is missing, plus `increment`.
    fn plus(sent: Sent<'_>, key: Cow<'static, str>, default: u64, increment: usize) -> Self {
        let current = sent.query(&key).map_or(Some(default), |value| value.parse().ok());
        let next = current.zip(u64::try_from(increment).ok()).and_then(|(current, plus)| current.checked_add(plus));
        let kind = match next {
            Some(next) => Kind::Query(vec![(key.clone(), next.to_string())]),
            None => Kind::Invalid("was requested at a position that is not a number, or too large to be increased"),
        };
        Self::new(kind, Key::Query(key, Vec::new()))
    }

    /// Continues the list with this field of the JSON body, which is replaced or added.
    ///
    /// `page.cursor` is the field `cursor` of the object in `page`. `None`, `null`, an empty text and an empty array end the
    /// list. The body must be a JSON object.
    pub fn body_field(path: impl Into<Cow<'static, str>>, value: Option<impl Serialize>) -> Self {
        let path = path.into();
        let key = Key::Field(path.clone());
        match value.map(|value| to_raw_value(&value)) {
            None => Self::new(Kind::End, key),
            Some(Ok(value)) => match value.get() {
                "null" | r#""""# | "[]" => Self::new(Kind::End, key),
                _ => Self::new(Kind::Field(path, value), key),
            },
            Some(Err(_)) => Self::new(Kind::Invalid("returned a position that cannot be written as JSON"), key),
        }
    }

    /// Continues the list at this URL: absolute, or relative to the URL of the page.
    ///
    /// It replaces path and query. `None` and an empty text end the list. A URL on another origin than the page is an error,
    /// unless that origin gets the credentials of the client.
    pub fn url(url: Option<&str>) -> Self {
        match url.filter(|url| !url.trim().is_empty()) {
            Some(url) => Self::new(Kind::Url(url.to_owned()), Key::Url),
            None => Self::new(Kind::End, Key::Url),
        }
    }

    /// Continues the list at the `Link` header with the relation type `next` (RFC 8288).
    ///
    /// Without such a header, the list ends.
    pub fn link(head: &Parts) -> Self {
        match next_link(&head.headers) {
            Some(url) => Self::new(Kind::Url(url), Key::Url),
            None => Self::new(Kind::End, Key::Url),
        }
    }

    /// Ends the list if `has_next` is false.
    ///
    /// If it is true and the position is missing, the list ends with an error of kind
    /// [`Pagination`](crate::ErrorKind::Pagination).
    pub fn when(self, has_next: bool) -> Self {
        let kind = match (has_next, self.kind) {
            (false, _) => Kind::End,
            (true, Kind::End) => Kind::Invalid(MISSING),
            (true, kind) => kind,
        };
        Self { kind, key: self.key }
    }
}

/// Prints the changed part of the request, and not its value.
impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match &self.kind {
            Kind::End => "end",
            Kind::Query(_) | Kind::Field(..) | Kind::Url(_) => "more",
            Kind::Invalid(message) => message,
        };
        f.debug_struct("Next").field("key", &self.key).field("kind", &kind).finish()
    }
}
