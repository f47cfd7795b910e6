//! Checks declarations against a document.

#[cfg(feature = "calls")]
mod calls;
mod declaration;
mod disagreement;
mod known;
mod pairing;
mod rules;
mod schemas;
mod source;
mod template;

use std::fmt::{self, Write};

use pivotal_runtime::Endpoint;

use self::declaration::Declaration;
use self::disagreement::add;
pub use self::disagreement::{Disagreement, Kind};
use self::known::Known;
use self::pairing::{Candidate, pair};
pub use self::source::SourceError;
use crate::contract::operations;
use crate::document::Document;

/// Checks declarations against a document.
///
/// ```
/// use pivotal_openapi::{Check, Document};
/// use pivotal_runtime::{Client, Error, endpoints};
///
/// #[endpoints]
/// trait Notes {
///     #[endpoint(GET, "/notes/<id>?<lang>")]
///     async fn get_note(&self, id: u64, lang: &str) -> Result<String, Error>;
/// }
///
/// let document = Document::parse(r#"{
///     "openapi": "3.1.0",
///     "paths": {
///         "/notes/{id}": {
///             "get": {
///                 "operationId": "getNote",
///                 "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
///                 "responses": { "200": { "description": "The note." } }
///             }
///         }
///     }
/// }"#)?;
///
/// let found = Check::new(&document).endpoints(<Client as Notes>::ENDPOINTS).disagreements();
/// assert_eq!(
///     found[0].to_string(),
///     "parameter #/paths/~1notes~1{id}/get/parameters: `get_note` (GET /notes/<id>): `lang` is sent in the query, and the \
///      document does not have it",
/// );
/// # Ok::<(), pivotal_openapi::LoadError>(())
/// ```
///
/// In a test, [`assert`](Self::assert) panics with the complete list.
///
/// # The rules
///
/// | part | agrees if |
/// | --- | --- |
/// | path and method | the document has an operation with this method and path. Placeholders can have other names. The paths of `servers` and of the [`Api`](pivotal_runtime::Api)'s base URL are added where needed. A declaration whose template is a URL from the server is not compared |
/// | `operation` | it is the `operationId`. A name in `snake_case` can be that of the method, so it is only wrong if it is the id of another operation. `get_note` is the same as `getNote` |
/// | parameters | each required one is sent, in its location, and each one that is sent is in the document. `<name..>` and `header(..)` can send any. Headers with a fixed value need not be in the document |
/// | lists, objects and JSON in the query | they have the declared style, such as `:csv` |
/// | body | it is sent if it is required, in a media type of the document |
/// | statuses | each documented 2xx is a success, and each status that is declared as such is in the document |
/// | credentials | `auth = none` has an operation with the requirement `{}` or without requirements, and others do not |
///
/// An operation without a declaration is a disagreement, unless you call [`allow_undeclared`](Self::allow_undeclared).
pub struct Check<'d> {
    document: &'d Document,
    candidates: Vec<Candidate<'d>>,
    declarations: Vec<Declaration>,
    /// The disagreements that are known before the declarations are compared.
    found: Vec<Disagreement>,
    known: Known,
    allows_undeclared: bool,
    #[cfg(feature = "calls")]
    api: Option<&'static pivotal_runtime::Api>,
    #[cfg(feature = "calls")]
    schemas: Option<calls::Schemas>,
}

impl<'d> Check<'d> {
    /// Creates a check without declarations.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        let (mut candidates, mut found) = (Vec::new(), Vec::new());
        for operation in operations(document) {
            match operation {
                Ok(operation) => {
                    for problem in &operation.problems {
                        let (name, message) = (operation.request_line(), problem.message.clone());
                        add(&mut found, Disagreement::new(Kind::Document, &problem.place, name, message));
                    }
                    candidates.push(Candidate::new(document, operation));
                }
                Err((name, problem)) => {
                    add(&mut found, Disagreement::new(Kind::Document, &problem.place, name, problem.message));
                }
            }
        }
        Self {
            document,
            candidates,
            declarations: Vec::new(),
            found,
            known: Known::default(),
            allows_undeclared: false,
            #[cfg(feature = "calls")]
            api: None,
            #[cfg(feature = "calls")]
            schemas: None,
        }
    }

    /// Adds declarations: the `ENDPOINTS` of a trait.
    pub fn endpoints(&mut self, endpoints: &[Endpoint]) -> &mut Self {
        self.declarations.extend(endpoints.iter().map(Declaration::new));
        self
    }

    /// Allows operations without a declaration.
    pub fn allow_undeclared(&mut self) -> &mut Self {
        self.allows_undeclared = true;
        self
    }

    /// Adds known disagreements, such as errors of the document, which are not reported.
    ///
    /// A known disagreement that does not occur is reported.
    ///
    /// Each line is the start of a [`Disagreement`], with a reason in place of its message. Lines that start with `#` are
    /// comments. Spaces in a pointer are written as `%20`.
    ///
    /// ```text
    /// # The reference is newer than the document.
    /// status #/paths/~1notes/post/responses The reference has 200, too.
    /// ```
    pub fn known(&mut self, lines: &str) -> &mut Self {
        self.known.add(lines);
        self
    }

    /// Returns the disagreements, in the order of the declarations.
    #[must_use]
    pub fn disagreements(&self) -> Vec<Disagreement> {
        let mut found = self.found.clone();
        let candidates = &self.candidates;
        let pairings = pair(&self.declarations, candidates);
        for (declaration, pairing) in self.declarations.iter().zip(&pairings) {
            if !declaration.template.is_url() {
                rules::compare(declaration, *pairing, candidates, self.document, &mut found);
            }
        }
        for (index, candidate) in candidates.iter().enumerate() {
            if !self.allows_undeclared && !pairings.iter().any(|pairing| pairing.index() == Some(index)) {
                let operation = &candidate.operation;
                let subject = match operation.id {
                    Some(id) => format!("`{id}` ({})", operation.request_line()),
                    None => operation.request_line(),
                };
                let message = "nobody declared this operation";
                add(&mut found, Disagreement::new(Kind::Undeclared, &operation.cursor.place, subject, message));
            }
        }
        self.known.filter(found)
    }

    /// Checks that there are no disagreements.
    ///
    /// # Panics
    ///
    /// Panics with a list of all disagreements, if there are any.
    #[track_caller]
    #[expect(clippy::panic, reason = "a test fails by a panic")]
    pub fn assert(&self) {
        let found = self.disagreements();
        if !found.is_empty() {
            let noun = if found.len() == 1 { "disagreement" } else { "disagreements" };
            let mut text = format!("{} {noun} between declarations and the document:", found.len());
            for one in found {
                let _ = write!(text, "\n{one}");
            }
            panic!("{text}");
        }
    }
}

impl fmt::Debug for Check<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Check").field("declarations", &self.declarations.len()).finish_non_exhaustive()
    }
}
