//! `#[endpoints]`: a trait whose methods are endpoints, as a whole.

mod args;
mod conditions;
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
use self::conditions::conditions;
use self::rules::{declares_list, endpoints_are_declared_once, give_defaults, trait_is_safe};
use crate::args::Arguments;
use crate::diagnostics::Diagnostics;
use crate::expand::{Surroundings, method, refused_method};
use crate::fallback;
use crate::item::{parse_method, parse_trait};
use crate::root::Root;
use crate::signature::is_endpoint;

/// `#[endpoints(args)] item`
pub(crate) fn endpoints(args: TokenStream, item: &TokenStream) -> TokenStream {
    let Some(mut declared) = parse_trait(item) else { return not_a_trait(item) };
    let mut problems = Diagnostics::default();
    let args = EndpointsArgs::parse(args, &mut problems);
    let root = args.root.as_ref().map_or_else(Root::of_runtime, Root::at);
    let transport = match args.transport {
        Some(path) => Some(path.into_token_stream()),
        // A key that could not be read may be `transport`.
        None => args.complete.then(|| quote!(#root::Transport)),
    };
    let surroundings = Surroundings {
        prefix: args.prefix,
        prefix_is_refused: args.prefix_is_refused,
        root,
        api: args.api,
        transport_is_known: transport.is_some(),
    };
    trait_is_safe(&declared, &mut problems);
    endpoints_are_declared_once(&mut declared, &mut problems);
    let has_own_list = declares_list(&declared, &mut problems);
    let types = give_defaults(&mut declared);

    let errors = problems.finish().err().map(|errors| errors.to_compile_error());
    declared.unsafety = None;

    let (mut only_if, mut declarations) = (Vec::new(), Vec::new());
    for item in &mut declared.items {
        if let TraitItem::Verbatim(tokens) = item
            && let Some(method) = refused_method(tokens, &surroundings.root)
        {
            *tokens = method;
        }
        let TraitItem::Fn(declared) = item else { continue };
        let Some(args) = take_endpoint(declared) else { continue };
        let mut expansion = method(args, declared, &surroundings);
        if let Some(declaration) = expansion.declaration {
            only_if.push(conditions(&declared.attrs).collect::<Vec<_>>());
            declarations.push(declaration);
            if surroundings.prefix_is_refused {
                // What only the common path would send is not said to be unused.
                let method = &expansion.method;
                expansion.method = quote!(#[allow(unused_variables)] #method);
            }
        }
        *item = TraitItem::Verbatim(expansion.method);
    }
    let root = &surroundings.root;
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
