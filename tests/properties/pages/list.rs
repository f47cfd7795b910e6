//! Lists as servers have them: one for each kind of next page.

use std::collections::BTreeMap;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Next, Paginated, Sent};
use reqwest::Url;
use serde::Deserialize;
use serde_json::{Value, json};

/// The kinds of next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Kind {
    Cursor,
    Pairs,
    Number,
    NumberFrom0,
    Offset,
    Field,
    NestedField,
    LinkAbsolute,
    LinkRelative,
    UrlAbsolute,
    UrlPath,
    UrlQuery,
    /// Each of the three forms of URLs, depending on the page.
    UrlMixed,
}

impl Kind {
    /// All kinds that work on each transport. Only a client can compare relative URLs with absolute ones.
    pub(super) const ALL: [Self; 12] = [
        Self::Cursor,
        Self::Pairs,
        Self::Number,
        Self::NumberFrom0,
        Self::Offset,
        Self::Field,
        Self::NestedField,
        Self::LinkAbsolute,
        Self::LinkRelative,
        Self::UrlAbsolute,
        Self::UrlPath,
        Self::UrlQuery,
    ];

    pub(super) fn is_url(self) -> bool {
        use Kind::{LinkAbsolute, LinkRelative, UrlAbsolute, UrlMixed, UrlPath, UrlQuery};
        matches!(self, LinkAbsolute | LinkRelative | UrlAbsolute | UrlPath | UrlQuery | UrlMixed)
    }

    /// Returns whether the first position is an argument of the method that returns the list.
    pub(super) fn resumes(self) -> bool {
        !self.is_url() && self != Self::Pairs
    }

    /// Returns whether the client computes the next position.
    fn counts(self) -> bool {
        matches!(self, Self::Number | Self::NumberFrom0 | Self::Offset)
    }

    /// Returns the query pairs of a list that starts at this cursor.
    pub(super) fn pairs(self, start: Option<&str>) -> Vec<(&'static str, &str)> {
        let start = if self == Self::NumberFrom0 { start.or(Some("0")) } else { start };
        start.map(|start| (self.key(), start)).into_iter().collect()
    }

    /// Returns the body of a list that starts at this cursor.
    pub(super) fn body(self, start: Option<&str>) -> Value {
        match (self, start) {
            (Self::Field, Some(start)) => json!({ "kept": "a+b", "after": start.parse::<usize>().unwrap() }),
            (_, Some(start)) => json!({ "page": { "size": 9, "after": start }, "kept": "a+b" }),
            (_, None) => json!({ "kept": "a+b" }),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Number | Self::NumberFrom0 => "page",
            Self::Offset => "offset",
            Self::Pairs => "marker",
            _ => "at",
        }
    }
}

/// A page with a position of any kind.
#[derive(Deserialize)]
pub(super) struct Page {
    kind: Kind,
    items: Vec<usize>,
    next: Option<Vec<String>>,
}

impl Paginated for Page {
    type Item = usize;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        let has_next = self.next.is_some();
        let next = self.next.as_deref().unwrap_or_default();
        let first = next.first().map(String::as_str);
        let key = self.kind.key();
        match self.kind {
            Kind::Cursor => Next::cursor(key, first).when(has_next),
            Kind::Pairs => Next::query(["marker", "part"].into_iter().zip(next.iter().cloned())),
            Kind::Number | Kind::NumberFrom0 => Next::number(sent, key, has_next),
            Kind::Offset => Next::offset(sent, key, self.items.len(), has_next),
            Kind::Field => Next::body_field("after", first.map(|first| first.parse::<usize>().unwrap())),
            Kind::NestedField => Next::body_field("page.after", first),
            _ => Next::url(first),
        }
    }

    fn into_items(self) -> Vec<usize> {
        self.items
    }
}

/// The pages of a list. The items of page 3 are 30, 31 and so on.
#[derive(Debug, Clone)]
pub(super) struct List {
    pub(super) kind: Kind,
    /// The next page and the number of items of each page.
    graph: Vec<(Option<usize>, usize)>,
    base_url: &'static str,
}

impl List {
    /// Returns a list with these pages. Numbers and offsets count up, so each of their pages leads to the one after it, and
    /// every page but the last has an item for an offset.
    pub(super) fn new(kind: Kind, graph: &[(Option<usize>, usize)], base_url: &'static str) -> Self {
        let mut graph = graph.to_vec();
        if kind.counts() {
            let pages = graph.len();
            for (at, (next, size)) in graph.iter_mut().enumerate() {
                *next = Some(at + 1).filter(|next| *next < pages);
                *size = if kind == Kind::Offset && next.is_some() { (*size).max(1) } else { *size };
            }
        }
        Self { kind, graph, base_url }
    }

