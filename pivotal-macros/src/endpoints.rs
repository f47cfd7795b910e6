//! `#[endpoints]`: a trait whose methods are endpoints, as a whole.

mod args;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::token::Paren;
use syn::{
    AttrStyle, Attribute, GenericParam, Ident, ItemTrait, MacroDelimiter, Meta, MetaList, Token, TraitItem,
    TraitItemFn, TypeParam, TypeParamBound, parse_quote,
};

use self::args::EndpointsArgs;
use crate::args::Arguments;
use crate::diagnostics::Diagnostics;
use crate::expand::{Surroundings, method, visible_method};
use crate::fallback;
use crate::near_miss::nearest;
use crate::plain::{parse_method, parse_trait};
use crate::root::Root;
use crate::signature::is_endpoint;

/// `#[endpoints(args)] item`
pub(crate) fn endpoints(args: TokenStream, item: &TokenStream, crate_name: &'static str) -> TokenStream {
    let Ok(mut declared) = parse_trait(item) else { return not_a_trait(item, crate_name) };
    let mut problems = Diagnostics::default();
    let args = EndpointsArgs::parse(args, &mut problems);
    let root = args.root.as_ref().map_or_else(|| Root::of_crate(crate_name), Root::at);
    let surroundings = Surroundings { prefix: args.prefix, is_prefix_refused: args.is_prefix_refused, root };
    trait_is_safe(&declared, &mut problems);
    endpoints_are_declared_once(&mut declared, &mut problems);
    let has_own_list = declares_list(&declared, &mut problems);
    let types = give_defaults(&mut declared);

    let errors = problems.finish().err().map(|errors| errors.to_compile_error());
    declared.unsafety = None;

    let (mut conditions, mut declarations) = (Vec::new(), Vec::new());
    for item in &mut declared.items {
        if let TraitItem::Verbatim(tokens) = item
            && let Some(method) = visible_method(tokens, &surroundings.root)
        {
            *tokens = method;
        }
        let TraitItem::Fn(declared) = item else { continue };
        let Some(args) = take_endpoint(declared) else { continue };
        let mut expansion = method(args, declared, &surroundings);
        if let Some(declaration) = expansion.declaration {
            conditions.push(cfgs(&declared.attrs).cloned().collect::<Vec<_>>());
            declarations.push(declaration);
            if surroundings.is_prefix_refused {
                // What only the common path would send is not said to be unused.
                let method = &expansion.method;
                expansion.method = quote!(#[allow(unused_variables)] #method);
            }
        }
        *item = TraitItem::Verbatim(expansion.method);
    }
    let root = &surroundings.root;
    let transport = args.transport.map_or_else(|| quote!(#root::Transport), |path| quote!(#path));
    declared.colon_token.get_or_insert_with(Default::default);
    declared.supertraits.push(TypeParamBound::Verbatim(transport));
    if !has_own_list {
        declared.items.insert(
            0,
            // Not parsed again: that takes time, in a build that is not optimised.
            TraitItem::Verbatim(quote! {
                /// The endpoints of this trait, in the order of their declaration.
                const ENDPOINTS: &'static [#root::Endpoint] = &[#(#(#conditions)* #root::Endpoint::new #declarations),*];
            }),
        );
    }
    let blanket = blanket(&declared, &types);
    quote!(#errors #blanket #declared)
}

fn not_a_trait(item: &TokenStream, crate_name: &str) -> TokenStream {
    // At the attribute, since the item may be long.
    let error = |message| syn::Error::new(Span::call_site(), message);
    match parse_method(item) {
        Ok(method) if method.default.is_none() => {
            let error = error("`#[endpoints]` belongs on a trait; on a method, write `#[endpoint]`");
            fallback::method(method, None, &Root::of_crate(crate_name), error)
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
    let only_if = cfgs(&declared.attrs);
    // What the trait may name, the impl may. It names the trait itself.
    let outer = declared.attrs.iter().filter(|attribute| matches!(attribute.style, AttrStyle::Outer));
    let allowed = outer.filter(|attribute| attribute.path().is_ident("allow"));
    let is_deprecated = declared.attrs.iter().any(|attribute| attribute.path().is_ident("deprecated"));
    let allow_deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    // Not spanned on the name: an impl by hand beside this one is then an error at the attribute.
    quote! {
        #(#only_if)*
        #(#allowed)*
        #allow_deprecated
        #[automatically_derived]
        impl #parameters #name #arguments for #everyone #where_clause {
            #(#types)*
        }
    }
}

/// The attributes that leave an item out: what names it needs them too.
fn cfgs(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"))
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

//     #[endpoints]
//     unsafe trait Store {}
//
fn trait_is_safe(declared: &ItemTrait, problems: &mut Diagnostics) {
    if let Some(unsafety) = &declared.unsafety {
        problems.error(unsafety, "a trait of endpoints has nothing to promise; remove `unsafe`");
    }
}

//     #[endpoints]
//     #[endpoints("/api")]
//     trait Store {}
//
fn endpoints_are_declared_once(declared: &mut ItemTrait, problems: &mut Diagnostics) {
    let is_again =
        |attribute: &Attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "endpoints");
    for again in declared.attrs.extract_if(.., |attribute| is_again(attribute)) {
        problems.error(again, "the trait has this attribute already; keep one of them");
    }
}

//     #[endpoints]
//     trait Store {
//         const ENDPOINTS: usize = 1;
//     }
//
fn declares_list(declared: &ItemTrait, problems: &mut Diagnostics) -> bool {
    let mut lists = declared.items.iter().filter_map(|item| match item {
        TraitItem::Const(item) if item.ident == "ENDPOINTS" => Some(&item.ident),
        _ => None,
    });
    let Some(list) = lists.next() else { return false };
    problems.error(list, "`#[endpoints]` gives the trait a constant of this name; rename this one");
    true
}

//     #[endpoints]
//     trait Store {
//         type Filter;
//         fn name(&self) -> &str;
//     }
//
/// Gives each item without a default its error as one: in the trait or, for a type, in the impl, which is returned.
fn give_defaults(declared: &mut ItemTrait) -> Vec<TokenStream> {
    let error = |name: &Ident, mend: &str| {
        let message = format!(
            "`#[endpoints]` implements the trait for every transport, which cannot know this; {mend}write the supertrait \
             and the impl by hand, without `#[endpoints]`"
        );
        syn::Error::new(name.span(), message).to_compile_error()
    };
    let give_default = "give it a default, or ";
    let mut types = Vec::new();
    for item in &mut declared.items {
        match item {
            TraitItem::Type(item) => {
                let (name, (parameters, _, where_clause)) = (&item.ident, item.generics.split_for_impl());
                let error = error(name, "");
                types.push(quote!(type #name #parameters = #error #where_clause;));
            }
            TraitItem::Const(item) if item.default.is_none() => {
                let error = error(&item.ident, give_default);
                item.default = Some((<syn::Token![=]>::default(), parse_quote!({ #error })));
            }
            TraitItem::Fn(method) if method.default.is_none() && !method.attrs.iter().any(is_endpoint) => {
                let error = match method.attrs.iter().find_map(misspelt_endpoint) {
                    Some(error) => error.to_compile_error(),
                    None => error(&method.sig.ident, give_default),
                };
                // Another attribute may be `endpoint` by another name, and would find a method with a body.
                method.attrs.retain(is_plain);
                if method.sig.receiver().is_some() {
                    fallback::borrow_transport(&mut method.sig);
                }
                method.semi_token = None;
                method.default = Some(parse_quote!({ #error }));
            }
            _ => {}
        }
    }
    types
}

//     #[endpoints]
//     trait Store {
//         #[endpont(GET, "/items/<id>")]
//         async fn item(&self, id: &str) -> Result<Item, Error>;
//     }
//
fn misspelt_endpoint(attribute: &Attribute) -> Option<syn::Error> {
    let path = attribute.path();
    let name = path.segments.last()?.ident.to_string();
    let meant = nearest(&name, ["endpoint"])?;
    Some(syn::Error::new_spanned(path, format!("a method is declared by `#[{meant}]`; write it for `#[{name}]`")))
}

/// Whether an attribute does nothing to a method but say something about it.
fn is_plain(attribute: &Attribute) -> bool {
    ["cfg", "doc", "allow", "expect", "must_use", "deprecated"].iter().any(|name| attribute.path().is_ident(name))
}
