//! The rules that compare a declaration with its operation.

mod body;
mod parameters;
mod status;

use super::declaration::Declaration;
use super::disagreement::{Disagreement, Kind, add};
use super::pairing::{Candidate, Pairing, normalized};
use crate::contract::Operation;
use crate::document::{Cursor, Document, Place};

/// Compares one declaration with its operation, and collects the disagreements.
struct Rules<'a, 'd> {
    declaration: &'a Declaration,
    operation: &'a Operation<'d>,
    found: &'a mut Vec<Disagreement>,
}

/// Compares a declaration with its operation.
pub(super) fn compare(
    declaration: &Declaration,
    pairing: Pairing,
    candidates: &[Candidate<'_>],
    document: &Document,
    found: &mut Vec<Disagreement>,
) {
    let Some(candidate) = pairing.index().and_then(|index| candidates.get(index)) else {
        let place = document.root().place.join("paths");
        add(
            found,
            Disagreement::new(Kind::Operation, &place, declaration.subject(), "the document has no such operation"),
        );
        return;
    };
    let mut rules = Rules { declaration, operation: &candidate.operation, found };
    match (pairing, &candidate.servers) {
        (Pairing::Similar(_), _) => rules.request_line(),
        (_, Some(servers)) if !candidate.has_server(declaration) => {
            let base = declaration.base_path.as_deref().unwrap_or_default();
            rules.report(Kind::Operation, servers, format!("no server has the path `{base}` of the base URL"));
        }
        _ => {}
    }
    rules.operation_id(candidates);
    rules.parameters();
    rules.body();
    rules.statuses();
    rules.auth(document);
}

impl Rules<'_, '_> {
    fn report(&mut self, kind: Kind, place: &Place, message: impl Into<String>) {
        add(self.found, Disagreement::new(kind, place, self.declaration.subject(), message));
    }

    /// The place of a member of the operation; that of the operation, if it has no such member.
    fn place_of(&self, key: &str) -> Place {
        let cursor = &self.operation.cursor;
        cursor.get(key).map_or_else(|| cursor.place.clone(), |member| member.place)
    }

    /// Reports another path or method.
    fn request_line(&mut self) {
        let operation = self.operation.cursor.place.clone();
        if self.declaration.method == self.operation.method {
            let path = operation.parent();
            let message = format!("the declared path is `{}`", self.declaration.template.path);
            self.report(Kind::Operation, &path, message);
        } else {
            let message = format!("the document has the method {}", self.operation.method);
            self.report(Kind::Operation, &operation, message);
        }
    }

    /// Compares the id. A name in `snake_case` can be that of the method, so it is only wrong if it is the id of another
    /// operation.
    fn operation_id(&mut self, candidates: &[Candidate<'_>]) {
        let Some(id) = self.operation.id else { return };
        let own = self.declaration.operation.as_str();
        let is_other = |candidate: &Candidate<'_>| {
            candidate.operation.id.is_some_and(|other| other != id && normalized(other) == normalized(own))
        };
        let can_be_method = own.chars().all(|character| matches!(character, 'a'..='z' | '0'..='9' | '_'));
        let names_operation = self.declaration.names_operation.unwrap_or(!can_be_method);
        let agrees =
            own == id || (!names_operation && (normalized(own) == normalized(id) || !candidates.iter().any(is_other)));
        if !agrees {
            let place = self.place_of("operationId");
            self.report(
                Kind::OperationId,
                &place,
                format!("the document has the id `{id}`; write `operation = {id:?}`"),
            );
        }
    }

    fn auth(&mut self, document: &Document) {
        let own = self.operation.cursor.get("security");
        let Some(security) = own.or_else(|| document.root().get("security")) else { return };
        let requirements: Vec<Cursor<'_>> = security.items().collect();
        let is_empty = |requirement: &Cursor<'_>| requirement.entries().next().is_none();
        let is_optional = requirements.is_empty() || requirements.iter().any(is_empty);
        let is_possible = requirements.iter().any(|requirement| !is_empty(requirement));
        if self.declaration.sends_credentials && !is_possible {
            let message = "no credentials are needed; write `auth = none`";
            self.report(Kind::Auth, &security.place, message);
        } else if !self.declaration.sends_credentials && !is_optional {
            let message = "credentials are required; remove `auth = none`";
            self.report(Kind::Auth, &security.place, message);
        }
    }
}
