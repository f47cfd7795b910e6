//! The crates, seen from outside: `pivotal-api` is a stranger's crate, and the runtime knows no API.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Builds the published files of `pivotal-api` outside the workspace, with nothing of it but the runtime.
#[test]
fn pivotal_api_compiles_as_a_crate_of_its_own() {
    let outside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pivotal-api");
    if outside.exists() {
        fs::remove_dir_all(&outside).unwrap();
    }
    copy(&root().join("src"), &outside.join("src"));
    fs::copy(root().join("Cargo.lock"), outside.join("Cargo.lock")).unwrap();
    fs::write(outside.join("Cargo.toml"), manifest()).unwrap();

    // What was built for other tests is used again.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut check = Command::new(env::var_os("CARGO").unwrap());
    check.args(["check", "--offline", "--all-features", "--target-dir"]).arg(target).current_dir(&outside);
    let output = check.output().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{printed}");
    assert!(printed.contains("pivotal-api"), "something else was built: {printed}");
}

#[test]
fn pivotal_api_and_pivotal_hyper_use_public_names_only() {
    for folder in ["src", "pivotal-hyper/src"] {
        let files = sources(folder);
        assert!(files.iter().any(|(_, text)| text.contains("pivotal_runtime::")), "the files were not found");
        for (file, text) in files {
            assert!(!text.contains("__private"), "{} uses a private name", file.display());
        }
    }
}

/// `pivotal-api` is one API of many. In the runtime and the macros, its name occurs in names of crates only.
#[test]
fn runtime_and_macros_contain_no_api() {
    const CRATES: [&str; 6] =
        ["pivotal_runtime", "pivotal-runtime", "pivotal_macros", "pivotal-macros", "pivotal-hyper", "pivotal-openapi"];
    const FIELDS: [&str; 3] = ["next_cursor", "has_more", "error_type"];

    let files = [sources("pivotal-runtime/src"), sources("pivotal-macros/src")].concat();
    assert!(files.len() > 50, "the files were not found");
    for (file, text) in files {
        for (number, line) in (1..).zip(text.lines()) {
            let at = format!("{}:{number}: {line}", file.display());
            let line = CRATES.iter().fold(line.to_lowercase(), |line, name| line.replace(name, ""));
            assert!(!line.contains("pivotal"), "{at}");
            let is_doc = line.trim_start().starts_with("///") || line.trim_start().starts_with("//!");
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            assert!(is_doc || words.all(|word| !FIELDS.contains(&word)), "{at}");
        }
    }
}

/// No dependency of a published crate needs a later Rust than the crate names. The compiler of that version is not needed here.
#[test]
fn dependencies_build_with_the_named_rust_version() {
    let mut metadata = Command::new(env::var_os("CARGO").unwrap());
    metadata.args(["metadata", "--offline", "--format-version", "1", "--all-features"]).current_dir(root());
    let output = metadata.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, &Value> =
        metadata["packages"].as_array().unwrap().iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let nodes: BTreeMap<String, &Value> = nodes.iter().map(|node| (text(&node["id"]), node)).collect();

    for name in ["pivotal-macros", "pivotal-runtime", "pivotal-hyper", "pivotal-openapi", "pivotal-api"] {
        let (id, package) = packages.iter().find(|(_, package)| package["name"] == name).unwrap();
        let supported = rust_version(package).unwrap();
        let (mut open, mut seen) = (vec![id.clone()], BTreeSet::new());
        while let Some(id) = open.pop() {
            let package = packages[&id];
            let needed = rust_version(package);
            assert!(needed.is_none_or(|needed| needed <= supported), "{name}: {id} needs Rust {needed:?}");
            let dependencies = nodes[&id]["deps"].as_array().unwrap().iter();
            let built = dependencies.filter(|dependency| {
                let kinds = dependency["dep_kinds"].as_array().unwrap();
                kinds.iter().any(|kind| kind["kind"] != "dev")
            });
            open.extend(built.map(|dependency| text(&dependency["pkg"])).filter(|id| seen.insert(id.clone())));
        }
        assert!(seen.len() > 3, "{name} has dependencies");
    }
}

/// Reads `1.88` or `1.88.0` as numbers.
fn rust_version(package: &Value) -> Option<[u32; 2]> {
    let mut numbers = package["rust_version"].as_str()?.split('.').map(|number| number.parse().unwrap());
    Some([numbers.next()?, numbers.next()?])
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The manifest of `pivotal-api` without the workspace and its tests: what the workspace supplies is written out.
fn manifest() -> String {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let tables = tables(&manifest);
    let supplied = |table: &str, name: &str| {
        let table = &tables[&format!("[workspace.{table}]")];
        let prefix = format!("{name} = ");
        table.iter().find_map(|line| line.strip_prefix(&prefix)).unwrap()
    };
    // It is in the folder of the workspace, and no member of it.
    let mut written = String::from("[workspace]\n");
    for (table, source) in [("[package]", "package"), ("[features]", "features"), ("[dependencies]", "dependencies")] {
        writeln!(written, "{table}").unwrap();
        for line in &tables[table] {
            match line.strip_suffix(".workspace = true") {
                Some(name) => {
                    let value = supplied(source, name);
                    let value = value.replace("path = \"", &format!("path = \"{}/", root().display()));
                    writeln!(written, "{name} = {value}").unwrap();
                }
                None => writeln!(written, "{line}").unwrap(),
            }
        }
    }
    written
}

/// The lines of each table of a manifest.
fn tables(manifest: &str) -> BTreeMap<String, Vec<&str>> {
    let mut tables = BTreeMap::<_, Vec<_>>::new();
    let mut table = String::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            line.clone_into(&mut table);
        } else if !line.starts_with('#') && !line.is_empty() {
            tables.entry(table.clone()).or_default().push(line);
        }
    }
    tables
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The Rust files in a folder, with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut folders = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files
}
