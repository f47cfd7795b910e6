//! Generates a crate from each document in a folder, compiles it with warnings denied, and prints a table:
//! `cargo run --release --example corpus -- FOLDER`. It fails unless each crate compiles, and at least 98 % of the operations are
//! declared.

#![allow(clippy::print_stdout, reason = "it prints a table")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use pivotal_openapi::{Document, Generated, Generator};

/// The smallest part of the operations that must be declared.
const DECLARED: f64 = 0.98;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name the folder with the documents")?;
    let mut documents: Vec<PathBuf> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    documents.retain(|path| {
        path.extension().is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|known| extension == *known))
    });
    documents.sort();
    println!(
        "{:<24} {:>10} {:>9} {:>6} {:>10} {:>10}  compiles",
        "document", "operations", "declared", "types", "generate", "check"
    );
    let mut is_successful = !documents.is_empty();
    let (mut operations, mut declared) = (0, 0);
    for path in documents {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('.', "_");
        let start = Instant::now();
        let document = Document::load(&path)?;
        let generated = Generator::new(&document).generate();
        let generation = start.elapsed();
        let (errors, check) = compile(&name, &generated)?;
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
        is_successful &= is_enough(generated.declared(), generated.operations());
    }
    println!("{declared} of {operations} operations are declared");
    Ok(if is_successful { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
fn is_enough(declared: usize, operations: usize) -> bool {
    declared as f64 >= operations as f64 * DECLARED
}

/// Compiles a crate. Returns the errors of the compiler, and the time that it takes after its dependencies.
fn compile(name: &str, generated: &Generated) -> Result<(String, Duration), Box<dyn Error>> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no workspace")?;
    let folder = workspace.join("target/corpus").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    generated.write(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"corpus-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
         [dependencies]\njiff = {{ version = \"1\", features = [\"serde\"] }}\npivotal-runtime = {{ path = \"{}\" }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         uuid = {{ version = \"1\", features = [\"serde\"] }}\n",
        workspace.join("pivotal-runtime").display()
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let cargo = |command: &str| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.arg(command).current_dir(&folder).env("CARGO_TARGET_DIR", workspace.join("target/corpus/target"));
        cargo.env("RUSTFLAGS", "-D warnings");
        cargo
    };
    // The dependencies, which are not part of the time.
    fs::write(folder.join("src/dependencies.rs"), "")?;
    let lib = fs::read_to_string(folder.join("src/lib.rs"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    let _ = cargo("check").arg("--quiet").output()?;
    fs::remove_file(folder.join("src/dependencies.rs"))?;
    fs::write(folder.join("src/lib.rs"), lib)?;
    let start = Instant::now();
    let output = cargo("check").arg("--quiet").output()?;
    let check = start.elapsed();
    let errors =
        if output.status.success() { String::new() } else { String::from_utf8_lossy(&output.stderr).into_owned() };
    Ok((errors, check))
}
