//! The links of the pages that rustdoc writes, and of Markdown.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{READMES, files, read, root, split};

/// Builds the docs of the workspace alone, as readers do for a crate that is not on docs.rs.
fn pages() -> Vec<PathBuf> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut doc = Command::new(env::var("CARGO").unwrap());
    doc.args(["doc", "--offline", "--workspace", "--no-deps", "--all-features", "--target-dir"]).arg(target);
    let output = doc.current_dir(root()).env("RUSTDOCFLAGS", "-D warnings").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let crates = ["pivotal_api", "pivotal_hyper", "pivotal_macros", "pivotal_openapi", "pivotal_runtime"];
    crates.iter().flat_map(|name| files(&target.join("doc").join(name), &["html"])).collect()
}

#[test]
fn pages_have_no_broken_link() {
    let pages = pages();
    assert!(pages.len() > 200, "pages are missing");
    let mut broken = BTreeSet::new();
    let mut count = 0;
    for page in &pages {
        let html = fs::read_to_string(page).unwrap();
        for target in values(&html, "href=\"") {
            let (path, _) = target.split_once('#').unwrap_or((target, ""));
            // Docs of other crates' traits have links without an extension. Scripts of rustdoc contain `${f}`.
            let is_relative = !path.contains([':', '$']) && Path::new(path).extension().is_some();
            count += usize::from(is_relative);
            if is_relative && !page.parent().unwrap().join(path).exists() {
                broken.insert(format!("{}: {target}", page.display()));
            }
            if let Some(anchor) = target.strip_prefix('#')
                && !anchor.is_empty()
                && !has_anchor(&html, anchor)
            {
                broken.insert(format!("{}: #{anchor}", page.display()));
            }
        }
        // A link to an item of a crate whose docs are not built stays as it was written.
        if unresolved(top_docs(&html)) {
            broken.insert(format!("{}: unresolved link", page.display()));
        }
    }
    println!("{count} links of {} pages", pages.len());
    assert!(broken.is_empty(), "{broken:#?}");
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}

fn has_anchor(html: &str, anchor: &str) -> bool {
    html.contains(&format!("id=\"{anchor}\"")) || anchor.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// The docs of the item of a page, without those of its methods, which can be written in another crate.
fn top_docs(html: &str) -> &str {
    let docs = html.split_once("top-doc").map_or("", |(_, docs)| docs);
    docs.split_once("</details>").map_or(docs, |(docs, _)| docs)
}

fn unresolved(html: &str) -> bool {
    let codes = html.split("[<code>").skip(1);
    codes.filter_map(|rest| rest.split_once("</code>")).any(|(code, rest)| !code.contains('<') && rest.starts_with(']'))
}

#[test]
fn unresolved_links_are_found() {
    assert!(unresolved("Returns an [<code>http::Response</code>]."));
    assert!(!unresolved("Returns <a href=\"x\"><code>Response</code></a>."));
    assert!(!unresolved("A list [<code>1</code>, <code>2</code>]."));
    assert!(has_anchor("<h2 id=\"facts\">", "facts"));
    assert!(!has_anchor("<h2 id=\"facts\">", "recipes"));
}

/// Relative links of Markdown are those to files of the repository.
#[test]
fn markdown_has_no_broken_link() {
    let documents = READMES.map(|folder| Path::new(folder).join("README.md"));
    let others = ["CONTRIBUTING.md", "CHANGELOG.md", "benches/README.md", "examples/README.md", "fuzz/README.md"];
    let mut count = 0;
    for document in documents.into_iter().chain(others.map(PathBuf::from)) {
        let (text, _) = split(&read(&document));
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            count += 1;
            let (path, _) = link.split_once('#').unwrap_or((link, ""));
            let page = link.strip_prefix("https://docs.rs/pivotal-runtime/latest/pivotal_runtime/");
            let chapter = page.and_then(|page| page.strip_prefix("guide/")?.strip_suffix('/'));
            let file = match chapter {
                Some(chapter) => root().join("pivotal-runtime/src/guide").join(format!("{chapter}.md")),
                None if link.contains("://") => continue,
                None => root().join(&document).parent().unwrap().join(path),
            };
            assert!(file.exists(), "{}: {link}", document.display());
        }
    }
    assert!(count > 20, "links are missing");
}
