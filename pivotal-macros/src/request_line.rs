//! The request line in the docs of a method.

use proc_macro2::{Ident, Span};
use syn::{AttrStyle, Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Token};

use crate::args::EndpointArgs;
use crate::http_method::HttpMethod;

/// Adds ``/// `DELETE /api/v1/customers/<id>` ``, as a paragraph of its own after the docs that the user wrote.
pub(crate) fn add_request_line(args: &EndpointArgs, attributes: &mut Vec<Attribute>) {
    let template = &args.complete;
    let line = match &args.http_method {
        HttpMethod::Standard(name) => format!("{name} {template}"),
        HttpMethod::Custom(name) => format!("{} {template}", name.value()),
    };
    if attributes.iter().any(|attribute| attribute.path().is_ident("doc")) {
        attributes.push(doc(""));
    }
    attributes.push(doc(&code_span(&line)));
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
