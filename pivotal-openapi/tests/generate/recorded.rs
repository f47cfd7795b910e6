//! The code for each document is the recorded one.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;

use expect_test::expect_file;

use crate::documents::{documents, folder, generate};

#[test]
fn code_is_the_recorded_one() {
    let generated = folder().join("tests/generated");
    let is_updated = env::var_os("UPDATE_EXPECT").is_some();
    let mut modules = String::from("//! The code that is generated from the documents.\n\n");
    let mut paths = BTreeSet::from([generated.join("lib.rs")]);
    for (module, _) in documents() {
        modules.extend(["pub mod ", &module, ";\n"]);
        for (path, code) in generate(&module).files() {
            let path = match path {
                "lib.rs" => generated.join(format!("{module}.rs")),
                path => generated.join(&module).join(path),
            };
            if is_updated {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
            }
            expect_file![&path].assert_eq(code);
            paths.insert(path);
        }
    }
    expect_file![generated.join("lib.rs")].assert_eq(&modules);
    for path in files(&generated) {
        if !paths.contains(&path) {
            assert!(is_updated, "{} is not generated", path.display());
            fs::remove_file(path).unwrap();
        }
    }
}

/// The files in a folder and its folders.
fn files(folder: &Path) -> BTreeSet<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { BTreeSet::from([path]) }).collect()
}
