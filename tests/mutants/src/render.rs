//! Writes all mutants of a file into its source. Each line stays where it is.

use std::ops::Range;

use crate::find::{Change, Mutant};

/// The bytes that a mutant takes in the rendered source.
pub struct Rendered {
    pub id: usize,
    /// The mutant with what it replaces.
    pub complete: Range<usize>,
    /// The mutant alone.
    pub mutated: Range<usize>,
}

/// Returns the source with the mutants, which are sorted and have a number each.
pub fn render(source: &str, mutants: &[(usize, &Mutant)]) -> (String, Vec<Rendered>) {
    let mut out = Output { source, text: String::new(), rendered: Vec::new() };
    out.write(0..source.len(), mutants);
    (out.text, out.rendered)
}

struct Output<'a> {
    source: &'a str,
    text: String,
    rendered: Vec<Rendered>,
}

impl Output<'_> {
    fn write(&mut self, range: Range<usize>, mut mutants: &[(usize, &Mutant)]) {
        let mut at = range.start;
        while let [(id, mutant), rest @ ..] = mutants {
            let inner = rest.iter().take_while(|(_, next)| next.range.start < mutant.range.end).count();
            let (inner, rest) = rest.split_at(inner);
            self.text.push_str(&self.source[at..mutant.range.start]);
            self.write_one(*id, mutant, inner);
            (at, mutants) = (mutant.range.end, rest);
        }
        self.text.push_str(&self.source[at..range.end]);
    }

    fn write_one(&mut self, id: usize, mutant: &Mutant, inner: &[(usize, &Mutant)]) {
        let start = self.text.len();
        let condition = format!("crate::__mutants::is({id})");
        let mutated = match &mutant.change {
            Change::Return(value) => {
                self.text.push_str(&format!(" if {condition} {{ return {value}; }}"));
                start..self.text.len()
            }
            Change::Statement => {
                self.text.push_str(&format!("if !{condition} {{ "));
                self.write(mutant.range.clone(), inner);
                self.text.push_str(" }");
                start..start
            }
            Change::Expression(value) => {
                self.text.push_str(&format!("(if {condition} {{ "));
                let mutated = self.text.len();
                // One line, for the numbers of lines.
                self.text.push_str(&value.lines().map(without_comment).collect::<Vec<_>>().join(" "));
                let mutated = mutated..self.text.len();
                self.text.push_str(" } else { ");
                self.write(mutant.range.clone(), inner);
                self.text.push_str(" })");
                mutated
            }
        };
        self.rendered.push(Rendered { id, complete: start..self.text.len(), mutated });
    }
}

fn without_comment(line: &str) -> &str {
    let start = if line.trim_start().starts_with("//") { Some(0) } else { line.find(" // ") };
    &line[..start.unwrap_or(line.len())]
}
