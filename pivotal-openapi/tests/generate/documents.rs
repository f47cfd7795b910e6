//! The documents.

use std::fs;
use std::path::{Path, PathBuf};

use pivotal_openapi::{Document, Generated, Generator};

/// The folder of this crate.
pub(crate) fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The documents: the names of their modules, and their paths.
pub(crate) fn documents() -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder().join("tests/documents")).unwrap();
    let files = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut documents: Vec<(String, PathBuf)> =
        files.map(|path| (path.file_stem().unwrap().to_str().unwrap().replace('-', "_"), path)).collect();
    documents.sort();
    documents
}

/// Generates the code of the document with this module.
pub(crate) fn generate(module: &str) -> Generated {
    let (_, path) = documents().into_iter().find(|(name, _)| name == module).unwrap();
    Generator::new(&Document::load(path).unwrap()).generate()
}
