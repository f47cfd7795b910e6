//! The rate-limit headers of an API.

use http::HeaderMap;

use super::lines::{LimitName, Line, Lines, MAX_LINES, Role};
use super::name::Name;
use super::reset::parse_reset;
use super::values::{list, number};
use super::{RateLimit, fields};

/// The names of an API's rate-limit headers.
///
/// By default, these are the standard headers:
///
/// - `X-RateLimit-Limit`, `X-RateLimit-Remaining` and `X-RateLimit-Reset`, and the same without `X-`, as in drafts -00 to -06
///   of `draft-ietf-httpapi-ratelimit-headers`;
/// - the same with a suffix, which names one of several limits: `X-RateLimit-Remaining-Tokens` belongs to
///   `X-RateLimit-Limit-Tokens` and `X-RateLimit-Reset-Tokens`;
/// - `RateLimit` and `RateLimit-Policy`: `"default";r=50;t=30` and `"default";q=100;w=60`, as in draft -08 and later, or
///   `limit=100, remaining=50, reset=30`, as in draft -07. A limit of concurrent requests is ignored, since it has no window.
///
/// If an API has other headers, name them. The standard headers are then ignored:
///
/// ```
/// use pivotal_runtime::{RateLimit, RateLimitHeaders};
/// use pivotal_runtime::http::{HeaderMap, HeaderValue};
///
/// const HEADERS: RateLimitHeaders = RateLimitHeaders::new().usage("X-Shop-Call-Limit");
///
/// let mut headers = HeaderMap::new();
/// headers.insert("x-shop-call-limit", HeaderValue::from_static("32/40"));
/// let limit = HEADERS.read(&headers).unwrap();
/// assert_eq!((limit.limit, limit.remaining), (Some(40), 8));
/// ```
///
/// # Values
///
/// - Limits and remaining units are numbers. Decimals are rounded down.
/// - A reset is a number, a duration or a date. A number below 10⁹ is in seconds from now, one below 10¹² in Unix seconds, any
///   other in Unix milliseconds. A duration is a sequence of numbers with the units `h`, `m`, `s`, `ms`, `us` and `ns`, such as
///   `6m0s`. A date is an HTTP date or a timestamp of RFC 3339. "Now" is the response's `Date`, or the client's clock if the
///   response has none.
/// - Each header can occur several times and contain a list. Members at the same position belong together.
///
/// Malformed values, values longer than 1 KiB and all but the first 16 rate-limit headers are ignored. Of several limits, the
/// tightest counts, as [`RateLimit`] describes.
///
/// # Names
///
/// Case does not matter. A name can contain one `*`, which matches any text, such as the name of one of several limits.
/// Headers belong together if the text is the same:
///
/// ```
/// # use pivotal_runtime::RateLimitHeaders;
/// const HEADERS: RateLimitHeaders = RateLimitHeaders::new()
///     .limit("shop-ratelimit-*-limit")
///     .remaining("shop-ratelimit-*-remaining")
///     .reset("shop-ratelimit-*-reset");
/// ```
///
/// The methods panic if a name is not a valid header name or contains more than one `*`. In a `const` or `static`, that is a
/// compile error:
///
/// ```compile_fail,E0080
/// # use pivotal_runtime::RateLimitHeaders;
/// const HEADERS: RateLimitHeaders = RateLimitHeaders::new().reset("X-RateLimit Reset");
/// # fn main() { let _ = HEADERS; }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimitHeaders {
    limit: Option<Name>,
    remaining: Option<Name>,
    reset: Option<Name>,
    usage: Option<Name>,
}

impl Default for RateLimitHeaders {
    fn default() -> Self {
        Self::new()
    }
}

impl RateLimitHeaders {
    /// Creates the names of the standard headers.
    #[must_use]
    pub const fn new() -> Self {
        Self { limit: None, remaining: None, reset: None, usage: None }
    }

    /// Sets the header that contains the units per window, such as `100`.
    ///
    /// # Panics
    ///
    /// Panics if the name is not a valid header name or contains more than one `*`.
    #[must_use]
    pub const fn limit(mut self, name: &'static str) -> Self {
        self.limit = Some(Name::new(name));
        self
    }

    /// Sets the header that contains the units that remain, such as `99`.
    ///
    /// # Panics
    ///
    /// Panics if the name is not a valid header name or contains more than one `*`.
    #[must_use]
    pub const fn remaining(mut self, name: &'static str) -> Self {
        self.remaining = Some(Name::new(name));
        self
    }

    /// Sets the header that contains the time of the reset, such as `60`.
    ///
    /// # Panics
    ///
    /// Panics if the name is not a valid header name or contains more than one `*`.
    #[must_use]
    pub const fn reset(mut self, name: &'static str) -> Self {
        self.reset = Some(Name::new(name));
        self
    }

