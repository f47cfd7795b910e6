//! The request line in the docs of a method.

use std::mem::replace;

use proc_macro2::{Ident, Span};
use syn::{AttrStyle, Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Token};

use crate::args::EndpointArgs;
use crate::http_method::HttpMethod;

/// Adds ``/// `DELETE /api/v1/customers/<id>` `` as a paragraph: the second of the docs that the user wrote.
pub(crate) fn add_request_line(args: &EndpointArgs, attributes: &mut Vec<Attribute>) {
    let template = &args.complete;
    let line = match &args.http_method {
        HttpMethod::Standard(name) => format!("{name} {template}"),
        HttpMethod::Custom(name) => format!("{} {template}", name.value()),
    };
    insert(&code_span(&line), attributes);
}

/// Inserts a paragraph after the summary, which ends at the first empty line.
///
/// The paragraph begins with a line feed in place of an attribute with an empty text, since each token counts for the time in the macro.
fn insert(line: &str, attributes: &mut Vec<Attribute>) {
    let mut has_summary = false;
    let end = attributes.iter().position(|attribute| {
        // The first line is the summary, also an empty one. It is not read.
        text(attribute).is_some_and(|text| replace(&mut has_summary, true) && text.value().trim().is_empty())
    });
    match end {
        Some(end) => attributes.insert(end, doc(&format!("\n{line}"))),
        None if has_summary => attributes.push(doc(&format!("\n{line}"))),
        None => attributes.push(doc(line)),
    }
}

/// The text of `/// text` or `#[doc = "text"]`.
pub(crate) fn text(attribute: &Attribute) -> Option<&LitStr> {
    match &attribute.meta {
        Meta::NameValue(MetaNameValue { path, value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. }) => {
            path.is_ident("doc").then_some(text)
        }
        _ => None,
    }
}

/// Returns `#[doc = "text"]`.
pub(crate) fn doc(text: &str) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: Ident::new("doc", Span::call_site()).into(),
            eq_token: <Token![=]>::default(),
            value: Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Str(LitStr::new(text, Span::call_site())) }),
        }),
    }
}

/// Writes Markdown for code, which can contain backticks.
fn code_span(code: &str) -> String {
    if code.contains('`') { format!(" `` {code} ``") } else { format!(" `{code}`") }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::{Attribute, parse_quote};

    use super::{code_span, doc, insert, text};

    /// The docs and other attributes after a line was inserted.
    fn with_line(mut attributes: Vec<Attribute>) -> Vec<String> {
        insert("line", &mut attributes);
        let line = |attribute: &Attribute| match text(attribute) {
            Some(text) => text.value(),
            None => attribute.to_token_stream().to_string(),
        };
        attributes.iter().map(line).collect()
    }

    #[test]
    fn request_line_is_the_second_paragraph() {
        let (must_use, hidden): (Attribute, Attribute) = (parse_quote!(#[must_use]), parse_quote!(#[doc(hidden)]));
        assert_eq!(with_line(Vec::new()), ["line"]);
        assert_eq!(with_line(vec![hidden]), ["# [doc (hidden)]", "line"]);
        let summary = [doc(" Returns"), must_use, doc(" a note.")];
        assert_eq!(with_line(summary.to_vec()), [" Returns", "# [must_use]", " a note.", "\nline"]);
        let rest = [doc(""), doc(" # Errors")];
        let expected = [" Returns", "# [must_use]", " a note.", "\nline", "", " # Errors"];
        assert_eq!(with_line([&summary[..], &rest].concat()), expected);
    }

    #[test]
    fn code_with_a_backtick_is_one_code_span() {
        assert_eq!(code_span("GET /a`b"), " `` GET /a`b ``");
    }
}
