//! Parses the parameters of a method, and checks its signature.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    Attribute, FnArg, GenericArgument, GenericParam, Generics, Ident, Lifetime, LitStr, Meta, Pat, PatType,
    PathArguments, Receiver, ReceiverKind, ReturnType, Safety, Signature, Token, TraitItemFn, Type, TypeParamBound,
    TypeReference, WherePredicate,
};

use crate::args::compact;
use crate::cfg::cfg_attributes;
use crate::diagnostics::Diagnostics;
use crate::editor::place_of_errors;

/// One parameter of a method.
#[derive(Clone)]
pub(crate) struct Parameter {
    /// The name as written. The expansion keeps its span.
    pub(crate) ident: Ident,
    ty: Type,
    pub(crate) conversion: Option<Conversion>,
    /// The `cfg` attributes.
    pub(crate) cfgs: Vec<Meta>,
}

/// The conversion of a parameter before it is sent.
#[derive(Clone)]
pub(crate) enum Conversion {
    /// `impl Into<T>`
    Into,
    /// `impl AsRef<T>`
    AsRef,
}

impl Parameter {
    /// The name without `r#`.
    pub(crate) fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// The type as written.
    pub(crate) fn ty(&self) -> &Type {
        &self.ty
    }

    /// `id`, with the span of its type.
    pub(crate) fn value(&self) -> Ident {
        let mut ident = self.ident.clone();
        ident.set_span(self.ident.span().located_at(place_of_errors(error_span(&self.ty))));
        ident
    }

    /// `&id`, or `id` if that is a reference already. It has the span of the type, so that errors about a type that
    /// cannot be sent point there.
    pub(crate) fn reference(&self) -> Reference {
        let ident = self.value();
        let is_reference = match &self.conversion {
            Some(conversion) => matches!(conversion, Conversion::AsRef),
            None => matches!(ungrouped(&self.ty), Type::Reference(_)),
        };
        Reference { and: (!is_reference).then(|| Token![&](ident.span())), ident }
    }
}

/// `&id` or `id`
pub(crate) struct Reference {
    and: Option<Token![&]>,
    ident: Ident,
}

impl ToTokens for Reference {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.and.to_tokens(tokens);
        self.ident.to_tokens(tokens);
    }
}

/// The type without parentheses, and without the invisible group around the `$ty:ty` of a `macro_rules!`.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(group) => ungrouped(&group.elem),
        _ => ty,
    }
}

/// The span for errors about a type: its name, as `NewCustomer` of `&api::NewCustomer`.
pub(crate) fn error_span(ty: &Type) -> Span {
    match ungrouped(ty) {
        Type::Reference(reference) => error_span(&reference.elem),
        Type::Path(path) => path.path.segments.last().map_or_else(|| ty.span(), |segment| segment.ident.span()),
        _ => ty.span(),
    }
}

