use super::PathPart::{Literal, Rest, Segment, Url};
use super::{Candidates, OtherNotation, QueryPart, Template, TemplateError};

fn pair(key: &str, name: &str) -> QueryPart {
    QueryPart::Pair { key: key.into(), name: name.into() }
}

#[test]
fn template_is_split_into_parts() {
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
        ("<url>", vec![Url("url".into())], vec![]),
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
fn invalid_template_is_rejected() {
    let text = |text: &str| text.to_owned();
    let cases = [
        ("", TemplateError::MissingSlash { template: text("") }),
        ("customers", TemplateError::MissingSlash { template: text("customers") }),
        ("https://h/a", TemplateError::CompleteUrl),
        ("<url>/a", TemplateError::UrlNotAlone { name: text("url"), path: Some(text("/<url>/a")) }),
        ("<url>?<page>", TemplateError::UrlNotAlone { name: text("url"), path: Some(text("/<url>?<page>")) }),
        ("<url>?a=b", TemplateError::UrlNotAlone { name: text("url"), path: Some(text("/<url>?a=b")) }),
        ("<a><b>", TemplateError::UrlNotAlone { name: text("a"), path: None }),
        ("<url..>/a", TemplateError::UrlNotAlone { name: text("url"), path: None }),
        ("<url..>", TemplateError::UrlWithDots { name: text("url") }),
        ("<url", TemplateError::Unclosed { text: text("<url") }),
        ("<next-url>", TemplateError::InvalidName { name: text("next-url"), candidate: Some(text("next_url")) }),
        ("<url> ", TemplateError::SpaceAround),
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
        ("/<2nd>", TemplateError::InvalidName { name: text("2nd"), candidate: None }),
        (
            "/<customer-id>",
            TemplateError::InvalidName { name: text("customer-id"), candidate: Some(text("customer_id")) },
        ),
        ("/<id...>", TemplateError::InvalidName { name: text("id..."), candidate: Some(text("id..")) }),
        ("/<id: u64>", TemplateError::InvalidName { name: text("id: u64"), candidate: Some(text("id")) }),
        ("/<>", TemplateError::InvalidName { name: text(""), candidate: None }),
        ("/<_>", TemplateError::InvalidName { name: text("_"), candidate: None }),
        ("/<r#type>", TemplateError::InvalidName { name: text("r#type"), candidate: Some(text("type")) }),
        ("/a?<größe>", TemplateError::NonAsciiKey { name: text("größe") }),
        ("/a?", TemplateError::EmptyPair),
        ("/a?b&", TemplateError::EmptyPair),
        ("/a?=b", TemplateError::EmptyPair),
        ("/a?sort=by_<key>", TemplateError::MixedPair { pair: text("sort=by_<key>") }),
        ("/a?<key>=1", TemplateError::MixedPair { pair: text("<key>=1") }),
        ("/a?k=<rest..>", TemplateError::FieldsWithKey { key: text("k"), name: text("rest") }),
        ("/a#b", TemplateError::Fragment),
        ("/a?b#c", TemplateError::Fragment),
        ("/100%", TemplateError::IncompleteEscape),
        ("/%2x", TemplateError::IncompleteEscape),
        ("/{id}", TemplateError::Braces),
        ("/id}", TemplateError::Braces),
        ("/customers&limit=<id>", TemplateError::AmpersandInPath { has_query: false }),
        ("/customers&<id>", TemplateError::AmpersandInPath { has_query: false }),
        ("/a&b?<id>", TemplateError::AmpersandInPath { has_query: true }),
        (" /a", TemplateError::SpaceAround),
        ("/a\n", TemplateError::SpaceAround),
        ("/<int:id>", TemplateError::InvalidName { name: text("int:id"), candidate: None }),
        ("/<..path>", TemplateError::InvalidName { name: text("..path"), candidate: Some(text("path..")) }),
        ("/a b", TemplateError::InvalidCharacter { character: ' ' }),
        ("/é", TemplateError::InvalidCharacter { character: 'é' }),
        ("/a?b=\"c\"", TemplateError::InvalidCharacter { character: '"' }),
    ];
    for (template, expected) in cases {
        assert_eq!(Template::parse(template), Err(expected), "{template}");
    }
}

/// The message for a template with these parameters, of which nothing sends the `unsent`.
fn other_notation(template: &str, known: &[&str], unsent: &[&str]) -> Option<String> {
    let owned = |names: &[&str]| names.iter().copied().map(String::from).collect::<Vec<_>>();
    let candidates = Candidates { known: &owned(known), unsent: &owned(unsent) };
    OtherNotation::in_template(template, candidates).map(|found| found.to_string())
}

#[test]
fn placeholder_in_other_notation_is_translated() {
    let cases = [
        ("/c/:id", ":id", "<id>"),
        ("/c/:id*", ":id*", "<id..>"),
        ("/c/*id", "*id", "<id..>"),
        ("/c/**id", "**id", "<id..>"),
        ("/c/$id/x", "$id", "<id>"),
        ("/c/{id}", "{id}", "<id>"),
        ("/c/${id}", "${id}", "<id>"),
        ("/c/#{id}", "#{id}", "<id>"),
        ("/c/{{ id }}", "{{ id }}", "<id>"),
        ("/c/{id:int}", "{id:int}", "<id>"),
        ("/c/{int:id}", "{int:id}", "<id>"),
        ("/c/{*id}", "{*id}", "<id..>"),
        ("/c/{id*}", "{id*}", "<id..>"),
        ("/c/{+id}", "{+id}", "<id..>"),
        ("/c{/id}", "{/id}", "/<id>"),
        ("/c{?id,other}", "{?id,other}", "?<id>&<other>"),
        ("/c?a=b{&id}", "{&id}", "&<id>"),
        ("/c/{}", "{}", "<id>"),
        ("/c/{0}", "{0}", "<id>"),
        ("/c/%s", "%s", "<id>"),
        ("/c/%(id)s/x", "%(id)s", "<id>"),
        ("/c/%{id}", "%{id}", "<id>"),
        ("/c/[id]", "[id]", "<id>"),
        ("/c/[...id]", "[...id]", "<id..>"),
        ("/c/(id)", "(id)", "<id>"),
        ("/c?<limit>&id=:id", ":id", "<id>"),
        ("/c/:other/:id", ":id", "<id>"),
    ];
    for (template, written, fix) in cases {
        let expected = format!("placeholders are written in angle brackets; write `{fix}` for `{written}`");
        assert_eq!(other_notation(template, &["id"], &["id"]), Some(expected), "{template}");
    }
}

#[test]
fn placeholder_alone_is_path_or_url() {
    let cases = [
        (
            "{id}",
            r#"placeholders are written in angle brackets; write `"/<id>"` for a path, or `"<id>"` for a URL from the server"#,
        ),
        (
            "<int:id>",
            r#"`<int:id>` is not the name of a parameter; write `"/<id>"` for a path, or `"<id>"` for a URL from the server"#,
        ),
        ("{id*}", r#"placeholders are written in angle brackets; write `"/<id..>"` for a path"#),
        ("/{id}", "placeholders are written in angle brackets; write `<id>` for `{id}`"),
    ];
    let id = ["id".to_owned()];
    for (template, expected) in cases {
        let found = OtherNotation::in_text(template, Candidates { known: &id, unsent: &id }).expect(template);
        assert_eq!(found.message_in(template), expected, "{template}");
    }
}

#[test]
fn placeholder_is_fixed_by_name_of_parameter() {
    let cases = [
        ("/<int:id>", "`<int:id>` is not the name of a parameter; write `<id>`"),
        ("/<id:int>", "`<id:int>` is not the name of a parameter; write `<id>`"),
        ("/<path:id>", "`<path:id>` is not the name of a parameter; write `<id..>`"),
        ("/<..id>", "`<..id>` is not the name of a parameter; write `<id..>`"),
        ("/<0>", "`<0>` is not the name of a parameter; write `<id>`"),
        ("/c?<id=10>", "a placeholder has no default; write `<id>` for `<id=10>` and pass the value"),
        ("/c/id", "`/id` is sent as written; write `/<id>` to send parameter `id` there"),
        ("/c?id", "`?id` is sent as written; write `?<id>` to send parameter `id` there"),
        ("/c?a=b&id=id", "`&id=id` is sent as written; write `&id=<id>` to send parameter `id` there"),
        ("/c?id=10", "`?id=10` is sent as written; write `?<id>` to send parameter `id` there"),
    ];
    for (template, expected) in cases {
        assert_eq!(other_notation(template, &["id"], &["id"]).as_deref(), Some(expected), "{template}");
    }
}

#[test]
fn ambiguous_parameter_is_not_guessed() {
    let unknown =
        |written: &str| Some(format!("`{written}` is not the name of a parameter; write the name between `<` and `>`"));
    let both = ["id", "int"];
    assert_eq!(other_notation("/{}/{}", &both, &both), unknown("{}"));
    assert_eq!(other_notation("/%s", &both, &both), unknown("%s"));
    assert_eq!(other_notation("/%s", &both, &[]), unknown("%s"));
    assert_eq!(other_notation("/{id:int}", &both, &both), unknown("{id:int}"));
    assert_eq!(other_notation("/{key:u8}", &both, &both), unknown("{key:u8}"));
    // These are valid.
    for template in ["/<id>/<int..>", "/jobs/<id>:cancel", "/a:b", "/(a)", "/a*", "/ids/id2?a=id3", "/100%25"] {
        assert_eq!(other_notation(template, &both, &both), None, "{template}");
    }
    assert_eq!(other_notation("/<id>/id?id=1&:id(id)", &["id"], &[]), None);
}
