//! Reads the suggested fixes of a message.

/// A change that a message suggests.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step<'a> {
    /// "write `new` for `old`"; without `old`, for the code at which the message points
    Write { new: &'a str, old: Option<&'a str> },
    /// "return `type`"
    Return(&'a str),
    /// "write `async fn`"
    AsyncFn,
    /// "declare `POST`"
    Method(&'a str),
    /// "remove `text`": a key goes with its value
    Remove(&'a str),
    /// "remove this"
    RemoveMarked,
    /// "remove the header"
    RemoveArgument,
    /// "expected `,` in front of this"
    InsertComma,
    /// "add `key = value`"
    AddArgument(&'a str),
    /// "put it in the template, as in `?<name>`"
    AddToTemplate(&'a str),
    /// "add a parameter `name`"
    AddParameter { name: &'a str, each_method: bool },
    /// "write it in one, with `&self` as the first parameter", or with `&self` for another
    MakeMethod { old: Option<&'a str> },
    /// "add the bound `bound` to `parameter`"
    AddBound { bound: &'a str, parameter: &'a str },
    /// "move `key` after them"
    MoveAfterPath(&'a str),
    /// "write it in the `#[endpoint]` of that method"
    MoveToMethod,
    /// "derive `name` for `Type`"
    Derive { name: &'a str, ty: &'a str },
    /// "add `impl ...`"
    AddItem(&'a str),
    /// "send it in the query with `?<name>`": and no longer where the message points
    SendInQuery(&'a str),
    /// "pass the complete value": a change where the method is called
    Elsewhere,
}

/// The fixes of a message, of which each one is complete. `Err` contains a fix that is prose.
pub(super) fn alternatives(message: &str) -> Vec<Result<Vec<Step<'_>>, &str>> {
    let Some((wrong, fixes)) = message.split_once("; ") else { return vec![expected(message)] };
    let fixes = fixes.split_once(", with ").map_or(fixes, |(fixes, _)| fixes);
    let (mut verb, mut first_old) = ("", None);
    let mut alternatives = Vec::new();
    let is_list = ["one of `", "another of `"].iter().any(|start| fixes.contains(start));
    let commas = [", put ", ", send ", ", a single ", ", `"];
    let separators = [", or ", " or "].into_iter().chain(commas.into_iter().filter(|_| !is_list)).collect::<Vec<_>>();
    for fix in split(fixes, &separators) {
        verb = verb_of(fix).unwrap_or(verb);
        let steps = split(fix, &[", and ", " and "]);
        let mut steps: Option<Vec<_>> = steps.into_iter().map(|text| step(text, verb, wrong)).collect();
        if let Some([Step::Write { old, .. }]) = steps.as_deref_mut() {
            // "write `?` for the first `&`, or `%26` for the character"
            *old = if fix.ends_with(" for the character") { first_old.or(*old) } else { old.or(first_old) };
            first_old = *old;
        }
        alternatives.push(steps.filter(|steps| *steps != [Step::Elsewhere]).ok_or(fix));
    }
    alternatives
}

/// Reads a message without a fix that names the expected code: "expected `response = Type`".
fn expected(message: &str) -> Result<Vec<Step<'_>>, &str> {
    match message.strip_prefix("expected ").and_then(code) {
        Some((",", " in front of this")) => Ok(vec![Step::InsertComma]),
        Some((new, _)) if new.contains(" = ") && message.starts_with("expected `") => {
            Ok(vec![Step::Write { new, old: None }])
        }
        _ => Err(message),
    }
}

/// The verb of a fix, unless it repeats that of the fix before it.
fn verb_of(fix: &str) -> Option<&str> {
    let verb = fix.split(' ').next()?;
    verb.chars().all(char::is_alphabetic).then_some(verb).filter(|verb| !matches!(*verb, "it" | "value" | "one"))
}

/// Splits a text at these words, but not in code.
fn split<'a>(text: &'a str, separators: &[&str]) -> Vec<&'a str> {
    let (mut parts, mut start, mut is_code) = (Vec::new(), 0, false);
    for (at, character) in text.char_indices() {
        is_code ^= character == '`';
        let rest = text.get(at..).unwrap_or_default();
        if !is_code
            && at >= start
            && let Some(separator) = separators.iter().find(|separator| rest.starts_with(**separator))
        {
            parts.push(text.get(start..at).unwrap_or_default());
            // The next part keeps its verb.
            start = at
                + if separator.starts_with(", ") && !separator.ends_with("or ") && !separator.ends_with("and ") {
                    2
                } else {
                    separator.len()
                };
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

fn step<'a>(text: &'a str, verb: &str, wrong: &'a str) -> Option<Step<'a>> {
    let named = code(wrong).map(|(code, _)| code);
    let (words, object) = text.split_once('`').map_or((text, None), |(words, _)| (words.trim_end(), code(text)));
    let words = if words.is_empty() { verb } else { words };
    Some(match (words, object) {
        ("write it for", Some((old, _))) => Step::Write { new: named?, old: Some(old) },
        ("write it in the", Some(("#[endpoint]", _))) => Step::MoveToMethod,
        ("write", Some(("async fn", ""))) => Step::AsyncFn,
        ("write" | "write one" | "one of" | "on the trait itself, write", Some((new, rest))) => {
            Step::Write { new, old: replaced(rest, named).ok()? }
        }
        ("replace this one with" | "to send an idempotency key, write", Some((new, _))) => {
            Step::Write { new, old: None }
        }
        (
            "send it in the query with" | "send its fields in the query with" | "a single value with",
            Some((query, "")),
        ) => Step::SendInQuery(query),
        ("send the fields of", Some((_, rest))) => Step::SendInQuery(code(rest)?.0),
        ("return", Some((ty, "" | " for the headers"))) => Step::Return(ty),
        ("return", Some((ty, rest))) if rest.starts_with(", where `") || rest.starts_with(" with a page") => {
            Step::Return(ty)
        }
        ("declare", Some((method, _))) if method.starts_with("static") => return None,
        ("declare", Some((method, "" | ", since a URL must not contain a secret"))) => Step::Method(method),
        ("remove", Some((text, _))) => Step::Remove(text),
        ("remove the placeholder", None) => Step::Remove(named?),
        ("remove the header" | "remove the key", None) => Step::RemoveArgument,
        _ if text.starts_with("remove the header to ") => Step::RemoveArgument,
        ("write it in one, with", Some(("&self", rest))) => Step::MakeMethod { old: code(rest).map(|(old, _)| old) },
        ("add", Some((item, _))) if item.starts_with("impl ") => Step::AddItem(item),
        ("add", Some((query, " to it" | " to the path"))) => Step::AddToTemplate(query),
        ("add", Some((argument, "" | " to `#[endpoint]`" | " to send this header instead"))) => {
            Step::AddArgument(argument)
        }
        ("add the bound", Some((bound, rest))) => Step::AddBound { bound, parameter: code(rest)?.0 },
        ("add a parameter", Some((name, rest))) => Step::AddParameter { name, each_method: rest.contains("each") },
        ("add it to the method", None) => Step::AddParameter { name: named?, each_method: false },
        ("add it to each method", None) => Step::AddParameter { name: named?, each_method: true },
        ("put it in the template, as in" | "it in the template, as in", Some((text, _))) => Step::AddToTemplate(text),
        ("move", Some((key, _))) => Step::MoveAfterPath(key),
        ("derive", Some((name, rest))) => Step::Derive { name, ty: code(rest)?.0 },
        _ if ["pass ", "build the value", "set "].iter().any(|start| text.starts_with(start)) => Step::Elsewhere,
        _ if text == "remove this path" => Step::RemoveArgument,
        _ if text.starts_with("remove the endpoint") => return None,
        _ if text.starts_with("remove th") || text.starts_with("remove it") => Step::RemoveMarked,
        _ if text.starts_with("keep one") => Step::RemoveArgument,
        _ => return None,
    })
}

/// The text that new code replaces, from the words after it. `None` is the marked code, and `Err` contains other words.
fn replaced<'a>(after: &'a str, named: Option<&'a str>) -> Result<Option<&'a str>, &'a str> {
    match after {
        "" | " without quotes" | " in quotes" | " alone" => Ok(None),
        " for the character" => Ok(named),
        _ => match code(after) {
            Some((old, _)) if after.starts_with(" for `") || after.starts_with(" for the first `") => Ok(Some(old)),
            _ if after.starts_with(" to ") || after.starts_with(" for ") => Ok(None),
            _ => Err(after),
        },
    }
}

/// The first code in backticks, and the text after it.
fn code(text: &str) -> Option<(&str, &str)> {
    text.split_once('`')?.1.split_once('`')
}
