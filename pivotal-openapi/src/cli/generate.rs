//! The command `generate`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use pivotal_openapi::{Document, Generator};

/// Generates declarations from a document.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The document, in JSON or YAML
    document: PathBuf,
    /// The folder for the code: `src` of a crate, or the folder of a module
    #[arg(long, short, value_name = "FOLDER")]
    out: PathBuf,
    /// Generates the operation with this id; can be repeated
    #[arg(long, value_name = "ID")]
    operation: Vec<String>,
    /// Generates the operations with this tag; can be repeated
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// Generates the operations below this path; can be repeated
    #[arg(long, value_name = "PATH")]
    path: Vec<String>,
    /// Writes nothing, and fails if the code differs from the document
    #[arg(long)]
    check: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments) -> ExitCode {
    match generate(arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether the code is that of the document.
fn generate(arguments: Arguments) -> Result<bool, Box<dyn std::error::Error>> {
    let document = Document::load(&arguments.document)?;
    let mut generator = Generator::new(&document);
    for id in arguments.operation {
        generator = generator.operation(id);
    }
    for tag in arguments.tag {
        generator = generator.tag(tag);
    }
    for path in arguments.path {
        generator = generator.path(path);
    }
    let generated = generator.generate();
    for omission in generated.omissions() {
        eprintln!("{omission}");
    }
    if arguments.check {
        let differences = generated.differences(&arguments.out)?;
        for difference in &differences {
            println!("{difference}");
        }
        return Ok(differences.is_empty());
    }
    generated.write(&arguments.out)?;
    println!(
        "declared {} of {} operations, with {} types, in {}",
        generated.declared(),
        generated.operations(),
        generated.types(),
        arguments.out.display()
    );
    Ok(true)
}
