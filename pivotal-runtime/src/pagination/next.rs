//! The position of the next page.

/// The position of the next page: see [`Paginated::next`](crate::Paginated::next).
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "return it from `Paginated::next`"]
pub struct Next(pub(super) Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    End,
    Cursor(String),
    /// The page reports more, but contains no cursor.
    Missing,
}

impl Next {
    /// Ends the list: the page is the last one.
    pub fn end() -> Self {
        Self(Kind::End)
    }

    /// Continues the list at this cursor. `None` and an empty text end it.
    ///
    /// A cursor can also be the number of the next page, as text, or the id of the last item.
    pub fn cursor(cursor: Option<&str>) -> Self {
        match cursor {
            None | Some("") => Self::end(),
            Some(cursor) => Self(Kind::Cursor(cursor.to_owned())),
        }
    }

    /// Continues the list at this cursor if `has_next` is true. If the cursor is missing then, the list ends with an error of
    /// kind [`Pagination`](crate::ErrorKind::Pagination).
    pub fn cursor_if(has_next: bool, cursor: Option<&str>) -> Self {
        match (has_next, Self::cursor(cursor)) {
            (false, _) => Self::end(),
            (true, Self(Kind::End)) => Self(Kind::Missing),
            (true, next) => next,
        }
    }
}
