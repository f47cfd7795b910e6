//! The setting for complete URLs in spans.

use crate::ClientBuilder;

impl ClientBuilder {
    /// Records the complete URL of each attempt as `url.full` of its span. The default is off.
    ///
    /// It needs the feature `tracing`. By default, `url.full` is the origin and the template, in which `REDACTED` replaces each placeholder. The complete URL
    /// has the path, the query and all values.
    ///
    /// Credentials are removed as from the text of [errors](crate::Error): the values that the client's credentials added,
    /// those of query pairs with the name of a credential, and token-like segments of the base path. All other values of the
    /// call are recorded, so enable it only where traces may contain them.
    pub fn trace_full_urls(mut self) -> Self {
        self.traces_full_urls = true;
        self
    }
}
