//! The request line in the docs of a method.

use proc_macro2::{Ident, Span, TokenTree};
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
/// It is added to the last line of the summary: an attribute of its own would be more tokens, which count for the time in the macro.
fn insert(method: &str, template: &str, attributes: &mut Vec<Attribute>) {
    // Code that contains a backtick is between two.
    let line = if template.as_bytes().contains(&b'`') {
        format!(" `` {method} {template} ``")
    } else {
        format!(" `{method} {template}`")
    };
    let mut summary = None;
    for (index, attribute) in attributes.iter().enumerate() {
        let Some(text) = text(attribute) else { continue };
        // The first line is the summary, also an empty one.
        if summary.is_some() && text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            break;
        }
        summary = Some((index, text));
    }
    match summary {
        Some((index, Some(text))) => {
            if let Some(attribute) = attributes.get_mut(index) {
                *attribute = doc(&format!("{text}\n\n{line}"));
            }
        }
        Some((index, None)) => drop(attributes.splice(index + 1..=index, [doc(""), doc(&line)])),
        None => attributes.push(doc(&line)),
    }
}

/// The text of `/// text` or `#[doc = "text"]`; `Some(None)` if it has escapes, is no literal, or depends on a `cfg`.
#[expect(clippy::option_option, reason = "another attribute, and one whose text is unknown")]
fn text(attribute: &Attribute) -> Option<Option<String>> {
    match &attribute.meta {
        Meta::NameValue(MetaNameValue { path, value, .. }) if path.is_ident("doc") => {
            let literal = value.to_token_stream().to_string();
            // A comment is a raw string, so that `\` is itself.
            let quoted = literal.strip_prefix('r').unwrap_or(&literal);
            let text = quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
            let is_verbatim = |text: &&str| quoted.len() < literal.len() || !text.as_bytes().contains(&b'\\');
            Some(text.filter(is_verbatim).map(str::to_owned))
        }
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let is_doc = |token| matches!(token, TokenTree::Ident(name) if name == "doc");
            list.tokens.clone().into_iter().any(is_doc).then_some(None)
        }
        _ => None,
    }
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

    use super::insert;

    /// The docs and other attributes after a line was inserted.
    fn with_line(template: &str, attributes: TokenStream) -> Vec<String> {
        let mut attributes = Attribute::parse_outer.parse2(attributes).expect("valid attributes");
        insert("GET", template, &mut attributes);
        let line = |attribute: &Attribute| match attribute.meta.require_name_value() {
            Ok(meta) => syn::parse2::<LitStr>(meta.value.to_token_stream()).expect("a text").value(),
            Err(_) => attribute.to_token_stream().to_string(),
        };
        attributes.iter().map(line).collect()
    }

    #[test]
    fn request_line_is_the_second_paragraph() {
        let with_line = |attributes| with_line("/notes/<id>", attributes);
        assert_eq!(with_line(quote!()), [" `GET /notes/<id>`"]);
        assert_eq!(with_line(quote!(#[doc(hidden)])), ["# [doc (hidden)]", " `GET /notes/<id>`"]);
        let summary = quote! {
            /// Returns
            #[must_use]
            /// a \note.
        };
        let end = " a \\note.\n\n `GET /notes/<id>`";
        assert_eq!(with_line(summary.clone()), [" Returns", "# [must_use]", end]);
        let rest = quote! {
            ///
            /// # Errors
        };
        assert_eq!(with_line(quote!(#summary #rest)), [" Returns", "# [must_use]", end, "", " # Errors"]);
        // Escapes are not read.
        let escaped = quote!(#[doc = " a\tnote"] #[doc = ""] #[doc = " # Errors"]);
        assert_eq!(with_line(escaped), [" a\tnote", "", " `GET /notes/<id>`", "", " # Errors"]);
        let conditional = with_line(quote!(#[cfg_attr(unix, doc = " Returns a note.")]));
        assert_eq!(conditional[1..], ["", " `GET /notes/<id>`"]);
    }

    #[test]
    fn code_with_a_backtick_is_one_code_span() {
        assert_eq!(with_line("/a`b", quote!()), [" `` GET /a`b ``"]);
    }
}
