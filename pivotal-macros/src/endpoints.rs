//! Expands `#[endpoints]`: implements the trait, and expands each `#[endpoint]` in it with the defaults.

mod args;
mod attribute;
mod inherited;
mod rules;

use std::mem::{replace, take};

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::token::Paren;
use syn::{
    AttrStyle, GenericParam, Ident, ItemTrait, MacroDelimiter, Meta, MetaList, Token, TraitItem, TraitItemFn,
    TypeParam, TypeParamBound,
};

use self::args::EndpointsArgs;
pub(crate) use self::attribute::is_import_only;
use self::attribute::normalize_attributes;
use self::inherited::check_inherited;
use self::rules::{
    add_missing_defaults, check_no_async_while_blocking, check_no_mock, check_no_transport_supertrait, check_no_unsafe,
    check_operations_differ, check_single_attribute, has_endpoints_const,
};
use crate::args::{Arguments, Keys, Scope};
use crate::cfg::cfg_attributes;
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::expand::{Expansion, rejected_method};
use crate::fallback;
use crate::parse_item::parse_trait;
use crate::parsed_method::ParsedMethod;
use crate::return_type::{check_error_types_owned, check_parameter_is_read};
use crate::runtime_path::RuntimePath;
use crate::signature::is_endpoint;
use crate::validate::check_keys;

