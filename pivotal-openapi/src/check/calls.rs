//! Checks sample calls against the schemas of a document: what is sent is valid, and what is documented can be read.

mod convert;
mod instances;
mod members;
mod pointer;
mod request;
mod response;
mod strings;
mod text;
mod validation;

use pivotal_runtime::testing::{Probe, RecordedCall, StubbedCall, outcome_of, request_of};
use pivotal_runtime::{Api, Body, Error, http};

use self::request::RequestCheck;
use self::response::ResponseCheck;
use self::validation::Validation;
use super::Check;
use super::declaration::Declaration;
use super::disagreement::{Disagreement, Kind, add};
use super::pairing::pair;
use crate::document::Document;

/// The direction in which a value is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Request,
    Response,
}

impl Direction {
    /// The keyword of values that are sent in the other direction only.
    fn other_flag(self) -> &'static str {
        match self {
            Self::Request => "readOnly",
            Self::Response => "writeOnly",
        }
    }
}

/// The schemas of a document, for both directions.
pub(super) struct Schemas {
    request: Validation,
    response: Validation,
}

impl Schemas {
    fn new(document: &Document) -> Self {
        Self {
            request: Validation::new(document, Direction::Request),
            response: Validation::new(document, Direction::Response),
        }
    }
}

/// The function that makes a call with a response, and returns its outcome.
type Respond<'a> = &'a dyn Fn(http::Response<Body>) -> Result<(), Option<Error>>;

impl Check<'_> {
    /// Sets the API whose conventions apply to endpoints that name none.
    ///
    /// Their errors are read as it declares.
    pub fn api(&mut self, api: &'static Api) -> &mut Self {
        self.api = Some(api);
        self
    }

    /// Checks the data types of an endpoint in both directions, with a sample call.
    ///
    /// Nothing is sent. The values of its request must be valid: path, query, headers and body. A body in JSON must not have
    /// members that the schema does not have. Set every member in the sample, so that every member is checked.
    ///
    /// For each documented response, the method must return a value, or an error with this status. Errors must have a `code`
    /// or a `message` if the API has an error type.
    ///
    /// The bodies are the examples of the document, and these instances of the schema:
    ///
    /// - one with all members, and then one without each optional member;
    /// - one with each value of an enum, and with each branch of `oneOf` and `anyOf`;
    /// - one with `null` in each place where it is allowed.
    ///
    /// A member that the method ignores is reported: any value is accepted in its place.
    ///
    /// ```
    /// use pivotal_openapi::{Check, Document};
    /// use pivotal_runtime::{Client, Error, endpoints};
    /// use serde::Deserialize;
    ///
    /// #[derive(Deserialize)]
    /// struct Note {
    ///     text: String,
    /// }
    ///
    /// #[endpoints]
    /// trait Notes {
    ///     #[endpoint(GET, "/notes/<id>")]
    ///     async fn get_note(&self, id: u64) -> Result<Note, Error>;
    /// }
    ///
    /// let document = Document::parse(r##"{
    ///     "openapi": "3.1.0",
    ///     "paths": {
    ///         "/notes/{id}": {
    ///             "get": {
    ///                 "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
    ///                 "responses": {
    ///                     "200": {
    ///                         "description": "The note.",
    ///                         "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Note" } } }
    ///                     }
    ///                 }
    ///             }
    ///         }
    ///     },
    ///     "components": {
    ///         "schemas": { "Note": { "type": "object", "properties": { "text": { "type": "string" } } } }
    ///     }
    /// }"##)?;
    ///
    /// let mut check = Check::new(&document);
    /// check.endpoints(<Client as Notes>::ENDPOINTS).call(|api| api.get_note(7));
    /// assert_eq!(
    ///     check.disagreements()[0].to_string(),
    ///     "response #/components/schemas/Note/properties/text: `get_note` (GET /notes/<id>): `text` is optional, and a value \
    ///      without it cannot be read: missing field `text`",
    /// );
    /// # Ok::<(), pivotal_openapi::LoadError>(())
    /// ```
    ///
    /// Streams of events and of lines, and bodies in other media types than JSON, form and text, are not checked.
    ///
    /// # Panics
    ///
    /// Panics if the closure makes no call, or if an argument is not allowed in a request.
    #[track_caller]
    pub fn call<C: StubbedCall>(&mut self, call: impl Fn(&'static Probe) -> C) -> &mut Self {
        let recorded = request_of(&call);
        let api = self.api;
        self.check_call(&recorded, &|response| outcome_of(&call, api, response));
        self
    }

    fn check_call(&mut self, recorded: &RecordedCall, respond: Respond<'_>) {
        let declaration = Declaration::new(recorded.endpoint());
        if !self.declarations.iter().any(|known| known.subject() == declaration.subject()) {
            self.declarations.push(declaration.clone());
        }
        let pairing = pair(std::slice::from_ref(&declaration), &self.candidates);
        let found = pairing.first().and_then(|pairing| pairing.index()).and_then(|index| self.candidates.get(index));
        // A missing operation is reported with the declarations.
        let Some(candidate) = found else { return };
        let schemas = self.schemas.get_or_insert_with(|| Schemas::new(self.document));
        let operation = &candidate.operation;
        let mut reports = Reports { subject: declaration.subject(), found: Vec::new() };
        RequestCheck { declaration: &declaration, operation, recorded, validation: &schemas.request }.run(&mut reports);
        let has_error_type = recorded.endpoint().api().or(self.api).is_some_and(Api::has_error_type);
        let accept = recorded.header("accept").unwrap_or("*/*");
        let check = ResponseCheck {
            accept,
            declaration: &declaration,
            operation,
            validation: &schemas.response,
            respond,
            has_error_type,
        };
        check.run(&mut reports);
        for one in reports.found {
            add(&mut self.found, one);
        }
    }
}

/// The disagreements of one call.
struct Reports {
    subject: String,
    found: Vec<Disagreement>,
}

impl Reports {
    fn add(&mut self, kind: Kind, place: &crate::document::Place, message: impl Into<String>) {
        add(&mut self.found, Disagreement::new(kind, place, self.subject.clone(), message));
    }
}
