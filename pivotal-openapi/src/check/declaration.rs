//! The description of a declared endpoint, from an `Endpoint` or from source text.

use std::ops::RangeInclusive;

use pivotal_runtime::parameter::{BodyKind, Location};
use pivotal_runtime::{Api, Endpoint};

use super::template::Template;

/// A declared endpoint, with everything that is compared with a document.
#[derive(Debug, Clone)]
pub(super) struct Declaration {
    /// The `operation`, by default the name of the method.
    pub(super) operation: String,
    /// The `operation` is given, and is not the name of the method. `None` if that is not known.
    pub(super) names_operation: Option<bool>,
    pub(super) method: String,
    pub(super) template: Template,
    /// The path of the base URL, if there is one.
    pub(super) base_path: Option<String>,
    /// The headers that contain parameters.
    pub(super) headers: Vec<String>,
    /// The headers with a fixed value, of the declaration and of the API.
    pub(super) fixed_headers: Vec<String>,
    pub(super) sends_header_map: bool,
    pub(super) body: Option<DeclaredBody>,
    /// Empty for any 2xx.
    pub(super) successes: Vec<RangeInclusive<u16>>,
    pub(super) typed_statuses: Vec<u16>,
    pub(super) sends_credentials: bool,
    pub(super) reads_events: bool,
    /// The file and the line, of a declaration in source text.
    pub(super) source: Option<String>,
}

/// The body of a declared endpoint.
#[derive(Debug, Clone)]
pub(super) struct DeclaredBody {
    pub(super) kind: BodyKind,
    /// The value is not written as JSON.
    pub(super) is_formatted: bool,
    /// The fixed media type.
    pub(super) content_type: Option<String>,
    /// The names of fields that are sent one by one. `None` if the fields of a parameter are sent.
    pub(super) fields: Option<Vec<String>>,
}

impl Declaration {
    pub(super) fn new(endpoint: &Endpoint) -> Self {
        let api = endpoint.api();
        let fixed = endpoint.fixed_header_names().iter().copied();
        let of_api = api.into_iter().flat_map(Api::header_names);
        let key = api.and_then(Api::idempotency_key_name).filter(|_| endpoint.method() == "POST");
        let mut declaration = Self {
            operation: endpoint.operation().to_owned(),
            names_operation: None,
            method: endpoint.method().to_owned(),
            template: Template::parse(endpoint.template()),
            base_path: api.and_then(Api::default_base_url).map(path_of),
            headers: names(endpoint, Location::Header),
            fixed_headers: fixed.chain(of_api).chain(key).map(str::to_owned).collect(),
            sends_header_map: endpoint.sends_header_map(),
            body: None,
            successes: endpoint.success_statuses().to_vec(),
            typed_statuses: endpoint.typed_statuses().to_vec(),
            sends_credentials: endpoint.sends_credentials(),
            reads_events: endpoint.end_marker().is_some(),
            source: None,
        };
        if let Some(kind) = endpoint.body_kind() {
            let mut fields = names(endpoint, Location::Form);
            fields.extend(endpoint.fixed_form_field_names().iter().map(|name| (*name).to_owned()));
            let has_parameter = !names(endpoint, Location::Body).is_empty();
            declaration.body = Some(DeclaredBody {
                kind,
                is_formatted: endpoint.is_formatted(),
                content_type: endpoint.content_type().map(str::to_owned),
                fields: (!has_parameter).then_some(fields),
            });
        }
        declaration
    }

    /// The declaration in messages: `` `get-note` (GET /notes/<id>) ``.
    pub(super) fn subject(&self) -> String {
        let source = self.source.as_ref().map(|source| format!(" at {source}")).unwrap_or_default();
        format!("`{}` ({} {}){source}", self.operation, self.method, self.template.path)
    }

    /// Returns whether this status is a success.
    pub(super) fn is_success(&self, status: u16) -> bool {
        match self.successes.as_slice() {
            [] => (200..=299).contains(&status),
            successes => successes.iter().any(|range| range.contains(&status)),
        }
    }

    /// Returns whether a header is sent, with a parameter or with a fixed value.
    pub(super) fn sends_header(&self, name: &str) -> bool {
        self.headers.iter().chain(&self.fixed_headers).any(|header| header.eq_ignore_ascii_case(name))
    }
}

fn names(endpoint: &Endpoint, location: Location) -> Vec<String> {
    let of_location = endpoint.parameters().filter(|parameter| parameter.location == location);
    of_location.map(|parameter| parameter.name.to_owned()).collect()
}

/// Returns the path of a URL, without a slash at its end.
pub(super) fn path_of(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = match after_scheme.find('/') {
        Some(start) if after_scheme.len() < url.len() || start == 0 => after_scheme.get(start..).unwrap_or_default(),
        _ => "",
    };
    path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_owned()
}
