//! Finds places in a source.

use std::ops::Range;

use super::super::Mistake;

/// The arguments of the attribute at or in front of a place.
pub(super) fn arguments(source: &str, at: usize) -> Option<Vec<Range<usize>>> {
    let line_end = source[at..].find('\n').map_or(source.len(), |end| at + end);
    let attribute = source[..line_end].rfind("#[endpoint")?;
    let open = attribute + source[attribute..].find('(')?;
    let end = open + closing(&source[open..])?;
    let (mut arguments, mut start) = (Vec::new(), open + 1);
    for (offset, character) in outside_of_brackets(&source[open + 1..end]) {
        if character == ',' {
            arguments.push(start..open + 1 + offset);
            start = open + 2 + offset;
        }
    }
    arguments.push(start..end);
    let trimmed = |range: Range<usize>| {
        let text = &source[range.clone()];
        let start = range.start + text.len() - text.trim_start().len();
        start..start + text.trim().len()
    };
    Some(arguments.into_iter().map(trimmed).filter(|range| !range.is_empty()).collect())
}

/// The place of the bracket that closes the first one.
pub(super) fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut is_escaped) = (0, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if in_text => is_escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

pub(super) fn outside_of_brackets(text: &str) -> Vec<(usize, char)> {
    let (mut depth, mut in_text, mut is_escaped) = (0_i32, false, false);
    let mut outside = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if in_text => is_escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth -= 1,
            _ if depth <= 0 => outside.push((at, character)),
            _ => {}
        }
    }
    outside
}

/// The bytes of the code at which a message points. An error at the attribute has no place.
pub(super) fn marked(source: &str, mistake: &Mistake) -> Option<Range<usize>> {
    let Some((line, column)) = mistake.place else {
        let start = source.find("#[endpoint")?;
        return Some(start..start + source[start..].find('\n')?);
    };
    let start_of_line: usize = source.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let text = source.get(start_of_line..)?;
    let at = |characters: usize| text.char_indices().nth(characters).map(|(at, _)| start_of_line + at);
    let start = at(column - 1)?;
    let end = match mistake.width {
        Some(width) => at(column - 1 + width)?,
        None => start + 1 + closing(&source[start..])?,
    };
    Some(start..end)
}
