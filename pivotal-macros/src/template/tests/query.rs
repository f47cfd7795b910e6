//! Queries.

use crate::template::QueryPart::{Fields, FieldsIn, Literal, Pair, Styled};
use crate::template::character::{brace, incomplete_escape, unopened};
use crate::template::style_error::StyleError;
use crate::template::{QueryPart, Style, Template, TemplateError};

fn text(text: &str) -> String {
    text.to_owned()
}

fn pair(key: &str, name: &str) -> QueryPart {
    Pair { key: text(key), name: text(name) }
}

fn styled(key: &str, name: &str, style: Style) -> QueryPart {
    Styled { key: text(key), name: text(name), style }
}

fn fields_in(prefix: &str, name: &str) -> QueryPart {
    FieldsIn { prefix: text(prefix), name: text(name) }
}

/// The pairs of `/a?query`.
fn parse(query: &str) -> Result<Vec<QueryPart>, TemplateError> {
    Template::parse(&format!("/a?{query}")).map(|template| template.query)
}

#[test]
fn query_is_split_into_pairs() {
    assert_eq!(
        parse("<limit>&page=<p>&fixed=a%20b&flag&empty=&<filter..>&q=a/b?c=d"),
        Ok(vec![
            pair("limit", "limit"),
            pair("page", "p"),
            Literal(text("fixed=a%20b")),
            Literal(text("flag")),
            Literal(text("empty=")),
            Fields(text("filter")),
            Literal(text("q=a/b?c=d")),
        ])
    );
}

#[test]
fn pair_can_have_a_style() {
    assert_eq!(parse("<ids:csv>"), Ok(vec![styled("ids", "ids", Style::Csv)]));
    assert_eq!(parse("a=<ids:ssv>"), Ok(vec![styled("a", "ids", Style::Ssv)]));
    assert_eq!(parse("a[]=<ids:pipes>"), Ok(vec![styled("a%5B%5D", "ids", Style::Pipes)]));
    assert_eq!(
        parse("f=<filter:json>&<json:json>"),
        Ok(vec![styled("f", "filter", Style::Json), styled("json", "json", Style::Json)])
    );
}

#[test]
fn fields_can_be_in_brackets() {
    assert_eq!(parse("filter[<filter..>]"), Ok(vec![fields_in("filter", "filter")]));
    assert_eq!(parse("a[b][<f..>]&x"), Ok(vec![fields_in("a%5Bb%5D", "f"), Literal(text("x"))]));
    assert_eq!(parse("größe[<f..>]"), Ok(vec![fields_in("gr%C3%B6%C3%9Fe", "f")]));
}

#[test]
fn text_of_query_is_encoded() {
    let cases = [
        ("match[]=<m>", pair("match%5B%5D", "m")),
        ("a[b]=<x>", pair("a%5Bb%5D", "x")),
        ("$filter=<f>", pair("$filter", "f")),
        ("<größe>", pair("gr%C3%B6%C3%9Fe", "größe")),
        ("$filter=name eq 'x'", Literal(text("$filter=name%20eq%20%27x%27"))),
        ("a=b=c/d?e", Literal(text("a=b=c/d?e"))),
        ("filter={\"a\":[1]}", Literal(text("filter=%7B%22a%22:%5B1%5D%7D"))),
        ("filter=[{\"a\":1}]", Literal(text("filter=%5B%7B%22a%22:1%7D%5D"))),
        ("a=\\%5c|", Literal(text("a=%5C%5c%7C"))),
        ("redirect=https://host/a", Literal(text("redirect=https://host/a"))),
    ];
    for (query, expected) in cases {
        assert_eq!(parse(query), Ok(vec![expected]), "{query}");
    }
}

