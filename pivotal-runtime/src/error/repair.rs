//! Repairs bodies of errors that were truncated within a character.

/// Replaces escapes of half a surrogate pair in JSON text. Servers write them where they truncate a text. Complete pairs are
/// replaced, too, for simplicity.
#[cold]
pub(super) fn repair(text: &str) -> String {
    let mut pieces = text.split('\\');
    let mut repaired = pieces.next().unwrap_or_default().to_owned();
    while let Some(piece) = pieces.next() {
        repaired.push('\\');
        match piece.split_at_checked(5) {
            Some((escape, after)) if is_surrogate(escape) => repaired.extend(["ufffd", after]),
            // An escaped backslash.
            _ if piece.is_empty() => repaired.extend(["\\", pieces.next().unwrap_or_default()]),
            _ => repaired.push_str(piece),
        }
    }
    repaired
}

/// Returns whether this is the escape of a surrogate, as in `ud83d`.
fn is_surrogate(escape: &str) -> bool {
    let code = escape.strip_prefix('u').and_then(|hex| u16::from_str_radix(hex, 16).ok());
    code.is_some_and(|code| (0xD800..0xE000).contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_truncated_within_a_character_is_repaired() {
        let cases = [
            (&br"half \ud83d"[..], "half \u{fffd}"),
            (br"\uDE00\n\ud83d", "\u{fffd}\n\u{fffd}"),
            (br"a\\ud83d\\\ud83d", "a\\ud83d\\\u{fffd}"),
            (b"caf\xe9", "caf\u{fffd}"),
            (b"caf\xc3", "caf\u{fffd}"),
        ];
        for (text, expected) in cases {
            let json = repair(&String::from_utf8_lossy(&[b"\"", text, b"\""].concat()));
            assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), expected);
        }
    }
}
