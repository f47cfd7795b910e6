//! Checks that the request of a sample call is valid.

use pivotal_runtime::http::header::CONTENT_TYPE;
use pivotal_runtime::parameter::BodyKind;
use pivotal_runtime::testing::RecordedCall;
use serde_json::{Map, Value};

use super::Reports;
use super::pointer::join;
use super::text::{object, typed};
use super::validation::Validation;
use crate::check::Kind;
use crate::check::declaration::Declaration;
use crate::check::schemas::{is_array, is_object, parts, property};
use crate::contract::{Location, Media, Operation, Parameter, RequestBody, Style};
use crate::document::{Cursor, percent_decoded};

/// Checks that the request of a sample call is valid.
pub(super) struct RequestCheck<'a, 'd> {
    pub(super) declaration: &'a Declaration,
    pub(super) operation: &'a Operation<'d>,
    pub(super) recorded: &'a RecordedCall,
    pub(super) validation: &'a Validation,
}

impl RequestCheck<'_, '_> {
    pub(super) fn run(&self, reports: &mut Reports) {
        self.path(reports);
        self.query(reports);
        self.headers(reports);
        self.body(reports);
    }

    fn parameters(&self, location: Location) -> impl Iterator<Item = &Parameter<'_>> {
        self.operation.parameters.iter().filter(move |parameter| parameter.location == location)
    }

    /// Checks the values of the path. The placeholders of a declaration can have other names, so they are compared in their
    /// order.
    fn path(&self, reports: &mut Reports) {
        let names: Vec<&str> = self.operation.path.split(['{', '}']).skip(1).step_by(2).collect();
        let count = self.declaration.template.path.matches('<').count();
        if names.len() != count {
            return;
        }
        for (name, (_, text)) in names.iter().zip(self.recorded.parameters()) {
            if let Some(parameter) = self.parameters(Location::Path).find(|parameter| parameter.name == *name) {
                self.text_value(parameter, text, reports);
            }
        }
    }

    /// Checks a value that is one text: a scalar, or a list with commas.
    fn text_value(&self, parameter: &Parameter<'_>, text: &str, reports: &mut Reports) {
        let Some(schema) = parameter.schema() else { return };
        let value = match schema.clone().resolve() {
            _ if parameter.content().is_some_and(|media| media.is_json()) => {
                serde_json::from_str(text).unwrap_or_default()
            }
            Ok(array) if is_array(&array) => list(&array, &text.split(',').collect::<Vec<_>>()),
            _ => typed(&schema, text),
        };
        self.value(&format!("`{}`", parameter.name), &schema, &value, reports);
    }

    /// Checks a value by its schema, and that it has no other members.
    fn value(&self, name: &str, schema: &Cursor<'_>, value: &Value, reports: &mut Reports) {
        self.valid(name, schema, value, reports);
        Self::members(schema, value, "", reports);
    }

    fn valid(&self, name: &str, schema: &Cursor<'_>, value: &Value, reports: &mut Reports) {
        let mut places = Vec::new();
        for violation in self.validation.violations(schema, value).unwrap_or_default() {
            // Several items of a list can violate the same keyword.
            if places.contains(&violation.place) {
                continue;
            }
            places.push(violation.place.clone());
            let part = if violation.part.is_empty() { String::new() } else { format!(" at `{}`", violation.part) };
            let message = format!("{name} is sent and not valid{part}: {}", violation.message);
            reports.add(Kind::Request, &violation.place, message);
        }
    }

    /// Reports members that the schema does not have, or that only responses have.
    fn members(schema: &Cursor<'_>, value: &Value, pointer: &str, reports: &mut Reports) {
        let schemas = branches(schema);
        match value {
            Value::Array(items) => {
                let Some(schema) = schemas.iter().find_map(|part| part.get("items")) else { return };
                for (index, item) in items.iter().enumerate() {
                    Self::members(&schema, item, &join(pointer, &index.to_string()), reports);
                }
            }
            Value::Object(members) => {
                let is_open = schemas
                    .iter()
                    .any(|part| part.get("additionalProperties").is_some() || part.get("patternProperties").is_some());
                let known: Vec<_> = schemas.iter().flat_map(|part| part.entries_of("properties")).collect();
                for (name, member) in members {
                    let pointer = join(pointer, name);
                    match known.iter().find(|(own, _)| own == name) {
                        Some((_, property)) if parts(property).iter().any(|part| part.is_true("readOnly")) => {
                            let message = format!("`{pointer}` is sent, and only responses have it (`readOnly`)");
                            reports.add(Kind::Request, &property.place, message);
                        }
                        Some((_, property)) => Self::members(property, member, &pointer, reports),
                        None if is_open || known.is_empty() => {}
                        None => {
                            let place = schemas.iter().find(|part| part.get("properties").is_some());
                            let place = place.map_or(&schema.place, |part| &part.place);
                            let message = format!("`{pointer}` is sent, and the schema does not have it");
                            reports.add(Kind::Request, place, message);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn query(&self, reports: &mut Reports) {
        let query = self.recorded.path_and_query().split_once('?').map_or("", |(_, query)| query);
        let mut pairs: Vec<(String, String)> = pairs(query);
        for parameter in self.parameters(Location::Query) {
            let Some(schema) = parameter.schema() else {
                pairs.retain(|(key, _)| key != parameter.name);
                continue;
            };
            let target = schema.clone().resolve().unwrap_or_else(|_| schema.clone());
            let is_own = |key: &str| is_key(parameter, &target, key);
            let (own, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(key, _)| is_own(key));
            pairs = others;
            if own.is_empty() {
                // A parameter that the declaration does not have is reported with it.
                let is_declared = self.declaration.template.query.iter().any(|part| part.key().is_none_or(is_own));
                if parameter.is_required && is_declared {
                    let message = format!("`{}` is required, and the sample does not send it", parameter.name);
                    reports.add(Kind::Request, &parameter.cursor.place, message);
                }
                continue;
            }
            if let [(_, text)] = own.as_slice()
                && parameter.content().is_some_and(|media| media.is_json())
            {
                let value = serde_json::from_str(text).unwrap_or_else(|_| text.clone().into());
                self.value(&format!("`{}`", parameter.name), &schema, &value, reports);
                continue;
            }
            let value = query_value(parameter, &target, &own);
            self.value(&format!("`{}`", parameter.name), &schema, &value, reports);
        }
        self.unknown(&pairs, reports);
    }

    /// Reports pairs of a value with fields that the document does not have.
    fn unknown(&self, pairs: &[(String, String)], reports: &mut Reports) {
        let schemes = crate::contract::schemes(self.operation.cursor.document);
        for (key, _) in pairs {
            let is_declared = self.declaration.template.query.iter().any(|part| part.key() == Some(key));
            let is_security = schemes.iter().any(|(_, scheme)| {
                matches!(scheme, crate::contract::Scheme::ApiKey { name, location: "query" } if name == key)
            });
            if !is_declared && !is_security {
                let cursor = &self.operation.cursor;
                let place =
                    cursor.get("parameters").map_or_else(|| cursor.place.clone(), |parameters| parameters.place);
                let message = format!("`{key}` is sent in the query, and the document does not have it");
                reports.add(Kind::Request, &place, message);
            }
        }
    }

    fn headers(&self, reports: &mut Reports) {
        for parameter in self.parameters(Location::Header) {
            match self.recorded.header(parameter.name) {
                Some(text) => self.text_value(parameter, text, reports),
                None if parameter.is_required
                    && self.declaration.headers.iter().any(|name| name.eq_ignore_ascii_case(parameter.name)) =>
                {
                    let message = format!("`{}` is required, and the sample does not send it", parameter.name);
                    reports.add(Kind::Request, &parameter.cursor.place, message);
                }
                None => {}
            }
        }
    }

    fn body(&self, reports: &mut Reports) {
        let (Some(declared), Some(body)) = (&self.declaration.body, &self.operation.body) else { return };
        if matches!(declared.kind, BodyKind::Stream) {
            return;
        }
        let Some(content_type) = self.recorded.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
            if body.is_required && self.recorded.body().is_empty() {
                reports.add(Kind::Request, &body.cursor.place, "the body is required, and the sample does not send it");
            }
            return;
        };
        let Some(media) = find_media(body, content_type) else {
            // Others are reported with the declaration.
            if declared.is_formatted {
                let place = body.cursor.place.join("content");
                reports.add(
                    Kind::Body,
                    &place,
                    format!("the body is sent as `{content_type}`, and the document does not have it"),
                );
            }
            return;
        };
        let Some(schema) = media.schema() else { return };
        if let Some(value) = self.body_value(&schema, content_type) {
            self.valid("the body", &schema, &value, reports);
            // Single fields of a form are compared with the declaration.
            if declared.fields.is_none() {
                Self::members(&schema, &value, "", reports);
            }
        }
    }

    /// Reads the body as JSON, form or text. `None` for others.
    fn body_value(&self, schema: &Cursor<'_>, content_type: &str) -> Option<Value> {
        let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if essence == "application/json" || essence.ends_with("+json") {
            return serde_json::from_slice(self.recorded.body()).ok();
        }
        if essence == "application/x-www-form-urlencoded" {
            return Some(object(schema, &pairs(&self.recorded.text())));
        }
        (essence == "text/plain").then(|| Value::String(self.recorded.text()))
    }
}

fn find_media<'m, 'd>(body: &'m RequestBody<'d>, content_type: &str) -> Option<&'m Media<'d>> {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_in_range = |media: &&Media<'_>| {
        let own = media.essence();
        own == "*/*" || own.strip_suffix('*').is_some_and(|range| range.ends_with('/') && essence.starts_with(range))
    };
    body.contents.iter().find(|media| media.essence() == essence).or_else(|| body.contents.iter().find(is_in_range))
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| percent_decoded(&text.replace('+', " "));
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decoded(key), decoded(value)))
        .collect()
}

/// Returns whether a key of the query belongs to a parameter.
fn is_key(parameter: &Parameter<'_>, schema: &Cursor<'_>, key: &str) -> bool {
    if key == parameter.name || key.strip_suffix("[]") == Some(parameter.name) {
        return true;
    }
    if parameter.style == Style::DeepObject {
        return key.strip_prefix(parameter.name).is_some_and(|rest| rest.starts_with('['));
    }
    parameter.explode && is_object(schema) && property(schema, key).is_some()
}

/// Returns the value of the pairs of a parameter.
fn query_value(parameter: &Parameter<'_>, schema: &Cursor<'_>, own: &[(String, String)]) -> Value {
    let texts = || own.iter().map(|(_, text)| text.as_str());
    if is_array(schema) {
        let separator = match parameter.style {
            Style::SpaceDelimited => ' ',
            Style::PipeDelimited => '|',
            _ => ',',
        };
        return match own {
            [(_, text)] if !parameter.explode => list(schema, &text.split(separator).collect::<Vec<_>>()),
            _ => list(schema, &texts().collect::<Vec<_>>()),
        };
    }
    if is_object(schema) {
        let pairs = own.iter().map(|(key, text)| {
            let field = key.split_once('[').map_or(key.as_str(), |(_, field)| field.trim_end_matches(']'));
            (field.to_owned(), text.clone())
        });
        return object(schema, &pairs.collect::<Vec<_>>());
    }
    texts().next_back().map_or(Value::Object(Map::new()), |text| typed(schema, text))
}

fn list(schema: &Cursor<'_>, texts: &[&str]) -> Value {
    let items = parts(schema).into_iter().find_map(|part| part.get("items"));
    texts.iter().map(|text| items.as_ref().map_or_else(|| Value::from(*text), |items| typed(items, text))).collect()
}

/// The schema with its parts, and all branches of `oneOf` and `anyOf`.
fn branches<'d>(schema: &Cursor<'d>) -> Vec<Cursor<'d>> {
    let mut found: Vec<Cursor<'d>> = Vec::new();
    let mut open = parts(schema);
    while let Some(part) = open.pop() {
        if found.iter().any(|known| known.place == part.place) {
            continue;
        }
        let inner = part.items_of("oneOf").into_iter().chain(part.items_of("anyOf"));
        open.extend(inner.flat_map(|branch| parts(&branch)));
        found.push(part);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn branches_are_those_of_all_parts() {
        let text =
            r##"{ "openapi": "3.1.0", "paths": {}, "a": { "allOf": [{ "anyOf": [{ "$ref": "#/b" }] }] }, "b": {} }"##;
        let document = Document::parse(text).expect("a document");
        let found = branches(&document.root().get("a").expect("a schema"));
        assert!(found.iter().any(|part| part.place.pointer() == "/b"));
    }
}
