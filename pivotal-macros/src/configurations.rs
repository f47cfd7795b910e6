//! The configurations of a method with `cfg` on its parameters. In each of them, it has other parameters.
//!
//! ```text
//! #[endpoint(GET, "/customers?<limit>")]
//! async fn customers(&self, #[cfg(feature = "paging")] limit: Option<u32>) -> Result<Vec<Customer>, Error>;
//! ```
//! expands as these two methods:
//! ```text
//! #[cfg(feature = "paging")]
//! #[endpoint(GET, "/customers?<limit>")]
//! async fn customers(&self, limit: Option<u32>) -> Result<Vec<Customer>, Error>;
//!
//! #[cfg(not(feature = "paging"))]
//! #[endpoint(GET, "/customers")]
//! async fn customers(&self) -> Result<Vec<Customer>, Error>;
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, FnArg, Ident, Meta, TraitItemFn};

use crate::args::{BodyPart, EndpointArgs, Header, compact};
use crate::cfg::{cfg_attributes, negated, predicate};
use crate::signature::Parameter;

/// The maximum number of different conditions of a method. It has a configuration for each combination of them.
pub(crate) const MOST_CONDITIONS: usize = 4;

/// The different conditions of the parameters of a method. Those that negate another are not counted.
pub(crate) struct Conditions(Vec<Condition>);

struct Condition {
    predicate: TokenStream,
    /// The tokens as text.
    written: String,
}

/// One combination of the conditions.
pub(crate) struct Configuration<'a> {
    conditions: &'a [Condition],
    /// A bit for each condition.
    values: usize,
}

impl Conditions {
    /// Reads the conditions. There can be none.
    pub(crate) fn of(parameters: &[Parameter]) -> Self {
        let mut conditions: Vec<Condition> = Vec::new();
        for parameter in parameters {
            if let Some((condition, _)) = condition(&parameter.cfgs)
                && !conditions.iter().any(|known| known.written == condition.written)
            {
                conditions.push(condition);
            }
        }
        Self(conditions)
    }

    /// Returns whether no parameter has a condition.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first parameter with one condition too many.
    pub(crate) fn surplus<'a>(&self, parameters: &'a [Parameter]) -> Option<&'a Parameter> {
        let surplus = self.0.get(MOST_CONDITIONS)?;
        let is_surplus = |(condition, _): (Condition, bool)| condition.written == surplus.written;
        parameters.iter().find(|parameter| condition(&parameter.cfgs).is_some_and(is_surplus))
    }

    /// Returns the combinations of the conditions. The first one has all of them.
    pub(crate) fn configurations(&self) -> impl Iterator<Item = Configuration<'_>> {
        (0..1 << self.0.len().min(MOST_CONDITIONS)).rev().map(|values| Configuration { conditions: &self.0, values })
    }
}

/// The condition of these attributes, and whether it is negated.
fn condition(cfgs: &[Meta]) -> Option<(Condition, bool)> {
    let (mut predicate, mut is_negated) = (predicate(cfgs)?, false);
    while let Some(opposite) = negated(&predicate) {
        (predicate, is_negated) = (opposite, !is_negated);
    }
    let written = compact(predicate.clone());
    Some((Condition { predicate, written }, is_negated))
}

impl Configuration<'_> {
    /// The `cfg` of the method in this configuration.
    pub(crate) fn cfg(&self) -> Meta {
        let predicates = self.conditions.iter().enumerate().map(|(index, Condition { predicate, .. })| {
            if self.is_true(index) { predicate.clone() } else { quote!(not(#predicate)) }
        });
        let predicates: Vec<_> = predicates.collect();
        match predicates.as_slice() {
            [predicate] => syn::parse_quote!(cfg(#predicate)),
            predicates => syn::parse_quote!(cfg(all(#(#predicates),*))),
        }
    }

    fn is_true(&self, index: usize) -> bool {
        self.values >> index & 1 == 1
    }

    /// Returns whether a parameter with these attributes is present.
    pub(crate) fn has(&self, cfgs: &[Meta]) -> bool {
        let Some((condition, is_negated)) = condition(cfgs) else { return true };
        let index = self.conditions.iter().position(|known| known.written == condition.written);
        index.is_none_or(|index| self.is_true(index) != is_negated)
    }

    /// The parameters that are present.
    pub(crate) fn parameters(&self, parameters: &[Parameter]) -> Vec<Parameter> {
        parameters.iter().filter(|parameter| self.has(&parameter.cfgs)).cloned().collect()
    }

    /// The method with the parameters that are present.
    pub(crate) fn method(&self, declared: &TraitItemFn) -> TraitItemFn {
        let mut method = declared.clone();
        let inputs = std::mem::take(&mut method.sig.inputs);
        method.sig.inputs = inputs
            .into_iter()
            .filter_map(|mut input| {
                if let FnArg::Typed(parameter) = &mut input {
                    if !self.has(&cfg_attributes(&parameter.attrs).collect::<Vec<_>>()) {
                        return None;
                    }
                    parameter.attrs.retain(|attribute| !attribute.path().is_ident("cfg"));
                }
                Some(input)
            })
            .collect();
        let cfg = self.cfg();
        let cfg: Attribute = syn::parse_quote!(#[#cfg]);
        method.attrs.push(cfg);
        method
    }
}

impl EndpointArgs {
    /// Removes the pairs of the query, the headers and the parts of the body that send a parameter that is not present.
    pub(crate) fn retain_parameters(&mut self, present: &[Parameter], all: &[Parameter]) {
        let is_present = |name: &str| {
            present.iter().any(|parameter| parameter.name() == name)
                || !all.iter().any(|parameter| parameter.name() == name)
        };
        let is_named_present = |name: Option<&Ident>| name.is_none_or(|name| is_present(&name.unraw().to_string()));
        if let Ok(template) = &mut self.template {
            let (path, query) = self.complete.split_once('?').unwrap_or((&self.complete, ""));
            let pairs = query.split('&').zip(&template.query);
            let is_sent = |placeholder: Option<(&str, &str)>| placeholder.is_none_or(|(name, _)| is_present(name));
            let pairs: Vec<_> = pairs.filter(|(_, part)| is_sent(part.placeholder())).map(|(pair, _)| pair).collect();
            let separator = if pairs.is_empty() { "" } else { "?" };
            self.complete = format!("{path}{separator}{}", pairs.join("&"));
            template.query.retain(|part| is_sent(part.placeholder()));
        }
        self.keys.headers.retain(|header| is_named_present(Header::parameter(header)));
        if let Some(body) = &mut self.keys.body {
            body.parts.retain(|part| is_named_present(BodyPart::parameter(part)));
        }
        if self.keys.body.take_if(|body| body.parts.is_empty()).is_some() {
            let describes_body = |header: &Header| header.parameter().is_none() && header.is("content-type");
            self.keys.headers.retain(|header| !describes_body(header));
        }
    }
}
