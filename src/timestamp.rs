//! Instants as the API writes them: RFC 3339 in UTC, with milliseconds (Pivotal API, Basics).
//!
//! Reading needs no help, except where a bare date may stand: samples drop the milliseconds, and
//! jiff reads a fraction of any length, or none.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Patch;

/// Writes an instant with exactly three decimals.
pub(crate) fn write<S: Serializer>(instant: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{instant:.3}"))
}

/// Writes an instant with exactly three decimals, or `null`.
#[expect(clippy::ref_option, reason = "serde hands a reference to the field")]
pub(crate) fn write_option<S: Serializer>(instant: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    match instant {
        Some(instant) => write(instant, serializer),
        None => serializer.serialize_none(),
    }
}

/// Writes a set instant with exactly three decimals, and the rest as [`Patch`] does.
pub(crate) fn write_patch<S: Serializer>(instant: &Patch<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    match instant {
        Patch::Set(instant) => write(instant, serializer),
        untimed => untimed.serialize(serializer),
    }
}

/// Reads an instant, a bare date as its midnight in UTC, or `null`.
pub(crate) fn read_option_or_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    Option::<String>::deserialize(deserializer)?
        .map(|text| instant_or_date(&text))
        .transpose()
        .map_err(D::Error::custom)
}

fn instant_or_date(text: &str) -> Result<Timestamp, jiff::Error> {
    // `strptime` rather than `parse`, which would take the date out of a longer text and lose the
    // rest. The first error is the one to report: an instant is what the API documents.
    text.parse().or_else(|error| midnight(text).map_err(|_| error))
}

fn midnight(date: &str) -> Result<Timestamp, jiff::Error> {
    let date = Date::strptime("%Y-%m-%d", date)?;
    Offset::UTC.to_timestamp(date.to_datetime(Time::midnight()))
}
