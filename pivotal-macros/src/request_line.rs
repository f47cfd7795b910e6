//! The request line in the docs of a method.

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
    insert(doc(&code_span(&line)), attributes);
}

/// Inserts a paragraph after the summary.
fn insert(line: Attribute, attributes: &mut Vec<Attribute>) {
    let lines = || attributes.iter().enumerate().filter_map(|(index, attribute)| Some((index, text(attribute)?)));
    let is_blank = |text: &LitStr| text.value().trim().is_empty();
    let first = lines().find(|(_, text)| !is_blank(text));
    let Some((first, _)) = first else { return attributes.push(line) };
    match lines().find(|(index, text)| *index > first && is_blank(text)) {
        Some((end_of_summary, _)) => drop(attributes.splice(end_of_summary..end_of_summary, [doc(""), line])),
        None => attributes.extend([doc(""), line]),
    }
}

/// The text of `/// text` or `#[doc = "text"]`.
fn text(attribute: &Attribute) -> Option<&LitStr> {
    match &attribute.meta {
        Meta::NameValue(MetaNameValue { path, value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. }) => {
            path.is_ident("doc").then_some(text)
        }
        _ => None,
    }
}

/// Returns `#[doc = "text"]`, without the parser: this runs for each endpoint of a build.
fn doc(text: &str) -> Attribute {
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
        insert(doc("line"), &mut attributes);
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
        assert_eq!(with_line(vec![hidden.clone()]), ["# [doc (hidden)]", "line"]);
        let summary = [doc(" Returns"), doc(" a note."), must_use];
        assert_eq!(with_line(summary.to_vec()), [" Returns", " a note.", "# [must_use]", "", "line"]);
        let rest = [doc(""), doc(" # Errors")];
        let expected = [" Returns", " a note.", "# [must_use]", "", "line", "", " # Errors"];
        assert_eq!(with_line([&summary[..], &rest].concat()), expected);
        assert_eq!(with_line(vec![doc(""), doc(" Returns a note.")]), ["", " Returns a note.", "", "line"]);
    }

    #[test]
    fn code_with_a_backtick_is_one_code_span() {
        assert_eq!(code_span("GET /a`b"), " `` GET /a`b ``");
    }
}