    /// Returns a list whose pages follow one another.
    pub(super) fn chain(kind: Kind, sizes: &[usize], base_url: &'static str) -> Self {
        let next = |at: usize| Some(at + 1).filter(|next| *next < sizes.len());
        let graph: Vec<_> = sizes.iter().enumerate().map(|(at, size)| (next(at), *size)).collect();
        Self::new(kind, &graph, base_url)
    }

    pub(super) fn pages(&self) -> usize {
        self.graph.len()
    }

    pub(super) fn next(&self, at: usize) -> Option<usize> {
        self.graph[at].0
    }

    pub(super) fn items(&self, at: usize) -> impl Iterator<Item = usize> {
        (0..self.graph[at].1).map(move |item| at * 10 + item)
    }

    /// Returns the position of a page as callers see it.
    pub(super) fn cursor(&self, at: usize) -> String {
        self.position(at, at).swap_remove(0)
    }

    /// Returns the position of a page, as the page `from` contains it.
    fn position(&self, at: usize, from: usize) -> Vec<String> {
        let query = format!("?at={at}&x=%2F%20+");
        let path = Url::parse(self.base_url).unwrap().path().trim_end_matches('/').to_owned();
        let absolute = format!("{}/list{query}", self.base_url);
        let first = match self.kind {
            Kind::Cursor => format!("c +/%2F&=é{at}"),
            // The first value is that of two pages.
            Kind::Pairs => return vec![(at / 2).to_string(), at.to_string()],
            Kind::Number => (at + 1).to_string(),
            Kind::NumberFrom0 | Kind::Field => at.to_string(),
            Kind::Offset => self.graph[..at].iter().map(|(_, size)| size).sum::<usize>().to_string(),
            Kind::NestedField => format!("\"\\{at}"),
            Kind::LinkAbsolute | Kind::UrlAbsolute => absolute,
            Kind::LinkRelative | Kind::UrlPath => format!("{path}/list{query}"),
            Kind::UrlQuery => query,
            Kind::UrlMixed => [absolute, format!("{path}/list{query}"), query][from % 3].clone(),
        };
        vec![first]
    }

    /// Returns the `Link` header and the body of the response to a request.
    pub(super) fn respond(&self, target: &str, body: &[u8]) -> (Option<String>, String) {
        let at = self.requested(target, body);
        let items: Vec<_> = self.items(at).collect();
        let next = self.next(at).map(|next| self.position(next, at));
        if matches!(self.kind, Kind::LinkAbsolute | Kind::LinkRelative) {
            let link = next.map(|next| format!("</first>; rel=first, <{}>; rel=\"next\"", next[0]));
            return (link, json!(items).to_string());
        }
        let kind = format!("{:?}", self.kind);
        (None, json!({ "kind": kind, "items": items, "next": next }).to_string())
    }

    /// Returns the requested page, and checks that the rest of the request is unchanged.
    fn requested(&self, target: &str, body: &[u8]) -> usize {
        let path = Url::parse(self.base_url).unwrap();
        let url = path.join(target).unwrap();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let query: BTreeMap<_, _> = pairs.iter().map(|(key, value)| (&**key, &**value)).collect();
        assert_eq!(query.len(), pairs.len(), "each pair is sent once: {target}");
        let find = |position: &dyn Fn(usize) -> bool| (0..self.pages()).find(|at| position(*at)).expect("a page");
        if matches!(self.kind, Kind::Field | Kind::NestedField) {
            let body: Value = serde_json::from_slice(body).unwrap();
            assert_eq!(body["kept"], "a+b");
            return match if self.kind == Kind::Field { &body["after"] } else { &body["page"]["after"] } {
                Value::Null => 0,
                Value::Number(after) => usize::try_from(after.as_u64().unwrap()).unwrap(),
                after => find(&|at| *after == self.cursor(at)),
            };
        }
        if self.kind.is_url()
            && let Some(at) = query.get("at")
        {
            assert!(target.ends_with(&format!("/list?at={at}&x=%2F%20+")), "encoded once: {target}");
            return at.parse().unwrap();
        }
        assert_eq!(query["kept"], "a+b");
        match (self.kind, query.get(self.kind.key())) {
            (_, None) => 0,
            (Kind::Pairs, Some(marker)) => find(&|at| self.position(at, at) == [*marker, query["part"]]),
            (_, Some(position)) => find(&|at| self.cursor(at) == *position),
        }
    }
}
