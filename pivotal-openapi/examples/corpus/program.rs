//! A program that makes the calls of a generated crate.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{GenericArgument, PathArguments, Type};

use super::signatures::Signature;

/// Returns the code of the module `calls`, with a function for each method.
pub(crate) fn calls(library: &str, api: Option<&Ident>, signatures: &[Signature]) -> Result<String, syn::Error> {
    let library = format_ident!("{library}");
    let mut modules: BTreeMap<&str, (&[TokenStream], Vec<TokenStream>)> = BTreeMap::new();
    let mut arms = Vec::new();
    for (number, signature) in signatures.iter().enumerate() {
        let name = format_ident!("call_{number}");
        let module = format_ident!("of_{}", signature.module);
        arms.push(quote!(#number => Box::pin(#module::#name(client, arguments)),));
        let functions = modules.entry(&signature.module).or_insert((&signature.imports, Vec::new()));
        functions.1.push(call(signature, &name));
    }
    let modules = modules.iter().map(|(name, (imports, functions))| {
        let name = format_ident!("of_{name}");
        quote! {
            mod #name {
                use #library::*;
                #(use #imports;)*
                #(#functions)*
            }
        }
    });
    let api = api.map(|api| quote!(.api(&#library::#api)));
    let tokens = quote! {
        //! The calls of all methods.

        pub fn builder() -> pivotal_runtime::ClientBuilder {
            pivotal_runtime::Client::builder() #api
        }

        pub fn call<'a>(
            number: usize,
            client: &'a pivotal_runtime::Client,
            arguments: &'a crate::Arguments,
        ) -> crate::Outcome<'a> {
            match number {
                #(#arms)*
                _ => Box::pin(async { Err(crate::Failure::Argument("no such call".to_owned())) }),
            }
        }

        #(#modules)*
    };
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}

fn call(signature: &Signature, name: &Ident) -> TokenStream {
    let mut statements = Vec::new();
    let mut passed = Vec::new();
    for (number, (argument, type_)) in signature.arguments.iter().enumerate() {
        let (key, variable) = (argument.to_string(), format_ident!("argument_{number}"));
        let (owned, prepared, expression) = pass(type_, &variable);
        statements.push(quote!(let #variable: #owned = crate::argument(arguments, #key)?;));
        statements.extend(prepared);
        passed.push(expression);
    }
    let (trait_name, method) = (&signature.trait_name, &signature.name);
    let call = quote!(#trait_name::#method(client #(, #passed)*));
    let returned = returned(signature, &call);
    quote! {
        pub(super) async fn #name(client: &pivotal_runtime::Client, arguments: &crate::Arguments) -> crate::Returned {
            #(#statements)*
            #returned
        }
    }
}

/// Returns the owned type of an argument, a statement that prepares it, and the expression that is passed.
fn pass(type_: &Type, variable: &Ident) -> (TokenStream, Option<TokenStream>, TokenStream) {
    if let Some(inner) = generic(type_, "Option") {
        return match &inner {
            Type::Reference(reference) => match &*reference.elem {
                elem if is(elem, "str") => (quote!(Option<String>), None, quote!(#variable.as_deref())),
                Type::Slice(slice) if is_str(&slice.elem) => (
                    quote!(Option<Vec<String>>),
                    Some(quote!(let #variable: Option<Vec<&str>> =
                        #variable.as_ref().map(|texts| texts.iter().map(String::as_str).collect());)),
                    quote!(#variable.as_deref()),
                ),
                Type::Slice(slice) => {
                    let item = &slice.elem;
                    (quote!(Option<Vec<#item>>), None, quote!(#variable.as_deref()))
                }
                other => (quote!(Option<#other>), None, quote!(#variable.as_ref())),
            },
            other if is(other, "Multipart") || is(other, "Body") => {
                (quote!(Option<crate::Content>), None, quote!(#variable.map(Into::into)))
            }
            other => (quote!(Option<#other>), None, quote!(#variable)),
        };
    }
    match type_ {
        Type::Reference(reference) => match &*reference.elem {
            elem if is(elem, "str") => (quote!(String), None, quote!(&#variable)),
            Type::Slice(slice) if is_str(&slice.elem) => (
                quote!(Vec<String>),
                Some(quote!(let #variable: Vec<&str> = #variable.iter().map(String::as_str).collect();)),
                quote!(&#variable),
            ),
            Type::Slice(slice) => {
                let item = &slice.elem;
                (quote!(Vec<#item>), None, quote!(&#variable))
            }
            other => (other.to_token_stream(), None, quote!(&#variable)),
        },
        other if is(other, "Multipart") || is(other, "Body") => {
            (quote!(crate::Content), None, quote!(#variable.into()))
        }
        other => (other.to_token_stream(), None, quote!(#variable)),
    }
}

/// Returns the code that makes the call and converts what it returns to JSON.
fn returned(signature: &Signature, call: &TokenStream) -> TokenStream {
    if generic(&signature.returns, "Pages").is_some() {
        return quote!(crate::value(#call.pages().next().await.transpose()?));
    }
    let value = generic(&signature.returns, "Result");
    match &value {
        Some(value) if is(value, "Body") => quote!(crate::bytes(#call.await?).await),
        Some(value) if generic(value, "Response").is_some() => quote!(crate::value(#call.await?.status().as_u16())),
        Some(value) if generic(value, "Events").is_some() || generic(value, "Lines").is_some() => {
            quote!({ let _ = #call.await?; crate::unknown() })
        }
        Some(value) if !signature.variants.is_empty() => {
            let variants = signature.variants.iter().map(|variant| {
                let name = &variant.ident;
                if variant.fields.is_empty() {
                    quote!(#value::#name => crate::value(()),)
                } else {
                    quote!(#value::#name(value) => crate::value(value),)
                }
            });
            quote! {
                match #call.await? {
                    #(#variants)*
                }
            }
        }
        _ => quote!(crate::value(#call.await?)),
    }
}

/// Returns the last name of a path.
fn is(type_: &Type, name: &str) -> bool {
    matches!(type_, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == name))
}

fn is_str(type_: &Type) -> bool {
    matches!(type_, Type::Reference(reference) if is(&reference.elem, "str"))
}

/// Returns the first type argument of a generic type with this name.
fn generic(type_: &Type, name: &str) -> Option<Type> {
    let Type::Path(path) = type_ else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(type_) => Some(type_.clone()),
        _ => None,
    })
}
