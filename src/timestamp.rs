//! Instants as the API writes them: RFC 3339 in UTC, with milliseconds (Pivotal API, Basics).
//!
//! Instants are read by jiff, which accepts a fraction of any length or none: samples omit the milliseconds. Only the
//! fields that can contain a bare date need a function of their own.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

use crate::field::Field;

/// Writes an instant with exactly three decimals.
pub(crate) fn write<S: Serializer>(instant: &impl Field<Value = Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    match instant.value() {
        Some(instant) => serializer.collect_str(&format_args!("{instant:.3}")),
        None => serializer.serialize_none(),
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
    // Not `Date::parse`, which would accept a longer text and ignore its end. The first error is reported, since the
    // API documents an instant.
    text.parse().or_else(|error| midnight(text).map_err(|_| error))
}

fn midnight(date: &str) -> Result<Timestamp, jiff::Error> {
    let date = Date::strptime("%Y-%m-%d", date)?;
    Offset::UTC.to_timestamp(date.to_datetime(Time::midnight()))
}
