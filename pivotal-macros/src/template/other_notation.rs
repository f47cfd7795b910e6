//! Finds placeholders in the notation of another library: `:id`, `{id}`, `%s`. It runs only after a mistake was found.

use std::fmt;

use super::name::{parse_placeholder, to_identifier};
use super::style_error::StyleError;
use super::{Style, TemplateError};

/// The parameters that a placeholder can mean.
#[derive(Clone, Copy)]
pub(crate) struct Candidates<'a> {
    /// All parameters.
    pub(crate) known: &'a [String],
    /// The parameters that nothing sends. Empty if that is unknown.
    pub(crate) unsent: &'a [String],
}

/// A placeholder in another notation, with its fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherNotation {
    pub(crate) written: String,
    fix: Fix,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Fix {
    /// `:id`, `{id:int}`: the same placeholder in this notation.
    Write(String),
    /// `{limit=10}`
    WithoutDefault(String),
    /// `/customers/id`, `?limit=limit`: text that is the name of a parameter.
    Text { write: String, name: String },
    /// `{}` with several candidates.
    Unknown,
}

impl OtherNotation {
    /// The first placeholder in another notation, or else the first text that is the name of a parameter.
    pub(crate) fn in_template(template: &str, candidates: Candidates<'_>) -> Option<Self> {
        Self::in_text(template, candidates).or_else(|| plain_text(template, candidates.unsent))
    }

    /// The first placeholder in another notation.
    pub(crate) fn in_text(text: &str, candidates: Candidates<'_>) -> Option<Self> {
        text.char_indices().find_map(|(at, _)| {
            let (before, rest) = text.split_at(at);
            let is_inside = before.rfind('<') > before.rfind('>');
            let found = bracketed(before, rest, candidates).or_else(|| printf(rest, candidates));
            found.or_else(|| if is_inside { None } else { prefixed(before, rest, candidates) })
        })
    }

    /// The message for this placeholder in a template. Alone, it can be a path without its slash, or a URL.
    pub(crate) fn message_in(&self, template: &str) -> String {
        let written = &self.written;
        match &self.fix {
            Fix::Write(fix) if written == template && fix.starts_with('<') => {
                let (wrong, _) = self.wrong();
                let url = format!(", or `\"{fix}\"` for a URL from the server");
                let url = if fix.ends_with("..>") { "" } else { &url };
                format!("{wrong}; write `\"/{fix}\"` for a path{url}")
            }
            _ => self.to_string(),
        }
    }

    /// The mistake in a placeholder, and whether it names what was written.
    fn wrong(&self) -> (String, bool) {
        let written = &self.written;
        if !written.starts_with('<') {
            ("placeholders are written in angle brackets".to_owned(), false)
        } else if written.contains(':') {
            ("a placeholder has no type".to_owned(), false)
        } else {
            (format!("`{written}` is not the name of a parameter"), true)
        }
    }

    /// Returns whether the fix sends this parameter.
    pub(crate) fn sends(&self, parameter: &str) -> bool {
        match &self.fix {
            Fix::Write(fix) | Fix::WithoutDefault(fix) => contains_placeholder(fix, parameter),
            Fix::Text { name, .. } => name == parameter,
            Fix::Unknown => false,
        }
    }

    /// Returns whether this is text that is valid as written.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.fix, Fix::Text { .. })
    }
}

impl fmt::Display for OtherNotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = &self.written;
        match &self.fix {
            Fix::Write(fix) => {
                let (wrong, is_named) = self.wrong();
                write!(f, "{wrong}; write `{fix}`")?;
                if is_named { Ok(()) } else { write!(f, " for `{written}`") }
            }
            Fix::WithoutDefault(fix) => {
                write!(f, "a placeholder has no default; write `{fix}` for `{written}` and pass the value")
            }
            Fix::Text { write, name } => {
                write!(f, "`{written}` is sent as written; write `{write}` to send parameter `{name}` there")
            }
            Fix::Unknown => {
                write!(f, "`{written}` is not the name of a parameter; write the name between `<` and `>`")
            }
        }
    }
}

