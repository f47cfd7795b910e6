//! The words of docs: they open with a verb or a noun, and use the words of the field.

use std::path::Path;

use super::{files, root, split};

/// Docs that open with one of these describe an item by a question.
const QUESTIONS: [&str; 11] =
    ["What", "Who", "Whose", "How", "Where", "When", "Which", "Why", "Whether", "From", "Whoever"];

/// Words and phrases that the field does not use.
const REJECTED: [&str; 14] = [
    "answer",
    "answers",
    "answered",
    "told",
    "tells",
    "mend",
    "mends",
    "stands for",
    "once more",
    "who calls",
    "clear text",
    "broke off",
    "asked for",
    "what came to",
];

/// Docs in Rust: an unbroken sequence of `///` or `//!`. Or a file of Markdown.
struct Docs {
    place: String,
    text: String,
    is_of_item: bool,
}

/// Returns the descriptions and comments of a manifest.
fn of_manifest(file: &str, source: &str) -> Vec<Docs> {
    let lines = (1..).zip(source.lines());
    let texts = lines.filter_map(|(number, line)| {
        let text = line.strip_prefix("description = ").or_else(|| line.trim_start().strip_prefix('#'))?;
        Some(Docs { place: format!("{file}:{number}"), text: text.to_owned(), is_of_item: false })
    });
    texts.collect()
}

/// Returns the docs of a Rust file.
fn of_rust(file: &str, source: &str) -> Vec<Docs> {
    let mut docs: Vec<Docs> = Vec::new();
    let mut is_continued = false;
    for (number, line) in (1..).zip(source.lines()) {
        let line = line.trim_start();
        let attribute = || line.strip_prefix("#[doc = \"").or_else(|| line.strip_prefix("#![doc = \""));
        let text = ["///", "//!", "/**", "/*!"].iter().find_map(|start| line.strip_prefix(start)).or_else(attribute);
        match (text, is_continued) {
            (Some(text), true) => {
                let docs = docs.last_mut().unwrap();
                docs.text.push('\n');
                docs.text.push_str(text);
            }
            (Some(text), false) => {
                docs.push(Docs { place: format!("{file}:{number}"), text: text.to_owned(), is_of_item: true });
            }
            (None, _) => {}
        }
        is_continued = text.is_some();
    }
    docs
}

/// Returns all docs of the repository, without recorded output and the declarations that somebody else wrote.
fn all() -> Vec<Docs> {
    const RECORDED: [&str; 4] = ["tests/declarations", "tests/fixes", "tests/generated", "tests/documents"];

    let mut docs = Vec::new();
    for path in files(root(), &["rs", "md", "toml"]) {
        let file = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if RECORDED.iter().any(|folder| file.contains(folder)) || Path::new(&file).starts_with("tests/docs/language.rs")
        {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("md") => docs.push(Docs { place: file, text: source, is_of_item: false }),
            Some("toml") => docs.extend(of_manifest(&file, &source)),
            _ => docs.extend(of_rust(&file, &source)),
        }
    }
    docs
}

/// Returns the word that opens the docs if it is a question word.
fn question(docs: &str) -> Option<&'static str> {
    let first = docs.split_whitespace().next()?.trim_end_matches([',', '\'', ':']);
    QUESTIONS.into_iter().find(|word| *word == first)
}

/// Returns the rejected words of a text, in lower case. Code is no text.
fn rejected(docs: &str) -> Vec<&'static str> {
    let (text, _) = split(docs);
    // A backtick without a partner hides nothing beyond its paragraph.
    let prose = |paragraph: &str| paragraph.split('`').step_by(2).collect::<Vec<_>>().join("` `");
    let prose: String = text.split("\n\n").map(prose).collect::<Vec<_>>().join("\n\n");
    let words: Vec<String> = prose
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '_')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let text = format!(" {} ", words.join(" "));
    REJECTED.into_iter().filter(|word| text.contains(&format!(" {word} "))).collect()
}

#[test]
fn docs_open_with_a_verb_or_a_noun() {
    let docs = all();
    let items: Vec<&Docs> = docs.iter().filter(|docs| docs.is_of_item && !docs.text.trim().is_empty()).collect();
    let questions: Vec<_> = items.iter().filter_map(|docs| Some((&docs.place, question(&docs.text)?))).collect();
    println!("{} of {} docs open with a question word; fewer than 3 % may", questions.len(), items.len());
    for (place, word) in &questions {
        println!("{place}: {word}");
    }
    assert!(items.len() > 5000, "files are missing");
    assert!(100 * questions.len() < 3 * items.len());
}

#[test]
fn docs_use_the_words_of_the_field() {
    let docs = all();
    let found: Vec<String> = docs
        .iter()
        .flat_map(|docs| rejected(&docs.text).into_iter().map(move |word| format!("{}: {word}", docs.place)))
        .collect();
    println!("{} rejected words in {} docs", found.len(), docs.len());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn rejected_words_are_found_in_prose_only() {
    let cases: [(&str, &[&str]); 7] = [
        (" Returns the answer.", &["answer"]),
        (" Sends the request once\n more.", &["once more"]),
        (" Returns `answer`.", &[]),
        (" A single ` mark.\n\nReturns the answer.", &["answer"]),
        (" Returns it.\n ```\n let answer = 42;\n ```\n What it Tells.", &["tells"]),
        (" An unanswered call, and a mended one.", &[]),
        (" Asked for, what came\nto", &["asked for", "what came to"]),
    ];
    for (docs, expected) in cases {
        assert_eq!(rejected(docs), expected, "{docs}");
    }
}

#[test]
fn question_words_are_found_at_the_start_only() {
    let cases = [
        (" What is sent.", Some("What")),
        (" From the server.", Some("From")),
        (" Whatever", None),
        (" Returns what is sent.", None),
    ];
    for (docs, expected) in cases {
        assert_eq!(question(docs), expected, "{docs}");
    }
    let source = "/// What is sent.\n/// How it is sent.\nfn send() {}\n    //! Who sends it.\n";
    let found: Vec<_> = of_rust("a.rs", source).iter().map(|docs| question(&docs.text)).collect();
    assert_eq!(found, [Some("What"), Some("Who")]);
    let source = "#[doc = \"What is sent.\"]\nfn send() {}\n/*! Who sends it. */\n";
    let found: Vec<_> = of_rust("a.rs", source).iter().map(|docs| question(&docs.text)).collect();
    assert_eq!(found, [Some("What"), Some("Who")]);
    assert_eq!(of_manifest("Cargo.toml", "description = \"The answer\"\n# Told.\nname = \"a\"").len(), 2);
}
