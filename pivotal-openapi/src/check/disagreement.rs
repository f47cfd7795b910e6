//! A disagreement between declarations and a document.

use std::fmt;

use crate::document::Place;

/// A disagreement between a declaration and a document.
///
/// `Display` shows a line such as
/// `` style #/paths/~1notes/get/parameters/0: `list_notes` (GET /notes): the list `tags` is sent as `:csv`, … ``.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    pub(super) kind: Kind,
    pub(super) place: Place,
    /// The declarations, or the operations that have none.
    pub(super) subjects: Vec<String>,
    pub(super) message: String,
}

/// The subject of a [`Disagreement`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The path or the method of a declaration is not in the document.
    Operation,
    /// An operation of the document has no declaration.
    Undeclared,
    /// The `operation` of a declaration is not the `operationId`.
    OperationId,
    /// A parameter is missing, unknown, or in another location.
    Parameter,
    /// A list, an object or JSON is sent in another style.
    Style,
    /// A body is missing or unexpected, or has another media type.
    Body,
    /// A status is a success on one side only, or has a type that is not in the document.
    Status,
    /// Credentials are required and not sent, or the other way round.
    Auth,
    /// The request of a sample call is not valid.
    Request,
    /// A response of the document cannot be read.
    Response,
    /// A method ignores a member of a response.
    Member,
    /// A part of the document cannot be read.
    Document,
    /// A known disagreement does not occur, or its line cannot be read.
    Known,
}

impl Kind {
    const ALL: [Self; 13] = [
        Self::Operation,
        Self::Undeclared,
        Self::OperationId,
        Self::Parameter,
        Self::Style,
        Self::Body,
        Self::Status,
        Self::Auth,
        Self::Request,
        Self::Response,
        Self::Member,
        Self::Document,
        Self::Known,
    ];

    /// Returns the name of this kind in messages and in the list of known disagreements.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Undeclared => "undeclared",
            Self::OperationId => "operation-id",
            Self::Parameter => "parameter",
            Self::Style => "style",
            Self::Body => "body",
            Self::Status => "status",
            Self::Auth => "auth",
            Self::Request => "request",
            Self::Response => "response",
            Self::Member => "member",
            Self::Document => "document",
            Self::Known => "known",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Disagreement {
    pub(super) fn new(kind: Kind, place: &Place, subject: impl Into<String>, message: impl Into<String>) -> Self {
        Self { kind, place: place.clone(), subjects: vec![subject.into()], message: message.into() }
    }

    /// Returns its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns the place in the document.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Returns the declarations, as their operation and request line.
    ///
    /// An example is `` `get-note` (GET /notes/<id>) ``. For an operation without a declaration, it is the operation of the
    /// document.
    #[must_use]
    pub fn declarations(&self) -> &[String] {
        &self.subjects
    }

    /// Returns the reason, and how to fix it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: ", self.kind, self.place.fragment())?;
        match self.subjects.as_slice() {
            [] => {}
            [one] => write!(f, "{one}: ")?,
            [first, second] => write!(f, "{first} and {second}: ")?,
            [first, others @ ..] => write!(f, "{first} and {} others: ", others.len())?,
        }
        f.write_str(&self.message)
    }
}

/// Adds a disagreement. The same one of another declaration is added to the first.
pub(super) fn add(all: &mut Vec<Disagreement>, new: Disagreement) {
    let is_same =
        |known: &&mut Disagreement| (known.kind, &known.place, &known.message) == (new.kind, &new.place, &new.message);
    match all.iter_mut().find(is_same) {
        Some(known) => {
            for subject in new.subjects {
                if !known.subjects.contains(&subject) {
                    known.subjects.push(subject);
                }
            }
        }
        None => all.push(new),
    }
}
