//! All recorded code compiles without a warning, as modules of one crate.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::documents::folder;

#[test]
fn code_compiles_without_warnings() {
    let output = cargo("check").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn documentation_has_no_warnings() {
    let output = cargo("doc").arg("--no-deps").env("RUSTDOCFLAGS", "-D warnings").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Returns a command for the crate of all recorded code.
fn cargo(command: &str) -> Command {
    let workspace = folder().parent().unwrap();
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated").join(command);
    fs::create_dir_all(&package).unwrap();
    // Its dependencies have the features that this crate enables, so that they are not compiled again.
    let manifest = format!(
        "[package]\nname = \"generated\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
         [lib]\npath = {:?}\n\n[lints.rust]\nwarnings = \"deny\"\n\n[dependencies]\n\
         jiff = {{ version = \"1\", default-features = false, features = [\"std\", \"serde\"] }}\n\
         pivotal-runtime = {{ path = {:?}, default-features = false, features = [\"testing\"] }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         uuid = {{ version = \"1\", default-features = false, features = [\"std\", \"serde\"] }}\n",
        folder().join("tests/generated/lib.rs").display().to_string(),
        workspace.join("pivotal-runtime").display().to_string()
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.arg(command).args(["--quiet", "--offline"]).current_dir(package).env("CARGO_TARGET_DIR", target);
    cargo
}
