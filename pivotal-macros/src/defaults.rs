//! What a method inherits from its trait.

use crate::args::Keys;
use crate::endpoints::CommonPath;
use crate::root::Root;

/// The defaults of a trait for its methods.
pub(crate) struct Defaults {
    pub(crate) common_path: Option<CommonPath>,
    pub(crate) keys: Keys,
    /// Where the runtime is.
    pub(crate) root: Root,
    /// An argument of the trait was rejected. It may be what sends a parameter that nothing else does.
    pub(crate) is_rejected: bool,
    /// Whether the supertrait is known. Where it could not be read, no body can send.
    pub(crate) transport_is_known: bool,
}

impl Defaults {
    /// The defaults of a method in a trait without `#[endpoints]`.
    pub(crate) fn none() -> Self {
        Self {
            common_path: None,
            keys: Keys::default(),
            root: Root::of_runtime(),
            is_rejected: false,
            transport_is_known: true,
        }
    }
}
