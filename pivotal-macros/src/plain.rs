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

use proc_macro2::{Delimiter, Ident, Punct};
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{
    FnArg, FnModifiers, Generics, Pat, PatIdent, PatType, Receiver, ReceiverKind, ReturnType, Safety, Signature, Token,
    TraitItemFn, token,
};

use self::attribute::attribute;
use self::ty::ty;

/// What was read, and what is behind it.
type Read<'a, T> = Option<(T, Cursor<'a>)>;

/// Takes a method off the input, if it is a plain one.
pub(crate) fn take_method(input: ParseStream<'_>) -> syn::Result<Option<TraitItemFn>> {
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
