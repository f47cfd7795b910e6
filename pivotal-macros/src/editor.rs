//! The differences of an expansion for rust-analyzer from that for the compiler.
//!
//! rust-analyzer resolves a name in a source file by the tokens of the expansion that have its span. The compiler points at the
//! spans of an expression if its type is wrong, so parameters have the spans of their types there.

#[cfg(test)]
use std::cell::Cell;
use std::env;
use std::sync::LazyLock;

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;
use syn::LitStr;

use crate::args::EndpointArgs;

/// The programs that expand macros for rust-analyzer are `rust-analyzer` and `rust-analyzer-proc-macro-srv`.
static IS_RUST_ANALYZER: LazyLock<bool> = LazyLock::new(|| {
    let program = env::current_exe().ok();
    let name = program.as_deref().and_then(|program| program.file_stem()).and_then(|name| name.to_str());
    name.is_some_and(|name| name.contains("rust-analyzer"))
});

#[cfg(test)]
thread_local! {
    /// A test expands as for rust-analyzer.
    pub(crate) static IS_TESTED: Cell<bool> = const { Cell::new(false) };
}

fn is_editor() -> bool {
    #[cfg(test)]
    if IS_TESTED.get() {
        return true;
    }
    *IS_RUST_ANALYZER
}

/// The span of a token about which the compiler reports an error in another place, such as `send` in the place of a type. In
/// rust-analyzer, the type would then lead to `send` as well, so the token has the span of the macro.
pub(crate) fn place_of_errors(place: Span) -> Span {
    if is_editor() { Span::call_site() } else { place }
}

/// Uses of the parameters that the attribute names, for rust-analyzer: `let _ = customer;` for `body = customer`.
pub(crate) fn uses_of_names(args: &EndpointArgs) -> Option<TokenStream> {
    if !is_editor() {
        return None;
    }
    let parameters = args.keys.parameter_idents();
    let placeholders = uses_of_placeholders(&args.literal);
    Some(quote! {
        #(let _ = #parameters;)*
        #placeholders
    })
}

/// `let _ = ::core::format_args!("/customers/{id}");`
///
/// A text in quotes is one token, and no part of it has a span. But rust-analyzer resolves the names in the text of
/// `format_args!`, here in the place of the template. So a placeholder leads to its parameter, and is renamed with it. The compiler would
/// require `Display` of the parameter.
fn uses_of_placeholders(template: &LitStr) -> Option<TokenStream> {
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
}
