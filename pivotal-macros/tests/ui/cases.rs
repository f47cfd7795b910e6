//! The recorded cases under `fail`.

use std::fs;
use std::path::{Path, PathBuf};

/// An invalid declaration and its recorded errors.
pub(crate) struct Case {
    /// The folder and the name of the file: `header/near_miss`.
    pub(crate) name: String,
    /// The first lines of the errors.
    pub(crate) errors: Vec<String>,
    pub(crate) notes: Vec<String>,
}

/// The folders of the cases, relative to the crate.
pub(crate) fn folders() -> Vec<PathBuf> {
    let folders = fs::read_dir("tests/ui/fail").unwrap().map(|entry| entry.unwrap().path());
    sorted(folders)
}

pub(crate) fn cases() -> Vec<Case> {
    let files = folders().into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let files = files.map(|entry| entry.unwrap().path());
    sorted(files.filter(|path| path.extension().is_some_and(|end| end == "rs"))).iter().map(|path| case(path)).collect()
}

fn case(path: &Path) -> Case {
    let recorded = fs::read_to_string(path.with_extension("stderr")).unwrap_or_default();
    let errors = recorded.lines().filter(|line| line.starts_with("error")).map(str::to_owned).collect();
    let notes =
        recorded.lines().filter_map(|line| line.split_once("= note: ")).map(|(_, note)| note.to_owned()).collect();
    let (folder, file) = (path.parent().unwrap().file_name().unwrap(), path.file_stem().unwrap());
    let name = format!("{}/{}", folder.to_string_lossy(), file.to_string_lossy());
    Case { name, errors, notes }
}

/// The message of `error[E0277]: message` or `error: message`.
pub(crate) fn message(error: &str) -> &str {
    error.split_once(": ").map_or(error, |(_, message)| message)
}

fn sorted(paths: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut paths: Vec<_> = paths.collect();
    paths.sort();
    paths
}
