//! The query of a request: what does not depend on the type of a parameter.

use std::borrow::Cow;

use super::RequestBuilder;
use crate::request::values::{FieldWriter, ValueError};
use crate::request::writers::push_json;

impl RequestBuilder {
    pub(super) fn push_json(&mut self, name: &'static str, key: &str, json: &[u8], written: &serde_json::Result<()>) {
        match written {
            Ok(()) => push_json(&mut self.query, key, json),
            Err(_) => self.check(name, Err("cannot be written as JSON: a type in it rejects its value".into())),
        }
    }

    pub(super) fn set_query_fields(
        &mut self,
        name: &'static str,
        writer: FieldWriter,
        written: Result<(), ValueError>,
    ) {
        match writer.finish(written) {
            Ok(query) => self.query = query.unwrap_or_default(),
            Err(error) => self.check(name, Err(in_query(error))),
        }
    }

    pub(super) fn set_query(&mut self, name: &'static str, query: String, written: Result<(), ValueError>) {
        self.query = query;
        self.check(name, written.map_err(in_query));
    }
}

#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
fn in_query(error: ValueError) -> Cow<'static, str> {
    format!("is not allowed in a query: {error}").into()
}
