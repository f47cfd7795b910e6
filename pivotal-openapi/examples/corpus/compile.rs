//! Crates of generated code.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use pivotal_openapi::Generated;

/// A crate of generated code.
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) runtime: PathBuf,
    target: PathBuf,
}

impl Crate {
    /// Writes a crate, without what was there.
    pub(crate) fn write(name: &str, generated: &Generated) -> Result<Self, Box<dyn Error>> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no workspace")?;
        let folder = workspace.join("target/corpus").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        generated.write(folder.join("src"))?;
        let runtime = workspace.join("pivotal-runtime");
        let manifest = format!(
            "[package]\nname = \"corpus-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
             [dependencies]\njiff = {{ version = \"1\", features = [\"serde\"] }}\npivotal-runtime = {{ path = \"{}\" }}\n\
             serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
             uuid = {{ version = \"1\", features = [\"serde\"] }}\n",
            runtime.display()
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Self { name: name.to_owned(), folder, runtime, target: workspace.join("target/corpus/target") })
    }

    /// The name of the library.
    pub(crate) fn library(&self) -> String {
        format!("corpus_{}", self.name.replace('-', "_"))
    }

    /// Returns a command of Cargo in a folder.
    pub(crate) fn cargo(&self, command: &str, folder: &Path) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.arg(command).current_dir(folder).env("CARGO_TARGET_DIR", &self.target);
        // A proxy would choose the toolchain of each dependency that names one.
        let rustc = Path::new(env!("CARGO")).with_file_name("rustc");
        if rustc.exists() {
            cargo.env("RUSTC", rustc);
        }
        cargo
    }

    fn check(&self) -> Command {
        let mut cargo = self.cargo("check", &self.folder);
        cargo.arg("--quiet").env("RUSTFLAGS", "-D warnings");
        cargo
    }

    /// Compiles the crate. Returns the errors of the compiler, and the time that it takes after its dependencies.
    pub(crate) fn compile(&self) -> Result<(String, Duration), Box<dyn Error>> {
        // The dependencies, which are not part of the time.
        let path = self.folder.join("src/lib.rs");
        let lib = fs::read_to_string(&path)?;
        fs::write(&path, "")?;
        let _ = self.check().output()?;
        fs::write(&path, lib)?;
        let start = Instant::now();
        let output = self.check().output()?;
        let check = start.elapsed();
        let errors =
            if output.status.success() { String::new() } else { String::from_utf8_lossy(&output.stderr).into_owned() };
        Ok((errors, check))
    }
}
