//! The program of each README, in a new crate with the dependencies that the README adds.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::{READMES, read, root, split};

/// The crates of this repository, and their folders.
const OURS: [(&str, &str); 4] = [
    ("pivotal-api", ""),
    ("pivotal-hyper", "pivotal-hyper"),
    ("pivotal-openapi", "pivotal-openapi"),
    ("pivotal-runtime", "pivotal-runtime"),
];

#[test]
fn programs_compile_in_a_new_crate() {
    for folder in READMES {
        compile(folder);
    }
}

/// The crate's README repeats the tables of the root, with other links.
#[test]
fn tables_of_the_runtime_are_those_of_the_root() {
    let rows = |readme: &str, heading: &str| {
        let text = read(readme);
        let (_, section) = text.split_once(heading).unwrap();
        let section = section.split("\n## ").next().unwrap().to_owned();
        let first = |line: &str| line.rsplit_once(" | ").map(|(cells, _)| cells.to_owned());
        section.lines().filter(|line| line.starts_with('|')).filter_map(first).collect::<Vec<_>>()
    };
    for heading in ["## Promises", "## Comparison"] {
        let root = rows("README.md", heading);
        assert!(root.len() > 9, "{heading} has no rows");
        assert_eq!(rows("pivotal-runtime/README.md", heading), root, "{heading}");
    }
}

/// The first command of the README builds what the library needs, and nothing that only tests need.
#[test]
fn first_command_builds_no_dependency_of_tests() {
    let (_, blocks) = split(&read("README.md"));
    let is_run = |line: &&str| line.starts_with("$ cargo run ");
    let command = blocks.iter().flat_map(|block| block.code.lines()).find(is_run).unwrap();
    assert_eq!(command, "$ cargo run -p examples --example github");

    let [library, examples, tests] = [
        crates("pivotal-api", "normal,build"),
        crates("examples", "normal,build,dev"),
        crates("pivotal-api", "normal,build,dev"),
    ];
    println!("{} crates of the first command, {} of pivotal-api", examples.len(), library.len());
    let more: Vec<_> = examples.difference(&library).collect();
    assert_eq!(more, ["examples", "tokio-macros"], "the examples need more than the library");
    assert!(tests.len() > library.len() + 50, "dependencies of tests are missing");
}

/// The names of the crates that a package is built with on this machine.
fn crates(package: &str, edges: &str) -> BTreeSet<String> {
    let mut tree = Command::new(cargo_program());
    tree.args(["tree", "--offline", "--prefix", "none", "--format", "{p}", "--package", package, "--edges", edges]);
    let output = tree.current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let name = |line: &str| line.split(' ').next().unwrap().to_owned();
    String::from_utf8(output.stdout).unwrap().lines().map(name).collect()
}

fn compile(folder: &str) {
    let readme = Path::new(folder).join("README.md");
    let (_, blocks) = split(&read(&readme));
    let commands: Vec<Vec<&str>> = blocks
        .iter()
        .filter(|block| block.label == "console")
        .flat_map(|block| block.code.lines())
        .filter_map(|line| line.strip_prefix("$ cargo add "))
        .map(|arguments| arguments.split(' ').collect())
        .collect();
    assert!(!commands.is_empty(), "{} adds no dependencies", readme.display());
    let program = blocks.iter().find(|block| block.code.contains("fn main()")).unwrap();
    // They call public servers.
    assert_eq!(program.label, "rust,no_run", "{}", readme.display());

    let name = format!("readme-{}", if folder.is_empty() { "root" } else { folder });
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
    if new.exists() {
        fs::remove_dir_all(&new).unwrap();
    }
    fs::create_dir_all(new.join("src")).unwrap();
    // It is in the folder of the workspace, and no member of it.
    let manifest = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[workspace]\n");
    fs::write(new.join("Cargo.toml"), manifest).unwrap();
    fs::write(new.join("src/main.rs"), &program.code).unwrap();
    fs::copy(root().join("Cargo.lock"), new.join("Cargo.lock")).unwrap();
    for arguments in commands {
        let ours = OURS.iter().find(|(name, _)| arguments.contains(name));
        let path = ours.map(|(_, folder)| root().join(folder));
        let path = path.iter().flat_map(|path| ["--path".as_ref(), path.as_os_str()]);
        cargo(&new, Command::new(cargo_program()).args(["add", "--offline"]).args(&arguments).args(path));
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    cargo(&new, Command::new(cargo_program()).args(["check", "--offline", "--target-dir"]).arg(target));
}

fn cargo_program() -> String {
    env::var("CARGO").unwrap()
}

/// Runs cargo in a folder.
fn cargo(folder: &Path, command: &mut Command) {
    let output = command.current_dir(folder).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {command:?}\n{printed}", folder.display());
    // A mistake in a README, such as a feature that does not exist, can be a warning.
    assert!(!printed.contains("warning"), "{}: {command:?}\n{printed}", folder.display());
}
