//! What a call sends, as it stands on the wire.

mod base_url;
mod body;
mod headers;
mod method;
mod path;
mod query;
