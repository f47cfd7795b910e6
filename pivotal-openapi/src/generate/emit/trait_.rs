//! Traits and their methods.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Emitter, doc_attributes};
use crate::generate::layout::Group;
use crate::generate::method::{Argument, ArgumentKind, Key, Method};
use crate::generate::responses::Returns;
use crate::types::Type;

/// Methods of HTTP that are written without quotes.
const STANDARD: [&str; 8] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY"];

impl Emitter<'_> {
    /// Returns the trait of a group.
    pub(in crate::generate) fn group(&self, group: &Group, methods: &[&Method], api: &str) -> TokenStream {
        let endpoints = self.import("pivotal_runtime::endpoints");
        let api = self.import(&format!("super::{api}"));
        let common = common_path(methods);
        let path = (!common.is_empty()).then(|| quote!(#common,));
        let name = format_ident!("{}", group.trait_name);
        let docs = doc_attributes(group.docs.as_deref().unwrap_or_default());
        let methods = methods.iter().map(|method| self.method(method, &common));
        quote! {
            #docs
            #[#endpoints(#path api = #api)]
            pub trait #name {
                #(#methods)*
            }
        }
    }

    fn method(&self, method: &Method, common: &str) -> TokenStream {
        let docs = doc_attributes(&method.docs);
        let http_method = if STANDARD.contains(&method.verb.as_str()) {
            let ident = format_ident!("{}", method.verb);
            quote!(#ident)
        } else {
            let name = &method.verb;
            quote!(#name)
        };
        let template = method.template.strip_prefix(common).unwrap_or(&method.template);
        let keys = method.keys.iter().map(|key| self.key(key));
        let operation = method.operation.as_ref().map(|id| quote!(, operation = #id));
        let arguments = method.arguments.iter().map(|argument| self.argument(argument));
        let name = format_ident!("{}", method.name);
        let (is_async, returned) = self.returned(&method.returns);
        let asyncness = is_async.then(|| quote!(async));
        quote! {
            #docs
            #[endpoint(#http_method, #template #(, #keys)* #operation)]
            #asyncness fn #name(&self, #(#arguments),*) -> #returned;
        }
    }

    fn key(&self, key: &Key) -> TokenStream {
        match key {
            Key::Body(kind, name) => {
                let (kind, name) = (format_ident!("{kind}"), format_ident!("{name}"));
                quote!(#kind = #name)
            }
            Key::HeaderParameter(header, name) => {
                let name = format_ident!("{name}");
                quote!(header(#header) = #name)
            }
            Key::HeaderValue(header, value) => quote!(header(#header) = #value),
            Key::ResponseOf(status, type_) => {
                let (status, type_) = (Literal::u16_unsuffixed(*status), self.owned(type_));
                quote!(response(#status) = #type_)
            }
            Key::Response(type_) => {
                let type_ = self.owned(type_);
                quote!(response = #type_)
            }
            Key::ResponseOption(type_) => {
                let type_ = self.owned(type_.non_null());
                quote!(response = Option<#type_>)
            }
            Key::Success(statuses) => {
                let statuses: Vec<Literal> = statuses.iter().map(|status| Literal::u16_unsuffixed(*status)).collect();
                match statuses.as_slice() {
                    [status] => quote!(success = #status),
                    statuses => quote!(success = [#(#statuses),*]),
                }
            }
            Key::Error(status, type_) => {
                let type_ = self.owned(type_);
                if let Some(status) = status.map(Literal::u16_unsuffixed) {
                    quote!(error(#status) = #type_)
                } else {
                    quote!(error = #type_)
                }
            }
            Key::WithoutCredentials => quote!(auth = none),
        }
    }

    fn argument(&self, argument: &Argument) -> TokenStream {
        let name = format_ident!("{}", argument.name);
        let type_ = match &argument.kind {
            ArgumentKind::Value(type_) => self.borrowed(type_),
            ArgumentKind::Slice(item) => self.slice(item),
            ArgumentKind::Multipart => self.import("pivotal_runtime::Multipart"),
            ArgumentKind::Stream => self.import("pivotal_runtime::Body"),
            ArgumentKind::Lines(type_) => {
                let (lines, type_) = (self.import("pivotal_runtime::Lines"), self.owned(type_));
                quote!(#lines<#type_>)
            }
        };
        if argument.is_optional { quote!(#name: Option<#type_>) } else { quote!(#name: #type_) }
    }

    /// Returns whether the method is `async`, and its return type.
    fn returned(&self, returns: &Returns) -> (bool, TokenStream) {
        let value = match returns {
            Returns::LinkPages(item) => {
                let (pages, page) = (self.import("pivotal_runtime::Pages"), self.import("pivotal_runtime::LinkPage"));
                let item = self.owned(item);
                return (false, quote!(#pages<'_, #page<#item>>));
            }
            Returns::Pages(id, _) => {
                let (pages, page) = (self.import("pivotal_runtime::Pages"), self.named(*id));
                return (false, quote!(#pages<'_, #page>));
            }
            Returns::Value(type_) => self.owned(type_),
            Returns::Optional(type_) => {
                let type_ = self.owned(type_.non_null());
                quote!(Option<#type_>)
            }
            Returns::Conditional(type_) => {
                let (conditional, type_) = (self.import("pivotal_runtime::Conditional"), self.owned(type_));
                quote!(#conditional<#type_>)
            }
            Returns::Head => {
                let response = self.import("pivotal_runtime::Response");
                quote!(#response<()>)
            }
            Returns::Events(type_) => {
                let (events, type_) = (self.import("pivotal_runtime::Events"), self.owned(type_));
                quote!(#events<#type_>)
            }
            Returns::Lines(type_) => {
                let (lines, type_) = (self.import("pivotal_runtime::Lines"), self.owned(type_));
                quote!(#lines<#type_>)
            }
            Returns::Stream => self.import("pivotal_runtime::Body"),
            Returns::Several(id) => self.named(*id),
        };
        let error = self.import("pivotal_runtime::Error");
        (true, quote!(Result<#value, #error>))
    }
}

/// Returns the segments without placeholders that all templates start with.
fn common_path(methods: &[&Method]) -> String {
    let paths: Vec<&str> = methods.iter().map(|method| method.template.split('?').next().unwrap_or_default()).collect();
    let [first, _, ..] = paths.as_slice() else { return String::new() };
    let mut common = String::new();
    for segment in first.split('/').skip(1) {
        let longer = format!("{common}/{segment}");
        let is_prefix =
            |path: &&str| path.strip_prefix(&longer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if segment.is_empty() || segment.contains('<') || !paths.iter().all(is_prefix) {
            break;
        }
        common = longer;
    }
    common
}

/// The types that a method names.
pub(in crate::generate) fn types_of(method: &Method) -> Vec<&Type> {
    let mut types: Vec<&Type> = Vec::new();
    for argument in &method.arguments {
        match &argument.kind {
            ArgumentKind::Value(type_) | ArgumentKind::Slice(type_) | ArgumentKind::Lines(type_) => types.push(type_),
            ArgumentKind::Multipart | ArgumentKind::Stream => {}
        }
    }
    for key in &method.keys {
        match key {
            Key::ResponseOf(_, type_) | Key::Response(type_) | Key::ResponseOption(type_) | Key::Error(_, type_) => {
                types.push(type_);
            }
            _ => {}
        }
    }
    match &method.returns {
        Returns::Value(type_)
        | Returns::Optional(type_)
        | Returns::Conditional(type_)
        | Returns::Events(type_)
        | Returns::Lines(type_)
        | Returns::LinkPages(type_) => types.push(type_),
        Returns::Head | Returns::Stream | Returns::Several(_) | Returns::Pages(..) => {}
    }
    types
}
