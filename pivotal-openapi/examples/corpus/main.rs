//! Generates a crate from each document in a folder, compiles it with warnings denied, and prints a table:
//! `cargo run --release --example corpus -- FOLDER`. It fails unless each crate compiles, and at least 98 % of the operations are
//! declared; `--declared PERCENT` sets another limit.
//!
//! With `--validate N`, it calls N operations of each crate, spread evenly, or all if N is 0. Their requests are validated by the
//! Python library `openapi-core` (`pip install openapi-core`; `PYTHON` names the interpreter), and examples and instances of the
//! responses are read. `--only NAME` selects a document by its name.
//!
//! With `--progenitor`, it generates a client of each document with progenitor, too, and compares the times of `cargo check`.

#![allow(clippy::print_stdout, reason = "it prints a table")]

mod calls;
mod cases;
mod compile;
mod instance;
mod progenitor;
mod program;
mod same;
mod schema;
mod signatures;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use pivotal_openapi::{Document, Generator};

use self::calls::Summary;
use self::compile::Crate;

/// The arguments of the program.
struct Arguments {
    folder: PathBuf,
    /// The smallest part of the operations that must be declared, in percent.
    declared: usize,
    /// The number of operations that are called.
    validate: Option<usize>,
    only: Option<String>,
    /// The time is compared with that of progenitor.
    progenitor: bool,
}

impl Arguments {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut arguments =
            Self { folder: PathBuf::new(), declared: 98, validate: None, only: None, progenitor: false };
        let mut texts = std::env::args().skip(1);
        while let Some(text) = texts.next() {
            match text.as_str() {
                "--validate" => arguments.validate = Some(texts.next().ok_or("name a number of operations")?.parse()?),
                "--declared" => arguments.declared = texts.next().ok_or("name a percentage")?.parse()?,
                "--only" => arguments.only = Some(texts.next().ok_or("name a document")?),
                "--progenitor" => arguments.progenitor = true,
                folder => arguments.folder = folder.into(),
            }
        }
        if arguments.folder.as_os_str().is_empty() {
            return Err("name the folder with the documents".into());
        }
        Ok(arguments)
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::read()?;
    let mut documents: Vec<PathBuf> =
        fs::read_dir(&arguments.folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    documents.retain(|path| {
        path.extension().is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|known| extension == *known))
    });
    documents.retain(|path| arguments.only.as_ref().is_none_or(|only| name(path) == *only));
    documents.sort();
    println!(
        "{:<24} {:>10} {:>9} {:>6} {:>10} {:>10}  compiles",
        "document", "operations", "declared", "types", "generate", "check"
    );
    let mut is_successful = !documents.is_empty();
    let (mut operations, mut declared) = (0, 0);
    for path in documents {
        let name = name(&path);
        let start = Instant::now();
        let document = Document::load(&path)?;
        let generated = Generator::new(&document).generate();
        let generation = start.elapsed();
        let generated_crate = Crate::write(&name, &generated)?;
        let (errors, check) = generated_crate.compile()?;
        operations += generated.operations();
        declared += generated.declared();
        println!(
            "{name:<24} {:>10} {:>9} {:>6} {:>7} ms {:>7} ms  {}",
            generated.operations(),
            generated.declared(),
            generated.types(),
            generation.as_millis(),
            check.as_millis(),
            if errors.is_empty() { "yes" } else { "NO" },
        );
        for omission in generated.omissions().iter().filter(|omission| omission.operation.is_some()) {
            println!("    {omission}");
        }
        let parts = generated.omissions().iter().filter(|omission| omission.operation.is_none()).count();
        if parts > 0 {
            println!("    {parts} parts without a type or a parameter of their own: see the root of the crate");
        }
        for line in errors.lines().take(60) {
            println!("    {line}");
        }
        is_successful &= errors.is_empty();
        is_successful &= generated.declared() * 100 >= generated.operations() * arguments.declared;
        if let (Some(count), true) = (arguments.validate, errors.is_empty()) {
            print(&calls::run(&path, &generated_crate, count)?);
        }
        if arguments.progenitor {
            progenitor::compare(&path, &generated_crate)?;
        }
    }
    println!("{declared} of {operations} operations are declared");
    Ok(if is_successful { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    stem.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "_")
}

/// Prints what the calls showed.
fn print(summary: &Summary) {
    let invalid = match summary.invalid {
        Some(invalid) => format!("{invalid} invalid"),
        None => "validation skipped, since Python cannot import openapi_core".to_owned(),
    };
    println!(
        "    {} operations called: {} requests, {invalid}; {} responses, {} not read, {} changed",
        summary.operations, summary.requests, summary.responses, summary.unread, summary.changed,
    );
    for line in &summary.lines {
        println!("    {line}");
    }
}
