//! The command `check` of the program.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::fs;
use std::path::Path;
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check");

/// Runs the program in the folder of the document, and returns its exit code and its output.
fn run(arguments: &[&str]) -> (i32, String) {
    let program = env!("CARGO_BIN_EXE_pivotal-openapi");
    let output = Command::new(program).arg("check").args(arguments).current_dir(FOLDER).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(text).unwrap())
}

#[test]
fn agreement_exits_with_0() {
    assert_eq!(run(&["notes.json", "notes.rs"]), (0, "0 disagreements\n".to_owned()));
}

#[test]
fn disagreement_exits_with_1() {
    let document =
        fs::read_to_string(Path::new(FOLDER).join("notes.json")).unwrap().replace("\"lang\"", "\"language\"");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check_program");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("notes.json");
    fs::write(&path, document).unwrap();
    let path = path.to_str().unwrap();

    let (code, text) = run(&[path, "notes.rs"]);
    let start = "parameter #/paths/~1notes~1{noteId}/get/parameters/0: `getNote` (GET /notes/<id>) at notes.rs:";
    assert!(text.starts_with(start), "{text}");
    assert!(text.ends_with("`lang` is sent, and the document has the name `language`\n1 disagreement\n"), "{text}");
    assert_eq!(code, 1);

    let known = folder.join("known.txt");
    fs::write(&known, text.lines().next().unwrap()).unwrap();
    assert_eq!(run(&[path, "notes.rs", "--known", known.to_str().unwrap()]).0, 0);
}

#[test]
fn missing_file_exits_with_2() {
    let (code, text) = run(&["nothing.json", "notes.rs"]);
    assert!(code == 2 && text.starts_with("error: nothing.json: "), "{code} {text}");
}

#[test]
fn folders_are_searched_for_sources() {
    // The suite declares no other operations, and `forms.rs` those of another document.
    let (code, text) = run(&["notes.json", "."]);
    let start = "operation #/paths: `create_pet` (POST /pets) at ./forms.rs:";
    assert!(code == 1 && text.starts_with(start) && text.ends_with("\n1 disagreement\n"), "{code} {text}");
}
