//! The header lines that concern a rate limit.

use http::HeaderMap;

use super::values::text;

/// The number of lines that are read. A server needs fewer.
pub(super) const MAX_LINES: usize = 16;

/// A header line. A header with several values has several lines.
#[derive(Clone, Copy)]
pub(super) struct Line<'h> {
    pub(super) role: Role,
    /// The limit that it concerns.
    pub(super) limit: LimitName<'h>,
    pub(super) value: &'h str,
}

/// The content of a header line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Units per window.
    Limit,
    /// Units that remain.
    Remaining,
    /// Units consumed.
    Usage,
    /// The time of the reset.
    Reset,
    /// The structured field `RateLimit`.
    Field,
    /// The structured field `RateLimit-Policy`.
    Policy,
}

/// The part of header names that distinguishes several limits of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LimitName<'h> {
    /// The header names are standard, and begin with `x-`.
    pub(super) has_x: bool,
    pub(super) text: &'h str,
}

/// The header lines of a response that concern its rate limit. They are few, so all headers are visited only once.
#[derive(Clone, Copy)]
pub(super) struct Lines<'s, 'h> {
    /// All headers of the response.
    pub(super) headers: &'h HeaderMap,
    lines: &'s [Option<Line<'h>>; MAX_LINES],
}

impl<'s, 'h> Lines<'s, 'h> {
    /// Collects the lines whose names `classify` recognizes. Any line after the first [`MAX_LINES`] is ignored.
    pub(super) fn collect(
        headers: &'h HeaderMap,
        storage: &'s mut [Option<Line<'h>>; MAX_LINES],
        classify: impl Fn(&'h str) -> Option<(Role, LimitName<'h>)>,
    ) -> Self {
        let mut free = storage.iter_mut();
        for (name, value) in headers {
            let Some((role, limit)) = classify(name.as_str()) else { continue };
            let Some(line) = free.next() else { break };
            *line = Some(Line { role, limit, value: text(value) });
        }
        Self { headers, lines: storage }
    }

    pub(super) fn iter(self) -> impl Iterator<Item = &'s Line<'h>> {
        self.lines.iter().map_while(Option::as_ref)
    }

    /// The values of all lines with this role.
    pub(super) fn values(self, role: Role) -> impl Iterator<Item = &'h str> {
        self.iter().filter(move |line| line.role == role).map(|line| line.value)
    }

    /// Finds the line with this role and limit that has this number, counted from 0. Returns its value, or an empty text.
    pub(super) fn find(self, role: Role, limit: LimitName<'_>, number: usize) -> &'h str {
        let mut lines = self.iter().filter(|line| line.role == role && line.limit == limit);
        lines.nth(number).map_or("", |line| line.value)
    }
}