#[test]
fn invalid_query_is_rejected() {
    let mixed = |pair: &str| TemplateError::MixedPair { pair: text(pair) };
    let brackets =
        |written: &str, fix: &str| TemplateError::FieldsInBrackets { written: text(written), fix: text(fix) };
    let invalid =
        |name: &str, candidate: &str| TemplateError::InvalidName { name: text(name), candidate: Some(text(candidate)) };
    let cases = [
        ("", TemplateError::EmptyQuery),
        ("b&", TemplateError::EmptyPair { written: text("b&"), fix: text("b") }),
        ("a&b&", TemplateError::EmptyPair { written: text("b&"), fix: text("b") }),
        ("&b", TemplateError::EmptyPair { written: text("?&"), fix: text("?") }),
        ("a&&b", TemplateError::EmptyPair { written: text("&&"), fix: text("&") }),
        ("=b", TemplateError::PairWithoutKey { pair: text("=b") }),
        ("sort=by_<key>", mixed("sort=by_<key>")),
        ("sort=<key>_<order>", mixed("sort=<key>_<order>")),
        ("<key>=1", mixed("<key>=1")),
        ("[<f..>]", mixed("[<f..>]")),
        ("a[b[<f..>]", mixed("a[b[<f..>]")),
        ("k=<rest..>", TemplateError::FieldsWithKey { key: text("k"), name: text("rest") }),
        ("f[<f>]", brackets("f[<f>]", "f[<f..>]")),
        ("f[<f..>]=x", brackets("f[<f..>]=x", "f[<f..>]")),
        ("f[<f..>", brackets("f[<f..>", "f[<f..>]")),
        ("f.<f..>", brackets("f.<f..>", "f[<f..>]")),
        ("a[b][<f>]", brackets("a[b][<f>]", "a[b][<f..>]")),
        ("f[<f:csv>]", brackets("f[<f:csv>]", "f[<f..>]")),
        ("b#c", TemplateError::Fragment { text: text("#c") }),
        ("a=100%", incomplete_escape("100%", 3)),
        ("a={b}", brace("{b}", 0)),
        ("a=\"{b}\"", brace("\"{b}\"", 1)),
        ("{a}=\"b\"", brace("{a}", 0)),
        ("a=\n.", TemplateError::ControlCharacter { character: '\n' }),
        ("a=b>c", unopened("b>c")),
        ("<csv:ids>", TemplateError::Style(StyleError::First { name: text("ids"), style: Style::Csv })),
        ("<csv:2x>", TemplateError::Style(StyleError::Unknown { name: text("csv"), style: text("2x") })),
        ("<ids:csv..>", invalid("ids:csv..", "ids:csv")),
        ("<ids..:csv>", invalid("ids..:csv", "ids:csv")),
        ("<ids: csv>", invalid("ids: csv", "ids:csv")),
        ("<customer-ids:csv>", invalid("customer-ids:csv", "customer_ids:csv")),
    ];
    for (query, expected) in cases {
        assert_eq!(parse(query), Err(expected), "{query}");
    }
}

#[test]
fn unknown_style_is_corrected() {
    let cases = [
        ("comma", Some("<ids:csv>")),
        ("comma-separated", Some("<ids:csv>")),
        ("explode=false", Some("<ids:csv>")),
        ("explode = false", Some("<ids:csv>")),
        ("CSV", Some("<ids:csv>")),
        ("cvs", Some("<ids:csv>")),
        ("spaceDelimited", Some("<ids:ssv>")),
        ("pipeDelimited", Some("<ids:pipes>")),
        ("pipe", Some("<ids:pipes>")),
        ("|", Some("<ids:pipes>")),
        ("Json", Some("<ids:json>")),
        ("multi", Some("<ids>")),
        ("deepObject", Some("ids[<ids..>]")),
        ("tsv", None),
        ("form", None),
        ("int_list", None),
    ];
    for (style, fix) in cases {
        let message = parse(&format!("<ids:{style}>")).expect_err(style).to_string();
        let fix = match fix {
            Some(fix) => format!("write `{fix}` for `<ids:{style}>`, or use another of "),
            None => "expected one of ".to_owned(),
        };
        let expected = format!("unknown style `{style}`; {fix}`csv`, `ssv`, `pipes`, `json`");
        assert_eq!(message, expected);
    }
}

#[test]
fn type_is_no_style() {
    for ty in ["int", "u8", "String", "str", " u64", "Vec", "crate::Id", "::Id"] {
        let message = parse(&format!("<ids:{ty}>")).expect_err(ty).to_string();
        assert_eq!(message, format!("a placeholder has no type; write `<ids>` for `<ids:{ty}>`"));
    }
}
