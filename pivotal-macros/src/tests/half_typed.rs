//! A declaration is invalid until it is typed to its end. Its method stays as it is, so completion and callers work meanwhile.

use std::fs;

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{File, FnArg, GenericArgument, Item, PathArguments, ReturnType, TraitItem, TraitItemFn, Type};

use super::{collect, each_declaration, ui};
use crate::endpoints::endpoints;
use crate::expand::endpoint;

/// What remains of tokens that are typed in part: without their end, also in groups and texts. An editor closes brackets and
/// quotes.
fn prefixes(tokens: &TokenStream) -> Vec<TokenStream> {
    let (mut prefixes, mut typed) = (Vec::new(), TokenStream::new());
    for token in tokens.clone() {
        prefixes.push(typed.clone());
        let parts: Vec<TokenTree> = match &token {
            TokenTree::Group(group) => {
                let inside = self::prefixes(&group.stream()).into_iter();
                inside.map(|inside| Group::new(group.delimiter(), inside).into()).collect()
            }
            TokenTree::Literal(literal) => texts(&literal.to_string()),
            _ => Vec::new(),
        };
        for part in parts {
            let mut prefix = typed.clone();
            prefix.extend([part]);
            prefixes.push(prefix);
        }
        typed.extend([token]);
    }
    prefixes
}

/// `""`, `"/"`, `"/<"`, ... of `"/<id>"`
fn texts(literal: &str) -> Vec<TokenTree> {
    let text = literal.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default();
    let ends = text.char_indices().filter(|(_, c)| !c.is_alphanumeric()).flat_map(|(at, c)| [at, at + c.len_utf8()]);
    ends.map(|end| Literal::string(&text[..end]).into()).collect()
}

/// A method with `#[endpoint]`, in a trait with `#[endpoints]` or in another one.
struct Method {
    args: TokenStream,
    item: TokenStream,
    of_trait: Option<TokenStream>,
}

impl Method {
    /// Expands it with these arguments.
    fn expand(&self, args: &TokenStream) -> TokenStream {
        let item = &self.item;
        let Some(of_trait) = &self.of_trait else {
            let method = endpoint(args.clone(), item);
            return quote!(trait Api { #method });
        };
        endpoints(of_trait.clone(), &quote!(trait Api { #[endpoint(#args)] #item }))
    }
}

/// All methods of the valid declarations.
fn methods() -> Vec<Method> {
    let mut methods = Vec::new();
    for file in ui("pass") {
        let source: TokenStream = fs::read_to_string(&file).unwrap().parse().unwrap();
        each_declaration(source, &mut |declared| {
            let (args, item) = (declared.args.clone(), declared.item.clone());
            if declared.attribute == "endpoint" {
                methods.push(Method { args, item, of_trait: None });
            } else {
                each_declaration(item, &mut |nested| {
                    let of_trait = Some(args.clone());
                    methods.push(Method { args: nested.args.clone(), item: nested.item.clone(), of_trait });
                });
            }
        });
    }
    methods
}

/// The method in an expanded trait. Errors of the trait are outside of it.
fn method_in(expansion: TokenStream) -> Option<TraitItemFn> {
    let file: File = syn::parse2(expansion).ok()?;
    let declared =
        file.items.into_iter().find_map(|item| if let Item::Trait(item) = item { Some(item) } else { None })?;
    let is_method = |item| if let TraitItem::Fn(method) = item { Some(method) } else { None };
    declared.items.into_iter().find_map(is_method)
}

/// The name, the parameters and the return type of a method. The type is that in the `Call`, whose path can be half typed.
fn seen(TraitItemFn { sig, .. }: &TraitItemFn) -> [String; 3] {
    let inputs = sig.inputs.iter().map(|input| match input {
        FnArg::Typed(typed) => quote!(#typed).to_string(),
        FnArg::Receiver(receiver) => quote!(#receiver).to_string(),
    });
    let output = match &sig.output {
        ReturnType::Type(_, ty) => output(ty).unwrap_or(ty).to_token_stream().to_string(),
        ReturnType::Default => String::new(),
    };
    [sig.ident.to_string(), inputs.collect::<Vec<_>>().join(", "), output]
}

fn output(call: &Type) -> Option<&Type> {
    let Type::Path(path) = call else { return None };
    let call = path.path.segments.last().filter(|last| last.ident == "Call")?;
    let PathArguments::AngleBracketed(arguments) = &call.arguments else { return None };
    arguments.args.iter().find_map(|argument| if let GenericArgument::Type(ty) = argument { Some(ty) } else { None })
}

fn errors(expansion: TokenStream) -> Vec<String> {
    let mut mistakes = Vec::new();
    collect(expansion, &mut mistakes);
    mistakes.into_iter().map(|mistake| mistake.message).collect()
}

#[test]
fn half_typed_attribute_leaves_method_and_is_one_error() {
    let mut count = 0;
    for method in methods() {
        let complete = seen(&method_in(method.expand(&method.args)).unwrap());
        let declares_output = method.item.to_string().contains("->");
        for args in prefixes(&method.args) {
            count += 1;
            let expansion = method.expand(&args);
            let expanded = method_in(expansion.clone()).unwrap_or_else(|| panic!("{args}: {expansion}"));
            let errors = errors(expanded.to_token_stream());
            assert!(errors.len() < 2, "{args}: {errors:#?}");
            let mut seen = seen(&expanded);
            if !declares_output {
                // Its type is `response`.
                seen[2].clone_from(&complete[2]);
            }
            assert_eq!(seen, complete, "{args}");
        }
    }
    assert!(count > 3_000, "{count} half-typed attributes");
}
