//! Amounts as the API writes them.

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use crate::Patch;

/// Writes a whole amount as an integer, `4200` rather than `4200.0`, as all samples have it.
fn write<S: Serializer>(amount: f64, serializer: S) -> Result<S::Ok, S::Error> {
    /// Up to here, every integer is an `f64`.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if amount.fract() == 0.0 && amount.abs() <= EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number in the range of `i64`")]
        return serializer.serialize_i64(amount as i64);
    }
    if !amount.is_finite() {
        // As JSON it would be `null`, which clears the field.
        return Err(S::Error::custom(format_args!("{amount} is no amount")));
    }
    serializer.serialize_f64(amount)
}

/// Writes an amount, or `null`.
#[expect(clippy::ref_option, reason = "serde hands a reference to the field")]
pub(super) fn write_option<S: Serializer>(amount: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => write(*amount, serializer),
        None => serializer.serialize_none(),
    }
}

/// Writes a set amount, and the rest as [`Patch`] does.
pub(super) fn write_patch<S: Serializer>(amount: &Patch<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Patch::Set(amount) => write(*amount, serializer),
        untouched => untouched.serialize(serializer),
    }
}
