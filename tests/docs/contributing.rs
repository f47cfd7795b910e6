//! CONTRIBUTING.md is short, and its map is that of the repository.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{read, root, split};

#[test]
fn map_names_each_folder() {
    let text = read("CONTRIBUTING.md");
    assert!(text.lines().count() < 60);

    let (_, blocks) = split(&text);
    let (map, mut top) = (&blocks[0].code, "");
    let mut folders = BTreeSet::new();
    for line in map.lines() {
        // `  request/ response/    build requests`
        let names = line.trim_start().split("  ").next().unwrap();
        for name in names.split(' ') {
            if !line.starts_with(' ') {
                top = name;
            }
            let path = if line.starts_with(' ') { Path::new(top).join(name) } else { PathBuf::from(name) };
            assert!(root().join(&path).exists(), "{} is no folder", path.display());
            folders.insert(path);
        }
    }
    for parent in ["", "pivotal-runtime/src", "tests"] {
        for entry in fs::read_dir(root().join(parent)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if entry.file_type().unwrap().is_dir() && name != "target" && !name.starts_with('.') {
                let path = Path::new(parent).join(&name);
                // The suites are on the line of `tests` itself.
                let is_suite = parent == "tests" && map.contains(&format!(" {name}"));
                let is_named = is_suite || folders.iter().any(|folder| folder.starts_with(&path));
                assert!(is_named, "{} is not in the map", path.display());
            }
        }
    }
}
