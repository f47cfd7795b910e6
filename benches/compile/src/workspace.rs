//! The measured workspace: a crate for each form, number of operations and choice of types.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::api::Types;
use crate::forms::{FORMS, Form, shapes};

/// A crate to measure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject {
    pub(crate) form: Form,
    pub(crate) types: Types,
    pub(crate) count: usize,
}

impl Subject {
    /// The name of the package, such as `ours-own-100`.
    pub(crate) fn package(self) -> String {
        format!("{}-{}-{}", self.form.name(), self.types.name(), self.count)
    }

    /// The name of the crate for the compiler.
    pub(crate) fn crate_name(self) -> String {
        self.package().replace('-', "_")
    }
}

pub(crate) struct Workspace {
    pub(crate) folder: PathBuf,
}

impl Workspace {
    /// Writes the workspace. Files that have not changed are not written again.
    pub(crate) fn write(folder: PathBuf, types: &[Types], counts: &[usize]) -> io::Result<Self> {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let root = fs::canonicalize(root)?.display().to_string();
        let most = counts.iter().copied().max().unwrap_or_default();
        let mut members = Vec::new();
        for &types in types {
            let name = format!("shapes-{}", types.name());
            write(&folder.join(&name).join("src/lib.rs"), &shapes(most, types))?;
            write(&folder.join(&name).join("Cargo.toml"), &format!("{}{SHAPES}", package(&name)))?;
            members.push(name);
            for (&form, &count) in FORMS.iter().flat_map(|form| counts.iter().map(move |count| (form, count))) {
                let subject = Subject { form, types, count };
                let name = subject.package();
                let package_folder = folder.join(&name);
                write(&package_folder.join("Cargo.toml"), &manifest(subject, &root))?;
                for (file, source) in form.sources(count, types) {
                    let source = source.replace("use this::", &format!("use {}::", subject.crate_name()));
                    write(&package_folder.join("src").join(file), &source)?;
                }
                members.push(name);
            }
        }
        write(
            &folder.join("Cargo.toml"),
            &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n{SETTINGS}"),
        )?;
        if !folder.join("Cargo.lock").exists() {
            fs::copy(Path::new(&root).join("Cargo.lock"), folder.join("Cargo.lock"))?;
        }
        Ok(Self { folder })
    }

    /// The target directory of cargo.
    pub(crate) fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Marks the crate as changed, so that cargo compiles it again.
    pub(crate) fn touch(&self, subject: Subject) -> io::Result<()> {
        let library = self.folder.join(subject.package()).join("src/lib.rs");
        fs::write(&library, fs::read(&library)?)?;
        for profile in ["debug", "release"] {
            let Ok(entries) = fs::read_dir(self.target().join(profile).join("incremental")) else { continue };
            for entry in entries {
                let entry = entry?;
                if entry.file_name().to_string_lossy().starts_with(&format!("{}-", subject.crate_name())) {
                    fs::remove_dir_all(entry.path())?;
                }
            }
        }
        Ok(())
    }
}

fn package(name: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n"
    )
}

fn manifest(subject: Subject, root: &str) -> String {
    let types = subject.types.name();
    format!(
        "{}{}shapes = {{ package = \"shapes-{types}\", path = \"../shapes-{types}\" }}\n\
         tokio = {{ version = \"1\", features = [\"rt\", \"net\", \"time\"] }}\n",
        package(&subject.package()),
        subject.form.dependencies(root),
    )
}

/// The dependencies of `shapes`, with the features that any form needs, so that all forms share one build of reqwest.
const SHAPES: &str = "reqwest.workspace = true\nserde.workspace = true\n";

/// Settings of the workspace. TLS is disabled: it is large, and the same for all. The profiles are the default, except `strip`.
const SETTINGS: &str = "
[workspace.dependencies]
reqwest = { version = \"0.13.5\", default-features = false, features = [\"http2\", \"json\", \"query\", \"stream\", \"system-proxy\"] }
serde = { version = \"1\", features = [\"derive\"] }

[profile.release]
strip = true
";

fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|written| written == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
