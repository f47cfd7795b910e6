//! Placeholders in other notations.

use crate::template::{Candidates, OtherNotation};

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
        ("/c/{...id}", "{...id}", "<id..>"),
        ("/c/$[id]", "[id]", "<id>"),
        ("/c/(id)", "(id)", "<id>"),
        ("/c?<limit>&id=:id", ":id", "<id>"),
        ("/c/:other/:id", ":id", "<id>"),
        ("/c(id)", "(id)", "(<id>)"),
        ("/c('id')", "('id')", "('<id>')"),
        ("/c/<other>:id", ":id", ":<id>"),
        ("/c/{id:path}", "{id:path}", "<id..>"),
        ("/c/{id:[0-9]+}", "{id:[0-9]+}", "<id>"),
        ("/c/{id:[a-z-]*}", "{id:[a-z-]*}", "<id>"),
        ("/c/{id:[0-9]{2}}", "{id:[0-9]{2}}", "<id>"),
        ("/c/{id:regex(^\\d{{3}}$)}/x", "{id:regex(^\\d{{3}}$)}", "<id>"),
        ("/c/{id:.*}", "{id:.*}", "<id..>"),
        ("/c/:id([0-9]+)/x", ":id([0-9]+)", "<id>"),
        ("/c/:id(.*)", ":id(.*)", "<id..>"),
        ("/c?{id:csv}", "{id:csv}", "<id:csv>"),
        ("/c?id={id:json}", "{id:json}", "<id:json>"),
        ("/c?$id", "$id", "$id=<id>"),
        ("/c?a=b&$id=10", "$id=10", "$id=<id>"),
        ("/c?a=$id", "$id", "<id>"),
    ];
    for (template, written, fix) in cases {
        let expected = format!("placeholders are written in angle brackets; write `{fix}` for `{written}`");
        assert_eq!(other_notation(template, &["id"], &["id"]), Some(expected), "{template}");
    }
}

#[test]
fn placeholder_in_camel_case_is_the_parameter_in_snake_case() {
    for written in [":userId", "$userId", "{userId}", "{userId:int}", "[userId]"] {
        let expected = format!("placeholders are written in angle brackets; write `<user_id>` for `{written}`");
        let template = format!("/users/{written}");
        assert_eq!(other_notation(&template, &["user_id"], &["user_id"]), Some(expected), "{written}");
    }
}

#[test]
fn path_as_name_and_type_is_several_segments() {
    let known = ["path"];
    for (written, wrong) in
        [("{path:path}", "placeholders are written in angle brackets"), ("<path:path>", "a placeholder has no type")]
    {
        let expected = format!("{wrong}; write `<path..>` for `{written}`");
        assert_eq!(other_notation(&format!("/files/{written}"), &known, &known), Some(expected), "{written}");
    }
}

/// Other operators of RFC 6570 have no counterpart.
#[test]
fn expression_without_counterpart_is_not_translated() {
    for written in ["{;id}", "{.id}", "{#id}"] {
        let expected = format!("`{written}` is not the name of a parameter; write the name between `<` and `>`");
        assert_eq!(other_notation(&format!("/c/{written}"), &["id"], &["id"]), Some(expected));
    }
}

#[test]
fn placeholder_alone_is_path_or_url() {
    let cases = [
        (
            "{id}",
            r#"placeholders are written in angle brackets; write `"/<id>"` for a path, or `"<id>"` for a URL from the server"#,
        ),
        ("<int:id>", r#"a placeholder has no type; write `"/<id>"` for a path, or `"<id>"` for a URL from the server"#),
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
        ("/<int:id>", "a placeholder has no type; write `<id>` for `<int:id>`"),
        ("/<id:int>", "a placeholder has no type; write `<id>` for `<id:int>`"),
        ("/<other:id>", "a placeholder has no type; write `<id>` for `<other:id>`"),
        ("/<path:id>", "a placeholder has no type; write `<id..>` for `<path:id>`"),
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
    for template in [
        "/<id>/<int..>",
        "/jobs/<id>:cancel",
        "/a:b",
        "/(a)",
        "/a*",
        "/ids/id2?a=id3",
        "/100%25",
        "/users/$count",
        "/v1/docs:batchGet",
        "/files/*",
    ] {
        assert_eq!(other_notation(template, &both, &both), None, "{template}");
    }
    assert_eq!(other_notation("/<id>/id?id=1&:id(id)", &["id"], &[]), None);
    // A parameter of this name is sent elsewhere, or not at all.
    for template in
        ["/c?filter[id]=<int>", "/c?filter={\"id\":1}", "/c?<id:csv>", "/c?<id:comma>", "/c?a[id][int]=<int>"]
    {
        assert_eq!(other_notation(template, &both, &["id"]), None, "{template}");
    }
}
