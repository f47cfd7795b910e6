//! Any text as the template of a declaration. A crate of macros exports nothing, so its file is taken in.

#![no_main]

#[path = "../../pivotal-macros/src"]
mod macros {
    #[allow(dead_code, unused_imports, reason = "not all of it is asked for here")]
    pub(crate) mod template;
}

use libfuzzer_sys::fuzz_target;
use reqwest::Url;

use macros::template::{PathPart, QueryPart, Template};

fuzz_target!(|text: &str| {
    let template = match Template::parse(text) {
        Ok(template) => template,
        Err(error) => {
            let message = error.to_string();
            assert!(!message.is_empty() && !message.ends_with('.'), "{message}");
            return;
        }
    };
    // Written down, it is the same template.
    let written = written(&template);
    assert_eq!(Template::parse(&written).as_ref(), Ok(&template), "{written}");
    // Filled in, it is a URL that no parser changes.
    let target = filled(&template);
    let url = Url::parse("https://host").unwrap().join(&target).unwrap();
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    assert_eq!(format!("{}{query}", url.path()), target);
    assert_eq!(url.host_str(), Some("host"));
    // As a common path, it comes before the template of a method, and its pairs before those of that.
    let ends_with_slash = matches!(template.path.last(), Some(PathPart::Literal(text)) if text.ends_with('/'));
    if !ends_with_slash && !matches!(template.path.last(), Some(PathPart::Rest(_) | PathPart::Url(_))) {
        let Template { path, query } = template;
        let joined = Template::parse("/a/<b>?<c>").unwrap().with_prefix(path, query);
        assert_eq!(Template::parse(&self::written(&joined)), Ok(joined));
    }
});

fn written(template: &Template) -> String {
    let mut text = String::new();
    for part in &template.path {
        match part {
            PathPart::Literal(literal) => text.push_str(literal),
            PathPart::Segment(name) | PathPart::Url(name) => text.push_str(&format!("<{name}>")),
            PathPart::Rest(name) => text.push_str(&format!("<{name}..>")),
        }
    }
    with_query(text, template, |part| match part {
        QueryPart::Literal(literal) => literal.clone(),
        QueryPart::Pair { key, name } => format!("{key}=<{name}>"),
        QueryPart::Fields(name) => format!("<{name}..>"),
    })
}

fn filled(template: &Template) -> String {
    let mut text = String::new();
    for part in &template.path {
        match part {
            PathPart::Literal(literal) => text.push_str(literal),
            PathPart::Segment(_) => text.push('7'),
            PathPart::Url(_) => text.push_str("/7"),
            PathPart::Rest(_) => text.push_str("7/7"),
        }
    }
    with_query(text, template, |part| match part {
        QueryPart::Literal(literal) => literal.clone(),
        QueryPart::Pair { key, .. } => format!("{key}=7"),
        QueryPart::Fields(_) => "a=7".to_owned(),
    })
}

fn with_query(mut text: String, template: &Template, pair: impl Fn(&QueryPart) -> String) -> String {
    let pairs: Vec<String> = template.query.iter().map(pair).collect();
    if !pairs.is_empty() {
        text.push('?');
        text.push_str(&pairs.join("&"));
    }
    text
}
