//! Paths, and templates that are no path.

use crate::template::PathPart::{Literal, Part, Segment, Segments, Url};
use crate::template::character::{brace, incomplete_escape, unclosed, unopened};
use crate::template::style_error::StyleError;
use crate::template::{Style, Template, TemplateError};

fn text(text: &str) -> String {
    text.to_owned()
}

fn space_around(template: &str) -> TemplateError {
    TemplateError::SpaceAround { template: text(template) }
}

#[test]
fn path_is_split_into_parts() {
    let cases = [
        ("/", vec![Literal(text("/"))]),
        ("/api/v1/me", vec![Literal(text("/api/v1/me"))]),
        ("/a/", vec![Literal(text("/a/"))]),
        ("/customers/<id>", vec![Literal(text("/customers/")), Segment(text("id"))]),
        (
            "/c/<id>/n/<_n2>/",
            vec![
                Literal(text("/c/")),
                Segment(text("id")),
                Literal(text("/n/")),
                Segment(text("_n2")),
                Literal(text("/")),
            ],
        ),
        ("/<a>/<b>", vec![Literal(text("/")), Segment(text("a")), Literal(text("/")), Segment(text("b"))]),
        ("<url>", vec![Url(text("url"))]),
    ];
    for (template, path) in cases {
        assert_eq!(Template::parse(template), Ok(Template { path, query: Vec::new() }), "{template}");
    }
}

#[test]
fn placeholder_beside_text_is_part_of_segment() {
    let cases = [
        (
            "/v<major>.<minor>:run",
            vec![
                Literal(text("/v")),
                Part(text("major")),
                Literal(text(".")),
                Part(text("minor")),
                Literal(text(":run")),
            ],
        ),
        ("/orders(<key>)", vec![Literal(text("/orders(")), Part(text("key")), Literal(text(")"))]),
        ("/Products('<id>')", vec![Literal(text("/Products('")), Part(text("id")), Literal(text("')"))]),
        ("/<id>.json", vec![Literal(text("/")), Part(text("id")), Literal(text(".json"))]),
        ("/a;v=<v>/<id>", vec![Literal(text("/a;v=")), Part(text("v")), Literal(text("/")), Segment(text("id"))]),
    ];
    for (template, path) in cases {
        assert_eq!(Template::parse(template), Ok(Template { path, query: Vec::new() }), "{template}");
    }
}

#[test]
fn several_segments_are_allowed_anywhere() {
    let cases = [
        ("/files/<path..>", vec![Literal(text("/files/")), Segments(text("path"))]),
        ("/<path..>/", vec![Literal(text("/")), Segments(text("path")), Literal(text("/"))]),
        (
            "/v2/<name..>/manifests/<reference>",
            vec![
                Literal(text("/v2/")),
                Segments(text("name")),
                Literal(text("/manifests/")),
                Segment(text("reference")),
            ],
        ),
        ("/v1/<name..>:cancel", vec![Literal(text("/v1/")), Segments(text("name")), Literal(text(":cancel"))]),
        (
            "/v1/<name..>:<verb>",
            vec![Literal(text("/v1/")), Segments(text("name")), Literal(text(":")), Part(text("verb"))],
        ),
        (
            "/<a..>/<b>/to/<c..>",
            vec![
                Literal(text("/")),
                Segments(text("a")),
                Literal(text("/")),
                Segment(text("b")),
                Literal(text("/to/")),
                Segments(text("c")),
            ],
        ),
    ];
    for (template, path) in cases {
        assert_eq!(Template::parse(template), Ok(Template { path, query: Vec::new() }), "{template}");
    }
}

#[test]
fn text_of_path_is_encoded() {
    let cases = [
        ("/a%20b/(c)", "/a%20b/(c)"),
        ("/!$&'()*+,;=:@", "/!$&'()*+,;=:@"),
        ("/käufer of \"x\"", "/k%C3%A4ufer%20of%20%22x%22"),
        ("/a[b]|^`", "/a%5Bb%5D%7C%5E%60"),
        ("/r&d/&/a&", "/r&d/&/a&"),
    ];
    for (template, sent) in cases {
        assert_eq!(
            Template::parse(template),
            Ok(Template { path: vec![Literal(text(sent))], query: Vec::new() }),
            "{template}"
        );
        assert_eq!(Template::parse(sent), Template::parse(template), "{sent}");
    }
}

