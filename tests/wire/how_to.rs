//! The tables of `HOW_TO.md`: each line is declared here, and sends what the line shows.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::{Date, date};
use pivotal_runtime::http::{HeaderMap, HeaderValue};
use pivotal_runtime::{Displayed, Lines, ObjectKey, PercentEncoded, Transport, endpoint};
use serde::Serialize;
use serde_json::{Value, json};

use crate::support::request::ReceivedRequest;
use crate::support::server::request_of;

const PAGE: &str = include_str!("../../pivotal-macros/HOW_TO.md");
const SOURCE: &str = include_str!("how_to.rs");

struct Host(&'static str, u8);

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.1)
    }
}

#[derive(Serialize)]
struct Range {
    gte: u8,
    lt: Option<u8>,
}

trait Paths: Transport {
    #[endpoint(GET, "/customers/<id>", response = ())]
    async fn segment(&self, id: &str);

    #[endpoint(POST, "/jobs/<id>:cancel", response = ())]
    async fn part(&self, id: u64);

    #[endpoint(GET, "/Products('<id>')", response = ())]
    async fn parentheses(&self, id: &str);

    #[endpoint(GET, "/v<major>.<minor>/status", response = ())]
    async fn version(&self, major: u8, minor: u8);

    #[endpoint(GET, "/files/<path..>", response = ())]
    async fn rest(&self, path: &str);

    #[endpoint(GET, "/folders/<path..>", response = ())]
    async fn rest_of_list(&self, path: &[&str]);

    #[endpoint(GET, "/v2/<name..>/tags/<tag>", response = ())]
    async fn middle(&self, name: &str, tag: &str);

    #[endpoint(GET, "/bucket/<key..>", response = ())]
    async fn object_key(&self, key: ObjectKey<&str>);

    #[endpoint(GET, "/projects/<id>", response = ())]
    async fn percent_encoded(&self, id: PercentEncoded<&str>);

    #[endpoint(GET, "/hosts/<host>", response = ())]
    async fn displayed(&self, host: Displayed<Host>);

    #[endpoint(GET, "/days/<day>", response = ())]
    async fn day(&self, day: Date);

    #[endpoint(GET, "/my files/[draft]", response = ())]
    async fn raw_text(&self);

    #[endpoint(GET, "/my%20files", response = ())]
    async fn encoded_text(&self);

    #[endpoint(GET, "/users/<user>/keys?<user>", response = ())]
    async fn two_places(&self, user: &str);

    #[endpoint(GET, "<url>", response = ())]
    async fn url(&self, url: &str);

    #[endpoint(PUT, "<url>?<digest>", response = ())]
    async fn url_with_pair(&self, url: &str, digest: &str);
}
impl<T: Transport> Paths for T {}

trait Queries: Transport {
    #[endpoint(GET, "/orders?<limit>&<cursor>", response = ())]
    async fn optional_pair(&self, limit: Option<u8>, cursor: Option<&str>);

    #[endpoint(GET, "/orders?page[size]=<limit>", response = ())]
    async fn other_name(&self, limit: u8);

    #[endpoint(GET, "/users?$filter=<filter>", response = ())]
    async fn special_name(&self, filter: &str);

    #[endpoint(GET, "/orders?expand=owner", response = ())]
    async fn fixed_pair(&self);

    #[endpoint(GET, "/orders?<archived>", response = ())]
    async fn flag(&self, archived: Option<()>);

    #[endpoint(GET, "/orders?<id>", response = ())]
    async fn repeated(&self, id: &[u64]);

    #[endpoint(GET, "/orders?id[]=<ids>", response = ())]
    async fn repeated_in_brackets(&self, ids: &[u64]);

    #[endpoint(GET, "/orders?<ids:csv>", response = ())]
    async fn csv(&self, ids: &[u64]);

    #[endpoint(GET, "/orders?<ids:ssv>", response = ())]
    async fn ssv(&self, ids: &[u64]);

    #[endpoint(GET, "/orders?<ids:pipes>", response = ())]
    async fn pipes(&self, ids: &[u64]);

    #[endpoint(GET, "/orders?filter=<rule:json>", response = ())]
    async fn json_pair(&self, rule: &Value);

    #[endpoint(GET, "/orders?<range..>", response = ())]
    async fn fields(&self, range: &Range);

    #[endpoint(GET, "/orders?created[<range..>]", response = ())]
    async fn fields_in_brackets(&self, range: &Range);

    #[endpoint(GET, "/search?<pairs..>", response = ())]
    async fn pairs(&self, pairs: &[(&str, &str)]);
}
impl<T: Transport> Queries for T {}

trait Contents: Transport {
    #[endpoint(GET, "/doc", header("If-None-Match") = etag, response = ())]
    async fn optional_header(&self, etag: Option<&str>);

    #[endpoint(GET, "/doc", header("Prefer") = "wait=5", response = ())]
    async fn fixed_header(&self);

    #[endpoint(GET, "/doc", header("X-Key") = key, response = ())]
    async fn header_value(&self, key: HeaderValue);

    #[endpoint(GET, "/doc", header(..) = headers, response = ())]
    async fn header_map(&self, headers: &HeaderMap);

    #[endpoint(POST, "/orders", body = order, response = ())]
    async fn json(&self, order: &Value);

    #[endpoint(POST, "/orders/close", body = options, response = ())]
    async fn optional_json(&self, options: Option<&Value>);

    #[endpoint(PATCH, "/doc", body = patch, header("Content-Type") = "application/merge-patch+json", response = ())]
    async fn media_type(&self, patch: &Value);

