//! `#[endpoints]`: a trait whose methods are endpoints, as a whole.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, ItemTrait, LitStr, Meta, Path, Token, TraitItem, TraitItemFn, parse_quote};

use crate::diagnostics::Diagnostics;
use crate::expand::{Root, Surroundings, method};
use crate::fallback;
use crate::near_miss::nearest;
use crate::template::Template;

const KEYS: [&str; 2] = ["transport", "crate"];

/// `"/api/v1", transport = DynTransport`
#[derive(Default)]
struct EndpointsArgs {
    prefix: Option<LitStr>,
    transport: Option<Path>,
    root: Option<Path>,
}

/// `#[endpoints(args)] item`
pub(crate) fn endpoints(args: TokenStream, item: &TokenStream, crate_name: &'static str) -> TokenStream {
    let Ok(mut declared) = syn::parse2::<ItemTrait>(item.clone()) else {
        let message = "`#[endpoints]` belongs on a trait; put it above the `trait`";
        return fallback::item(item, &syn::Error::new(Span::call_site(), message));
    };
    let mut problems = Diagnostics::default();
    let parsed = problems.take(parse_args.parse2(args)).unwrap_or_default();
    let prefix = parsed.prefix.as_ref().and_then(|literal| prefix(literal, &mut problems));
    let surroundings = Surroundings { crate_name, prefix, root: parsed.root };
    let root = Root::new(None, &surroundings);
    every_item_can_be_had_by_every_transport(&declared, &mut problems);

    let mut declarations = Vec::new();
    for item in &mut declared.items {
        let TraitItem::Fn(declared) = item else { continue };
        let Some(args) = take_endpoint(declared) else { continue };
        let expansion = method(args, declared.clone(), &surroundings);
        let only_if: Vec<_> = declared.attrs.iter().filter(|attribute| attribute.path().is_ident("cfg")).collect();
        declarations.extend(expansion.declaration.map(|declaration| quote!(#(#only_if)* #declaration)));
        *item = TraitItem::Verbatim(expansion.method);
    }
    let Root(private) = &root;
    let transport = parsed.transport.map_or_else(|| quote!(#private::Transport), |path| quote!(#path));
    declared.colon_token.get_or_insert_with(Default::default);
    declared.supertraits.push(parse_quote!(#transport));
    declared.items.insert(
        0,
        parse_quote! {
            /// The endpoints of this trait, in the order of their declaration.
            const ENDPOINTS: &'static [#private::Endpoint] = &[#(#declarations),*];
        },
    );
    let errors = problems.finish().err().map(|errors| errors.to_compile_error());
    let blanket = blanket(&declared);
    quote!(#declared #blanket #errors)
}

/// `impl<T: Transport> Customers for T {}`
fn blanket(declared: &ItemTrait) -> TokenStream {
    let (name, supertraits) = (&declared.ident, &declared.supertraits);
    let (_, arguments, where_clause) = declared.generics.split_for_impl();
    let everyone = Ident::new("__Transport", Span::mixed_site());
    let mut generics = declared.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.default = None;
    }
    generics.params.push(parse_quote!(#everyone: #supertraits + ?::core::marker::Sized));
    let (parameters, ..) = generics.split_for_impl();
    let only_if = declared.attrs.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    quote_spanned! {name.span()=>
        #(#only_if)*
        #[automatically_derived]
        impl #parameters #name #arguments for #everyone #where_clause {}
    }
}

fn parse_args(input: ParseStream<'_>) -> syn::Result<EndpointsArgs> {
    let mut args = EndpointsArgs::default();
    while !input.is_empty() {
        if args.prefix.is_none() && input.peek(LitStr) {
            args.prefix = Some(input.parse()?);
        } else {
            let key = input.call(Ident::parse_any)?;
            let name = key.to_string();
            if !KEYS.contains(&name.as_str()) {
                let mend = nearest(&name, KEYS)
                    .map_or("expected a path in quotes, `transport` or `crate`".to_owned(), |key| {
                        format!("write `{key}`")
                    });
                return Err(syn::Error::new_spanned(key, format!("unknown key `{name}`; {mend}")));
            }
            input.parse::<Token![=]>()?;
            let path = input.call(Path::parse_mod_style)?;
            *(if name == "crate" { &mut args.root } else { &mut args.transport }) = Some(path);
        }
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(args)
}

fn prefix(literal: &LitStr, problems: &mut Diagnostics) -> Option<String> {
    match Template::parse(&literal.value()) {
        Ok(template) if template.is_prefix() => Some(literal.value()),
        Ok(_) => {
            problems.error(literal, "a common path is sent as written before the others; write it without placeholders, `?` or `/` at its end");
            None
        }
        Err(error) => {
            problems.error(literal, error);
            None
        }
    }
}

/// Takes `#[endpoint(args)]` off the method.
fn take_endpoint(method: &mut TraitItemFn) -> Option<TokenStream> {
    let is_endpoint =
        |attribute: &Attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "endpoint");
    let at = method.attrs.iter().position(is_endpoint)?;
    match method.attrs.remove(at).meta {
        Meta::List(list) => Some(list.tokens),
        _ => Some(TokenStream::new()),
    }
}

//     #[endpoints]
//     trait Store {
//         type Filter;
//         fn name(&self) -> &str;
//     }
//
fn every_item_can_be_had_by_every_transport(declared: &ItemTrait, problems: &mut Diagnostics) {
    let message = "`#[endpoints]` implements the trait for every transport, which cannot know this; give it a default, or write \
                   the supertrait and the impl by hand, without `#[endpoints]`";
    for item in &declared.items {
        match item {
            TraitItem::Type(item) => problems.error(&item.ident, message),
            TraitItem::Const(item) if item.default.is_none() => problems.error(&item.ident, message),
            TraitItem::Fn(method) if method.default.is_none() && take_endpoint(&mut method.clone()).is_none() => {
                problems.error(&method.sig.ident, message);
            }
            _ => {}
        }
    }
}
