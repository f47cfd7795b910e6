//! Prints scalars without an allocation.

use std::fmt::{self, Display, Write};

use super::ValueError;

/// The length of the longest integer, that of `i128::MIN`.
const LONGEST: usize = 40;

/// The text of an integer, a `bool` or a character.
pub(super) struct Short {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Short {
    pub(super) fn new(value: impl Display) -> Self {
        let mut short = Self { bytes: [0; LONGEST], len: 0 };
        // It fits.
        let _ = write!(short, "{value}");
        short
    }

    pub(super) fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl Write for Short {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

/// Prints a value. Unlike `to_string`, it does not panic where a `Display` fails.
pub(super) fn print(value: &dyn Display) -> Result<String, ValueError> {
    let mut text = String::new();
    match write!(text, "{value}") {
        Ok(()) => Ok(text),
        Err(_) => Err(ValueError::unprintable()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_scalars_fit() {
        for text in [i128::MIN.to_string(), u128::MAX.to_string(), "\u{10FFFF}".to_owned(), "false".to_owned()] {
            assert_eq!(Short::new(&text).as_str(), text);
        }
    }
}
