//! Attributes: comments, and those of one word and what is in parentheses.

use proc_macro2::{Delimiter, Punct};
use syn::buffer::Cursor;
use syn::{
    AttrStyle, Attribute, Expr, ExprLit, Lit, MacroDelimiter, Meta, MetaList, MetaNameValue, Path, Token, token,
};

use super::{Read, punct};

/// `[doc = " One customer."]` or `[endpoint(GET, "/customers/<id>")]`, behind the `#`.
pub(super) fn attribute<'a>(pound: &Punct, cursor: Cursor<'a>) -> Read<'a, Attribute> {
    let (inside, span, rest) = cursor.group(Delimiter::Bracket)?;
    let (name, inside) = inside.ident()?;
    let is_doc = name == "doc";
    let path = Path::from(name);
    let (meta, end) = if is_doc { comment(path, inside)? } else { list(path, inside)? };
    let (pound_token, bracket_token) = (Token![#](pound.span()), token::Bracket { span });
    end.eof().then_some((Attribute { pound_token, style: AttrStyle::Outer, bracket_token, meta }, rest))
}

fn comment(path: Path, cursor: Cursor<'_>) -> Read<'_, Meta> {
    let (equals, rest) = punct(cursor, '=')?;
    let (literal, rest) = rest.literal()?;
    // The text is nothing to us.
    let value = Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Verbatim(literal) });
    Some((Meta::NameValue(MetaNameValue { path, eq_token: Token![=](equals.span()), value }), rest))
}

fn list(path: Path, cursor: Cursor<'_>) -> Read<'_, Meta> {
    let (inside, span, rest) = cursor.group(Delimiter::Parenthesis)?;
    let delimiter = MacroDelimiter::Paren(token::Paren { span });
    Some((Meta::List(MetaList { path, delimiter, tokens: inside.token_stream() }), rest))
}
