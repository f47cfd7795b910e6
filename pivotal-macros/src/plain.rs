//! Reads what nearly every method is made of:
//!
//! ```text
//! /// One customer.
//! #[endpoint(GET, "/customers/<id>")]
//! async fn customer(&self, id: &str) -> Result<Customer, Error>;
//! ```
//!
//! `syn` reads the same, but tries all else that may stand in each place first, which is half of the time in a macro that
//! is not optimised. What is not as plain as this is `None` here, and left to `syn`. The compiler has parsed the item
//! before, so that what is behind a type tells whether the type ends there.

mod attribute;
mod ty;

use proc_macro2::{Delimiter, Ident, Punct, TokenStream, TokenTree};
use quote::TokenStreamExt;
use syn::buffer::Cursor;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, FnArg, FnModifiers, Generics, ItemTrait, Pat, PatIdent, PatType, Receiver, ReceiverKind, ReturnType,
    Safety, Signature, Token, TraitItem, TraitItemFn, Visibility, token,
};

use self::attribute::attribute;
use self::ty::ty;

/// What was read, and what is behind it.
type Read<'a, T> = Option<(T, Cursor<'a>)>;

/// How what is no plain method is read.
type ParseItem = fn(ParseStream<'_>) -> syn::Result<TraitItem>;

/// A trait, by way of plain methods where there are any. An item that cannot be read stays as it is: half a line while
/// it is written, about which the compiler has said what there is to say.
pub(crate) fn parse_trait(item: &TokenStream) -> syn::Result<ItemTrait> {
    if let Some(declared) = parse_by_items(item, TraitItem::parse) {
        return Ok(declared);
    }
    syn::parse2(item.clone()).or_else(|error| parse_by_items(item, parse_or_skip_item).ok_or(error))
}

/// A method, plain or not.
pub(crate) fn parse_method(item: &TokenStream) -> syn::Result<TraitItemFn> {
    let parse = |input: ParseStream<'_>| take_method(input)?.map_or_else(|| input.parse(), Ok);
    parse.parse2(item.clone())
}

/// A method as it would stand in an `impl`: `pub async fn customer(&self) -> ...;`
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

fn parse_by_items(item: &TokenStream, other: ParseItem) -> Option<ItemTrait> {
    let mut tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    let Some(TokenTree::Group(body)) = tokens.pop() else { return None };
    let mut empty = proc_macro2::Group::new(body.delimiter(), TokenStream::new());
    empty.set_span(body.span());
    tokens.push(TokenTree::Group(empty));
    let mut declared: ItemTrait = syn::parse2(tokens.into_iter().collect()).ok()?;
    declared.items = (|input: ParseStream<'_>| parse_items(input, other)).parse2(body.stream()).ok()?;
    Some(declared)
}

fn parse_items(input: ParseStream<'_>, other: ParseItem) -> syn::Result<Vec<TraitItem>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        items.push(match take_method(input)? {
            Some(method) => TraitItem::Fn(method),
            None => other(input)?,
        });
    }
    Ok(items)
}

