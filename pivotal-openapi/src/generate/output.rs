//! Writes the files, or compares them with those that are there.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Generated;

/// A file that differs from the generated one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The file.
    pub path: PathBuf,
    /// The first line that differs, counted from 1; `None` if the file is missing.
    pub line: Option<usize>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line} differs from the document", self.path.display()),
            None => write!(f, "{} is missing", self.path.display()),
        }
    }
}

/// The reason why a file cannot be written or read.
///
/// [`Generated::write`](crate::Generated::write) and [`Generated::differences`](crate::Generated::differences) return it.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    source: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.source)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

impl Generated {
    /// Writes the files to a folder. Files that are unchanged are not written.
    ///
    /// If the folder is named `src`, the code is a crate with `lib.rs`. Otherwise, it is a module whose root is beside the
    /// folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be written.
    pub fn write(&self, folder: impl AsRef<Path>) -> Result<(), WriteError> {
        for (path, code) in self.paths(folder.as_ref()) {
            if fs::read_to_string(&path).is_ok_and(|own| own == code) {
                continue;
            }
            let written = match path.parent() {
                Some(parent) => fs::create_dir_all(parent),
                None => Ok(()),
            };
            written.and_then(|()| fs::write(&path, code)).map_err(|source| WriteError { path, source })?;
        }
        Ok(())
    }

    /// Compares the files with those in a folder, which [`write`](Self::write) wrote.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read.
    pub fn differences(&self, folder: impl AsRef<Path>) -> Result<Vec<Difference>, WriteError> {
        let mut differences = Vec::new();
        for (path, code) in self.paths(folder.as_ref()) {
            match fs::read_to_string(&path) {
                Ok(own) if own == code => {}
                Ok(own) => {
                    let same = own.lines().zip(code.lines()).take_while(|(own, generated)| own == generated).count();
                    differences.push(Difference { path, line: Some(same + 1) });
                }
                Err(source) if source.kind() == io::ErrorKind::NotFound => {
                    differences.push(Difference { path, line: None });
                }
                Err(source) => return Err(WriteError { path, source }),
            }
        }
        Ok(differences)
    }

    /// The files with their complete paths.
    fn paths<'g>(&'g self, folder: &'g Path) -> impl Iterator<Item = (PathBuf, &'g str)> {
        let is_crate = folder.file_name().is_some_and(|name| name == "src");
        self.files().map(move |(path, code)| {
            let is_root = path == "lib.rs" && !is_crate;
            (if is_root { folder.with_extension("rs") } else { folder.join(path) }, code)
        })
    }
}
