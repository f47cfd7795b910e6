//! The documentation: its language, its programs, its links.

#![expect(clippy::print_stdout, reason = "CI shows what is counted")]
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod contributing;
mod guide;
mod language;
mod links;
mod readmes;

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of the published crates with a README, and the root.
const READMES: [&str; 6] = ["", "src", "pivotal-runtime", "pivotal-macros", "pivotal-hyper", "pivotal-openapi"];

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the files under a folder that have one of these extensions, without those that cargo and git write.
fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() {
            if name != "target" && !name.starts_with('.') {
                found.extend(files(&path, extensions));
            }
        } else if path.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A block of code in Markdown.
struct Block {
    /// The text after the backticks, such as `rust,no_run`.
    label: String,
    code: String,
}

/// Splits Markdown into its text, without blocks of code, and the blocks.
fn split(markdown: &str) -> (String, Vec<Block>) {
    let (mut text, mut blocks, mut is_code) = (String::new(), Vec::new(), false);
    for line in markdown.lines() {
        if let Some(label) = line.trim_start().strip_prefix("```") {
            is_code = !is_code;
            if is_code {
                blocks.push(Block { label: label.to_owned(), code: String::new() });
            }
        } else if is_code {
            let block = blocks.last_mut().unwrap();
            block.code.push_str(line);
            block.code.push('\n');
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    (text, blocks)
}