    #[endpoint(POST, "/token", form = pairs, response = ())]
    async fn form(&self, pairs: &[(&str, &str)]);

    #[endpoint(POST, "/token", form("grant_type") = "refresh_token", form("refresh_token") = token, response = ())]
    async fn form_fields(&self, token: &str);

    #[endpoint(PUT, "/note", text = note, response = ())]
    async fn text(&self, note: &str);

    #[endpoint(PUT, "/blob", bytes = blob, response = ())]
    async fn bytes(&self, blob: &[u8]);

    #[endpoint(POST, "/bulk", stream = lines, response = ())]
    async fn lines(&self, lines: Lines<u64>);

    #[endpoint(QUERY, "/orders", body = rule, response = ())]
    async fn query(&self, rule: &Value);

    #[endpoint("PURGE", "/cache/<key..>", response = ())]
    async fn purge(&self, key: &str);

    #[endpoint("PROPFIND", "/dav/<path..>", header("Depth") = depth, idempotent, response = ())]
    async fn propfind(&self, path: &str, depth: u8);
}
impl<T: Transport> Contents for T {}

/// Returns the request as the tables show it.
fn shown(request: &ReceivedRequest) -> String {
    const OTHERS: &[&str] =
        &["host", "user-agent", "accept", "accept-encoding", "authorization", "content-length", "idempotency-key"];
    let mut parts = vec![request.line.trim_end_matches(" HTTP/1.1").to_owned()];
    let headers = request.all_headers().filter(|(name, _)| !OTHERS.contains(&name.to_ascii_lowercase().as_str()));
    parts.extend(headers.map(|(name, value)| format!("{}: {value}", name.to_ascii_lowercase())));
    if !request.body.is_empty() {
        parts.push(String::from_utf8_lossy(&request.body).escape_debug().to_string().replace("\\\"", "\""));
    }
    format!("`{}`", parts.join("`, `"))
}

/// Returns, for each call, the name of the method, the arguments as written, and the request.
macro_rules! sent {
    ($($method:ident($($argument:tt)*);)*) => {
        vec![$({
            let request = request_of(async |api| api.$method($($argument)*).await).await;
            (stringify!($method), shown(&request))
        }),*]
    };
}

async fn sent() -> Vec<(&'static str, String)> {
    let headers = HeaderMap::from_iter([
        ("x-a".parse().unwrap(), HeaderValue::from_static("1")),
        ("x-b".parse().unwrap(), HeaderValue::from_static("2")),
    ]);
    let mut sent = sent! {
        segment("a/b");
        part(7);
        parentheses("a'b");
        version(1, 2);
        rest("a b/c");
        rest_of_list(&["a", "b/c"]);
        middle("library/rust", "1.95");
        object_key(ObjectKey("photos//"));
        percent_encoded(PercentEncoded("group%2Fproject"));
        displayed(Displayed(Host("db", 1)));
        day(date(2026, 11, 25));
        raw_text();
        encoded_text();
        two_places("ada");
        url("/uploads/7?part=2");
        url_with_pair("/uploads/7?part=2", "a/b");
        optional_pair(Some(5), None);
        other_name(5);
        special_name("age gt 5");
        fixed_pair();
        flag(Some(()));
        repeated(&[1, 2]);
        repeated_in_brackets(&[1, 2]);
        csv(&[1, 2]);
        ssv(&[1, 2]);
        pipes(&[1, 2]);
        json_pair(&json!({"age": [5]}));
        fields(&Range { gte: 1, lt: Some(5) });
        fields_in_brackets(&Range { gte: 1, lt: None });
        pairs(&[("q", "a b"), ("q", "c")]);
    };
    sent.extend(sent! {
        optional_header(Some("\"1\""));
        fixed_header();
        header_value(HeaderValue::from_bytes(b"\xE9").unwrap());
        header_map(&headers);
        json(&json!({"id": 7}));
        optional_json(None);
        media_type(&json!({"a": null}));
        form(&[("grant", "a b")]);
        form_fields("t");
        text("hi");
        bytes(b"\x01");
        lines(Lines::from_iter([1, 2]));
        query(&json!([1]));
        purge("a/b");
        propfind("a", 1);
    });
    sent
}

/// A line of the page.
struct Row {
    attribute: &'static str,
    arguments: &'static str,
    sent: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    PAGE.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let &[_, attribute, arguments, sent] = cells.as_slice() else { return None };
        Some(Row {
            attribute: attribute.strip_prefix('`')?.strip_suffix('`')?,
            arguments: arguments.trim_matches('`'),
            sent,
        })
    })
}

/// Returns the name of the method with this attribute.
fn method_of(attribute: &str) -> &'static str {
    let start = format!("    #[endpoint({attribute}, response = ())]\n    async fn ");
    let declaration = SOURCE.split_once(&start).expect(attribute).1;
    declaration.split('(').next().unwrap()
}

#[tokio::test]
async fn each_line_of_the_page_is_sent_as_shown() {
    let sent = sent().await;
    let shown: BTreeMap<_, _> = rows().map(|row| (method_of(row.attribute), row)).collect();
    for (method, row) in &shown {
        // The page writes `?` for an error that cannot occur.
        let arguments = row.arguments.strip_suffix('?').map_or(row.arguments.to_owned(), |it| format!("{it}.unwrap()"));
        let call = format!("        {method}({arguments});\n");
        assert!(SOURCE.contains(&call), "the call of `{method}` differs from `{}`", row.arguments);
    }
    let shown: Vec<_> = shown.iter().map(|(method, row)| (*method, row.sent.to_owned())).collect();
    let mut sent = sent;
    sent.sort_unstable();
    assert_eq!(shown, sent);
}
