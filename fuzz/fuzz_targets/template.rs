//! Parses any text as the template of a declaration.
//!
//! A proc-macro crate exports nothing else, so its source file is included.

#![no_main]

#[path = "../../pivotal-macros/src"]
mod macros {
    #[allow(dead_code, reason = "the target uses a part of it")]
    mod suggest;
    #[allow(dead_code, unused_imports, reason = "the target uses a part of it")]
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
    // Text that is encoded already is not encoded again.
    let written = written(&template);
    assert_eq!(Template::parse(&written).as_ref(), Ok(&template), "{written}");
    // Filled with values, it is a URL that `Url` does not change.
    let target = filled(&template);
    let url = Url::parse("https://host").unwrap().join(&target).unwrap();
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    assert_eq!(format!("{}{query}", url.path()), target);
    assert_eq!(url.host_str(), Some("host"));
    // As the common path of a trait, its path and its pairs come before those of a method.
    let ends_with_slash = matches!(template.path.last(), Some(PathPart::Literal(text)) if text.ends_with('/'));
    if !ends_with_slash && !template.is_url() {
        for own in ["/a/<b>?<c>", ":<b>", "(<b>)?c=d"] {
            let (path, query) = (template.path.clone(), template.query.clone());
            let joined = Template::parse_suffix(own).unwrap().with_prefix(path, query).unwrap();
            assert_eq!(Template::parse(&self::written(&joined)), Ok(joined));
        }
    }
});

fn written(template: &Template) -> String {
    let mut text = String::new();
    for part in &template.path {
        match part {
            PathPart::Literal(literal) => text.push_str(literal),
            PathPart::Segment(name) | PathPart::Part(name) | PathPart::Url(name) => text.push_str(&format!("<{name}>")),
            PathPart::Segments(name) => text.push_str(&format!("<{name}..>")),
        }
    }
    with_query(text, template, |part| match part {
        QueryPart::Literal(literal) => literal.clone(),
        QueryPart::Pair { key, name } => format!("{key}=<{name}>"),
        QueryPart::Styled { key, name, style } => format!("{key}=<{name}{}>", style.suffix()),
        QueryPart::Fields(name) => format!("<{name}..>"),
        QueryPart::FieldsIn { prefix, name } => format!("{prefix}[<{name}..>]"),
    })
}

fn filled(template: &Template) -> String {
    let mut text = String::new();
    for part in &template.path {
        match part {
            PathPart::Literal(literal) => text.push_str(literal),
            PathPart::Segment(_) | PathPart::Part(_) => text.push('7'),
            PathPart::Url(_) => text.push_str("/7"),
            PathPart::Segments(_) => text.push_str("7/7"),
        }
    }
    with_query(text, template, |part| match part {
        QueryPart::Literal(literal) => literal.clone(),
        QueryPart::Pair { key, .. } => format!("{key}=7"),
        QueryPart::Styled { key, style, .. } => format!("{key}=7{}7", style.separator().unwrap_or_default()),
        QueryPart::Fields(_) => "a=7".to_owned(),
        QueryPart::FieldsIn { prefix, .. } => format!("{prefix}%5Ba%5D=7"),
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
