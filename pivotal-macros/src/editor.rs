//! The names in the template, for rust-analyzer.
//!
//! A text in quotes is one token, and the compiler gives no span to a part of it. But rust-analyzer resolves the names in the
//! text of `format_args!`. It gets one in the place of the template, with each name at the place of its placeholder. So
//! a placeholder leads to its parameter, and is renamed with it.
//!
//! The compiler does not get it, since it would require `Display` of the parameters.

use std::env;
use std::sync::LazyLock;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::LitStr;

/// The programs that expand macros for rust-analyzer are `rust-analyzer` and `rust-analyzer-proc-macro-srv`.
static IS_EDITOR: LazyLock<bool> = LazyLock::new(|| {
    let program = env::current_exe().ok();
    let name = program.as_deref().and_then(|program| program.file_stem()).and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with("rust-analyzer"))
});

/// `let _ = ::core::format_args!("/customers/{id}");` in rust-analyzer, `None` in the compiler.
pub(crate) fn uses_of_placeholders(template: &LitStr) -> Option<TokenStream> {
    if !*IS_EDITOR {
        return None;
    }
    let text = format_text(&template.token().to_string())?;
    let mut literal: Literal = text.parse().ok()?;
    literal.set_span(template.span());
    Some(quote!(let _ = ::core::format_args!(#literal);))
}

/// Returns the text with its quotes, with placeholders as in `format_args!`, or `None` if there are none. All bytes keep their
/// places, so the dots and the style of a placeholder become spaces.
///
/// Input:
/// ```text
/// "/files/<path..>?<ids:csv>"
/// ```
/// Output:
/// ```text
/// "/files/{path  }?{ids    }"
/// ```
fn format_text(template: &str) -> Option<String> {
    // In escapes, braces have another meaning.
    if !template.contains('<') || template.contains('\\') {
        return None;
    }
    let mut text = String::with_capacity(template.len());
    let (mut is_inside, mut is_name) = (false, false);
    for c in template.chars() {
        match c {
            '<' => (is_inside, is_name) = (true, true),
            '>' => is_inside = false,
            '.' | ':' if is_inside => is_name = false,
            _ => {}
        }
        text.push(match c {
            '<' => '{',
            '>' => '}',
            '{' | '}' => '_',
            _ if is_inside && !is_name => ' ',
            _ => c,
        });
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_places() {
        let cases = [
            (r#""/customers/<id>""#, Some(r#""/customers/{id}""#)),
            (r#""/files/<path..>?<ids:csv>&a=<b>""#, Some(r#""/files/{path  }?{ids    }&a={b}""#)),
            (r##"r#"/ä/<größe>:cancel?q={"a":1}"#"##, Some(r##"r#"/ä/{größe}:cancel?q=_"a":1_"#"##)),
            (r#""/customers""#, None),
            (r#""/\u{61}/<id>""#, None),
        ];
        for (template, expected) in cases {
            let text = format_text(template);
            assert_eq!(text.as_deref(), expected, "{template}");
            assert!(text.is_none_or(|text| text.len() == template.len()), "{template}");
        }
    }

    #[test]
    fn compiler_gets_nothing() {
        let template: LitStr = syn::parse_quote!("/customers/<id>");
        assert!(uses_of_placeholders(&template).is_none());
    }
}
