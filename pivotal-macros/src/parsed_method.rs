//! A method with its `#[endpoint]`, as far as it could be read.

use syn::TraitItemFn;

use crate::answer;
use crate::args::{Arguments, EndpointArgs};
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::signature::{Parameter, check_shape, parameters};
use crate::validate;

/// A method and its arguments, before its names are resolved.
pub(crate) struct ParsedMethod {
    pub(crate) item: TraitItemFn,
    /// Without what it inherits.
    pub(crate) args: Option<EndpointArgs>,
    pub(crate) parameters: Option<Vec<Parameter>>,
    pub(crate) problems: Diagnostics,
    /// It has no parameter for what the trait sends, which is reported.
    pub(crate) lacks_parameter: bool,
}

impl ParsedMethod {
    /// Reads a method, and checks what it declares itself. Where a path comes before its template, that can be empty.
    pub(crate) fn parse(args: Arguments, item: TraitItemFn, has_path: bool, defaults: &Defaults) -> Self {
        let mut problems = Diagnostics::default();
        let args = EndpointArgs::parse(args, has_path, defaults, &mut problems);
        check_shape(&item, &mut problems);
        let parameters = parameters(&item, &mut problems);
        if let Some(args) = &args {
            validate::arguments(args, defaults, &mut problems);
            answer::check(args, &item, &mut problems);
        }
        Self { item, args, parameters, problems, lacks_parameter: false }
    }
}
