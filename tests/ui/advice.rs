//! The fixes that messages suggest, applied to the letter. The declarations that come out are recorded in
//! `tests/ui/pass/advice.rs`, which is built with the other cases: read there whether they send what was meant.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const HEADER: &str = "\
// Cases of `ui/fail` after the suggested fix. Recorded by `TRYBUILD=overwrite cargo test --test ui`.
use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

static GITHUB: pivotal_runtime::Api = pivotal_runtime::Api::new();

pub trait Api: Transport {
";

const FOOTER: &str = "}

impl<T: Transport> Api for T {}

fn main() {}
";

/// The cases whose messages suggest code for a template or a key.
const GROUPS: [&str; 9] =
    ["api-", "auth-", "body-", "header-", "key-", "placeholder-", "query-", "success-", "template-"];

/// What a message writes where the author has a word of their own.
const EXAMPLES: [&str; 9] = ["Type", "Name", "VALUE", "NAME", "parameter", "operation-id", "::path", "key=", "<name>"];

/// The types that can be written without an import.
const TYPES: [&str; 4] = ["&str", "u8", "u32", "u64"];

#[test]
fn suggested_fixes_are_recorded() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut declarations = String::from(HEADER);
    let mut count = 0;
    for case in super::cases() {
        let name = case.name;
        let [error] = case.errors.as_slice() else { continue };
        if !GROUPS.iter().any(|group| name.starts_with(group)) {
            continue;
        }
        let source = fs::read_to_string(tests.join(format!("fail/{name}.rs"))).unwrap();
        let recorded = fs::read_to_string(tests.join(format!("fail/{name}.stderr"))).unwrap();
        let Some(fixed) = fixed(&source, &recorded, super::message(error)) else { continue };
        let method = name.replace('-', "_");
        let fixed = fixed.replace("async fn customer(", &format!("async fn {method}("));
        writeln!(declarations, "    // {name}\n{fixed}").unwrap();
        count += 1;
    }
    assert!(count >= 40, "{count} fixes");
    declarations += FOOTER;
    let path = tests.join("pass/advice.rs");
    if env::var_os("TRYBUILD").is_some_and(|value| value == "overwrite") {
        fs::write(&path, &declarations).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), declarations, "record with `TRYBUILD=overwrite`");
}

/// The attribute and the signature after the fix; `None` if the message points elsewhere or suggests no code.
fn fixed(source: &str, recorded: &str, message: &str) -> Option<String> {
    let mut lines = source.lines().skip_while(|line| !line.trim().starts_with("#[endpoint("));
    let (attribute, signature) = (lines.next()?, lines.next()?);
    let written = attribute.trim().strip_prefix("#[endpoint(")?.strip_suffix(")]")?;
    // `7 |     #[endpoint(GET, ...)]` and `  |                ^^^`
    let mut shown = recorded.lines().skip_while(|line| !line.ends_with(attribute));
    let (line, carets) = (shown.next()?, shown.next()?);
    let (start, end) = (carets.find('^')?, carets.rfind('^')?);
    let marked: String = line.chars().skip(start).take(end + 1 - start).collect();

    let pairs = apply(message, &marked, written.split(", ").map(str::to_owned).collect())?;
    let (before, parameters) = signature.split_once("(&self")?;
    let (parameters, output) = parameters.split_once(") -> ")?;
    let parameters: Vec<(&str, &str)> =
        parameters.split(", ").skip(1).map(|parameter| parameter.split_once(": ")).collect::<Option<_>>()?;
    if !parameters.iter().all(|(_, ty)| TYPES.contains(ty)) {
        return None;
    }
    let parameters = named(&pairs, &parameters);
    Some(format!("    #[endpoint({})]\n{before}(&self{parameters}) -> {output}", pairs.join(", ")))
}

/// The arguments of the attribute after the fix.
fn apply(message: &str, marked: &str, mut pairs: Vec<String>) -> Option<Vec<String>> {
    let (wrong, fix) = message.split_once("; ")?;
    let at = pairs.iter().rposition(|pair| pair.contains(marked));
    if let Some(removed) = quoted(fix, "remove ") {
        let before = pairs.len();
        pairs.retain(|pair| pair != removed && !pair.starts_with(&format!("{removed} ")));
        return (pairs.len() < before).then_some(pairs);
    }
    let new = quoted(fix, "write ").filter(|new| !EXAMPLES.iter().any(|example| new.contains(example)))?;
    let pair = pairs.get_mut(at?)?;
    if new.starts_with("header(") {
        new.clone_into(pair);
        return Some(pairs);
    }
    // "write `new` for `old`", or a message that names `old`, or points at it.
    let after = fix.split_once(&format!("`{new}` ")).map_or("", |(_, after)| after);
    let old = quoted(after, "for ").or_else(|| quoted(after, "for the first "));
    let named = quoted(wrong, "").filter(|named| marked.contains(named) && !new.starts_with('"'));
    let old = old.or(named).unwrap_or(marked);
    let is_part_of_template = marked.starts_with("\"/") && !new.contains('"');
    *pair = pair.replace(old, new);
    (old != marked || !is_part_of_template).then_some(pairs)
}

/// What is between two backticks, after this.
fn quoted<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let (_, quoted) = text.split_once(&format!("{before}`"))?;
    quoted.split_once('`').map(|(quoted, _)| quoted)
}

/// The parameters that are sent. The messages that follow a fix lead there: one that is sent nowhere is removed, one that
/// is missing is added.
fn named(pairs: &[String], parameters: &[(&str, &str)]) -> String {
    let is_sent = |name: &str| {
        let placeholders = [format!("<{name}>"), format!("<{name}..>")];
        let value = format!("= {name}");
        pairs.iter().any(|pair| placeholders.iter().any(|it| pair.contains(it)) || pair.ends_with(&value))
    };
    let mut sent: Vec<_> =
        parameters.iter().copied().filter(|(name, _)| is_sent(name.trim_start_matches("r#"))).collect();
    let in_headers = pairs.iter().filter(|pair| pair.starts_with("header(")).filter_map(|pair| pair.split_once(" = "));
    let in_headers = in_headers.map(|(_, name)| name).filter(|name| !name.starts_with('"'));
    let template = pairs.get(1).map_or("", String::as_str);
    let in_template = template.split('<').skip(1).filter_map(|from_name| from_name.split(['.', '>']).next());
    for name in in_headers.chain(in_template) {
        if !sent.iter().any(|(sent, _)| sent.trim_start_matches("r#") == name) {
            sent.push((name, "&str"));
        }
    }
    sent.iter().fold(String::new(), |all, (name, ty)| all + ", " + name + ": " + ty)
}
