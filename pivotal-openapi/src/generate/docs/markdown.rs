//! Markdown of documents, as `rustdoc` reads it.

/// Returns the lines of a documentation comment. Code in it is no Rust, and brackets are no links to items.
pub(in crate::generate) fn lines(text: &str) -> Vec<String> {
    let text = printable(text);
    let mut lines: Vec<String> = Vec::new();
    // Links and code can begin in one line, and end in another.
    let mut paragraph: Vec<String> = Vec::new();
    // The character of the fence, and how often it is repeated.
    let mut open: Option<(char, usize)> = None;
    for line in text.trim().lines() {
        let line = line.trim_end();
        let trimmed = line.trim_start();
        let fence = fence(trimmed);
        if open.is_none() && fence.is_none() && !trimmed.is_empty() {
            paragraph.push(format!("{}{trimmed}", indent(line)));
            continue;
        }
        lines.extend(escaped(&std::mem::take(&mut paragraph).join("\n")).lines().map(str::to_owned));
        match (open, fence) {
            (None, Some(found)) => {
                let (prefix, _) = trimmed.split_at(trimmed.len() - found.rest.len());
                lines.push(format!("{}{prefix}text", indent(line)));
                open = Some((found.character, found.len));
            }
            (Some((character, len)), Some(found)) if found.ends(character, len) => {
                lines.push(format!("{}{trimmed}", indent(line)));
                open = None;
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines.extend(escaped(&paragraph.join("\n")).lines().map(str::to_owned));
    if let Some((character, len)) = open {
        lines.push(String::from(character).repeat(len));
    }
    lines.dedup_by(|line, previous| line.is_empty() && previous.is_empty());
    lines
}

/// Adds the end of a block of code that has none, so that other text can follow.
pub(super) fn closed(text: &str) -> String {
    let mut open: Option<(char, usize)> = None;
    for found in text.lines().filter_map(|line| fence(line.trim())) {
        open = match open {
            None => Some((found.character, found.len)),
            Some((character, len)) if found.ends(character, len) => None,
            still => still,
        };
    }
    match open {
        Some((character, len)) => format!("{text}\n{}", String::from(character).repeat(len)),
        None => text.to_owned(),
    }
}

/// Removes characters that a comment cannot have.
fn printable(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', "    ");
    // The direction of text can hide code.
    let is_direction =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| *c == '\n' || !(c.is_control() || is_direction(*c))).collect()
}

/// The spaces at the start of a line. Four of them would begin code.
fn indent(line: &str) -> &str {
    let spaces = line.len() - line.trim_start().len();
    line.get(..spaces.min(3)).unwrap_or_default()
}

struct Fence<'t> {
    character: char,
    len: usize,
    /// The text after the fence.
    rest: &'t str,
}

impl Fence<'_> {
    /// Returns whether the fence ends a block that began with this one.
    fn ends(&self, character: char, len: usize) -> bool {
        self.character == character && self.len >= len && self.rest.trim().is_empty()
    }
}

/// Returns the fence of a block of code, which can be in a list or a quote.
fn fence(line: &str) -> Option<Fence<'_>> {
    let start = line.trim_start_matches(|c: char| c.is_ascii_digit() || " -*+>.)".contains(c));
    let character = start.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = start.trim_start_matches(character);
    let len = start.len() - rest.len();
    // Code within a line has its end there.
    (len >= 3 && !(character == '`' && rest.contains('`'))).then_some(Fence { character, len, rest })
}

/// Escapes what `rustdoc` reads as a link to an item or as HTML, and marks URLs. Code in the paragraph is unchanged.
fn escaped(paragraph: &str) -> String {
    let mut text = String::new();
    let mut rest = paragraph;
    while let Some(c) = rest.chars().next() {
        let len = taken(rest, &mut text);
        let (part, after) = rest.split_at(len.max(c.len_utf8()));
        if len == 0 {
            text.push_str(part);
        }
        rest = after;
    }
    text
}

