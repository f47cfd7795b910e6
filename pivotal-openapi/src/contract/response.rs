//! The responses of operations.

use std::fmt;

use super::{Kind, Media, Problem, mistyped};
use crate::document::{Cursor, Place};

/// The response with one status, or with a range of them.
#[derive(Clone)]
pub(crate) struct Response<'d> {
    pub(crate) status: Status,
    pub(crate) cursor: Cursor<'d>,
    /// Its place in the operation, where it can be a reference.
    pub(crate) key_place: Place,
    pub(crate) contents: Vec<Media<'d>>,
}

/// The key of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Code(u16),
    /// `4XX`, as its first digit.
    Range(u16),
    Default,
}

impl Status {
    fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        let range = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx"));
        if let Some(digit) = range {
            return digit.parse().ok().filter(|digit| (1..=5).contains(digit)).map(Self::Range);
        }
        key.parse().ok().filter(|code| (100..=599).contains(code)).map(Self::Code)
    }

    /// Returns whether a status has this response, unless another one names it more precisely.
    pub(crate) fn contains(self, status: u16) -> bool {
        match self {
            Self::Code(code) => code == status,
            Self::Range(digit) => status / 100 == digit,
            Self::Default => true,
        }
    }

    pub(crate) fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(digit) => write!(f, "{digit}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

impl<'d> Response<'d> {
    /// Returns the responses of an operation, and adds those that cannot be read to the problems.
    ///
    /// # Errors
    ///
    /// If a success cannot be read.
    pub(crate) fn all(operation: &Cursor<'d>, problems: &mut Vec<Problem>) -> Result<Vec<Self>, Problem> {
        let mut responses = Vec::new();
        for (key, cursor) in operation.entries_of("responses") {
            if key.starts_with("x-") {
                continue;
            }
            let problem = |message: String| Problem::new(&cursor.place, message);
            let Some(status) = Status::parse(key) else {
                problems.push(problem(format!("`{key}` is no status")));
                continue;
            };
            let key_place = cursor.place.clone();
            let cursor = match cursor.clone().resolve() {
                Ok(cursor) => cursor,
                Err(message) if status.is_success() => return Err(problem(message)),
                Err(message) => {
                    problems.push(problem(message));
                    continue;
                }
            };
            problems.extend(mistyped(&cursor, &[("content", Kind::Object), ("headers", Kind::Object)]));
            responses.push(Self { status, contents: Media::all(&cursor), key_place, cursor });
        }
        Ok(responses)
    }
}
