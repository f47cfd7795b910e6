//! A parameter that a trait sends, and those that were checked.

use super::{ParameterNames, find, readable};
use crate::args::EndpointArgs;
use crate::parsed_method::ParsedMethod;
use crate::signature::Parameter;
use crate::suggest::nearest;

/// A parameter that the trait sends.
pub(super) struct InheritedParameter<'a> {
    pub(super) name: &'a str,
    /// The argument of the trait, as messages name it.
    pub(super) source: String,
    /// Another argument of the trait sends it, too, and was checked.
    pub(super) is_checked: bool,
}

impl InheritedParameter<'_> {
    /// Reports methods without the parameter. If no method has it, calls `report_once` with the intended name instead.
    pub(super) fn check(
        &self,
        methods: &mut [ParsedMethod],
        inherits: impl Fn(&EndpointArgs) -> bool,
        names: &ParameterNames,
        report_once: impl FnOnce(Option<&str>),
    ) {
        let Self { name, source, is_checked } = self;
        let has = |(_, parameters): (&EndpointArgs, &[Parameter])| find(parameters, name).is_some();
        let inheriting = readable(methods).filter(|(args, _)| inherits(args)).count();
        let with_parameter = readable(methods).filter(|(args, _)| inherits(args)).filter(|method| has(*method)).count();
        if inheriting > 0 && with_parameter == 0 && !(*is_checked && readable(methods).any(has)) {
            return report_once(nearest(name, names.unsent.iter().map(String::as_str)));
        }
        for method in methods {
            let (Some(args), Some(parameters)) = (&method.args, &method.parameters) else { continue };
            if !inherits(args) || find(parameters, name).is_some() {
                continue;
            }
            let unsent = parameters.iter().filter(|parameter| names.unsent.contains(&parameter.name()));
            let own: Vec<String> = unsent.map(Parameter::name).collect();
            match nearest(name, own.iter().map(String::as_str)).and_then(|intended| find(parameters, intended)) {
                Some(intended) => method.diagnostics.error(
                    &intended.ident,
                    format!("no parameter fills {source}; write `{name}` for `{}`", intended.name()),
                ),
                None => method.diagnostics.error(
                    &method.item.sig.ident,
                    format!("no parameter fills {source}; add a parameter `{name}` to this method"),
                ),
            }
            method.lacks_parameter = true;
        }
    }
}

/// The parameters of the trait that were checked, so that one in several places is reported once.
#[derive(Default)]
pub(super) struct Checked {
    valid: Vec<String>,
    pub(super) rejected: Vec<String>,
}

impl Checked {
    pub(super) fn push(&mut self, name: &str, is_valid: bool) {
        let names = if is_valid { &mut self.valid } else { &mut self.rejected };
        names.push(name.to_owned());
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.valid.iter().chain(&self.rejected).any(|checked| checked == name)
    }
}
