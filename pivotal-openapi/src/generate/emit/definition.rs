//! Structs and enums.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::serde_names::{differs, field_differs, is_camel, variant_rule};
use super::{Emitter, plain_docs};
use crate::generate::docs;
use crate::types::{Definition, Field, Shape, Struct, Type, Union, field_name, pascal, unique};

impl Emitter<'_> {
    /// Returns the items of a definition.
    pub(in crate::generate) fn definition(&self, id: usize) -> Vec<TokenStream> {
        let Some(definition) = self.types.definitions.get(id) else { return Vec::new() };
        let docs = documentation(definition.docs.as_deref(), definition.is_deprecated);
        let name = format_ident!("{}", definition.name);
        match &definition.shape {
            Shape::Struct(structure) => vec![self.structure(definition, structure, &docs, &name)],
            Shape::Enum { values, is_open } => vec![self.texts(values, *is_open, &docs, &name)],
            Shape::Union(union) => vec![self.union(definition, union, &docs, &name)],
            Shape::Cases(cases) => self.cases(cases, &docs, &name),
            Shape::Pending => Vec::new(),
        }
    }

    fn derives(&self) -> TokenStream {
        let (serialize, deserialize) = (self.import("serde::Serialize"), self.import("serde::Deserialize"));
        quote!(#serialize, #deserialize)
    }

    fn structure(&self, definition: &Definition, structure: &Struct, docs: &TokenStream, name: &Ident) -> TokenStream {
        let mut taken = BTreeSet::new();
        let names: Vec<(String, String)> = structure
            .fields
            .iter()
            .map(|field| (unique(&mut taken, &field_name(&field.name)), field.name.clone()))
            .collect();
        let is_camel = is_camel(&names);
        let fields = structure.fields.iter().zip(&names).map(|(field, (name, _))| {
            let is_renamed = field_differs(is_camel, name, &field.name);
            self.field(definition, field, name, is_renamed)
        });
        let flattened = (1..).zip(&structure.flattened).map(|(number, type_)| {
            let name = unique(&mut taken, if number == 1 { "kind" } else { "other_kind" });
            let (name, type_) = (format_ident!("{name}"), self.owned(type_));
            quote!(#[serde(flatten)] pub #name: #type_)
        });
        let flattened: Vec<TokenStream> = flattened.collect();
        let others = structure.others.as_ref().map(|type_| {
            let name = format_ident!("{}", unique(&mut taken, "others"));
            let (map, type_) = (self.import("std::collections::BTreeMap"), self.owned(type_));
            quote! {
                /// The other members.
                #[serde(flatten)]
                pub #name: #map<String, #type_>
            }
        });
        let is_default = structure.fields.iter().all(|field| !field.is_required) && structure.flattened.is_empty();
        let default = is_default.then(|| quote!(Default,));
        let rename_all = is_camel.then(|| quote!(#[serde(rename_all = "camelCase")]));
        let derives = self.derives();
        let fields = fields.chain(flattened).chain(others);
        quote! {
            #docs
            #[derive(Debug, Clone, #default PartialEq, #derives)]
            #rename_all
            pub struct #name { #(#fields,)* }
        }
    }

    fn field(&self, definition: &Definition, field: &Field, name: &str, is_renamed: bool) -> TokenStream {
        let docs = documentation(field.docs.as_deref(), field.is_deprecated);
        let rename = is_renamed.then(|| {
            let name = &field.name;
            quote!(rename = #name)
        });
        let ident = match name.strip_prefix("r#") {
            Some(name) => Ident::new_raw(name, Span::call_site()),
            None => format_ident!("{name}"),
        };
        let bare = self.owned(field.type_.non_null());
        let bare = if field.is_boxed { quote!(Box<#bare>) } else { bare };
        let is_nullable = matches!(field.type_, Type::Nullable(_));
        let skip = quote!(skip_serializing_if = "Option::is_none");
        let (attributes, type_) = match (field.is_required, is_nullable) {
            (true, false) => (None, bare),
            (true, true) => (None, quote!(Option<#bare>)),
            (false, true) if definition.is_sent => {
                self.import("super::some");
                (Some(quote!(default, deserialize_with = "some", #skip)), quote!(Option<Option<#bare>>))
            }
            (false, _) => (Some(skip), quote!(Option<#bare>)),
        };
        let attributes = match (rename, attributes) {
            (None, None) => quote!(),
            (Some(rename), Some(attributes)) if is_nullable && definition.is_sent => {
                quote!(#[serde(#rename)] #[serde(#attributes)])
            }
            (Some(rename), Some(attributes)) => quote!(#[serde(#rename, #attributes)]),
            (Some(one), None) | (None, Some(one)) => quote!(#[serde(#one)]),
        };
        quote!(#docs #attributes pub #ident: #type_)
    }

    fn texts(&self, values: &[String], is_open: bool, docs: &TokenStream, name: &Ident) -> TokenStream {
        let mut taken = BTreeSet::new();
        let names: Vec<(String, String)> =
            values.iter().map(|value| (unique(&mut taken, &variant_name(value)), value.clone())).collect();
        let rule = variant_rule(&names);
        let variants = names.iter().map(|(name, value)| {
            let rename = differs(rule, name, value).then(|| quote!(#[serde(rename = #value)]));
            let name = format_ident!("{name}");
            quote!(#rename #name,)
        });
        let unknown = is_open.then(|| {
            let name = ["Unknown", "Other", "Unlisted"].into_iter().find(|name| !taken.contains(*name));
            let name = format_ident!("{}", name.unwrap_or("UnlistedValue"));
            quote! {
                /// A value that is not listed.
                #[serde(untagged)]
                #name(String),
            }
        });
        let rename_all = rule.map(|rule| quote!(#[serde(rename_all = #rule)]));
        let derives = self.derives();
        // One value needs no choice.
        let (default, is_default) = match (is_open, values.len()) {
            (false, 1) => (quote!(Default,), quote!(#[default])),
            _ => (quote!(), quote!()),
        };
        quote! {
            #docs
            #[derive(Debug, Clone, #default PartialEq, Eq, #derives)]
            #rename_all
            pub enum #name { #is_default #(#variants)* #unknown }
        }
    }

    fn union(&self, definition: &Definition, union: &Union, docs: &TokenStream, name: &Ident) -> TokenStream {
        let names = self.variant_names(definition, union);
        let mut taken: BTreeSet<String> = names.iter().cloned().collect();
        let mut variants = Vec::new();
        for (variant, variant_name) in union.variants.iter().zip(names) {
            let rename =
                variant.tag.as_ref().filter(|tag| **tag != variant_name).map(|tag| quote!(#[serde(rename = #tag)]));
            let type_ = self.owned(&variant.type_);
            let type_ = if variant.is_boxed { quote!(Box<#type_>) } else { type_ };
            let variant_name = format_ident!("{variant_name}");
            variants.push(quote!(#rename #variant_name(#type_),));
        }
        let representation =
            if let Some(tag) = &union.tag { quote!(#[serde(tag = #tag)]) } else { quote!(#[serde(untagged)]) };
        let unknown = union.tag.as_ref().map(|_| {
            let unknown = format_ident!("{}", unique(&mut taken, "Unknown"));
            quote! {
                /// A value with another tag.
                #[serde(untagged)]
                #unknown(serde_json::Value),
            }
        });
        let derives = self.derives();
        quote! {
            #docs
            #[derive(Debug, Clone, PartialEq, #derives)]
            #representation
            pub enum #name { #(#variants)* #unknown }
        }
    }

    /// Returns the names of the variants of a union.
    pub(super) fn variant_names(&self, definition: &Definition, union: &Union) -> Vec<String> {
        let mut taken = BTreeSet::new();
        let suggested = union.variants.iter().map(|variant| match &variant.tag {
            Some(tag) => variant_name(tag),
            None => self.variant_of(&variant.type_, &definition.name),
        });
        suggested.map(|name| unique(&mut taken, &name)).collect()
    }

    /// Returns the name of a variant by its type.
    fn variant_of(&self, type_: &Type, union: &str) -> String {
        match type_ {
            Type::Bool => "Bool".to_owned(),
            Type::Integer(_) => "Integer".to_owned(),
            Type::Float => "Number".to_owned(),
            Type::String => "Text".to_owned(),
            Type::Timestamp => "Timestamp".to_owned(),
            Type::Date => "Date".to_owned(),
            Type::Time => "Time".to_owned(),
            Type::Uuid => "Uuid".to_owned(),
            Type::Ip(name) => (*name).to_owned(),
            Type::Bytes => "Bytes".to_owned(),
            Type::Json => "Json".to_owned(),
            Type::Unit => "Nothing".to_owned(),
            Type::List(item) => format!("{}List", self.variant_of(item, union)),
            Type::Map(_) => "Map".to_owned(),
            Type::Nullable(inner) => self.variant_of(inner, union),
            Type::Named(id) => {
                let name =
                    self.types.definitions.get(*id).map(|definition| definition.name.as_str()).unwrap_or_default();
                match name.strip_prefix(union) {
                    Some(rest) if rest.starts_with(|c: char| c.is_ascii_uppercase()) && rest != "Self" => {
                        rest.to_owned()
                    }
                    Some(number) if number.starts_with(|c: char| c.is_ascii_digit()) => format!("Variant{number}"),
                    _ => name.to_owned(),
                }
            }
        }
    }

    /// Returns the enum of several statuses, with a conversion from each type.
    fn cases(&self, cases: &[(Option<u16>, Type)], docs: &TokenStream, name: &Ident) -> Vec<TokenStream> {
        let mut taken = BTreeSet::new();
        let mut variants = Vec::new();
        let mut conversions = Vec::new();
        let mut types: Vec<&Type> = Vec::new();
        for (status, type_) in cases {
            if types.contains(&type_) {
                continue;
            }
            types.push(type_);
            let statuses = cases.iter().filter(|(_, own)| own == type_).filter_map(|(status, _)| *status);
            let statuses: Vec<String> = statuses.map(|status| status.to_string()).collect();
            let docs = match statuses.as_slice() {
                [] => " Another status.".to_owned(),
                statuses => format!(" Status {}.", statuses.join(" or ")),
            };
            let variant = format_ident!("{}", unique(&mut taken, status.map_or("Other", status_name)));
            if *type_ == Type::Unit {
                variants.push(quote!(#[doc = #docs] #variant,));
                conversions.push(quote! {
                    impl From<()> for #name {
                        fn from((): ()) -> Self {
                            Self::#variant
                        }
                    }
                });
                continue;
            }
            let type_ = self.owned(type_);
            variants.push(quote!(#[doc = #docs] #variant(#type_),));
            conversions.push(quote! {
                impl From<#type_> for #name {
                    fn from(value: #type_) -> Self {
                        Self::#variant(value)
                    }
                }
            });
        }
        let enumeration = quote! {
            #docs
            #[derive(Debug, Clone, PartialEq)]
            pub enum #name { #(#variants)* }
        };
        std::iter::once(enumeration).chain(conversions).collect()
    }
}

/// Returns the documentation of an item.
fn documentation(text: Option<&str>, is_deprecated: bool) -> TokenStream {
    let text = docs::sentence(text.unwrap_or_default());
    match (text.is_empty(), is_deprecated) {
        (_, false) => plain_docs(&text),
        (true, true) => plain_docs("Deprecated."),
        (false, true) => plain_docs(&format!("{text}\n\nDeprecated.")),
    }
}

/// Returns the name of a variant, which cannot be raw.
fn variant_name(value: &str) -> String {
    match pascal(value) {
        name if name == "Self" => "SelfValue".to_owned(),
        name => name,
    }
}

fn status_name(status: u16) -> &'static str {
    match status {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritative",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "Partial",
        207 => "MultiStatus",
        _ => "OtherStatus",
    }
}