#[test]
fn invalid_path_is_rejected() {
    let cases = [
        ("", TemplateError::MissingSlash { template: text("") }),
        ("customers", TemplateError::MissingSlash { template: text("customers") }),
        ("https://h", TemplateError::CompleteUrl),
        ("https://h/a", TemplateError::Host { path: "/a".into() }),
        ("https://h/a?b", TemplateError::Host { path: "/a?b".into() }),
        ("/a//b", TemplateError::EmptySegment),
        ("//", TemplateError::EmptySegment),
        ("/<a..>//b", TemplateError::EmptySegment),
        ("/a/../b", TemplateError::DotSegment { segment: text("..") }),
        ("/.", TemplateError::DotSegment { segment: text(".") }),
        ("/%2E%2e/a", TemplateError::DotSegment { segment: text("%2E%2e") }),
        ("/v<path..>", TemplateError::SegmentsAfterText { name: text("path") }),
        ("/<a>.<path..>", TemplateError::SegmentsAfterText { name: text("path") }),
        ("/<a..>/<b..>", TemplateError::SegmentsTouch { first: text("a"), second: text("b") }),
        ("/<a..>/<b>/<c..>", TemplateError::SegmentsTouch { first: text("a"), second: text("c") }),
        ("/<a><b>", TemplateError::Adjacent { text: text("<a><b>") }),
        ("/<a..><b>", TemplateError::Adjacent { text: text("<a..><b>") }),
        ("/<id", unclosed("<id")),
        ("/id>", unopened("id>")),
        ("/a>b<c>", unopened("a>b<c>")),
        ("/a#b", TemplateError::Fragment { text: text("#b") }),
        ("/100%", incomplete_escape("100%", 3)),
        ("/{id}", brace("{id}", 0)),
        ("/id}", brace("id}", 2)),
        ("/a\\<b>", TemplateError::Backslash),
        ("/a\tb", TemplateError::ControlCharacter { character: '\t' }),
        ("/customers&limit=<id>", TemplateError::AmpersandInPath { has_query: false }),
        ("/customers&<id>", TemplateError::AmpersandInPath { has_query: false }),
        ("/a&b=c?<id>", TemplateError::AmpersandInPath { has_query: true }),
        (" /a", space_around(" /a")),
        ("/a\n", space_around("/a\n")),
        ("/a?b=c ", space_around("/a?b=c ")),
    ];
    for (template, expected) in cases {
        assert_eq!(Template::parse(template), Err(expected), "{template}");
    }
}

#[test]
fn url_has_its_own_path() {
    let with_path =
        |name: &str, path: Option<&str>| TemplateError::UrlWithPath { name: text(name), path: path.map(text) };
    let cases = [
        ("<url>/a", with_path("url", Some("/<url>/a"))),
        ("<a><b>", with_path("a", None)),
        ("<url..>/a", with_path("url", Some("/<url..>/a"))),
        ("<url..>?a", TemplateError::UrlWithDots { name: text("url") }),
        ("<url..>", TemplateError::UrlWithDots { name: text("url") }),
        ("<url:csv>", TemplateError::Style(StyleError::InPath { written: text("<url:csv>"), name: text("url") })),
        ("<url", unclosed("<url")),
        ("<next-url>", TemplateError::InvalidName { name: text("next-url"), candidate: Some(text("next_url")) }),
        ("<url> ", space_around("<url> ")),
    ];
    for (template, expected) in cases {
        assert_eq!(Template::parse(template), Err(expected), "{template}");
    }
}

#[test]
fn invalid_name_is_rejected() {
    let invalid = |name: &str, candidate: Option<&str>| TemplateError::InvalidName {
        name: text(name),
        candidate: candidate.map(text),
    };
    let typed =
        |written: &str, fix: &str| TemplateError::Style(StyleError::Type { written: text(written), fix: text(fix) });
    let styled = |written: &str, name: &str| {
        TemplateError::Style(StyleError::InPath { written: text(written), name: text(name) })
    };
    let cases = [
        ("/<2nd>", invalid("2nd", None)),
        ("/<customer-id>", invalid("customer-id", Some("customer_id"))),
        ("/<größe-x>", invalid("größe-x", Some("größe_x"))),
        ("/<id...>", invalid("id...", Some("id.."))),
        ("/<>", invalid("", None)),
        ("/<_>", invalid("_", None)),
        ("/<r#type>", invalid("r#type", Some("type"))),
        ("/<..path>", invalid("..path", Some("path.."))),
        ("/<id=10>", invalid("id=10", Some("id"))),
        ("/<id:>", invalid("id:", Some("id"))),
        ("/<id: u64>", typed("<id: u64>", "<id>")),
        ("/<id:int>", typed("<id:int>", "<id>")),
        ("/<int:id>", typed("<int:id>", "<id>")),
        ("/<id:Uuid>", typed("<id:Uuid>", "<id>")),
        ("/<id:uuid::Uuid>", typed("<id:uuid::Uuid>", "<id>")),
        ("/<path:file>", typed("<path:file>", "<file..>")),
        ("/<file:path>", typed("<file:path>", "<file..>")),
        ("/<ids:csv>", styled("<ids:csv>", "ids")),
        ("/<csv:ids>", styled("<csv:ids>", "ids")),
        ("/<ids:comma>", styled("<ids:comma>", "ids")),
    ];
    for (template, expected) in cases {
        assert_eq!(Template::parse(template), Err(expected), "{template}");
    }
}

#[test]
fn template_after_common_path_can_be_part_of_it() {
    let parse = |template: &str| Template::parse_suffix(template).map(|template| template.path);
    assert_eq!(parse(""), Ok(vec![]));
    assert_eq!(parse("?a"), Ok(vec![]));
    assert_eq!(parse(".json"), Ok(vec![Literal(text(".json"))]));
    assert_eq!(parse("(<id>)"), Ok(vec![Literal(text("(")), Part(text("id")), Literal(text(")"))]));
    assert_eq!(parse("/<path..>"), Ok(vec![Literal(text("/")), Segments(text("path"))]));
    assert_eq!(parse("?a "), Err(space_around("?a ")));
    assert_eq!(parse(" "), Err(space_around(" ")));
    assert_eq!(parse("<ids:csv>").ok(), None, "{:?} is for a query", Style::Csv);
}
