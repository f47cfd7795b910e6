//! Text from a server, as an error shows it to people and logs.

use std::fmt::{self, Write};

use super::secrets::Secrets;

/// The maximum number of characters that are shown of a message.
pub(super) const MAX_MESSAGE: usize = 1024;

/// The maximum number of characters that are shown of a code, a media type or another name.
pub(super) const MAX_NAME: usize = 128;

/// Shows text with the credentials of its request removed and invisible characters escaped, up to a limit.
pub(super) struct ServerText<'a> {
    pub(super) text: &'a str,
    pub(super) secrets: &'a Secrets,
    /// The maximum number of characters.
    pub(super) limit: usize,
}

impl fmt::Display for ServerText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.text;
        let mut shown = 0;
        while let Some(c) = rest.chars().next() {
            if shown >= self.limit {
                return f.write_char('…');
            }
            if let Some(secret) = self.secrets.match_start(rest) {
                f.write_str("[redacted]")?;
                rest = rest.get(secret..).unwrap_or_default();
            } else {
                escape(c, f)?;
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
            shown += 1;
        }
        Ok(())
    }
}

/// The start of a text, with its invisible characters escaped.
pub(crate) fn escaped_start(text: &str, limit: usize) -> String {
    ServerText { text, secrets: &Secrets::default(), limit }.to_string()
}

/// Writes a character, or its escape if it is a control character, changes the direction of text, or cannot be seen: such
/// characters hide or reorder what a person reads, and control a terminal.
fn escape(c: char, out: &mut impl Write) -> fmt::Result {
    let is_invisible = matches!(c,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2800}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0100}'..='\u{E01EF}');
    if is_invisible {
        return write!(out, "{}", c.escape_unicode());
    }
    // The standard library knows which characters are printable. It escapes quotes too, which are left, and combining
    // characters unless another precedes them.
    if matches!(c, '\'' | '"' | '\\') {
        return out.write_char(c);
    }
    let mut after_another = [0; 5];
    let [first, others @ ..] = &mut after_another;
    *first = b'a';
    let len = 1 + c.encode_utf8(others).len();
    let text = after_another.get(..len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    text.escape_debug().skip(1).try_for_each(|c| out.write_char(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_escaped_and_others_are_not() {
        let shown = "\"it's\" a\\b ü € 漢字 हिन्दी नमस्ते e\u{301} \u{1F600} ไทย";
        assert_eq!(escaped_start(shown, 100), shown);
        let hidden = "\0\u{7}\u{1b}\r\n\t\u{7f}\u{85}\u{9b}\u{ad}\u{34f}\u{61c}\u{115f}\u{180e}\u{200b}\u{200d}\u{200e}\
            \u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{2800}\u{3000}\u{3164}\u{e000}\u{fe0f}\
            \u{feff}\u{ffa0}\u{fff9}\u{e0001}\u{e0041}\u{e0100}\u{10ffff}";
        for c in hidden.chars() {
            let shown = escaped_start(&c.to_string(), 100);
            assert!(shown.starts_with('\\') && shown.is_ascii(), "{c:?}: {shown}");
        }
        assert_eq!(escaped_start("\u{1b}[31mred\r\n", 100), "\\u{1b}[31mred\\r\\n");
    }

    #[test]
    fn long_text_is_truncated() {
        assert_eq!(escaped_start("äöü", 3), "äöü");
        assert_eq!(escaped_start("äöüß", 3), "äöü…");
        assert_eq!(escaped_start(&"\n".repeat(1_000_000), 2), "\\n\\n…");
    }
}
