//! The path of an operation, as the template of an endpoint.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::contract::{Location, Operation, Problem, Style};
use crate::types::{snake, unique};

/// The path of a template, and its placeholders.
pub(super) struct PathTemplate {
    pub(super) template: String,
    /// The names in the document, and those of the parameters.
    pub(super) placeholders: Vec<(String, String)>,
    /// The pairs of a query that the path contains.
    pub(super) query: Vec<String>,
}

/// Converts `/notes/{note-id}` to `/notes/<note_id>`.
pub(super) fn path(operation: &Operation<'_>, taken: &mut BTreeSet<String>) -> Result<PathTemplate, Problem> {
    let problem = |message: &str| Problem::new(&operation.cursor.place, message);
    if !operation.path.starts_with('/') {
        return Err(problem("its path does not start with `/`"));
    }
    let (path, query) = operation.path.split_once('?').unwrap_or((operation.path, ""));
    if query.contains(['{', '}']) {
        return Err(problem("its path contains a query with placeholders"));
    }
    if path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err(problem("its path contains `.` or `..` as a segment"));
    }
    let mut template = String::new();
    let mut placeholders: Vec<(String, String)> = Vec::new();
    let mut rest = path;
    while let Some((fixed, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or_else(|| problem("its path has a `{` without `}`"))?;
        if fixed.is_empty() && !template.is_empty() {
            return Err(problem("two placeholders of its path touch"));
        }
        push_fixed(&mut template, fixed).map_err(problem)?;
        // Gateways write `{path+}` for several segments.
        let declared =
            |name: &str| operation.parameters.iter().find(|own| own.location == Location::Path && own.name == name);
        let stem = name.trim_matches(['+', '*']);
        let (name, spread) = if stem != name && declared(name).is_none() { (stem, "..") } else { (name, "") };
        let parameter = if let Some((_, parameter)) = placeholders.iter().find(|(known, _)| known == name) {
            parameter.clone()
        } else {
            let parameter = unique(taken, &snake(name));
            placeholders.push((name.to_owned(), parameter.clone()));
            parameter
        };
        let prefix = match declared(name).map(|declared| declared.style) {
            Some(Style::Label) => ".".to_owned(),
            Some(Style::Matrix) => format!(";{}=", encoded(name)),
            _ => String::new(),
        };
        template = format!("{template}{prefix}<{parameter}{spread}>");
        rest = after;
    }
    push_fixed(&mut template, rest).map_err(problem)?;
    let query = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| match pair.split_once('=') {
        Some((key, value)) => format!("{}={}", encoded(key), encoded(value)),
        None => encoded(pair),
    });
    Ok(PathTemplate { template, placeholders, query: query.collect() })
}

fn push_fixed(template: &mut String, fixed: &str) -> Result<(), &'static str> {
    if fixed.contains(['<', '>', '}', '"', '\\']) || fixed.contains(char::is_control) {
        return Err("its path contains a character that a template cannot have");
    }
    if fixed.contains("//") {
        return Err("its path has an empty segment");
    }
    template.push_str(&escaped_percents(fixed));
    Ok(())
}

/// Writes `%` as `%25`, unless it starts an encoded character.
fn escaped_percents(text: &str) -> String {
    let mut parts = text.split('%');
    let mut escaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take(2).filter(u8::is_ascii_hexdigit).count();
        escaped.push_str(if digits == 2 { "%" } else { "%25" });
        escaped.push_str(part);
    }
    escaped
}

/// Writes the text of a query so that none of its characters has a meaning in a template or a URL.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for c in text.chars() {
        if "<>&#\"\\={}%+".contains(c) || c.is_control() {
            let mut buffer = [0; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                let _ = write!(encoded, "%{byte:02X}");
            }
        } else {
            encoded.push(c);
        }
    }
    encoded
}
