use super::PathPart::{Literal, Rest, Segment};
use super::{QueryPart, Template, TemplateError};

fn pair(key: &str, name: &str) -> QueryPart {
    QueryPart::Pair { key: key.into(), name: name.into() }
}

#[test]
fn a_template_is_a_picture_of_the_request_line() {
    let cases = [
        ("/", vec![Literal("/".into())], vec![]),
        ("/api/v1/me", vec![Literal("/api/v1/me".into())], vec![]),
        ("/a/", vec![Literal("/a/".into())], vec![]),
        ("/customers/<id>", vec![Literal("/customers/".into()), Segment("id".into())], vec![]),
        (
            "/c/<id>/n/<_n2>/",
            vec![
                Literal("/c/".into()),
                Segment("id".into()),
                Literal("/n/".into()),
                Segment("_n2".into()),
                Literal("/".into()),
            ],
            vec![],
        ),
        (
            "/v<major>.<minor>:run",
            vec![
                Literal("/v".into()),
                Segment("major".into()),
                Literal(".".into()),
                Segment("minor".into()),
                Literal(":run".into()),
            ],
            vec![],
        ),
        ("/files/<path..>", vec![Literal("/files/".into()), Rest("path".into())], vec![]),
        ("/a%20b/(c)", vec![Literal("/a%20b/(c)".into())], vec![]),
        (
            "/l?<limit>&page=<p>&fixed=a%20b&flag&empty=&<filter..>&q=a/b?c=d",
            vec![Literal("/l".into())],
            vec![
                pair("limit", "limit"),
                pair("page", "p"),
                QueryPart::Literal("fixed=a%20b".into()),
                QueryPart::Literal("flag".into()),
                QueryPart::Literal("empty=".into()),
                QueryPart::Fields("filter".into()),
                QueryPart::Literal("q=a/b?c=d".into()),
            ],
        ),
    ];
    for (template, path, query) in cases {
        assert_eq!(Template::parse(template), Ok(Template { path, query }), "{template}");
    }
}

#[test]
fn what_is_no_template_says_why() {
    let text = |text: &str| text.to_owned();
    let cases = [
        ("", TemplateError::NoSlash { template: text("") }),
        ("customers", TemplateError::NoSlash { template: text("customers") }),
        ("https://h/a", TemplateError::WholeUrl),
        ("/a//b", TemplateError::EmptySegment),
        ("//", TemplateError::EmptySegment),
        ("/a/../b", TemplateError::DotSegment { segment: text("..") }),
        ("/.", TemplateError::DotSegment { segment: text(".") }),
        ("/<path..>/raw", TemplateError::RestNotAlone { name: text("path") }),
        ("/v<path..>", TemplateError::RestNotAlone { name: text("path") }),
        ("/<a><b>", TemplateError::Adjacent { text: text("<a><b>") }),
        ("/<id", TemplateError::Unclosed { text: text("<id") }),
        ("/id>", TemplateError::Unopened { text: text("id>") }),
        ("/a>b<c>", TemplateError::Unopened { text: text("a>b<c>") }),
        ("/<2nd>", TemplateError::BadName { name: text("2nd"), candidate: None }),
        ("/<customer-id>", TemplateError::BadName { name: text("customer-id"), candidate: Some(text("customer_id")) }),
        ("/<id...>", TemplateError::BadName { name: text("id..."), candidate: Some(text("id..")) }),
        ("/<id: u64>", TemplateError::BadName { name: text("id: u64"), candidate: Some(text("id")) }),
        ("/<>", TemplateError::BadName { name: text(""), candidate: None }),
        ("/<_>", TemplateError::BadName { name: text("_"), candidate: None }),
        ("/<r#type>", TemplateError::BadName { name: text("r#type"), candidate: Some(text("type")) }),
        ("/a?<größe>", TemplateError::ForeignKey { name: text("größe") }),
        ("/a?", TemplateError::EmptyPair),
        ("/a?b&", TemplateError::EmptyPair),
        ("/a?=b", TemplateError::EmptyPair),
        ("/a?sort=by_<key>", TemplateError::MixedPair { pair: text("sort=by_<key>") }),
        ("/a?<key>=1", TemplateError::MixedPair { pair: text("<key>=1") }),
        ("/a?k=<rest..>", TemplateError::FieldsBehindKey { key: text("k"), name: text("rest") }),
        ("/a#b", TemplateError::Fragment),
        ("/a?b#c", TemplateError::Fragment),
        ("/100%", TemplateError::BareEscape),
        ("/%2x", TemplateError::BareEscape),
        ("/{id}", TemplateError::Braces { text: text("{id}") }),
        ("/a b", TemplateError::BadCharacter { character: ' ' }),
        ("/é", TemplateError::BadCharacter { character: 'é' }),
        ("/a?b=\"c\"", TemplateError::BadCharacter { character: '"' }),
    ];
    for (template, expected) in cases {
        assert_eq!(Template::parse(template), Err(expected), "{template}");
    }
}