/// Reads the parameters after `&self`. Patterns are reported, and the result is `None`.
pub(crate) fn parameters(method: &TraitItemFn, diagnostics: &mut Diagnostics) -> Option<Vec<Parameter>> {
    let inputs = method.sig.inputs.iter();
    let typed = inputs.filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    });
    let before = diagnostics.count();
    let mut parameters = Vec::new();
    for typed in typed {
        check_no_attribute(typed, diagnostics);
        match &*typed.pat {
            Pat::Ident(pat) if pat.by_ref.is_none() && pat.mutability.is_none() && pat.subpat.is_none() => {
                let conversion = conversion(&typed.ty, &method.sig);
                let cfgs = cfg_attributes(&typed.attrs).collect();
                parameters.push(Parameter { ident: pat.ident.clone(), ty: (*typed.ty).clone(), conversion, cfgs });
            }
            Pat::Ident(pat) if pat.subpat.is_none() => {
                diagnostics.error(pat, format!("a parameter is sent under its name; write `{}` alone", pat.ident));
            }
            pat => match extractor(pat, &typed.ty) {
                Some((name, ty)) => {
                    let declared = &typed.ty;
                    let (ty, written) = (compact(ty.to_token_stream()), compact(quote::quote!(#pat: #declared)));
                    let message = format!("a parameter is sent under its name; write `{name}: {ty}` for `{written}`");
                    diagnostics.error(typed, message);
                }
                None => {
                    diagnostics.error(pat, "a parameter is sent under its name; write a plain name, without a pattern");
                }
            },
        }
    }
    (diagnostics.count() == before).then_some(parameters)
}

//     async fn customer(&self, Path(id): Path<u64>) -> Result<Customer, Error>;
//
/// The name and the type in a parameter of a web framework.
fn extractor<'a>(pat: &'a Pat, ty: &'a Type) -> Option<(&'a Ident, &'a Type)> {
    let (Pat::TupleStruct(pat), Type::Path(ty)) = (pat, ungrouped(ty)) else { return None };
    let last = ty.path.segments.last()?;
    let is_extractor = pat.path.segments.last().is_some_and(|name| name.ident == last.ident) && pat.elems.len() == 1;
    match (pat.elems.first(), first_type(&last.arguments)) {
        (Some(Pat::Ident(name)), Some(ty)) if is_extractor => Some((&name.ident, ty)),
        _ => None,
    }
}

//     async fn create(&self, #[body] customer: &Customer) -> Result<Customer, Error>;
//
fn check_no_attribute(parameter: &PatType, diagnostics: &mut Diagnostics) {
    let Pat::Ident(pat) = &*parameter.pat else { return };
    let name = pat.ident.unraw();
    for attribute in parameter.attrs.iter().filter(|attribute| is_of_parameter(attribute)) {
        let path = attribute.path();
        let written = attribute.meta.require_list().ok().and_then(|list| first_text(list.tokens.clone()));
        let field = written.clone().unwrap_or_else(|| name.to_string());
        let header = written.clone().unwrap_or_else(|| "Name".to_owned());
        let pair = written.map_or_else(String::new, |key| format!("{key}="));
        let fix = match path.to_token_stream().to_string().to_lowercase().as_str() {
            "path" => format!("write `<{name}>` in the path"),
            "query" | "param" => format!("add `?{pair}<{name}>` to the path"),
            "header" => format!("add `header({header:?}) = {name}` to `#[endpoint]`"),
            "field" => format!("add `form({field:?}) = {name}` to `#[endpoint]`"),
            "form" => format!("add `form = {name}` to `#[endpoint]`"),
            _ => format!("add `body = {name}` to `#[endpoint]`"),
        };
        diagnostics.error(
            &attribute.meta,
            format!("the places of parameters are in `#[endpoint]`; {fix}, and remove this attribute"),
        );
    }
}

/// The first text in quotes: `per_page` of `name = "per_page"`.
fn first_text(tokens: TokenStream) -> Option<String> {
    tokens.into_iter().find_map(|token| syn::parse2::<LitStr>(token.into()).ok()).map(|text| text.value())
}

/// Returns whether an attribute names the place of a parameter, as in other libraries.
pub(crate) fn is_of_parameter(attribute: &Attribute) -> bool {
    let names = ["body", "field", "form", "header", "json", "param", "path", "query"];
    attribute.path().get_ident().is_some_and(|name| names.contains(&name.to_string().to_lowercase().as_str()))
}

/// Checks that the macro can write a body for the method.
pub(crate) fn check_signature(method: &TraitItemFn, diagnostics: &mut Diagnostics) {
    let sig = &method.sig;
    if let Some(constness) = &sig.constness {
        diagnostics.error(constness, "an endpoint cannot be `const`; remove it");
    }
    match &sig.safety {
        Safety::Unsafe(token) => diagnostics.error(token, "an endpoint cannot be `unsafe`; remove it"),
        Safety::Safe(token) => diagnostics.error(token, "an endpoint cannot be `safe`; remove it"),
        Safety::Default => {}
    }
    if let Some(abi) = &sig.abi {
        diagnostics.error(abi, "an endpoint cannot be `extern`; remove it");
    }
    if sig.asyncness.is_none() && matches!(sig.output, ReturnType::Default) {
        diagnostics
            .error(&sig.ident, "missing return type of a method that is not `async`; write `async fn`, or the type");
    }
    match sig.receiver() {
        None => match client_parameter(sig) {
            Some(client) => {
                let written = compact(client.to_token_stream());
                let message =
                    format!("an endpoint is a method of a trait; write it in one, with `&self` for `{written}`");
                diagnostics.error(&client.pat, message);
            }
            None => {
                diagnostics.missing(
                    &sig.ident,
                    "an endpoint is a method of a trait; write it in one, with `&self` as the first parameter",
                );
            }
        },
        Some(receiver) if !is_shared(receiver) => {
            diagnostics.error(receiver, "an endpoint borrows its transport; write `&self`");
        }
        Some(_) => {}
    }
    if let Some(variadic) = &sig.variadic {
        diagnostics.error(variadic, "an endpoint cannot be variadic; write each parameter");
    }
    if let Some(body) = &method.default {
        diagnostics.error(body, "`#[endpoint]` writes the body of a method in a trait; replace this one with `;`");
    }
    for duplicate in method.attrs.iter().filter(|attribute| is_endpoint(attribute)) {
        diagnostics.error(duplicate, "a method is one endpoint; declare a method for each request");
    }
}

/// The bounds by which nothing is serialized or deserialized.
const OTHER_BOUNDS: [&str; 14] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Send",
    "Sized",
    "Sync",
    "ToString",
];

