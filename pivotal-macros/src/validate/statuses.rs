//! The rules for statuses in `success`.

use std::ops::RangeInclusive;

use syn::LitInt;

use super::upgrade::{is_101, no_upgrade};
use crate::args::{RangeOperator, Statuses, class, not_a_status, status};
use crate::diagnostics::Diagnostics;

/// Checks the value of `success`.
pub(super) fn check_success(statuses: &[Statuses], diagnostics: &mut Diagnostics) {
    let mut seen: Vec<RangeInclusive<u16>> = Vec::new();
    for written in statuses {
        match (&written.operator, &written.first) {
            (Some(operator), _) => check_range(written, operator, diagnostics),
            (None, Some(status)) => check_status(status, diagnostics),
            (None, None) => {}
        }
        let Some(range) = written.range() else { continue };
        match seen.iter().find(|other| other.start() <= range.end() && range.start() <= other.end()) {
            Some(other) => diagnostics.error(written, overlap(&range, other)),
            None => seen.push(range),
        }
    }
}

//     success = 100
//     success = 101
//     success = 2000
//     success = 2xx
//     success = 200u16
//
pub(super) fn check_status(written: &LitInt, diagnostics: &mut Diagnostics) {
    if status(written).is_some() {
        return;
    }
    let digits = written.base10_digits();
    let is_status = !written.suffix().is_empty() && status(&LitInt::new(digits, written.span())).is_some();
    let message = match class(written) {
        None if is_101(written) => no_upgrade("101"),
        Some(class) => not_a_status(&class, written),
        None if is_status => format!("a status has no suffix; write `{digits}`"),
        None => format!("`{written}` is not the status of a response; write one from 200 to 599"),
    };
    diagnostics.error(written, message);
}

//     success = 200..400
//     success = 200..
//     success = 299..=200
//     success = 2xx..=3xx
//     success = 200-299
//
fn check_range(written: &Statuses, operator: &RangeOperator, diagnostics: &mut Diagnostics) {
    let before = diagnostics.count();
    let is_exclusive = matches!(operator, RangeOperator::Exclusive(_));
    let is_end = |literal: &LitInt| is_exclusive && literal.to_string() == "600";
    for literal in written.first.iter().chain(written.last.iter().filter(|literal| !is_end(literal))) {
        if class(literal).is_none() {
            check_status(literal, diagnostics);
        }
    }
    if diagnostics.count() > before || written.range().is_some() {
        return;
    }
    let first = written.first.as_ref().and_then(statuses).map_or(200, |statuses| *statuses.start());
    let end = written.last.as_ref().and_then(statuses).map_or(599, |statuses| *statuses.end());
    let excludes_end = is_exclusive && written.last.as_ref().is_some_and(|last| class(last).is_none());
    let last = if excludes_end { end.saturating_sub(1) } else { end };
    diagnostics.error(
        written,
        if first > last {
            format!("the range is empty; write `{}`", shown(&(end.min(first)..=end.max(first))))
        } else {
            format!("a range contains its first and its last status; write `{}`", shown(&(first..=last)))
        },
    );
}

/// The statuses of `2xx`, or the number.
fn statuses(literal: &LitInt) -> Option<RangeInclusive<u16>> {
    class(literal).or_else(|| literal.base10_parse().ok().map(|status| status..=status))
}

//     success = [200, 200]
//     success = [200..=299, 204]
//     success = [200..=299, 250..=350]
//
fn overlap(range: &RangeInclusive<u16>, other: &RangeInclusive<u16>) -> String {
    let contains = |range: &RangeInclusive<u16>, other: &RangeInclusive<u16>| {
        range.contains(other.start()) && range.contains(other.end())
    };
    let (written, earlier) = (shown(range), shown(other));
    if range == other {
        format!("`{written}` is given twice; keep one of them")
    } else if contains(other, range) {
        format!("`{earlier}` contains `{written}`; remove `{written}`")
    } else if contains(range, other) {
        format!("`{written}` contains `{earlier}`; remove `{earlier}`")
    } else {
        let rest = if range.start() < other.start() {
            *range.start()..=other.start().saturating_sub(1)
        } else {
            other.end().saturating_add(1)..=*range.end()
        };
        format!("`{written}` overlaps `{earlier}`; write `{}`", shown(&rest))
    }
}

/// `200` or `200..=299`
fn shown(range: &RangeInclusive<u16>) -> String {
    match (range.start(), range.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}..={last}"),
    }
}