/// Returns whether a line is the definition of a link: `[name]: URL`.
fn is_definition(line: &str) -> bool {
    line.starts_with('[') && line.split_once(']').is_some_and(|(_, rest)| rest.starts_with(": "))
}

/// Returns the length of a link to a URL: `[text](URL)`.
fn link(rest: &str) -> Option<usize> {
    let close = rest.find("](")?;
    let (text, target) = (rest.get(1..close)?, rest.get(close + 2..)?);
    let target = target.get(..target.find(')')?)?;
    let is_url = target.contains(['/', '#', '.']) && !target.contains("::") && !target.contains(char::is_whitespace);
    (is_url && !text.contains('[')).then_some(close + 2 + target.len() + 1)
}

/// Writes the start of a text if it needs to be changed, or kept as it is, and returns its length. `text` is what precedes it.
fn taken(rest: &str, text: &mut String) -> usize {
    let kept = |text: &mut String, len: usize| {
        text.push_str(rest.get(..len).unwrap_or_default());
        len
    };
    if rest.starts_with('`') {
        let run = rest.len() - rest.trim_start_matches('`').len();
        let (ticks, after) = rest.split_at(run);
        return kept(text, after.find(ticks).map_or(run, |end| run + end + run));
    }
    if rest.starts_with("https://") || rest.starts_with("http://") {
        let end = rest.find(|c: char| c.is_whitespace() || "<>`|\"'“”".contains(c)).unwrap_or(rest.len());
        let url = rest.get(..end).unwrap_or_default();
        let url = url.split_once([')', ']']).map_or(url, |(url, _)| url);
        let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '\\']);
        text.extend(["<", url, ">"]);
        return url.len();
    }
    if rest.starts_with('\\') {
        return kept(text, 1 + rest.chars().nth(1).map_or(0, char::len_utf8));
    }
    let after = rest.get(1..).unwrap_or_default();
    if rest.starts_with('[') {
        // The definition of a link cannot follow text.
        if text.is_empty() && is_definition(rest) {
            return kept(text, rest.find('\n').unwrap_or(rest.len()));
        }
        if let Some(len) = link(rest) {
            return kept(text, len);
        }
    }
    let is_url = || ["http://", "https://", "mailto:"].iter().any(|scheme| after.starts_with(scheme));
    if rest.starts_with('<')
        && is_url()
        && let Some(end) = rest.find('>')
    {
        return kept(text, end + 1);
    }
    let is_tag = rest.starts_with('<') && after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    if is_tag || rest.starts_with('[') {
        text.push('\\');
        return kept(text, 1);
    }
    0
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn text_is_no_link_and_no_html() {
        let cases = [
            ("see [docs]", r"see \[docs]"),
            ("see [docs](https://example.com/a).", "see [docs](https://example.com/a)."),
            ("see https://example.com/a.", "see <https://example.com/a>."),
            ("<https://example.com>", "<https://example.com>"),
            ("Vec<T> and `Vec<T>`", r"Vec\<T> and `Vec<T>`"),
            ("a < b", "a < b"),
            (r"\[kept\]", r"\[kept\]"),
            ("```inline``` code", "```inline``` code"),
            ("        indented", "indented"),
            ("a\rb\u{202e}c", "a\nbc"),
        ];
        for (text, expected) in cases {
            assert_eq!(lines(text).join("\n"), expected);
        }
    }

    #[test]
    fn code_is_no_rust() {
        let cases = [
            ("```json\n{}\n```", "```text\n{}\n```"),
            ("- ```\n  [a]\n  ```\n[b]", "- ```text\n  [a]\n  ```\n\\[b]"),
            ("````md\n```js\n```\n````", "````text\n```js\n```\n````"),
            ("~~~\na\n", "~~~text\na\n~~~"),
        ];
        for (text, expected) in cases {
            assert_eq!(lines(text).join("\n"), expected);
        }
    }
}
