//! No TLS, since the feature `rustls` is off.

use crate::Error;

/// Leaves what a connector makes as it is.
pub(super) struct Security;

impl Security {
    pub(super) const IS_SECURE: bool = false;

    #[expect(clippy::unnecessary_wraps, reason = "the one with TLS may fail")]
    pub(super) fn new() -> Result<Self, Error> {
        Ok(Self)
    }

    #[expect(clippy::unused_self, reason = "the one with TLS uses it")]
    pub(super) fn server<C>(&self, connector: C) -> C {
        connector
    }

    #[expect(clippy::unused_self, reason = "the one with TLS uses it")]
    pub(super) fn proxy<C>(&self, connector: C) -> C {
        connector
    }
}
