//! Compile errors of declarations. `fail` has one mistake a file, in a folder for its subject, with the recorded error.
//! `pass` has declarations that compile.
//!
//! `TRYBUILD=overwrite cargo test --test ui` records the errors again. With `-- declarations trybuild=PART`, it records
//! only those of files whose path contains that part.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod cases;
mod catalogue;

use self::cases::{Case, cases, folders};

/// A test of its own, since trybuild checks all files in one run of Cargo if none of them is built.
#[test]
fn invalid_declarations_are_rejected() {
    let tests = trybuild::TestCases::new();
    for folder in folders() {
        tests.compile_fail(folder.join("*.rs"));
    }
    // These declarations have two mistakes, of which the suggested fix removes one.
    tests.compile_fail("tests/fixes/next/*.rs");
    // Only the compiler can reject these.
    tests.compile_fail("tests/declarations/compiler/*.rs");
}

/// Among them are those after the suggested fixes, in `tests/fixes`.
#[test]
fn valid_declarations_compile() {
    let tests = trybuild::TestCases::new();
    tests.pass("tests/ui/pass/*.rs");
    tests.pass("tests/declarations/valid/*.rs");
}

/// `Pages` contains items of a page, so its type is valid for pages only. A format decodes the response. rustc reports that at
/// each use of the type.
const REPEATED: [&str; 3] = ["bound/format", "bound/pages_item", "bound/pages_page"];

#[test]
fn each_mistake_is_one_error() {
    let cases = cases();
    assert!(cases.len() >= 300, "{} cases", cases.len());
    for Case { name, mut errors, .. } in cases {
        if REPEATED.contains(&name.as_str()) {
            errors.dedup();
        }
        let is_expected = if name.starts_with("several/") { errors.len() > 1 } else { errors.len() == 1 };
        assert!(is_expected, "{name}: {errors:#?}");
    }
}
