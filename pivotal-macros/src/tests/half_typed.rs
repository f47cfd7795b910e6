//! A declaration is invalid until it is typed to its end. Its method stays as it is, so completion and callers work meanwhile.

use std::fs;
use std::path::PathBuf;

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{File, FnArg, GenericArgument, Item, PathArguments, ReturnType, TraitItem, TraitItemFn, Type};

use super::{collect, each_declaration, ui};
use crate::endpoints::endpoints;
use crate::expand::endpoint;

/// The rest of tokens that are typed in part: without their end, also in groups and texts. An editor closes brackets and
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
    let ends = text.char_indices().filter(|(_, c)| "<>?=".contains(*c)).flat_map(|(at, c)| [at, at + c.len_utf8()]);
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
    for file in declared_once() {
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

/// The methods in an expanded trait. Errors of the trait are outside of it.
fn methods_in(expansion: TokenStream) -> Option<Vec<TraitItemFn>> {
    let items = syn::parse2::<File>(expansion).ok()?.items.into_iter();
    let mut traits = items.filter_map(|item| if let Item::Trait(item) = item { Some(item) } else { None });
    let items = traits.next()?.items.into_iter();
    Some(items.filter_map(|item| if let TraitItem::Fn(method) = item { Some(method) } else { None }).collect())
}

/// The method in an expanded trait that has one.
fn method_in(expansion: TokenStream) -> Option<TraitItemFn> {
    methods_in(expansion)?.into_iter().next()
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

/// The valid declarations whose methods are written once. With `cfg` on parameters, a method is written for each configuration.
fn declared_once() -> Vec<PathBuf> {
    ui("pass").into_iter().filter(|file| !file.ends_with("cfg_parameters.rs")).collect()
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
    assert!(count > 2_000, "{count} half-typed attributes");
}

#[test]
fn half_typed_method_keeps_its_name() {
    let others = "async fn other(&self) -> Result<u8, Error>;";
    for method in [
        "async fn customer(&self, id: ) -> Result<u8, Error>;",
        "async fn customer(&self, id) -> Result<u8, Error>;",
        "async fn customer(&self, id: &) -> Result<u8, Error>;",
        "async fn customer(&self, ) -> Result<u8, Error>;",
        "async fn customer() -> Result<u8, Error>;",
        "async fn customer(&) -> Result<u8, Error>;",
        "async fn customer(&self, id: &str);",
        "async fn customer(&self, id: &str) -> ;",
        "async fn customer(&self, id: &str) -> Result;",
        "async fn customer(&self, id: &str) -> Result<;",
        "async fn customer(&self, id: &str) -> Result<u8, ;",
        "async fn customer(&self, id: &str) -> Result<u8, Error>",
        "async fn customer(&self, id: &str)",
        "async fn customer<(&self, id: &str) -> Result<u8, Error>;",
        "async fn customer(&self, id: &str) -> Result<u8, Error> where;",
        "async fn customer(&self, id: &str) -> Result<u8, Error> where Self: ;",
    ] {
        for args in ["GET, \"/customers/<id>\"", "GET, \"/customers\"", "GET", ""] {
            let expansion = endpoint(args.parse().unwrap(), &method.parse().unwrap());
            assert_kept(&expansion, method, args);
            let item = format!("trait Api {{ #[endpoint(GET, \"/\")] {others} #[endpoint({args})] {method} }}");
            let expansion = endpoints(TokenStream::new(), &item.parse().unwrap());
            assert_kept(&expansion, method, args);
            assert!(expansion.to_string().contains("\"other\""), "{method}: {expansion}");
        }
    }
}

fn assert_kept(expansion: &TokenStream, method: &str, args: &str) {
    assert!(expansion.to_string().contains("fn customer"), "{method}: {expansion}");
    let errors = errors(expansion.clone());
    assert!(errors.len() < 2, "{args} {method}: {errors:#?}");
}

#[test]
fn half_typed_attribute_of_trait_leaves_all_methods() {
    for file in declared_once() {
        let source: TokenStream = fs::read_to_string(&file).unwrap().parse().unwrap();
        each_declaration(source, &mut |declared| {
            if declared.attribute == "endpoint" {
                return;
            }
            let names = |args| {
                let methods = methods_in(endpoints(args, &declared.item)).unwrap();
                methods.iter().map(|method| method.sig.ident.to_string()).collect::<Vec<_>>()
            };
            let complete = names(declared.args.clone());
            for args in prefixes(&declared.args) {
                assert_eq!(names(args.clone()), complete, "{}: {args}", file.display());
            }
        });
    }
}
