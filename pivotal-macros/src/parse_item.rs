//! Parses the item below the attribute.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::token::Bracket;
use syn::{AttrStyle, Attribute, Expr, ItemTrait, Meta, MetaNameValue, Token, TraitItem, TraitItemFn, Visibility};

/// Reads a trait. An item in it that cannot be read stays as it is: it is incomplete while it is typed, and the
/// compiler reports that.
pub(crate) fn parse_trait(item: &TokenStream) -> Option<ItemTrait> {
    let mut tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    let Some(TokenTree::Group(body)) = tokens.pop() else { return None };
    let mut empty = Group::new(body.delimiter(), TokenStream::new());
    empty.set_span(body.span());
    tokens.push(TokenTree::Group(empty));
    let mut declared: ItemTrait = syn::parse2(tokens.into_iter().collect()).ok()?;
    let parse = |input: ParseStream<'_>| {
        declared.attrs.extend(input.call(Attribute::parse_inner)?);
        while !input.is_empty() {
            declared.items.push(parse_or_skip_item(input)?);
        }
        Ok(())
    };
    parse.parse2(body.stream()).ok()?;
    Some(declared)
}

/// Reads a method as in an `impl`: `pub async fn customer(&self) -> ...;`
pub(crate) fn parse_visible_method(item: &TokenStream) -> Option<(Visibility, TraitItemFn)> {
    let parse = |input: ParseStream<'_>| {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility: Visibility = input.parse()?;
        let mut method: TraitItemFn = input.parse()?;
        method.attrs.splice(0..0, attributes);
        Ok((visibility, method))
    };
    let is_visible = |visibility: &Visibility| !matches!(visibility, Visibility::Inherited);
    parse.parse2(item.clone()).ok().filter(|(visibility, method)| is_visible(visibility) && method.default.is_none())
}

/// Reads an item. Most are methods, and `TraitItem` would read a part of one twice. The text of comments stays tokens: to parse
/// it would take longer than to parse a short method.
fn parse_item(input: ParseStream<'_>) -> syn::Result<TraitItem> {
    let ahead = input.fork();
    let mut comments = Vec::new();
    while let Some(comment) = parse_comment(&ahead) {
        comments.push(comment);
    }
    match ahead.parse::<TraitItemFn>() {
        Ok(mut method) => {
            method.attrs.splice(0..0, comments);
            input.advance_to(&ahead);
            Ok(TraitItem::Fn(method))
        }
        Err(_) => input.parse(),
    }
}

/// Reads `#[doc = "..."]`.
fn parse_comment(input: ParseStream<'_>) -> Option<Attribute> {
    if !input.peek(Token![#]) {
        return None;
    }
    let comment = input.step(|cursor| {
        let parsed = cursor.punct().and_then(|(pound, rest)| {
            let (inside, span, rest) = rest.group(Delimiter::Bracket)?;
            let (name, after) = inside.ident().filter(|(name, _)| name == "doc")?;
            let (equals, after) = after.punct().filter(|(punct, _)| punct.as_char() == '=')?;
            let (text, after) = after.literal()?;
            let meta = Meta::NameValue(MetaNameValue {
                path: name.into(),
                eq_token: Token![=](equals.span()),
                value: Expr::Verbatim(text.into_token_stream()),
            });
            let bracket_token = Bracket(span);
            let comment =
                Attribute { pound_token: Token![#](pound.span()), style: AttrStyle::Outer, bracket_token, meta };
            after.eof().then_some((comment, rest))
        });
        parsed.ok_or_else(|| cursor.error("expected a comment"))
    });
    comment.ok()
}

/// Reads an item or, if that fails, its tokens to the next `;` or `}`.
fn parse_or_skip_item(input: ParseStream<'_>) -> syn::Result<TraitItem> {
    let ahead = input.fork();
    if let Ok(item) = parse_item(&ahead) {
        input.advance_to(&ahead);
        return Ok(item);
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() {
        let token: TokenTree = input.parse()?;
        let is_last = match &token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        tokens.append(token);
        if is_last {
            break;
        }
    }
    Ok(TraitItem::Verbatim(tokens))
}

#[cfg(test)]
mod tests;
