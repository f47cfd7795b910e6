//! Where a list goes on after a page.

/// The continuation of a list after a page: see [`Paginated::next`](crate::Paginated::next).
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "it is what `Paginated::next` returns"]
pub struct Next(pub(super) Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    End,
    Cursor(String),
    /// There is more, but no cursor to request it with.
    Missing,
}

impl Next {
    /// The page is the last.
    pub fn end() -> Self {
        Self(Kind::End)
    }

    /// The next page starts at this cursor. `None` and an empty text are the end.
    ///
    /// The number of the next page serves as a cursor, too, written as text, and so does the id of the last item.
    pub fn cursor(cursor: Option<&str>) -> Self {
        match cursor {
            None | Some("") => Self::end(),
            Some(cursor) => Self(Kind::Cursor(cursor.to_owned())),
        }
    }

    /// The next page starts at this cursor if the page reports that there is more. If it does and the cursor is missing, the
    /// list ends with an error of kind [`Pagination`](crate::ErrorKind::Pagination).
    pub fn cursor_if(has_next: bool, cursor: Option<&str>) -> Self {
        match (has_next, Self::cursor(cursor)) {
            (false, _) => Self::end(),
            (true, Self(Kind::End)) => Self(Kind::Missing),
            (true, next) => next,
        }
    }
}
