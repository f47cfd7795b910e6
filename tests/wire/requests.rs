//! Requests on the wire.

mod accept;
mod base_url;
mod body;
mod by_hand;
mod cfg_parameters;
mod content;
mod defaults;
mod form;
mod header_map;
mod headers;
mod length;
mod metadata;
mod method;
mod method_names;
mod multipart;
mod optional;
mod path;
mod query;
mod query_values;
mod stream;
mod styles;
mod url;
mod values;
