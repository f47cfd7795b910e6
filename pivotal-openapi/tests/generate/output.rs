//! Files that are written, and compared.

use std::fs;
use std::path::{Path, PathBuf};

use crate::documents::generate;

/// An empty folder for a test.
pub(crate) fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("output").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn second_run_changes_nothing() {
    let folder = empty_folder("second").join("src");
    generate("unions").write(&folder).unwrap();
    let time = || fs::metadata(folder.join("unions.rs")).unwrap().modified().unwrap();
    let written = time();
    assert_eq!(generate("unions").differences(&folder).unwrap(), []);
    generate("unions").write(&folder).unwrap();
    assert_eq!(time(), written);
}

#[test]
fn root_of_a_module_is_beside_its_folder() {
    let folder = empty_folder("module");
    generate("unions").write(folder.join("shapes")).unwrap();
    assert!(folder.join("shapes.rs").exists() && folder.join("shapes/unions.rs").exists());
    assert!(!folder.join("shapes/lib.rs").exists());
    assert_eq!(generate("unions").differences(folder.join("shapes")).unwrap(), []);
}

#[test]
fn difference_has_its_line() {
    let folder = empty_folder("difference").join("src");
    let generated = generate("unions");
    generated.write(&folder).unwrap();
    let path = folder.join("unions.rs");
    let code = fs::read_to_string(&path).unwrap();
    fs::write(&path, code.replacen("pub side: f64", "pub side: f32", 1)).unwrap();
    fs::remove_file(folder.join("api.rs")).unwrap();
    let line = code.lines().position(|line| line.contains("pub side: f64")).unwrap() + 1;
    let differences: Vec<String> = generated.differences(&folder).unwrap().iter().map(ToString::to_string).collect();
    let shown = |file: &str| folder.join(file).display().to_string();
    let expected =
        [format!("{} is missing", shown("api.rs")), format!("{}:{line} differs from the document", shown("unions.rs"))];
    assert_eq!(differences, expected);
}