/// An item or, if it cannot be read, its tokens, to the next `;` or `}`.
fn parse_or_skip_item(input: ParseStream<'_>) -> syn::Result<TraitItem> {
    let ahead = input.fork();
    if let Ok(item) = ahead.parse() {
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

/// Takes a method off the input, if it is a plain one.
fn take_method(input: ParseStream<'_>) -> syn::Result<Option<TraitItemFn>> {
    input.step(|cursor| {
        Ok(match method(*cursor) {
            Some((method, rest)) => (Some(method), rest),
            None => (None, *cursor),
        })
    })
}

fn method(cursor: Cursor<'_>) -> Read<'_, TraitItemFn> {
    let (mut attrs, mut rest) = (Vec::new(), cursor);
    while let Some((pound, behind)) = punct(rest, '#') {
        let (attribute, behind) = attribute(&pound, behind)?;
        attrs.push(attribute);
        rest = behind;
    }
    let (sig, rest) = signature(rest)?;
    let (semi, rest) = punct(rest, ';')?;
    let semi_token = Some(Token![;](semi.span()));
    Some((TraitItemFn { attrs, modifiers: FnModifiers::default(), sig, default: None, semi_token }, rest))
}

fn signature(cursor: Cursor<'_>) -> Read<'_, Signature> {
    let (word, rest) = cursor.ident()?;
    let (asyncness, word, rest) = if word == "async" {
        let (next, rest) = rest.ident()?;
        (Some(Token![async](word.span())), next, rest)
    } else {
        (None, word, rest)
    };
    if word != "fn" {
        return None;
    }
    let (ident, rest) = rest.ident()?;
    let (inside, span, rest) = rest.group(Delimiter::Parenthesis)?;
    let inputs = inputs(inside)?;
    let (output, rest) = output(rest)?;
    let sig = Signature {
        constness: None,
        asyncness,
        safety: Safety::Default,
        abi: None,
        fn_token: Token![fn](word.span()),
        ident,
        generics: Generics::default(),
        paren_token: token::Paren { span },
        inputs,
        variadic: None,
        output,
    };
    Some((sig, rest))
}

/// `&self, id: &str`
fn inputs(cursor: Cursor<'_>) -> Option<Punctuated<FnArg, Token![,]>> {
    let mut inputs = Punctuated::new();
    let (receiver, mut rest) = receiver(cursor)?;
    inputs.push_value(FnArg::Receiver(receiver));
    while !rest.eof() {
        let (comma, behind) = punct(rest, ',')?;
        inputs.push_punct(Token![,](comma.span()));
        rest = behind;
        if !rest.eof() {
            let (input, behind) = typed(rest)?;
            inputs.push_value(FnArg::Typed(input));
            rest = behind;
        }
    }
    Some(inputs)
}

fn receiver(cursor: Cursor<'_>) -> Read<'_, Receiver> {
    let (and, rest) = punct(cursor, '&')?;
    let (this, rest) = rest.ident()?;
    if this != "self" {
        return None;
    }
    let kind = ReceiverKind::Reference(Token![&](and.span()), None, None);
    Some((Receiver { attrs: Vec::new(), mutability: None, self_token: Token![self](this.span()), kind }, rest))
}

/// `id: &str`
fn typed(cursor: Cursor<'_>) -> Read<'_, PatType> {
    let (ident, rest) = name(cursor)?;
    let (colon, rest) = punct(rest, ':')?;
    let (ty, rest) = ty(rest)?;
    let pat = PatIdent { attrs: Vec::new(), by_ref: None, mutability: None, ident, subpat: None };
    let colon_token = Token![:](colon.span());
    Some((PatType { attrs: Vec::new(), pat: Box::new(Pat::Ident(pat)), colon_token, ty: Box::new(ty) }, rest))
}

/// `-> Result<Customer, Error>`, or nothing.
fn output(cursor: Cursor<'_>) -> Read<'_, ReturnType> {
    let Some((dash, rest)) = punct(cursor, '-') else { return Some((ReturnType::Default, cursor)) };
    let (tip, rest) = punct(rest, '>')?;
    let (ty, rest) = ty(rest)?;
    Some((ReturnType::Type(Token![->]([dash.span(), tip.span()]), Box::new(ty)), rest))
}

/// An identifier that is none of the words which may stand before a whole path: `impl ::std::convert::Into<u64>`.
fn name(cursor: Cursor<'_>) -> Read<'_, Ident> {
    cursor.ident().filter(|(ident, _)| !matches!(ident.to_string().as_str(), "_" | "impl" | "dyn" | "mut" | "for"))
}

fn punct(cursor: Cursor<'_>, character: char) -> Read<'_, Punct> {
    cursor.punct().filter(|(punct, _)| punct.as_char() == character)
}

#[cfg(test)]
mod tests;
