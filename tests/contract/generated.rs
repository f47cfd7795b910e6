//! The declarations that are generated from the contract are those of `src`, but for the listed differences.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pivotal_openapi::{Document, Generator};

/// Parts of a signature in `src`, and what is generated for them.
const DIFFERENCES: [(&str, &str); 10] = [
    // The contract has texts. An `Id` is also a number, and rejects what is neither.
    ("impl Into<Id>", "&str"),
    // `PageParams` checks the limit, which the contract has as a text, and is one parameter for two.
    ("params: &PageParams", "limit: Option<&str>, cursor: Option<Timestamp>"),
    ("filter: &CustomerFilter", "query: &ListCustomersQuery"),
    ("filter: &OnboardingFilter", "query: &ListOnboardingsQuery"),
    // The contract has a schema for each list, `src` one generic page.
    ("Lists<'_, Customer>", "Pages<'_, CustomerList>"),
    ("Lists<'_, Contact>", "Pages<'_, ContactList>"),
    ("Lists<'_, Onboarding>", "Pages<'_, OnboardingList>"),
    // The client creates the key, since the `Api` names its header. Generated parameters have the order of the request.
    ("customer: &CustomerCreate", "idempotency_key: Option<&str>, body: &CustomerCreate"),
    ("contact: &ContactCreate", "idempotency_key: Option<&str>, body: &ContactCreate"),
    ("onboarding: &OnboardingCreate", "idempotency_key: Option<&str>, body: &OnboardingCreate"),
];

/// A body is named by its purpose in `src`.
const NAME: (&str, &str) = ("changes: ", "body: ");

/// Returns the signature of each method that is an endpoint.
fn signatures(code: &str) -> BTreeMap<String, String> {
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join(" ");
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let code = code.replace("( ", "(").replace(", )", ")");
    let methods = code.split("#[endpoint(").skip(1).map(|method| {
        let signature = method.split_once(")] ").unwrap().1.split_once(';').unwrap().0;
        let name = signature.split_once("fn ").unwrap().1.split_once('(').unwrap().0;
        (name.to_owned(), signature.to_owned())
    });
    methods.collect()
}

/// Returns the text of all files in a folder.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text += &sources(&path);
        } else {
            text += &fs::read_to_string(path).unwrap();
        }
        text.push('\n');
    }
    text
}

#[test]
fn generated_signatures_are_those_of_the_crate() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = Document::load(root.join("tests/data/openapi.json")).unwrap();
    let generated = Generator::new(&document).generate();
    let code: String = generated.files().map(|(_, code)| code).collect::<Vec<_>>().join("\n");
    let own = signatures(&sources(&root.join("src")));
    let expected: BTreeMap<String, String> = own
        .iter()
        .map(|(name, signature)| {
            let changes = DIFFERENCES.iter().chain([&NAME]);
            (name.clone(), changes.fold(signature.clone(), |text, (from, to)| text.replace(from, to)))
        })
        .collect();
    assert_eq!(signatures(&code), expected);
    assert_eq!(expected.len(), 18);
    for (from, _) in DIFFERENCES {
        assert!(own.values().any(|signature| signature.contains(from)), "`{from}` is no difference");
    }
}
