//! The request line in the docs of a method.

use std::mem::replace;

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{AttrStyle, Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Token};

use crate::args::EndpointArgs;
use crate::http_method::HttpMethod;

/// Adds ``/// `DELETE /api/v1/customers/<id>` `` as a paragraph: the second of the docs that the user wrote.
pub(crate) fn add_request_line(args: &EndpointArgs, attributes: &mut Vec<Attribute>) {
    let method = match &args.http_method {
        HttpMethod::Standard(name) => name.to_string(),
        HttpMethod::Custom(name) => name.value(),
    };
    insert(&method, &args.complete, attributes);
}

/// Inserts a paragraph after the summary, which ends at the first empty line.
///
/// The paragraph begins with a line feed in place of an attribute with an empty text: each token counts for the time in the macro.
fn insert(method: &str, template: &str, attributes: &mut Vec<Attribute>) {
    let mut has_summary = false;
    let end = attributes.iter().position(|attribute| {
        // The first line is the summary, also an empty one. It is not read.
        text(attribute).is_some_and(|text| replace(&mut has_summary, true) && is_blank(text))
    });
    let start = if has_summary { "\n" } else { "" };
    // Code that contains a backtick is between two.
    let line = if template.as_bytes().contains(&b'`') {
        doc(&format!("{start} `` {method} {template} ``"))
    } else {
        doc(&format!("{start} `{method} {template}`"))
    };
    match end {
        Some(end) => attributes.insert(end, line),
        None => attributes.push(line),
    }
}

/// The text of `/// text` or `#[doc = "text"]`: a literal, or the token of one.
fn text(attribute: &Attribute) -> Option<&Expr> {
    match &attribute.meta {
        Meta::NameValue(MetaNameValue { path, value, .. }) if path.is_ident("doc") => Some(value),
        _ => None,
    }
}

/// Returns whether a literal contains nothing but white space: `""`, or `r" "`, as comments are read.
fn is_blank(text: &Expr) -> bool {
    let literal = text.to_token_stream().to_string();
    literal.trim_start_matches(['r', '#']).trim_matches(['"', '#']).trim().is_empty()
}

/// Returns `#[doc = "text"]`.
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

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::{ToTokens, quote};
    use syn::parse::Parser;
    use syn::{Attribute, LitStr};

    use super::{insert, text};

    /// The docs and other attributes after a line was inserted.
    fn with_line(template: &str, attributes: TokenStream) -> Vec<String> {
        let mut attributes = Attribute::parse_outer.parse2(attributes).expect("valid attributes");
        insert("GET", template, &mut attributes);
        let line = |attribute: &Attribute| match text(attribute) {
            Some(text) => syn::parse2::<LitStr>(text.to_token_stream()).expect("a text").value(),
            None => attribute.to_token_stream().to_string(),
        };
        attributes.iter().map(line).collect()
    }

    #[test]
    fn request_line_is_the_second_paragraph() {
        let with_line = |attributes| with_line("/notes/<id>", attributes);
        let line = "\n `GET /notes/<id>`";
        assert_eq!(with_line(quote!()), [" `GET /notes/<id>`"]);
        assert_eq!(with_line(quote!(#[doc(hidden)])), ["# [doc (hidden)]", " `GET /notes/<id>`"]);
        let summary = quote! {
            /// Returns
            #[must_use]
            /// a note.
        };
        assert_eq!(with_line(summary.clone()), [" Returns", "# [must_use]", " a note.", line]);
        let rest = quote! {
            ///
            /// # Errors
        };
        let expected = [" Returns", "# [must_use]", " a note.", line, "", " # Errors"];
        assert_eq!(with_line(quote!(#summary #rest)), expected);
    }

    #[test]
    fn code_with_a_backtick_is_one_code_span() {
        assert_eq!(with_line("/a`b", quote!()), [" `` GET /a`b ``"]);
    }
}
