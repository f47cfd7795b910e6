//! Adds pairs to the query of a request.

use std::borrow::Cow;
use std::mem::take;

use super::RequestBuilder;
use crate::request::form::push_separator;
use crate::request::json::OptionalJson;
use crate::request::parameter::{JsonBody, QueryFields, QueryParameter};
use crate::request::values::{FieldWriter, Texts, ValueError};
use crate::request::writers::{JoinedWriter, QueryWriter, push_json};

impl RequestBuilder {
    /// Adds a pair to the query that is sent as written.
    #[must_use]
    pub fn query_literal(mut self, pair: &'static str) -> Self {
        push_separator(&mut self.query);
        self.query.push_str(pair);
        self
    }

    /// `?key=<name>`: adds a pair, or one for each item of a list. The key is encoded already.
    #[must_use]
    pub fn query(mut self, name: &'static str, key: &'static str, value: &(impl QueryParameter + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut writer = QueryWriter::new(take(&mut self.query), key);
            let written = value.serialize(Texts::new(&mut writer));
            self.set_query(name, writer.query, written);
        }
        self
    }

    /// `?key=<name:csv>`: adds one pair for a list. The key and the separator are encoded already.
    #[must_use]
    pub fn query_joined(
        mut self,
        name: &'static str,
        key: &'static str,
        separator: &'static str,
        value: &(impl QueryParameter + ?Sized),
    ) -> Self {
        if self.error.is_none() {
            let mut writer = JoinedWriter::new(take(&mut self.query), key, separator);
            let written = value.serialize(Texts::new(&mut writer));
            self.set_query(name, writer.query, written);
        }
        self
    }

    /// `?key=<name:json>`: adds a pair whose value is JSON. The key is encoded already.
    #[must_use]
    pub fn query_json(mut self, name: &'static str, key: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut json = Vec::new();
            let written = value.serialize(OptionalJson(&mut serde_json::Serializer::new(&mut json)));
            self.push_json(name, key, &json, &written);
        }
        self
    }

    fn push_json(&mut self, name: &'static str, key: &str, json: &[u8], written: &serde_json::Result<()>) {
        match written {
            Ok(()) => push_json(&mut self.query, key, json),
            Err(_) => self.check(name, Err("cannot be written as JSON: a type in it rejects its value".into())),
        }
    }

    /// `?<name..>`: adds a pair for each field.
    #[must_use]
    pub fn query_fields(mut self, name: &'static str, fields: &(impl QueryFields + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut writer = FieldWriter::for_query(take(&mut self.query));
            let written = fields.serialize(writer.root());
            self.set_query_fields(name, writer, written);
        }
        self
    }

    /// `?prefix[<name..>]`: adds a pair for each field, whose key is `prefix[field]`.
    #[must_use]
    pub fn query_fields_in(
        mut self,
        name: &'static str,
        prefix: &'static str,
        fields: &(impl QueryFields + ?Sized),
    ) -> Self {
        if self.error.is_none() {
            let mut writer = FieldWriter::for_query(take(&mut self.query)).with_prefix(prefix);
            let written = fields.serialize(writer.root());
            self.set_query_fields(name, writer, written);
        }
        self
    }

    fn set_query_fields(&mut self, name: &'static str, writer: FieldWriter, written: Result<(), ValueError>) {
        match writer.finish(written) {
            Ok(query) => self.query = query.unwrap_or_default(),
            Err(error) => self.check(name, Err(in_query(error))),
        }
    }

    fn set_query(&mut self, name: &'static str, query: String, written: Result<(), ValueError>) {
        self.query = query;
        self.check(name, written.map_err(in_query));
    }
}

#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
fn in_query(error: ValueError) -> Cow<'static, str> {
    format!("is not allowed in a query: {error}").into()
}
