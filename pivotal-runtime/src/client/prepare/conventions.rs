//! The API whose conventions a call follows.

use crate::client::Settings;
use crate::{Api, Endpoint, Error};

/// The text of a call on a client of another API.
pub(crate) const OTHER_API: &str =
    "the endpoint belongs to another API than the client; call it on a client of its own API";

/// Returns the conventions of the endpoint or the client; an error if they differ.
pub(super) fn conventions(settings: &Settings, endpoint: &Endpoint) -> Result<Option<&'static Api>, Error> {
    match (endpoint.api(), settings.api) {
        (None, own) => Ok(own),
        (Some(api), Some(own)) if own.is_same(api) => Ok(Some(own)),
        (Some(_), Some(_)) => Err(Error::config(OTHER_API)),
        (Some(_), None) if settings.credentials.is_some() => Err(Error::config(
            "the client has credentials, but no API; pass the API of the endpoint to `ClientBuilder::api`",
        )),
        (Some(api), None) => Ok(Some(api)),
    }
}