/// `{id}`, `${id}`, `{{id}}`, `{*path}`, `[id]`, `(id)`, `<int:id>`
fn bracketed(before: &str, rest: &str, candidates: Candidates<'_>) -> Option<OtherNotation> {
    let opened = rest.strip_prefix(['$', '#', '%']).filter(|opened| opened.starts_with(['{', '('])).unwrap_or(rest);
    let (open, close) = match opened.chars().next()? {
        '{' => ('{', '}'),
        '[' => ('[', ']'),
        '(' => ('(', ')'),
        '<' => ('<', '>'),
        _ => return None,
    };
    let start = opened.trim_start_matches(open);
    let (inside, after) = match closing(opened, open, close).and_then(|end| opened.split_at_checked(end)) {
        Some((inside, after)) => (inside.trim_start_matches(open), after),
        None => start.split_once(close)?,
    };
    let mut after = after.trim_start_matches(close);
    let inside =
        inside.trim_end_matches(|c| inside.matches(open).count() < inside.matches(close).count() && c == close);
    if rest.starts_with("%(") {
        // Python: `%(id)s`
        after = after.strip_prefix(['s', 'd']).unwrap_or(after);
    }
    let written = rest.strip_suffix(after)?.to_owned();
    let is_valid = match open {
        '<' => is_placeholder_or_style(inside, candidates.known),
        // JSON
        '{' => inside.contains('"'),
        // `?filter[name]=...`
        '[' => before.contains('?') && before.ends_with(is_end_of_word),
        _ => false,
    };
    if is_valid {
        return None;
    }
    if matches!(open, '{' | '<') && inside.bytes().all(|b| b.is_ascii_digit()) {
        return Some(OtherNotation { written, fix: positional(candidates) });
    }
    let fix = match open {
        '{' => braced(inside, candidates.known),
        '<' => named(inside, candidates.known)?,
        // Valid text, unless a parameter has this name and is not sent.
        _ => named(inside, candidates.unsent)?,
    };
    let fix = match fix {
        // `/orders(id)`, `/orders('id')`
        Fix::Write(fix) if written.starts_with('(') && before.ends_with(is_end_of_word) => {
            let quote = if inside.starts_with('\'') && inside.ends_with('\'') { "'" } else { "" };
            Fix::Write(format!("({quote}{fix}{quote})"))
        }
        fix => fix,
    };
    Some(OtherNotation { written, fix })
}

/// The place of the bracket that closes the first one.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        depth = if c == open { depth + 1 } else { depth.saturating_sub(usize::from(c == close)) };
        (depth == 0).then_some(at)
    })
}

/// Returns whether text between `<` and `>` is a placeholder, or one with an invalid style, which has an error of its own.
fn is_placeholder_or_style(inside: &str, known: &[String]) -> bool {
    let name = match parse_placeholder(inside) {
        Ok(_) | Err(TemplateError::Style(StyleError::First { .. })) => return true,
        Err(TemplateError::Style(StyleError::Unknown { name, .. })) => name,
        Err(TemplateError::InvalidName { candidate: Some(candidate), .. }) if inside.contains(':') => candidate,
        Err(_) => return false,
    };
    known.iter().any(|known| name.split(':').next() == Some(known))
}

fn is_end_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | ']' | '>')
}

/// The fix for text between braces, which can be an expression of RFC 6570: `id`, `id:int`, `?limit,cursor`, `/id`.
fn braced(inside: &str, known: &[String]) -> Fix {
    let placeholders = |operator: &str, names: &str, separator: &str| {
        let names: Option<Vec<_>> = names.split(',').map(|name| Some(format!("<{}>", to_identifier(name)?))).collect();
        names.map_or(Fix::Unknown, |names| Fix::Write(format!("{operator}{}", names.join(separator))))
    };
    match inside.split_at_checked(1) {
        Some((operator @ ("?" | "&"), fields)) => placeholders(operator, fields, "&"),
        Some((operator @ "/", names)) => placeholders(operator, names, "/"),
        Some((";" | "#" | ".", _)) if !inside.starts_with("..") => Fix::Unknown,
        _ => named(inside, known).unwrap_or_else(|| match to_identifier(inside) {
            Some(name) if !inside.contains(SEPARATORS) => Fix::Write(format!("<{name}{}>", dots(inside, &name))),
            _ => Fix::Unknown,
        }),
    }
}

/// `:id`, `$id`, `*path`, and `$top` as the key of a pair
fn prefixed(before: &str, rest: &str, candidates: Candidates<'_>) -> Option<OtherNotation> {
    let from_name = rest.strip_prefix([':', '$', '*'])?.trim_start_matches('*');
    let after = from_name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
    let name = from_name.strip_suffix(after)?;
    let unsent = candidates.unsent.iter().find(|unsent| is_named(unsent, name))?;
    if rest.starts_with('$') && before.ends_with(['?', '&']) {
        let pair = rest.split('&').next()?;
        return (!pair.contains('<'))
            .then(|| OtherNotation { written: pair.to_owned(), fix: Fix::Write(format!("${name}=<{unsent}>")) });
    }
    // `:id([0-9]+)`
    let end = closing(after, '(', ')').filter(|_| after.starts_with('('));
    let (constraint, after) = after.split_at_checked(end.map_or(0, |end| end + 1)).unwrap_or(("", after));
    let after = after.trim_start_matches(['*', '+']);
    let written = rest.strip_suffix(after)?;
    let is_several = written.starts_with('*') || written.ends_with(['*', '+']) || matches!(constraint, "(.*)" | "(.+)");
    let dots = if is_several { ".." } else { "" };
    // `/jobs/<id>:action`
    let separator = if rest.starts_with(':') && before.ends_with('>') { ":" } else { "" };
    let fix = Fix::Write(format!("{separator}<{unsent}{dots}>"));
    Some(OtherNotation { written: written.to_owned(), fix })
}

