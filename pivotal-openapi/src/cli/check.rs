//! `pivotal-openapi check`

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use pivotal_openapi::{Check, Document};

/// Checks the declarations in source files against a document. Data types are checked in tests: see `Check::call`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The document: JSON or YAML.
    document: PathBuf,
    /// Source files, or folders of them.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// A file that lists known disagreements.
    #[arg(long)]
    known: Option<PathBuf>,
    /// Allows operations that nobody declared.
    #[arg(long)]
    allow_undeclared: bool,
}

/// Prints the disagreements. The exit code is 1 if there are any, and 2 if they cannot be found.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match check(arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints the disagreements, and returns whether there are none.
fn check(arguments: &Arguments) -> Result<bool, Box<dyn std::error::Error>> {
    let document = Document::load(&arguments.document)?;
    let mut check = Check::new(&document);
    if arguments.allow_undeclared {
        check.allow_undeclared();
    }
    if let Some(known) = &arguments.known {
        check.known(&read(known)?);
    }
    let mut sources = Vec::new();
    for path in &arguments.sources {
        for file in files(path)? {
            sources.push((file.display().to_string(), read(&file)?));
        }
    }
    check.sources(sources)?;
    let found = check.disagreements();
    let mut output = io::stdout().lock();
    for one in &found {
        writeln!(output, "{one}")?;
    }
    let noun = if found.len() == 1 { "disagreement" } else { "disagreements" };
    writeln!(output, "{} {noun}", found.len())?;
    Ok(found.is_empty())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Returns the file, or the source files in a folder, in the order of their names.
fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let failed = |error: io::Error| format!("{}: {error}", path.display());
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        entries.push(entry.map_err(failed)?.path());
    }
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        if entry.is_dir() || entry.extension().is_some_and(|extension| extension == "rs") {
            found.extend(files(&entry)?);
        }
    }
    Ok(found)
}