    /// Sets the header that contains the units consumed, such as `32/40` or `32`.
    ///
    /// In the first form, the limit follows the slash. In the second form, it is in the header that [`limit`](Self::limit)
    /// names.
    ///
    /// # Panics
    ///
    /// Panics if the name is not a valid header name or contains more than one `*`.
    #[must_use]
    pub const fn usage(mut self, name: &'static str) -> Self {
        self.usage = Some(Name::new(name));
        self
    }

    /// Reads the rate limit from the headers of a response.
    ///
    /// It returns `None` if they do not report the remaining units.
    #[must_use]
    pub fn read(&self, headers: &HeaderMap) -> Option<RateLimit> {
        let mut storage = [None; MAX_LINES];
        let lines = if *self == Self::new() {
            Lines::collect(headers, &mut storage, classify_standard)
        } else {
            Lines::collect(headers, &mut storage, |name| self.classify(name))
        };
        let mut tightest = None;
        for (index, line) in lines.iter().enumerate() {
            match line.role {
                Role::Remaining => read_list(line, index, lines, read_remaining, &mut tightest),
                Role::Usage => read_list(line, index, lines, read_usage, &mut tightest),
                Role::Field => fields::read(line.value, lines, &mut tightest),
                Role::Limit | Role::Reset | Role::Policy => {}
            }
        }
        tightest
    }

    fn classify<'h>(&self, name: &'h str) -> Option<(Role, LimitName<'h>)> {
        let patterns = [
            (Role::Remaining, self.remaining),
            (Role::Usage, self.usage),
            (Role::Limit, self.limit),
            (Role::Reset, self.reset),
        ];
        patterns.into_iter().find_map(|(role, pattern)| {
            let text = pattern?.captures(name)?;
            Some((role, LimitName { has_x: false, text }))
        })
    }
}

fn classify_standard(name: &str) -> Option<(Role, LimitName<'_>)> {
    let (has_x, name) = name.strip_prefix("x-").map_or((false, name), |name| (true, name));
    classify_suffix(has_x, name.strip_prefix("ratelimit")?)
}

/// Not inlined, so that the check of all other headers is short.
#[inline(never)]
fn classify_suffix(has_x: bool, suffix: &str) -> Option<(Role, LimitName<'_>)> {
    let roles = [("-remaining", Role::Remaining), ("-limit", Role::Limit), ("-reset", Role::Reset)];
    let (role, text) = match suffix {
        "" if !has_x => (Role::Field, ""),
        "-policy" if !has_x => (Role::Policy, ""),
        _ => roles.into_iter().find_map(|(start, role)| Some((role, suffix.strip_prefix(start)?)))?,
    };
    Some((role, LimitName { has_x, text }))
}

/// Reads a list member and its limit as the units that remain and the limit.
type ReadMember = fn(&str, Option<&str>) -> Option<(u64, Option<u64>)>;

/// Reads the list of a line, with the lists of limits and resets that belong to it.
fn read_list(line: &Line<'_>, index: usize, lines: Lines<'_, '_>, read: ReadMember, tightest: &mut Option<RateLimit>) {
    let is_alike = |other: &&Line<'_>| other.role == line.role && other.limit == line.limit;
    let number = lines.iter().take(index).filter(is_alike).count();
    let limit = lines.find(Role::Limit, line.limit, number);
    let reset = lines.find(Role::Reset, line.limit, number);
    let mut tighten = |member, limit, reset: Option<&str>| {
        if let Some((remaining, limit)) = read(member, limit) {
            let reset = reset.and_then(|reset| parse_reset(reset, lines.headers));
            RateLimit { limit, remaining, reset }.tighten(tightest);
        }
    };
    // Most headers have one value, which is cheaper to read than a list.
    if [line.value, limit, reset].iter().all(|text| !text.as_bytes().contains(&b',')) {
        return tighten(line.value, Some(limit), Some(reset));
    }
    let (mut limits, mut resets) = (list(limit), list(reset));
    for member in list(line.value) {
        tighten(member, limits.next(), resets.next());
    }
}

fn read_remaining(remaining: &str, limit: Option<&str>) -> Option<(u64, Option<u64>)> {
    Some((number(remaining)?, limit.and_then(number)))
}

fn read_usage(usage: &str, limit: Option<&str>) -> Option<(u64, Option<u64>)> {
    let (used, limit) = usage.split_once('/').map_or((usage, limit), |(used, limit)| (used, Some(limit)));
    let limit = number(limit?)?;
    Some((limit.saturating_sub(number(used)?), Some(limit)))
}

#[cfg(test)]
mod tests;
