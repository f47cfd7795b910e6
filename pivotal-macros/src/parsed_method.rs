//! A method with its `#[endpoint]`, before its names are resolved.

use syn::TraitItemFn;

use crate::args::{Arguments, EndpointArgs, Keys};
use crate::configurations::Configuration;
use crate::diagnostics::Diagnostics;
use crate::return_type::check_types;
use crate::signature::{Parameter, check_signature, parameters};
use crate::validate::check_arguments;

/// A method and its arguments, each as far as it could be read.
pub(crate) struct ParsedMethod {
    pub(crate) item: TraitItemFn,
    /// The arguments without the defaults of the trait.
    pub(crate) args: Option<EndpointArgs>,
    pub(crate) parameters: Option<Vec<Parameter>>,
    pub(crate) diagnostics: Diagnostics,
    /// A parameter that the trait sends is missing, which is reported.
    pub(crate) lacks_parameter: bool,
}

impl ParsedMethod {
    /// Reads a method, and checks its own declaration. With a common path, the template can be empty.
    pub(crate) fn parse(arguments: Arguments, item: TraitItemFn, has_path: bool, trait_keys: &Keys) -> Self {
        let mut diagnostics = Diagnostics::default();
        let args = EndpointArgs::parse(arguments, has_path, trait_keys, &mut diagnostics);
        check_signature(&item, &mut diagnostics);
        let parameters = parameters(&item, &mut diagnostics);
        if let Some(args) = &args {
            check_arguments(args, trait_keys, &mut diagnostics);
            check_types(args, &item, trait_keys, &mut diagnostics);
        }
        Self { item, args, parameters, diagnostics, lacks_parameter: false }
    }

    /// The method in one configuration: without the parameters that are absent, and without what sends them.
    pub(crate) fn within(&self, configuration: &Configuration<'_>) -> Self {
        let all = self.parameters.as_deref().unwrap_or_default();
        let mut parameters = configuration.parameters(all);
        let mut args = self.args.clone();
        if let Some(args) = &mut args {
            args.retain_parameters(&parameters, all);
        }
        // The method has the `cfg` of the configuration.
        for parameter in &mut parameters {
            parameter.cfgs.clear();
        }
        Self {
            item: configuration.method(&self.item),
            args,
            parameters: Some(parameters),
            diagnostics: Diagnostics::default(),
            lacks_parameter: false,
        }
    }
}
