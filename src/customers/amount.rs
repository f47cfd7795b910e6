//! Amounts as the API writes them.

use serde::Serializer;
use serde::ser::Error as _;

use crate::field::Field;

/// Writes an amount. One without a fraction is an integer: `4200` instead of `4200.0`, as in all samples.
pub(super) fn write<S: Serializer>(amount: &impl Field<Value = f64>, serializer: S) -> Result<S::Ok, S::Error> {
    /// Up to here, every integer is an `f64`.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let Some(&amount) = amount.value() else {
        return serializer.serialize_none();
    };
    if amount.fract() == 0.0 && amount.abs() <= EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number in the range of `i64`")]
        return serializer.serialize_i64(amount as i64);
    }
    if !amount.is_finite() {
        // In JSON it would be `null`, which clears the field.
        return Err(S::Error::custom(format_args!("an amount cannot be {amount}; use a finite number")));
    }
    serializer.serialize_f64(amount)
}
