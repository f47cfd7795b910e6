//! Checks the table in `README.md` against the tests.

use std::fs;
use std::path::Path;

/// The number of rows of the fault matrix, which are 1 to 122 without 91, and 94a and 94b.
const ROWS: usize = 123;

#[test]
fn each_row_has_tests_that_exist() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let table = fs::read_to_string(folder.join("README.md")).unwrap();
    let (tests, _) = table.split_once("# Rows decided against").unwrap();
    let mut rows = Vec::new();
    for line in tests.lines().filter(|line| line.contains('`') && line.starts_with("| ")) {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        rows.push(cells[1]);
        for test in cells[3].split(", ").map(|test| test.trim_matches('`')) {
            let (module, name) = test.rsplit_once("::").unwrap();
            // A test of the wire is listed with its suite.
            let file = match module.strip_prefix("wire::") {
                Some(module) => folder.join("../wire").join(module.replace("::", "/")),
                None => folder.join(module.replace("::", "/")),
            };
            let file = file.with_extension("rs");
            let source = fs::read_to_string(&file).unwrap();
            assert!(source.contains(&format!("fn {name}(")), "row {} lists `{test}`, which is missing", cells[1]);
        }
    }
    let expected = (1..=122).filter(|row| *row != 91).map(|row| row.to_string());
    let mut expected: Vec<_> = expected.chain(["94a".to_owned(), "94b".to_owned()]).collect();
    assert_eq!(expected.len(), ROWS);
    rows.sort_unstable();
    expected.sort_unstable();
    assert_eq!(rows, expected);
}
