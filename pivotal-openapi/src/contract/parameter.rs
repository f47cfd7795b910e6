//! The parameters of operations.

use super::{Media, Problem};
use crate::document::{Cursor, Node};

/// A parameter, with the defaults of its location.
#[derive(Clone)]
pub(crate) struct Parameter<'d> {
    pub(crate) cursor: Cursor<'d>,
    pub(crate) name: &'d str,
    pub(crate) location: Location,
    pub(crate) is_required: bool,
    pub(crate) style: Style,
    pub(crate) explode: bool,
}

/// The location of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// The style of a parameter's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

impl<'d> Parameter<'d> {
    /// Reads a parameter.
    ///
    /// # Errors
    ///
    /// If it has no name, or an unknown location or style.
    pub(crate) fn read(cursor: &Cursor<'d>) -> Result<Self, Problem> {
        let problem = |message: String| Problem::new(&cursor.place, message);
        let cursor = cursor.clone().resolve().map_err(problem)?;
        let Some(name) = cursor.text("name") else {
            return Err(problem("the parameter has no `name`".to_owned()));
        };
        let location = match cursor.text("in") {
            Some("path") => Location::Path,
            Some("query") => Location::Query,
            Some("header") => Location::Header,
            Some("cookie") => Location::Cookie,
            other => {
                return Err(problem(format!(
                    "the location `{}` of the parameter `{name}` is unknown",
                    other.unwrap_or_default()
                )));
            }
        };
        let style = match cursor.text("style") {
            None if matches!(location, Location::Path | Location::Header) => Style::Simple,
            None | Some("form") => Style::Form,
            Some("simple") => Style::Simple,
            Some("label") => Style::Label,
            Some("matrix") => Style::Matrix,
            Some("spaceDelimited") => Style::SpaceDelimited,
            Some("pipeDelimited") => Style::PipeDelimited,
            Some("deepObject") => Style::DeepObject,
            Some(other) => return Err(problem(format!("the parameter `{name}` has the unknown style `{other}`"))),
        };
        let explode = cursor.node.get("explode").and_then(Node::as_bool).unwrap_or(style == Style::Form);
        let is_required = location == Location::Path || cursor.is_true("required");
        Ok(Self { cursor, name, location, is_required, style, explode })
    }

    pub(crate) fn schema(&self) -> Option<Cursor<'d>> {
        self.cursor.get("schema").or_else(|| self.content()?.schema())
    }

    /// The media type, of a parameter whose value is a document, such as JSON.
    pub(crate) fn content(&self) -> Option<Media<'d>> {
        Media::all(&self.cursor).into_iter().next()
    }

    /// Returns whether both are the same parameter: the one of an operation replaces that of its path.
    fn is(&self, other: &Self) -> bool {
        let is_same_name = match self.location {
            Location::Header => self.name.eq_ignore_ascii_case(other.name),
            _ => self.name == other.name,
        };
        self.location == other.location && is_same_name
    }

    /// Returns the parameters of an operation and its path items, and adds optional ones that cannot be read to the problems.
    ///
    /// # Errors
    ///
    /// If a required parameter cannot be read.
    pub(crate) fn all(
        items: &[Cursor<'d>],
        operation: &Cursor<'d>,
        problems: &mut Vec<Problem>,
    ) -> Result<Vec<Self>, Problem> {
        let mut parameters: Vec<Self> = Vec::new();
        let common = items.iter().rev().flat_map(|item| item.items_of("parameters"));
        for cursor in common.chain(operation.items_of("parameters")) {
            let parameter = match Self::read(&cursor) {
                Ok(parameter) => parameter,
                // Without its target, it is unknown whether a parameter is required.
                Err(problem) if cursor.reference().is_some() || cursor.is_true("required") => return Err(problem),
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            match parameters.iter_mut().find(|known| known.is(&parameter)) {
                Some(known) => *known = parameter,
                None => parameters.push(parameter),
            }
        }
        // These have another meaning in the specification.
        parameters.retain(|parameter| {
            parameter.location != Location::Header
                || !["accept", "content-type", "authorization"].contains(&&*parameter.name.to_ascii_lowercase())
        });
        Ok(parameters)
    }
}
