//! The program `pivotal-openapi generate`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::documents::folder;
use crate::output::empty_folder;

fn run(document: &str, out: &Path, arguments: &[&str]) -> Output {
    let document = folder().join("tests/documents").join(document);
    let mut program = Command::new(env!("CARGO_BIN_EXE_pivotal-openapi"));
    program.arg("generate").arg(document).arg("--out").arg(out).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_owned()).unwrap()
}

#[test]
fn program_writes_the_code_and_prints_omissions() {
    let out = empty_folder("program").join("src");
    let output = run("methods.yaml", &out, &[]);
    assert!(output.status.success());
    let printed = text(&output.stdout);
    assert!(printed.starts_with("declared 9 of 11 operations, with 0 types, in "), "{printed}");
    let omissions = text(&output.stderr);
    let trace = "left out: TRACE /all, since the response to `TRACE` would contain credentials (#/paths/~1all/trace)";
    assert_eq!(omissions.lines().next(), Some(trace));
    assert!(out.join("lib.rs").exists() && out.join("methods.rs").exists());
}

#[test]
fn check_fails_if_the_code_differs() {
    let out = empty_folder("check").join("src");
    assert_eq!(run("methods.yaml", &out, &["--check"]).status.code(), Some(1));
    assert!(!out.exists(), "`--check` writes nothing");
    assert!(run("methods.yaml", &out, &[]).status.success());
    assert!(run("methods.yaml", &out, &["--check"]).status.success());
    fs::write(out.join("api.rs"), "//! The conventions of the API.\n").unwrap();
    let output = run("methods.yaml", &out, &["--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), format!("{}:2 differs from the document\n", out.join("api.rs").display()));
}

#[test]
fn program_selects_operations() {
    let out = empty_folder("select").join("src");
    let output = run("methods.yaml", &out, &["--operation", "get", "--operation", "put", "--path", "/nothing"]);
    assert!(text(&output.stdout).starts_with("declared 2 of 2 operations"));
}

#[test]
fn program_fails_without_a_document() {
    let out = empty_folder("fails").join("src");
    let output = run("no-such-file.yaml", &out, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("error: "));
    assert_eq!(run("methods.yaml", &out, &["--unknown"]).status.code(), Some(2));
}
