//! `#[endpoints]`: a trait whose methods are endpoints, as a whole.

mod args;
mod common_path;
mod conditions;
mod inherited;
mod rules;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::token::Paren;
use syn::{
    AttrStyle, GenericParam, Ident, ItemTrait, MacroDelimiter, Meta, MetaList, Token, TraitItem, TraitItemFn,
    TypeParam, TypeParamBound,
};

use self::args::EndpointsArgs;
pub(crate) use self::common_path::CommonPath;
use self::conditions::conditions;
use self::inherited::check_inherited;
use self::rules::{declares_list, endpoints_are_declared_once, give_defaults, supertrait_is_the_key, trait_is_safe};
use crate::answer::error_body_is_owned;
use crate::args::{Arguments, Scope};
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::expand::{Expansion, refused_method};
use crate::fallback;
use crate::item::{parse_method, parse_trait};
use crate::parsed_method::ParsedMethod;
use crate::root::Root;
use crate::signature::is_endpoint;
use crate::validate::{check_keys, is_status};

/// `#[endpoints(args)] item`
pub(crate) fn endpoints(args: TokenStream, item: &TokenStream) -> TokenStream {
    let Some(mut declared) = parse_trait(item) else { return not_a_trait(item) };
    let mut problems = Diagnostics::default();
    let args = EndpointsArgs::parse(args, &mut problems);
    let root = args.keys.root.as_ref().map_or_else(Root::of_runtime, Root::at);
    if args.transport.is_none() && args.keys.complete {
        supertrait_is_the_key(&declared, &mut problems);
    }
    let transport = match args.transport {
        Some(path) => Some(path.into_token_stream()),
        // A key that could not be read may be `transport`.
        None => args.keys.complete.then(|| quote!(#root::Transport)),
    };
    let mut keys = args.keys;
    check_keys(&keys, Scope::Trait, &mut problems);
    if !error_body_is_owned(&keys, &mut problems) {
        keys.error = None;
    }
    keys.success.retain(is_status);
    let mut defaults = Defaults {
        common_path: None,
        is_rejected: problems.count() > 0,
        keys,
        root,
        transport_is_known: transport.is_some(),
    };
    trait_is_safe(&declared, &mut problems);
    endpoints_are_declared_once(&mut declared, &mut problems);
    let has_own_list = declares_list(&declared, &mut problems);
    let types = give_defaults(&mut declared);
    declared.unsafety = None;

    let has_path = args.common_path.as_ref().is_some_and(|(literal, _)| !literal.value().starts_with('?'));
    let (places, mut methods) = take_methods(&mut declared, has_path, &defaults);
    check_inherited(args.common_path, &mut defaults, &mut methods, &mut problems);
    let errors = problems.finish().err().map(|errors| errors.to_compile_error());
    let (mut only_if, mut declarations) = (Vec::new(), Vec::new());
    for (place, method) in places.into_iter().zip(methods) {
        let conditions: Vec<_> = conditions(&method.item.attrs).collect();
        let mut expansion = Expansion::new(method, &defaults);
        if let Some(declaration) = expansion.declaration {
            only_if.push(conditions);
            declarations.push(declaration);
            if defaults.is_rejected {
                // A parameter that only the rejected argument sends is not reported as unused.
                let method = &expansion.method;
                expansion.method = quote!(#[allow(unused_variables)] #method);
            }
        }
        if let Some(item) = declared.items.get_mut(place) {
            *item = TraitItem::Verbatim(expansion.method);
        }
    }
    let root = &defaults.root;
    declared.colon_token.get_or_insert_with(Default::default);
    declared.supertraits.extend(transport.map(TypeParamBound::Verbatim));
    if !has_own_list {
        declared.items.insert(
            0,
            // Not parsed again: that takes time, in a build that is not optimised.
            TraitItem::Verbatim(quote! {
                /// The endpoints of this trait, in the order of their declaration.
                const ENDPOINTS: &'static [#root::Endpoint] = &[#(#(#[#only_if])* #root::Endpoint::new #declarations),*];
            }),
        );
    }
    let blanket = blanket(&declared, &types);
    quote!(#errors #blanket #declared)
}

/// Takes the endpoints off the trait, each with the index of its item.
fn take_methods(declared: &mut ItemTrait, has_path: bool, defaults: &Defaults) -> (Vec<usize>, Vec<ParsedMethod>) {
    let (mut places, mut methods) = (Vec::new(), Vec::new());
    for (place, item) in declared.items.iter_mut().enumerate() {
        if let TraitItem::Verbatim(tokens) = item
            && let Some(method) = refused_method(tokens, &defaults.root)
        {
            *tokens = method;
        }
        let TraitItem::Fn(method) = item else { continue };
        let Some(args) = take_endpoint(method) else { continue };
        let empty = TraitItem::Verbatim(TokenStream::new());
        if let TraitItem::Fn(method) = std::mem::replace(item, empty) {
            places.push(place);
            methods.push(ParsedMethod::parse(args, method, has_path, defaults));
        }
    }
    (places, methods)
}

fn not_a_trait(item: &TokenStream) -> TokenStream {
    // At the attribute, since the item may be long.
    let error = |message| syn::Error::new(Span::call_site(), message);
    match parse_method(item) {
        Ok(method) if method.default.is_none() => {
            let error = error("`#[endpoints]` belongs on a trait; on a method, write `#[endpoint]`");
            fallback::method(method, None, &Root::of_runtime(), Some(error))
        }
        _ => fallback::item(item, &error("`#[endpoints]` belongs on a trait; put it above the `trait`")),
    }
}

/// `impl<T: Transport> Customers for T {}`
fn blanket(declared: &ItemTrait, types: &[TokenStream]) -> TokenStream {
    let (name, supertraits) = (&declared.ident, &declared.supertraits);
    let (_, arguments, where_clause) = declared.generics.split_for_impl();
    let everyone = Ident::new("__Transport", Span::mixed_site());
    let mut generics = declared.generics.clone();
    let mut bounds = supertraits.clone();
    bounds.push(TypeParamBound::Verbatim(quote!(?::core::marker::Sized)));
    generics.params.push(GenericParam::Type(TypeParam {
        colon_token: Some(<Token![:]>::default()),
        bounds,
        ..TypeParam::from(everyone.clone())
    }));
    let (parameters, ..) = generics.split_for_impl();
    let only_if = conditions(&declared.attrs);
    // What the trait may name, the impl may. It names the trait itself.
    let outer = declared.attrs.iter().filter(|attribute| matches!(attribute.style, AttrStyle::Outer));
    let allowed = outer.filter_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => Some(&list.tokens),
        _ => None,
    });
    let is_deprecated = declared.attrs.iter().any(|attribute| attribute.path().is_ident("deprecated"));
    let allow_deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    // Not spanned on the name: an impl by hand beside this one is then an error at the attribute.
    quote! {
        #(#[#only_if])*
        #(#[allow(#allowed)])*
        #allow_deprecated
        #[automatically_derived]
        impl #parameters #name #arguments for #everyone #where_clause {
            #(#types)*
        }
    }
}

/// Takes `#[endpoint(args)]` off the method.
fn take_endpoint(method: &mut TraitItemFn) -> Option<Arguments> {
    let at = method.attrs.iter().position(is_endpoint)?;
    let list = match method.attrs.remove(at).meta {
        Meta::List(list) => list,
        other => MetaList {
            path: other.path().clone(),
            delimiter: MacroDelimiter::Paren(Paren(other.span())),
            tokens: TokenStream::new(),
        },
    };
    Some(Arguments::Written(list))
}
