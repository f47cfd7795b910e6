//! All recorded code compiles without a warning, as modules of one crate.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::documents::folder;

#[test]
fn code_compiles_without_warnings() {
    let workspace = folder().parent().unwrap();
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated");
    fs::create_dir_all(&package).unwrap();
    // Without the features of other crates, so that its dependencies are those of the workspace.
    let manifest = format!(
        "[package]\nname = \"generated\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
         [lib]\npath = \"{}\"\n\n[lints.rust]\nwarnings = \"deny\"\n\n[dependencies]\n\
         jiff = {{ version = \"1\", default-features = false, features = [\"std\", \"serde\"] }}\n\
         pivotal-runtime = {{ path = \"{}\", default-features = false }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         uuid = {{ version = \"1\", default-features = false, features = [\"std\", \"serde\"] }}\n",
        folder().join("tests/generated/lib.rs").display(),
        workspace.join("pivotal-runtime").display()
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline"])
        .current_dir(&package)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
