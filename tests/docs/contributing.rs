//! CONTRIBUTING.md is short, and its map is that of the repository.

use super::{read, root, split};

#[test]
fn map_names_folders_that_exist() {
    let text = read("CONTRIBUTING.md");
    assert!(text.lines().count() < 60);

    let (_, blocks) = split(&text);
    let mut top = "";
    let mut count = 0;
    for line in blocks[0].code.lines() {
        // `  request/ response/    build requests`
        let names = line.trim_start().split("  ").next().unwrap();
        let is_nested = line.starts_with(' ');
        for name in names.split(' ') {
            let folder = if is_nested { root().join(top).join(name) } else { root().join(name) };
            assert!(folder.exists(), "{name} in {top:?}");
            count += 1;
        }
        if !is_nested {
            top = names.split(' ').next().unwrap();
        }
    }
    assert!(count > 20);
}
