//! Carries out steps on a source.

use std::ops::Range;

use super::source::{arguments, closing, outside_of_brackets};
use super::suggestion::Step;

/// A source, and the code at which a message points.
pub(super) struct Place<'a> {
    pub(super) source: &'a str,
    pub(super) marked: Range<usize>,
    /// The first code in the message.
    pub(super) named: Option<&'a str>,
}

/// A replaced range.
type Edit = (Range<usize>, String);

impl Place<'_> {
    /// The source after these steps, or `None` if one of them names code that is not there.
    pub(super) fn after(&self, steps: &[Step<'_>]) -> Option<String> {
        let mut edits = Vec::new();
        for step in steps {
            edits.extend(self.edits(step)?);
        }
        edits.sort_by_key(|(range, _)| range.start);
        let mut source = self.source.to_owned();
        for (range, new) in edits.into_iter().rev() {
            source.replace_range(range, &new);
        }
        Some(source)
    }

    fn edits(&self, step: &Step<'_>) -> Option<Vec<Edit>> {
        let one = |edit| Some(vec![edit]);
        match *step {
            Step::Write { new, old: Some(old) } => one((self.find(old)?, new.to_owned())),
            Step::Write { new, old: None } => one(self.write(new)?),
            Step::Remove(text) => one((self.removed(self.key(text).or_else(|| self.find(text))?), String::new())),
            Step::RemoveMarked => one((self.removed(self.named_in_marked()?), String::new())),
            Step::RemoveArgument if self.text(&self.marked).starts_with("#[") => {
                one((self.marked.clone(), String::new()))
            }
            Step::RemoveArgument => {
                let argument = self.argument()?;
                let is_item = self.source[argument.start..self.marked.start].contains('[');
                one((self.removed(if is_item { self.marked.clone() } else { argument }), String::new()))
            }
            Step::Return(ty) if ["Result<", "Pages<", "blocking::Pages<"].iter().any(|start| ty.starts_with(start)) => {
                one(self.output(ty)?)
            }
            Step::Return(ty) => one((self.named_in_output().or_else(|| self.success_type())?, ty.to_owned())),
            Step::AsyncFn => {
                let line = self.line();
                let at = line + self.source[line..].find("fn ")?;
                one((at..at, "async ".to_owned()))
            }
            Step::Method(method) => {
                let first = arguments(self.source, self.marked.start)?.into_iter().next()?;
                one((first, method.to_owned()))
            }
            Step::MoveToMethod => {
                let argument = self.argument()?;
                let attribute = argument.end + self.source[argument.end..].find("#[endpoint(")?;
                let end = arguments(self.source, attribute)?.last()?.end;
                let moved = format!(", {}", self.text(&argument));
                Some(vec![(self.removed(argument), String::new()), (end..end, moved)])
            }
            Step::SendInQuery(new) => {
                let end = self.template()?.end - 1;
                let key = |argument: &Range<usize>| self.text(argument).split([' ', '(']).next().map(str::to_owned);
                let kind = key(&self.argument()?);
                let moved = arguments(self.source, end)?.into_iter().filter(|argument| key(argument) == kind);
                let removed = moved.map(|argument| (self.removed(argument), String::new()));
                Some(removed.chain([(end..end, new.to_owned())]).collect())
            }
            Step::Elsewhere => Some(Vec::new()),
            Step::InsertComma => {
                let end = self.source[..self.marked.start].trim_end().len();
                one((end..end, ",".to_owned()))
            }
            Step::AddArgument(">") => {
                let end = self.argument()?.end;
                one((end..end, ">".to_owned()))
            }
            Step::AddArgument(new) => {
                let arguments = arguments(self.source, self.marked.start)?;
                let end = arguments.last()?.end;
                one((end..end, format!(", {new}")))
            }
            Step::AddToTemplate(new) => {
                let end = self.template()?.end - 1;
                one((end..end, new.to_owned()))
            }
            Step::AddParameter { name, each_method } => {
                let ends = self.ends_of_parameters(each_method);
                let is_map = self.source.contains(&format!("header(..) = {name}"));
                let new = format!(", {name}: {}", if is_map { "&http::HeaderMap" } else { "&str" });
                (!ends.is_empty()).then(|| ends.into_iter().map(|end| (end..end, new.clone())).collect())
            }
            Step::MakeMethod { old } => self.make_method(old),
            Step::AddBound { bound, parameter } => {
                let at = self.source.find(&format!("<{parameter}"))? + 1 + parameter.len();
                let end = if self.source[at..].starts_with(':') {
                    (at..at + 1, format!(": {bound} +"))
                } else {
                    (at..at, format!(": {bound}"))
                };
                one(end)
            }
            Step::MoveAfterPath(key) => {
                let moved = self.key(key)?;
                let arguments = arguments(self.source, moved.start)?;
                let argument = arguments.iter().find(|argument| argument.start == moved.start)?;
                let path = arguments
                    .iter()
                    .find(|argument| self.text(argument).ends_with('"') && argument.start > moved.start)?;
                Some(vec![
                    (self.removed(moved), String::new()),
                    (path.end..path.end, format!(", {}", self.text(argument))),
                ])
            }
            Step::Derive { name, ty } => {
                let words = ty.split(|c: char| !c.is_alphanumeric() && c != '_');
                let starts: Vec<_> = words.filter_map(|word| self.start_of_type(word)).collect();
                let has_type = !starts.is_empty();
                let derived = |start: usize| self.source[..start].ends_with(&format!("{name})]\n"));
                let derive = |start| (start..start, format!("#[derive({name})]\n"));
                let edits: Vec<_> = starts.into_iter().filter(|start| !derived(*start)).map(derive).collect();
                has_type.then_some(edits)
            }
            Step::AddItem(item) => one((self.source.len()..self.source.len(), format!("\n{item}\n"))),
        }
    }

    /// Adds `&self`, and a trait around a function outside of one.
    fn make_method(&self, old: Option<&str>) -> Option<Vec<Edit>> {
        let start = self.parameters_after(self.marked.start)?.start;
        let receiver = match old {
            Some(old) => (self.find(old)?, "&self".to_owned()),
            None if self.source[start..].starts_with(')') => (start..start, "&self".to_owned()),
            None => (start..start, "&self, ".to_owned()),
        };
        if self.source.contains("extern \"C\" {") {
            return None;
        }
        let mut edits = vec![receiver];
        if self.source.starts_with("#[endpoint(") {
            edits.push((0..0, "pub trait Api: Transport {\n".to_owned()));
            edits.push((self.source.len()..self.source.len(), "\n}".to_owned()));
        }
        Some(edits)
    }

    fn text(&self, range: &Range<usize>) -> &str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// Writes code for the marked one, or for the part of it that the message names.
    fn write(&self, new: &str) -> Option<Edit> {
        let marked = self.text(&self.marked);
        if let Some(path) = new.strip_prefix("#[").and_then(|new| new.strip_suffix(']'))
            && self.source[..self.marked.start].ends_with("#[")
        {
            return Some((self.marked.clone(), path.to_owned()));
        }
        // The attribute in front of a method or a trait.
        if new.starts_with("#[") && !marked.starts_with("#[") {
            let start = self.source[..self.marked.start].rfind("#[endpoint")?;
            return Some((start..start + 1 + closing(&self.source[start + 1..])? + 1, new.to_owned()));
        }
        // The template, in front of another argument.
        let is_path = marked.contains("\"/") || marked.starts_with(['"', 'r']);
        if new.starts_with("\"/") && !is_path {
            return Some((self.template()?, new.to_owned()));
        }
        let part = self.named.filter(|named| marked != *named && marked.contains(named));
        if let Some(part) = part
            && !new.contains(" = ")
            && !new.starts_with('"')
        {
            return Some((self.find(part)?, new.to_owned()));
        }
        // An argument takes the place of one.
        if new.contains(" = ")
            && let Some(argument) = self.argument()
        {
            return Some((argument, new.to_owned()));
        }
        Some((self.marked.clone(), new.to_owned()))
    }

    /// The part of a marked literal that the message names, or all marked code.
    fn named_in_marked(&self) -> Option<Range<usize>> {
        match self.named {
            Some(named) if self.text(&self.marked).starts_with('"') && !named.starts_with('"') => self.find(named),
            _ => Some(self.marked.clone()),
        }
    }

    /// The type in the `Result` of the method.
    fn success_type(&self) -> Option<Range<usize>> {
        if !self.is_in_attribute() {
            return Some(self.marked.clone());
        }
        let result = self.marked.end + self.source[self.marked.end..].find("Result<")? + "Result<".len();
        let end = outside_of_brackets(&self.source[result..]).into_iter().find(|(_, character)| *character == ',')?.0;
        Some(result..result + end)
    }

    /// The part of the return type that the message names.
    fn named_in_output(&self) -> Option<Range<usize>> {
        let output = self.parameters_after(self.marked.start)?.end;
        let named = self.named.filter(|_| !self.is_in_attribute())?;
        let at = output + self.source[output..].lines().next()?.find(named)?;
        Some(at..at + named.len())
    }

    /// Writes the return type of the method.
    fn output(&self, new: &str) -> Option<Edit> {
        let end = self.parameters_after(self.marked.start)?.end + 1;
        let semicolon = end + self.source[end..].find([';', '{'])?;
        Some((end..semicolon, format!(" -> {new}")))
    }

    /// The start of the marked line.
    fn line(&self) -> usize {
        self.source[..self.marked.start].rfind('\n').map_or(0, |end| end + 1)
    }

    fn is_in_attribute(&self) -> bool {
        self.argument().is_some()
    }

    /// The argument in which the mark begins.
    fn argument(&self) -> Option<Range<usize>> {
        let arguments = arguments(self.source, self.marked.start)?;
        arguments.into_iter().find(|argument| argument.contains(&self.marked.start))
    }

    fn template(&self) -> Option<Range<usize>> {
        let arguments = arguments(self.source, self.marked.start)?;
        arguments.into_iter().find(|argument| self.text(argument).starts_with('"'))
    }

    /// The start of the line that declares a type.
    fn start_of_type(&self, name: &str) -> Option<usize> {
        let ends = [" ", ";", "(", "<", "{"];
        let declares = |at: &usize| ends.iter().any(|end| self.source[*at..].starts_with(&format!("{name}{end}")));
        let keywords = ["struct ", "enum "]
            .into_iter()
            .flat_map(|keyword| self.source.match_indices(keyword).map(|(at, keyword)| at + keyword.len()));
        let at = keywords.into_iter().find(declares)?;
        Some(self.source[..at].rfind('\n').map_or(0, |end| end + 1))
    }

    /// Finds code: where the message points, or else nearest to that place.
    fn find(&self, text: &str) -> Option<Range<usize>> {
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        let is_raw = self.text(&self.marked).starts_with('r');
        for text in if is_raw { [text, escaped.as_str()] } else { [escaped.as_str(), text] } {
            let at = |start: usize| start..start + text.len();
            if let Some(inside) = self.text(&self.marked).find(text) {
                return Some(at(self.marked.start + inside));
            }
            let nearest = self.source.match_indices(text).min_by_key(|(start, _)| start.abs_diff(self.marked.start));
            if let Some((start, _)) = nearest {
                return Some(at(start));
            }
        }
        None
    }

    /// Finds the key of an argument.
    fn key(&self, key: &str) -> Option<Range<usize>> {
        let arguments = arguments(self.source, self.marked.start)?;
        let argument = arguments.into_iter().find(|argument| {
            let rest = self.text(argument).strip_prefix(key);
            rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
        })?;
        Some(argument.start..argument.start + key.len())
    }

    /// Extends a range to the argument that begins with it, and to the comma beside it.
    fn removed(&self, range: Range<usize>) -> Range<usize> {
        let arguments = arguments(self.source, range.start).unwrap_or_default();
        let begins = |argument: &&Range<usize>| {
            argument.start == range.start
                && self
                    .source
                    .get(range.end..argument.end)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '=', '(']))
        };
        let Some(argument) = arguments.iter().find(begins) else {
            let (before, after) = (&self.source[..range.start], &self.source[range.end..]);
            // The attribute of a parameter.
            if before.ends_with("#[") && after.starts_with("] ") {
                return range.start - 2..range.end + 2;
            }
            // A parameter.
            if before.ends_with(", ") && after.starts_with(": ") {
                let rest = after.split_once(") ->").map_or("", |(rest, _)| rest);
                let comma = outside_of_brackets(rest).into_iter().find(|(_, character)| *character == ',');
                return range.start - 2..range.end + comma.map_or(rest.len(), |(at, _)| at);
            }
            // The supertrait.
            let name = before.trim_end_matches([':', ' ']).len();
            if after.starts_with(" {") && before[name..].contains(':') {
                return name..range.end;
            }
            // An item of a list.
            return match after.strip_prefix(", ") {
                Some(_) if before.ends_with('[') => range.start..range.end + 2,
                _ if after.starts_with([',', ']']) && before.ends_with(", ") => range.start - 2..range.end,
                _ if after.starts_with(' ') && before.ends_with(' ') => range.start..range.end + 1,
                _ => range,
            };
        };
        let before = self.source[..argument.start].trim_end_matches([',', ' ', '\n']).len();
        let after = self.source[argument.end..].find(|next: char| next != ',' && !next.is_whitespace()).unwrap_or(0);
        let is_first = self.source[..before].ends_with('(');
        if is_first { argument.start..argument.end + after } else { before..argument.end }
    }

    /// The parameters of the next function: from after `(` to `)`.
    fn parameters_after(&self, at: usize) -> Option<Range<usize>> {
        let line = self.source[..at].rfind('\n').map_or(0, |end| end + 1);
        let function = line + self.source[line..].find("fn ")?;
        let open = function + self.source[function..].find('(')?;
        Some(open + 1..open + closing(&self.source[open..])?)
    }

    fn ends_of_parameters(&self, each_method: bool) -> Vec<usize> {
        if !each_method {
            return self.parameters_after(self.marked.start).map(|range| range.end).into_iter().collect();
        }
        let functions = self.source.match_indices("fn ");
        functions
            .filter(|(at, _)| self.source[*at..].lines().next().is_some_and(|line| line.contains("&self")))
            .filter_map(|(at, _)| self.parameters_after(at))
            .map(|range| range.end)
            .collect()
    }
}
