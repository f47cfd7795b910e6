//! The path of an operation, as the template of an endpoint.

use std::collections::BTreeSet;

use crate::contract::{Operation, Problem};
use crate::types::{snake, unique};

/// The path of a template, and its placeholders.
pub(super) struct PathTemplate {
    pub(super) template: String,
    /// The names in the document, and those of the parameters.
    pub(super) placeholders: Vec<(String, String)>,
}

/// Converts `/notes/{note-id}` to `/notes/<note_id>`.
pub(super) fn path(operation: &Operation<'_>, taken: &mut BTreeSet<String>) -> Result<PathTemplate, Problem> {
    let problem = |message: &str| Problem::new(&operation.cursor.place, message);
    if !operation.path.starts_with('/') {
        return Err(problem("its path does not start with `/`"));
    }
    if operation.path.contains(['?', '#']) {
        return Err(problem("its path contains a query or a fragment"));
    }
    let mut template = String::new();
    let mut placeholders: Vec<(String, String)> = Vec::new();
    let mut rest = operation.path;
    while let Some((fixed, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or_else(|| problem("its path has a `{` without `}`"))?;
        if fixed.is_empty() && !template.is_empty() {
            return Err(problem("two placeholders of its path touch"));
        }
        push_fixed(&mut template, fixed).map_err(problem)?;
        let parameter = match placeholders.iter().find(|(known, _)| known == name) {
            Some((_, parameter)) => parameter.clone(),
            None => {
                let parameter = unique(taken, &snake(name));
                placeholders.push((name.to_owned(), parameter.clone()));
                parameter
            }
        };
        template = format!("{template}<{parameter}>");
        rest = after;
    }
    push_fixed(&mut template, rest).map_err(problem)?;
    Ok(PathTemplate { template, placeholders })
}

fn push_fixed(template: &mut String, fixed: &str) -> Result<(), &'static str> {
    if fixed.contains(['<', '>', '}', '"', '\\']) || fixed.contains(char::is_control) {
        return Err("its path contains a character that a template cannot have");
    }
    if fixed.contains("//") {
        return Err("its path has an empty segment");
    }
    template.push_str(fixed);
    Ok(())
}