/// Returns whether this is a type parameter with bounds by which nothing is serialized or deserialized.
pub(crate) fn is_unbounded(name: &Ident, generics: &Generics) -> bool {
    let Some(parameter) = generics.type_params().find(|parameter| parameter.ident == *name) else { return false };
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let in_where = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) if is_named(&predicate.bounded_ty, name) => Some(&predicate.bounds),
        _ => None,
    });
    in_where.flatten().chain(&parameter.bounds).all(is_other_bound)
}

/// Returns whether nothing is serialized or deserialized by a bound.
pub(crate) fn is_other_bound(bound: &TypeParamBound) -> bool {
    match bound {
        TypeParamBound::Trait(bound) => bound
            .path
            .segments
            .last()
            .is_some_and(|last| OTHER_BOUNDS.iter().any(|name| last.ident == name) && last.arguments.is_none()),
        _ => true,
    }
}

/// Returns whether the receiver is `&self` or `self: &Self`, with or without a lifetime.
pub(crate) fn is_shared(receiver: &Receiver) -> bool {
    match &receiver.kind {
        ReceiverKind::Reference(_, _, mutability) => mutability.is_none(),
        ReceiverKind::Typed(_, ty) => receiver.mutability.is_none() && reference_to_self(ty).is_some(),
        _ => false,
    }
}

/// The lifetime of `&'a self` or `self: &'a Self`.
pub(crate) fn lifetime_of_self(receiver: &Receiver) -> Option<&Lifetime> {
    match &receiver.kind {
        ReceiverKind::Reference(_, lifetime, _) => lifetime.as_ref(),
        ReceiverKind::Typed(_, ty) => reference_to_self(ty)?.lifetime.as_ref(),
        _ => None,
    }
}

/// The type, if it is `&Self`.
fn reference_to_self(ty: &Type) -> Option<&TypeReference> {
    match ungrouped(ty) {
        Type::Reference(reference) if reference.mutability.is_none() => {
            matches!(ungrouped(&reference.elem), Type::Path(path) if path.path.is_ident("Self")).then_some(reference)
        }
        _ => None,
    }
}

/// The first parameter of a method without `self`, if that is a client.
pub(crate) fn client_parameter(sig: &Signature) -> Option<&PatType> {
    let Some(FnArg::Typed(first)) = sig.inputs.first() else { return None };
    let is_client = |word: &str| word == "Client" || word.ends_with("Transport");
    let written = compact(first.ty.to_token_stream());
    written.split(|c: char| !c.is_alphanumeric()).any(is_client).then_some(first)
}

/// Returns whether a function is outside of a trait, judging by its form: it has a body and no `self`.
pub(crate) fn is_free_function(method: &TraitItemFn) -> bool {
    method.sig.receiver().is_none() && method.default.is_some()
}

/// Returns whether this is `#[endpoint(...)]`, by any path.
pub(crate) fn is_endpoint(attribute: &Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|last| last.ident == "endpoint")
}

/// The conversion of a parameter whose type is `impl Into<T>`, or a generic type with that bound.
fn conversion(ty: &Type, sig: &Signature) -> Option<Conversion> {
    match ungrouped(ty) {
        Type::ImplTrait(impl_trait) => impl_trait.bounds.iter().find_map(conversion_of_bound),
        Type::Path(path) => {
            let ident = path.path.get_ident()?;
            let on_parameter = sig.generics.params.iter().filter_map(|param| match param {
                GenericParam::Type(param) if param.ident == *ident => Some(&param.bounds),
                _ => None,
            });
            let in_where = sig.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
            let in_where = in_where.filter_map(|predicate| match predicate {
                WherePredicate::Type(predicate) if is_named(&predicate.bounded_ty, ident) => Some(&predicate.bounds),
                _ => None,
            });
            on_parameter.chain(in_where).flatten().find_map(conversion_of_bound)
        }
        _ => None,
    }
}

fn is_named(ty: &Type, ident: &Ident) -> bool {
    matches!(ungrouped(ty), Type::Path(path) if path.path.is_ident(ident))
}

fn conversion_of_bound(bound: &TypeParamBound) -> Option<Conversion> {
    let TypeParamBound::Trait(bound) = bound else { return None };
    let segment = bound.path.segments.last()?;
    first_type(&segment.arguments)?;
    if segment.ident == "Into" {
        Some(Conversion::Into)
    } else if segment.ident == "AsRef" {
        Some(Conversion::AsRef)
    } else {
        None
    }
}

/// The first type between `<` and `>`.
pub(crate) fn first_type(arguments: &PathArguments) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
