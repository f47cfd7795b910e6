//! Facts that cargo and the files contain.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::approach::Approach;

type Failed = Box<dyn Error>;

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(arguments).current_dir(folder());
    command
}

fn package(approach: Approach) -> String {
    format!("rival-{}", approach.folder().replace('_', "-"))
}

/// The number of crates that a program with the three endpoints is built with, without those of this workspace's members.
pub fn crates(approach: Approach) -> Result<String, Failed> {
    let package = package(approach);
    let tree =
        ["tree", "--locked", "--package", &package, "--edges", "normal,build", "--prefix", "none", "--no-dedupe"];
    let output = cargo(&tree).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let names = text.lines().filter(|line| !line.starts_with("rival-"));
    let crates: BTreeSet<Vec<&str>> = names.map(|line| line.split(' ').take(2).collect()).collect();
    Ok(crates.len().to_string())
}

/// The lines of the declarations, which are formatted by rustfmt, without empty ones.
pub fn lines(approach: Approach) -> Result<String, Failed> {
    let folder = folder().join(approach.folder());
    let count = |file: PathBuf| -> Result<usize, Failed> {
        Ok(fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()).count())
    };
    let code = count(folder.join("src/lib.rs"))?;
    let document = folder.join("openapi.json");
    if document.exists() {
        return Ok(format!("{code}, and {} of OpenAPI", count(document)?));
    }
    Ok(code.to_string())
}

/// Compiles an endpoint with a misspelled placeholder.
pub fn misspelled(approach: Approach) -> Result<String, Failed> {
    let (package, example) = (package(approach), format!("misspelled_{}", approach.folder()));
    let check =
        ["check", "--locked", "--quiet", "--package", &package, "--example", &example, "--features", "misspelled"];
    let output = cargo(&check).output()?;
    if output.status.success() {
        return Ok("compiles".to_owned());
    }
    let errors = String::from_utf8(output.stderr)?;
    let error = errors.lines().find(|line| line.starts_with("error")).ok_or("no error")?;
    let panic = errors.lines().find_map(|line| line.split_once("help: message: ")).map(|(_, message)| message);
    let message = panic.map_or(error.to_owned(), |message| format!("{error}: {message}"));
    Ok(format!("`{}`", message.replace('`', "'")))
}
