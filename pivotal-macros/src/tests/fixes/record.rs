//! Writes what the fixes lead to.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use expect_test::expect_file;

use super::super::program;
use super::Fixed;
use super::subject::Subject;

/// The records, by the name of their file.
#[derive(Default)]
pub(super) struct Records {
    files: BTreeMap<String, String>,
    /// The fixes that are no edits with their cases, by the reason.
    prose: BTreeMap<&'static str, BTreeMap<String, Vec<String>>>,
}

impl Records {
    pub(super) fn add_prose(&mut self, subject: &Subject, fix: &str, reason: &'static str) {
        let cases = self.prose.entry(reason).or_default().entry(fix.to_owned()).or_default();
        cases.push(subject.name.clone());
    }

    /// The fixes that are no edits.
    pub(super) fn prose(&self) -> impl Iterator<Item = &str> {
        self.prose.values().flat_map(BTreeMap::keys).map(String::as_str)
    }

    /// Adds the result of the fix with this index in its message.
    pub(super) fn add_fixed(&mut self, subject: &Subject, index: usize, fixed: &Fixed) {
        let mut section = String::new();
        let number = if index == 0 { String::new() } else { format!("_{}", index + 1) };
        let messages = [&subject.mistake.message].into_iter().chain(&fixed.messages);
        let name = format!("{}{number}", subject.name.replace(['/', '-'], "_"));
        if fixed.is_valid {
            for message in messages {
                writeln!(section, "// {message}").unwrap();
            }
            if NEXT.contains(&name.as_str()) {
                section.push_str(&program("../prelude.rs", &essential(&fixed.source)));
                self.files.insert(format!("next/{name}.rs"), section);
                return;
            }
            writeln!(section, "pub mod {name} {{").unwrap();
            section.push_str("    use super::*;\n\n");
            for line in essential(&fixed.source).lines() {
                let indent = if line.is_empty() { "" } else { "    " };
                writeln!(section, "{indent}{line}").unwrap();
            }
            section.push_str("}\n\n");
        } else {
            writeln!(section, "## {}{number}\n", subject.name).unwrap();
            for message in messages {
                writeln!(section, "- {message}").unwrap();
            }
            writeln!(section, "\n```rust\n{}```\n", essential(&fixed.source)).unwrap();
        }
        let file = if fixed.is_valid { format!("{}.rs", subject.file) } else { "next.md".to_owned() };
        self.files.entry(file).or_default().push_str(&section);
    }

    /// Compares the records with those in `tests/fixes`.
    pub(super) fn check(mut self) {
        let mut prose = String::new();
        for (reason, fixes) in &self.prose {
            writeln!(prose, "## {reason}\n").unwrap();
            for (fix, cases) in fixes {
                writeln!(prose, "- {fix} ({})", cases.join(", ")).unwrap();
            }
            prose.push('\n');
        }
        self.files.insert("prose.md".to_owned(), prose);
        let mut entry = ENTRY.to_owned();
        for file in self.files.keys().filter(|file| !file.starts_with("next/")) {
            if let Some(module) = file.strip_suffix(".rs") {
                writeln!(entry, "#[path = \"../../fixes/{module}.rs\"]\nmod {module};").unwrap();
            }
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/pass/fixes.rs");
        expect_file![path].assert_eq(&format!("{entry}\nfn main() {{}}\n"));
        let files: Vec<_> = self.files.keys().map(String::as_str).chain(["prelude.rs"]).collect();
        for folder in ["", "next"] {
            let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixes").join(folder)).unwrap();
            for path in entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
                let file = Path::new(folder).join(path.with_extension("rs").file_name().unwrap()).display().to_string();
                let is_text = path.extension().is_some_and(|extension| extension == "md");
                assert!(is_text || files.contains(&file.as_str()), "no fix leads to {}: remove it", path.display());
            }
        }
        for (file, sections) in &self.files {
            let header = match file.as_str() {
                "next.md" => "# Fixes that lead to another error\n\n",
                "prose.md" => "# Fixes that are no edits\n\n",
                _ if file.starts_with("next/") => "",
                _ => "//! Declarations after the suggested fixes.\n\nuse super::prelude::*;\n\n",
            };
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixes").join(file);
            expect_file![path].assert_eq(&format!("{header}{}\n", sections.trim_end()));
        }
    }
}

const ENTRY: &str = "\
//! The declarations in `tests/fixes`. Recorded by `UPDATE_EXPECT=1 cargo test -p pivotal-macros --lib fixes`.

#![allow(warnings)]

#[path = \"../../fixes/prelude.rs\"]
mod prelude;

static GITHUB: pivotal_runtime::Api = pivotal_runtime::Api::new();

";

/// Fixes after which the compiler reports another error, since the declaration had two.
const NEXT: [&str; 14] = [
    "body_multipart_without_value",
    "bound_boxed_future_3",
    "bound_boxed_future_4",
    "bound_not_async",
    "bound_not_async_3",
    "bound_not_async_4",
    "bound_until_named",
    "bound_until_pages",
    "declarations_x_inherent",
    "endpoints_key_until",
    "error_type_slice",
    "response_cut_off",
    "signature_const",
    "signature_extern",
];

/// The source without what all cases have: imports, `Customer`, the impl, callers and `main`.
fn essential(source: &str) -> String {
    let mut essential = String::new();
    let mut is_skipped = false;
    for line in source.lines() {
        let is_import = line.starts_with("use pivotal_runtime::{") && !line.contains(" as ");
        let skipped = ["async fn call", "async fn list", "fn call", "fn main"];
        is_skipped |= skipped.iter().any(|start| line.starts_with(start));
        let is_blanket_impl = line.starts_with("impl<T: ") && line.ends_with(" {}");
        if !is_skipped && !is_import && !is_blanket_impl {
            essential.push_str(line);
            essential.push('\n');
        }
        is_skipped &= !line.ends_with('}') || line.starts_with(' ');
    }
    let essential = essential.replace("#[derive(serde::Deserialize)]\npub struct Customer {}\n", "");
    let mut lines: Vec<&str> = essential.trim().lines().collect();
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    lines.join("\n") + "\n"
}
