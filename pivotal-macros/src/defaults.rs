//! The defaults that a trait has for its methods.

use syn::{Generics, Signature};

use crate::args::{EndpointArgs, Keys};
use crate::common_path::CommonPath;
use crate::return_type::is_none_on_404;
use crate::runtime_path::RuntimePath;

/// The arguments of `#[endpoints]` that methods inherit, and the generic parameters of their trait.
pub(crate) struct Defaults {
    pub(crate) common_path: Option<CommonPath>,
    pub(crate) keys: Keys,
    /// The generic parameters of the trait.
    pub(crate) generics: Generics,
    pub(crate) runtime: RuntimePath,
    /// An argument of the trait was rejected. It can be the only one that sends some parameter.
    pub(crate) is_rejected: bool,
    /// The supertrait is known. If it could not be read, no body can be written.
    pub(crate) is_transport_known: bool,
}

impl Defaults {
    /// The defaults of a method in a trait without `#[endpoints]`.
    pub(crate) fn none() -> Self {
        Self {
            common_path: None,
            keys: Keys::none(),
            generics: Generics::default(),
            runtime: RuntimePath::by_name(),
            is_rejected: false,
            is_transport_known: true,
        }
    }

    /// Adds the defaults to the arguments of a method.
    pub(crate) fn apply(&self, args: &mut EndpointArgs, sig: &Signature) {
        let is_none_on_404 = !self.keys.errors.is_empty() && is_none_on_404(&args.keys, sig);
        args.keys.inherit(&self.keys, is_none_on_404);
        if let Some(path) = &self.common_path
            && let Ok(template) = &mut args.template
        {
            (args.complete, args.template) = path.join(&args.written, std::mem::take(template));
        }
    }
}