/// `%s`
fn printf(rest: &str, candidates: Candidates<'_>) -> Option<OtherNotation> {
    let after = rest.strip_prefix('%')?.strip_prefix(['s', 'd', 'i', 'u', 'v'])?;
    let is_alone = !after.starts_with(|c: char| c.is_alphanumeric());
    let written = rest.strip_suffix(after)?.to_owned();
    is_alone.then(|| OtherNotation { written, fix: positional(candidates) })
}

/// `/id`, `?limit`, `&limit=limit`, `&limit=10`
fn plain_text(template: &str, unsent: &[String]) -> Option<OtherNotation> {
    let (path, query) = template.split_once('?').map_or((template, None), |(path, query)| (path, Some(query)));
    let unsent = |text: &str| unsent.iter().find(|name| *name == text);
    let found = |written: String, write: String, name: &str| OtherNotation {
        written,
        fix: Fix::Text { write, name: name.to_owned() },
    };
    let segment = path.split('/').skip(1).find_map(unsent);
    if let Some(name) = segment {
        return Some(found(format!("/{name}"), format!("/<{name}>"), name));
    }
    query?.split('&').enumerate().find_map(|(at, pair)| {
        let before = if at == 0 { '?' } else { '&' };
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let written = format!("{before}{pair}");
        let (write, name) = match (unsent(value), unsent(key)) {
            (Some(name), _) => (format!("{before}{key}=<{name}>"), name),
            (None, Some(name)) => (format!("{before}<{name}>"), name),
            (None, None) => return None,
        };
        Some(found(written, write, name))
    })
}

/// The fix for `{}`: the only parameter that nothing sends.
fn positional(candidates: Candidates<'_>) -> Fix {
    match candidates.unsent {
        [name] => Fix::Write(format!("<{name}>")),
        _ => Fix::Unknown,
    }
}

/// The separators between the name in a placeholder and its type, its default or the next name.
const SEPARATORS: [char; 6] = [':', '=', ',', '|', ' ', '?'];

/// The fix for the only word that is the name of a parameter: `id` in `id:int` and `int:id`.
fn named(inside: &str, known: &[String]) -> Option<Fix> {
    let find = |name: &str| {
        known.iter().find(|known| *known == name).or_else(|| known.iter().find(|known| is_named(known, name)))
    };
    let words = inside.split(SEPARATORS);
    let mut names = words.filter_map(|word| find(word).or_else(|| find(&to_identifier(word)?)));
    let name = names.next()?;
    if names.any(|other| other != name) {
        return None;
    }
    Some(if inside.contains('=') {
        Fix::WithoutDefault(format!("<{name}>"))
    } else {
        Fix::Write(format!("<{name}{}>", dots(inside, name)))
    })
}

/// Returns whether a word is the name of a parameter, also in camel case: `userId` of `user_id`.
fn is_named(parameter: &str, word: &str) -> bool {
    let separated = |c: char| if c.is_uppercase() { format!("_{}", c.to_lowercase()) } else { c.to_string() };
    parameter == word || parameter == word.chars().map(separated).collect::<String>()
}

/// The text after the name: `..` for several segments, as in `*path`, `path..`, `path:file`, `file:path` and `file:.*`, or the style,
/// as in `ids:csv`.
fn dots(inside: &str, name: &str) -> &'static str {
    let (first, second) = inside.split_once(':').map_or((inside, ""), |(first, second)| (first.trim(), second.trim()));
    let is_converter = second == "path" || (first == "path" && second == name);
    let is_any = matches!(second, "*" | "+" | ".*" | ".+" | ".*?");
    let is_starred = first.starts_with(['*', '+']) || first.ends_with(['*', '+']);
    if is_converter || is_any || is_starred || first.contains("..") || second.ends_with("..") {
        ".."
    } else {
        Style::parse(second).map_or("", Style::suffix)
    }
}

/// Returns whether a text contains `<name>`, with or without dots or a style.
pub(crate) fn contains_placeholder(text: &str, name: &str) -> bool {
    text.contains(&format!("<{name}>")) || text.contains(&format!("<{name}..>")) || Style::is_in(text, name)
}
