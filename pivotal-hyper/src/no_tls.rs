//! No TLS, since the feature `rustls` is off.

use pivotal_runtime::Error;

/// Leaves a connector as it is.
pub(crate) struct Tls;

impl Tls {
    pub(crate) const IS_SECURE: bool = false;

    #[expect(clippy::unnecessary_wraps, reason = "the one with TLS can fail")]
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self)
    }

    #[expect(clippy::unused_self, reason = "the one with TLS uses it")]
    pub(crate) fn has_roots(&self) -> bool {
        true
    }

    #[expect(clippy::unused_self, reason = "the one with TLS uses it")]
    pub(crate) fn to_server<C>(&self, connector: C) -> C {
        connector
    }

    #[expect(clippy::unused_self, reason = "the one with TLS uses it")]
    pub(crate) fn to_proxy<C>(&self, connector: C) -> C {
        connector
    }
}
