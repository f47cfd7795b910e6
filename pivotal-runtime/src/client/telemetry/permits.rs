//! The gauge of permits for requests in flight.

use crate::base_url::BaseUrl;

/// Counts the permits of a client that are in use.
#[derive(Debug)]
pub(in crate::client) struct PermitGauge {
    #[cfg(feature = "metrics")]
    labels: [metrics::Label; 2],
}

impl PermitGauge {
    pub(in crate::client) fn new(base_url: &BaseUrl) -> Self {
        Self {
            #[cfg(feature = "metrics")]
            labels: super::meters::server_labels(base_url.host(), base_url.port()),
        }
    }

    /// Counts a permit that a request took.
    pub(in crate::client) fn take(&self) {
        #[cfg(feature = "metrics")]
        super::meters::add_permits(&self.labels, 1.0);
    }

    /// Counts a permit that a request returned.
    pub(in crate::client) fn give_back(&self) {
        #[cfg(feature = "metrics")]
        super::meters::add_permits(&self.labels, -1.0);
    }
}
