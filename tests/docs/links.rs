//! The links of the pages that rustdoc writes, and of Markdown.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{files, read, root, split};

/// Builds the docs of the workspace alone, as readers do for a crate that is not on docs.rs.
fn pages() -> Vec<PathBuf> {
    let target = target();
    let mut doc = Command::new(env::var("CARGO").unwrap());
    doc.args(["doc", "--offline", "--workspace", "--no-deps", "--all-features", "--target-dir"]).arg(&target);
    let output = doc.current_dir(root()).env("RUSTDOCFLAGS", "-D warnings").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let crates = ["pivotal_api", "pivotal_hyper", "pivotal_macros", "pivotal_openapi", "pivotal_runtime"];
    crates.iter().flat_map(|name| files(&target.join("doc").join(name), &["html"])).collect()
}

#[test]
fn pages_have_no_broken_link() {
    let (pages, exported) = (pages(), exported());
    assert!(pages.len() > 200, "pages are missing");
    assert!(["guide", "testing", "Client", "Pages", "Transport"].iter().all(|name| exported.contains(*name)));
    let mut broken = BTreeSet::new();
    let mut count = 0;
    for page in &pages {
        let html = fs::read_to_string(page).unwrap();
        for target in values(&html, "href=\"") {
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            // Docs of other crates' traits have links without an extension. Scripts of rustdoc contain `${f}`.
            let is_relative = !path.contains([':', '$']) && Path::new(path).extension().is_some();
            if is_relative || (path.is_empty() && !anchor.is_empty()) {
                count += 1;
                let file = if path.is_empty() { page.clone() } else { page.parent().unwrap().join(path) };
                if !is_found(&file, anchor) {
                    broken.insert(format!("{}: {target}", page.display()));
                }
            }
            // A re-exported item keeps a link that its crate resolved in its docs only.
            let name = target.strip_prefix("crate::").and_then(|path| path.split([':', '#']).next());
            if name.is_some_and(|name| exported.contains(name)) {
                broken.insert(format!("{}: {target}", page.display()));
            }
        }
        // A link to an item of a crate whose docs are not built stays as it was written.
        if unresolved(top_docs(&html)) {
            broken.insert(format!("{}: unresolved link", page.display()));
        }
    }
    println!("{count} links of {} pages", pages.len());
    assert!(broken.is_empty(), "{broken:#?}");

    // The request line is a paragraph of its own.
    let customers = pages.iter().find(|page| page.ends_with("pivotal_api/trait.Customers.html")).unwrap();
    let html = fs::read_to_string(customers).unwrap();
    assert!(html.contains("<p><code>DELETE /api/v1/customers/&lt;id&gt;</code></p>"));

    // Links of Markdown to docs.rs are those to pages.
    let target = target();
    for (document, link) in links() {
        if let Some(path) = link.strip_prefix("https://docs.rs/pivotal-").and_then(|rest| rest.split_once("/latest/")) {
            let (path, anchor) = path.1.split_once('#').unwrap_or((path.1, ""));
            let file = target.join("doc").join(path);
            let file = if path.ends_with('/') { file.join("index.html") } else { file };
            assert!(is_found(&file, anchor), "{}: {link}", document.display());
        }
    }
}

/// The names in the root of the runtime. Docs of other crates have links such as `crate::Span`, too.
fn exported() -> BTreeSet<String> {
    let root = read("pivotal-runtime/src/lib.rs");
    let statements =
        root.split("\npub ").skip(1).filter_map(|rest| rest.split([';', '{']).next().map(|start| (rest, start)));
    let names = statements.flat_map(|(rest, start)| match start.strip_prefix("mod ") {
        Some(name) => vec![name.trim().to_owned()],
        None => rest
            .split(';')
            .next()
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .map(str::to_owned)
            .collect(),
    });
    names.filter(|name| !["", "use", "crate"].contains(&name.as_str())).collect()
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

/// Returns whether a page exists and has an anchor.
///
/// Pages that redirect, and those of the source, have none of their own. Anchors such as `method.send` are those of rustdoc, also
/// for methods that it hides.
fn is_found(file: &Path, anchor: &str) -> bool {
    match fs::read_to_string(file) {
        Ok(html) => {
            let is_of_source = file.components().any(|part| part.as_os_str() == "src");
            anchor.is_empty()
                || anchor.contains('.')
                || is_of_source
                || html.contains("http-equiv=\"refresh\"")
                || has_anchor(&html, anchor)
        }
        // A font or an image is no text.
        Err(_) => file.exists(),
    }
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
    let links = links();
    for (document, link) in &links {
        let (path, _) = link.split_once('#').unwrap_or((link, ""));
        let file = document.parent().unwrap().join(path);
        assert!(link.contains("://") || file.exists(), "{}: {link}", document.display());
    }
    assert!(links.len() > 50, "links are missing");
}

/// The links of the Markdown that is read in the repository, and not by rustdoc.
fn links() -> Vec<(PathBuf, String)> {
    let is_read = |path: &PathBuf| {
        let name = path.file_name().unwrap();
        let is_guide = path.parent().unwrap().ends_with("guide");
        !is_guide && ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].iter().any(|read| name == *read)
    };
    let documents = files(root(), &["md"]).into_iter().filter(is_read);
    let links = documents.flat_map(|document| {
        let (text, _) = split(&fs::read_to_string(&document).unwrap());
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        links.map(|link| (document.clone(), link.to_owned())).collect::<Vec<_>>()
    });
    links.collect()
}
