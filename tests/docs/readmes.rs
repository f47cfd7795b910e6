//! The program of each README, in a new crate with the dependencies that the README adds.

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
