//! Types that are paths, with types and lifetimes between `<` and `>`, and references to such.

use proc_macro2::Delimiter;
use syn::buffer::Cursor;
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, GenericArgument, Path, PathArguments, PathSegment, Token, Type, TypePath,
    TypeReference,
};

use super::{Read, name, punct};

/// `&str` or `Result<api::Customer, Error>`
pub(super) fn ty(cursor: Cursor<'_>) -> Read<'_, Type> {
    // What a `macro_rules!` was given for `$ty:ty`.
    if cursor.group(Delimiter::None).is_some() {
        return None;
    }
    let Some((and, rest)) = punct(cursor, '&') else {
        let (path, rest) = path(cursor)?;
        return Some((Type::Path(TypePath { attrs: Vec::new(), qself: None, path }), rest));
    };
    let (lifetime, rest) = match rest.lifetime() {
        Some((lifetime, rest)) => (Some(lifetime), rest),
        None => (None, rest),
    };
    let (elem, rest) = ty(rest)?;
    let (and_token, elem) = (Token![&](and.span()), Box::new(elem));
    Some((Type::Reference(TypeReference { attrs: Vec::new(), and_token, lifetime, mutability: None, elem }), rest))
}

fn path(cursor: Cursor<'_>) -> Read<'_, Path> {
    let (mut segments, mut rest) = (Punctuated::new(), cursor);
    loop {
        let (ident, behind) = name(rest)?;
        let (arguments, behind) = arguments(behind)?;
        segments.push_value(PathSegment { ident, arguments });
        let Some((first, behind_first)) = punct(behind, ':') else {
            return Some((Path { leading_colon: None, segments }, behind));
        };
        let (second, behind) = punct(behind_first, ':')?;
        segments.push_punct(Token![::]([first.span(), second.span()]));
        rest = behind;
    }
}

/// `<Customer, Error>`, or nothing.
fn arguments(cursor: Cursor<'_>) -> Read<'_, PathArguments> {
    let Some((open, mut rest)) = punct(cursor, '<') else { return Some((PathArguments::None, cursor)) };
    let mut args = Punctuated::new();
    loop {
        let (argument, behind) = argument(rest)?;
        args.push_value(argument);
        let (next, behind) = behind.punct()?;
        match next.as_char() {
            ',' => args.push_punct(Token![,](next.span())),
            '>' => {
                let (lt_token, gt_token) = (Token![<](open.span()), Token![>](next.span()));
                let arguments = AngleBracketedGenericArguments { colon2_token: None, lt_token, args, gt_token };
                return Some((PathArguments::AngleBracketed(arguments), behind));
            }
            _ => return None,
        }
        rest = behind;
    }
}

fn argument(cursor: Cursor<'_>) -> Read<'_, GenericArgument> {
    match cursor.lifetime() {
        Some((lifetime, rest)) => Some((GenericArgument::Lifetime(lifetime), rest)),
        None => ty(cursor).map(|(ty, rest)| (GenericArgument::Type(ty), rest)),
    }
}
