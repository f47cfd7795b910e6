//! The guide has the same form in each chapter.

use super::{files, read, root, split};

const FOLDER: &str = "pivotal-runtime/src/guide";

/// The number of lines of a chapter outside of its recipes: two screens.
const MAX_LINES: usize = 100;

/// Returns the names of the chapters in the order of the table of contents.
fn chapters() -> Vec<String> {
    let contents = read(format!("{FOLDER}/README.md"));
    let title = |line: &str| Some(line.strip_prefix("| [")?.split_once(']')?.0.to_owned());
    let link = |title: String| {
        let definition =
            contents.lines().find_map(|line| line.strip_prefix(&format!("[{title}]: "))?.strip_suffix(".md"));
        definition.unwrap_or_else(|| panic!("{title} is not linked")).to_owned()
    };
    contents.lines().filter_map(title).map(link).collect()
}

#[test]
fn table_of_contents_lists_every_chapter() {
    let modules = read("pivotal-runtime/src/guide.rs");
    let modules: Vec<_> =
        modules.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(" {}")).collect();
    assert_eq!(chapters(), modules);
    assert_eq!(modules.len(), 19);
    assert_eq!(files(&root().join(FOLDER), &["md"]).len(), modules.len() + 1, "a chapter is not a module");
}

#[test]
fn each_chapter_has_a_program_that_runs_and_facts() {
    for chapter in chapters() {
        let text = read(format!("{FOLDER}/{chapter}.md"));
        let (prose, blocks) = split(&text);
        // Without further words, it compiles and runs.
        assert_eq!(blocks[0].label, "rust", "{chapter}");
        assert!(blocks[0].code.contains("assert"), "{chapter} asserts nothing");
        assert!(blocks.iter().all(|block| block.label == "rust" || !block.label.contains("rust")), "{chapter}");
        assert!(prose.contains("\n# Facts\n"), "{chapter} has no facts");

        let (head, _) = text.split_once("# Recipes").unwrap_or((&text, ""));
        let lines = head.lines().filter(|line| *line != "#" && !line.starts_with("# ")).count();
        assert!(lines <= MAX_LINES, "{chapter} has {lines} lines");
    }
}

#[test]
fn guide_has_thirty_recipes() {
    let recipes = |chapter: String| {
        let text = read(format!("{FOLDER}/{chapter}.md"));
        let recipes = text.split_once("# Recipes").map_or(0, |(_, recipes)| recipes.matches("\n## How do I ").count());
        println!("{chapter}: {recipes} recipes");
        recipes
    };
    let total: usize = chapters().into_iter().map(recipes).sum();
    println!("{total} recipes");
    assert!(total >= 30);
}

/// Each example says in its docs and at its end how to go on, and the last one leads to the guide.
#[test]
fn examples_form_a_chain_to_the_guide() {
    const ORDER: [&str; 7] =
        ["github", "own_endpoints", "quickstart", "test_kit", "traces", "tower_layer", "export_customers"];

    let next = ORDER.iter().skip(1).map(|name| format!("--example {name}"));
    let next = next.chain(["cargo doc --open --no-deps --all-features --package pivotal-runtime".to_owned()]);
    for (name, next) in ORDER.iter().zip(next) {
        let source = read(format!("examples/{name}.rs"));
        let (docs, code) = source.split_once("\n\n").unwrap();
        assert!(docs.contains(&format!("cargo run -p examples --example {name}")), "{name} has no command");
        let (_, printed) = code.rsplit_once("next: cargo").unwrap_or_else(|| panic!("{name} prints no next command"));
        assert!(format!("cargo{printed}").contains(&next), "{name}: {printed}");
    }
}