/// Expands `#[endpoints(args)] item`.
pub(crate) fn endpoints(args: TokenStream, item: &TokenStream) -> TokenStream {
    let Some(mut declared) = parse_trait(item) else { return not_a_trait(item) };
    let mut diagnostics = Diagnostics::default();
    let args = EndpointsArgs::parse(args, &mut diagnostics);
    let runtime = args.keys.runtime.as_ref().map_or_else(RuntimePath::by_name, RuntimePath::from_key);
    if args.transport.is_none() && args.keys.is_complete {
        check_no_transport_supertrait(&declared, &mut diagnostics);
    }
    let blocking = args.transport.clone();
    let transport = match args.transport {
        Some(path) => Some(path.into_token_stream()),
        // A key that could not be read can be `transport`.
        None => args.keys.is_complete.then(|| quote!(#runtime::Transport)),
    };
    let keys = valid_keys(args.keys, &mut diagnostics);
    let mut defaults = Defaults {
        common_path: None,
        is_rejected: diagnostics.count() > 0,
        keys,
        generics: declared.generics.clone(),
        runtime,
        is_transport_known: transport.is_some(),
    };
    check_no_unsafe(&declared, &mut diagnostics);
    check_single_attribute(&mut declared, &mut diagnostics);
    check_no_mock(&mut declared, &mut diagnostics);
    let has_own_const = has_endpoints_const(&declared, &mut diagnostics);
    let renamed_imports = normalize_attributes(&mut declared);
    let types = add_missing_defaults(&mut declared);
    declared.unsafety = None;

    // An argument that could not be read can be the path.
    let has_path =
        args.common_path.as_ref().map_or(!defaults.keys.is_complete, |(literal, _)| !literal.value().starts_with('?'));
    let (indices, mut methods) = parse_endpoints(&mut declared, has_path, &defaults);
    check_no_async_while_blocking(blocking.as_ref(), &mut methods);
    for method in &mut methods {
        check_parameter_is_read(&method.item.sig, &declared.generics, &mut method.diagnostics);
    }
    check_operations_differ(&methods, &mut diagnostics);
    check_inherited(args.common_path, &mut defaults, &mut methods, &mut diagnostics);
    let errors = diagnostics.finish().err().map(|errors| errors.to_compile_error());
    let (mut cfgs, mut constants) = (Vec::new(), Vec::new());
    for (index, method) in indices.into_iter().zip(methods) {
        let cfg: Vec<_> = cfg_attributes(&method.item.attrs).collect();
        let expansion = Expansion::new(method, &defaults);
        for (configuration, constant) in expansion.endpoints {
            cfgs.push(cfg.iter().cloned().chain(configuration).collect::<Vec<_>>());
            constants.push(constant);
        }
        if let Some(item) = declared.items.get_mut(index) {
            *item = TraitItem::Verbatim(expansion.method);
        }
    }
    let runtime = &defaults.runtime;
    declared.colon_token.get_or_insert_with(Default::default);
    declared.supertraits.extend(transport.map(TypeParamBound::Verbatim));
    let constant = (!has_own_const).then(|| {
        // Written as a comment, `quote` would parse it.
        let doc = " The endpoints of this trait, in the order of their declaration.";
        quote! {
            #[doc = #doc]
            const ENDPOINTS: &'static [#runtime::Endpoint] = &[#(#(#[#cfgs])* #runtime::Endpoint::#constants),*];
        }
    });
    let items = take(&mut declared.items).into_iter().map(|item| match item {
        TraitItem::Verbatim(tokens) => tokens,
        item => item.into_token_stream(),
    });
    // In one go, since the compiler copies a stream that is appended to another one.
    declared.items = vec![TraitItem::Verbatim(constant.into_iter().chain(items).collect())];
    let blanket_impl = blanket_impl(&declared, &types);
    quote!(#errors #(#renamed_imports)* #blanket_impl #declared)
}

/// Checks the keys of the trait, and removes invalid ones that each method would report again.
fn valid_keys(mut keys: Keys, diagnostics: &mut Diagnostics) -> Keys {
    check_keys(&keys, Scope::Trait, diagnostics);
    if !check_error_types_owned(&keys, diagnostics) {
        keys.error = None;
        keys.errors.clear();
    }
    keys
}

/// Parses the endpoints, and returns them with the indices of their items. The items are replaced later.
fn parse_endpoints(declared: &mut ItemTrait, has_path: bool, defaults: &Defaults) -> (Vec<usize>, Vec<ParsedMethod>) {
    let (mut indices, mut methods) = (Vec::new(), Vec::new());
    for (index, item) in declared.items.iter_mut().enumerate() {
        if let TraitItem::Verbatim(tokens) = item
            && let Some(method) = rejected_method(tokens, &defaults.runtime)
        {
            *tokens = method;
        }
        let TraitItem::Fn(method) = item else { continue };
        let Some(arguments) = remove_attribute(method) else { continue };
        if let TraitItem::Fn(method) = replace(item, TraitItem::Verbatim(TokenStream::new())) {
            indices.push(index);
            methods.push(ParsedMethod::parse(arguments, method, has_path, &defaults.keys));
        }
    }
    (indices, methods)
}

fn not_a_trait(item: &TokenStream) -> TokenStream {
    // At the attribute, since the item can be long.
    let error = |message| syn::Error::new(Span::call_site(), message);
    match syn::parse2::<TraitItemFn>(item.clone()) {
        Ok(method) if method.default.is_none() => {
            let error = error("`#[endpoints]` belongs on a trait; on a method, write `#[endpoint]`");
            fallback::method(method, None, &RuntimePath::by_name(), Some(error))
        }
        _ => fallback::item(item, &error("`#[endpoints]` belongs on a trait; put it above the `trait`")),
    }
}

/// `impl<T: Transport> Customers for T {}`
fn blanket_impl(declared: &ItemTrait, types: &[TokenStream]) -> TokenStream {
    let (name, supertraits) = (&declared.ident, &declared.supertraits);
    let (_, arguments, where_clause) = declared.generics.split_for_impl();
    let transport = Ident::new("__Transport", Span::mixed_site());
    let mut generics = declared.generics.clone();
    let mut bounds = supertraits.clone();
    bounds.push(TypeParamBound::Verbatim(quote!(?::core::marker::Sized)));
    generics.params.push(GenericParam::Type(TypeParam {
        colon_token: Some(<Token![:]>::default()),
        bounds,
        ..TypeParam::from(transport.clone())
    }));
    let (parameters, ..) = generics.split_for_impl();
    let cfgs = cfg_attributes(&declared.attrs);
    // The impl names the trait and the types that it names, so it allows the same lints.
    let outer = declared.attrs.iter().filter(|attribute| matches!(attribute.style, AttrStyle::Outer));
    let allowed = outer.filter_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => Some(&list.tokens),
        _ => None,
    });
    let is_deprecated = declared.attrs.iter().any(|attribute| attribute.path().is_ident("deprecated"));
    let allow_deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    // Without the span of the name, the error for a second impl points at the attribute.
    quote! {
        #(#[#cfgs])*
        #(#[allow(#allowed)])*
        #allow_deprecated
        #[automatically_derived]
        impl #parameters #name #arguments for #transport #where_clause {
            #(#types)*
        }
    }
}

/// Removes `#[endpoint(args)]` from the method, and returns its arguments.
fn remove_attribute(method: &mut TraitItemFn) -> Option<Arguments> {
    let index = method.attrs.iter().position(is_endpoint)?;
    let list = match method.attrs.remove(index).meta {
        Meta::List(list) => list,
        other => MetaList {
            path: other.path().clone(),
            delimiter: MacroDelimiter::Paren(Paren(other.span())),
            tokens: TokenStream::new(),
        },
    };
    Some(Arguments::Nested(list))
}
