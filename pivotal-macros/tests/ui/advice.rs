//! Applies the suggested fixes to the letter. The resulting declarations are recorded in `advice_for_methods.rs` and
//! `advice_for_traits.rs` of `tests/ui/pass`, which are built with the other cases. Read there whether they send what the author
//! meant.

use std::env;
use std::fs;

use super::cases::{cases, message};

const HEADER: &str = "\
// Cases of `tests/ui/fail` after the suggested fix. Recorded by `TRYBUILD=overwrite cargo test --test ui`.
#[derive(serde::Deserialize)]
pub struct Customer {}

";

const START_OF_TRAIT: &str = "\
use pivotal_runtime::{Error, Events, Transport, endpoint};

static GITHUB: pivotal_runtime::Api = pivotal_runtime::Api::new();

pub trait Api: Transport {
";

const END_OF_TRAIT: &str = "}

impl<T: Transport> Api for T {}
";

const IMPORTS_OF_TRAITS: &str = "\
use pivotal_runtime::{BlockingTransport, Error, Transport, endpoints};

";

/// The folders of cases whose messages suggest code for a method.
const METHODS: [&str; 19] = [
    "api",
    "auth",
    "body",
    "cases",
    "error_type",
    "form",
    "header",
    "http_method",
    "idempotent",
    "key",
    "parameter",
    "placeholder",
    "query",
    "style",
    "success",
    "template",
    "timeout",
    "until",
    "url",
];

/// The folders of cases whose messages suggest code for a trait.
const TRAITS: [&str; 3] = ["common_path", "defaults", "endpoints"];

/// The placeholders for the user's own words in messages.
const EXAMPLES: [&str; 9] = ["Type", "Name", "VALUE", "NAME", "parameter", "operation-id", "::path", "key=", "<name>"];

/// The keys of values with a name.
const NAMED: [&str; 2] = ["header(", "form("];

/// The types that can be written without an import.
const TYPES: [&str; 6] = ["&str", "u8", "u32", "u64", "&[u32]", "&[[&str; 2]]"];

#[test]
fn suggested_fixes_are_recorded() {
    let (mut methods, mut traits) = (Vec::new(), Vec::new());
    for case in cases() {
        let ([error], Some((folder, _))) = (case.errors.as_slice(), case.name.split_once('/')) else { continue };
        let (message, name) = (message(error), case.name.replace('/', "_"));
        if TRAITS.contains(&folder) {
            let Some(fixed) = fixed_trait(&case.source, &case.recorded, message) else { continue };
            let fixed = fixed.replace("pub trait Api", &format!("pub trait {}", camel_case(&name)));
            traits.push(format!("// {}\n{fixed}", case.name));
        } else if METHODS.contains(&folder) {
            let Some(fixed) = fixed_method(&case.source, &case.recorded, message) else { continue };
            let fixed = fixed.replace("async fn customer(", &format!("async fn {name}("));
            methods.push(format!("    // {}\n{fixed}", case.name));
        }
    }
    assert!(methods.len() >= 40 && traits.len() >= 20, "{} fixes, and {} of traits", methods.len(), traits.len());
    check_recorded("advice_for_methods", &format!("{START_OF_TRAIT}{}\n{END_OF_TRAIT}", methods.join("\n")));
    check_recorded("advice_for_traits", &format!("{IMPORTS_OF_TRAITS}{}", traits.join("\n")));
}

/// Compares declarations with those in a file of `tests/ui/pass`, or records them.
fn check_recorded(name: &str, declarations: &str) {
    let declarations = format!("{HEADER}{declarations}\nfn main() {{}}\n");
    let path = format!("tests/ui/pass/{name}.rs");
    if env::var_os("TRYBUILD").is_some_and(|value| value == "overwrite") {
        fs::write(&path, &declarations).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), declarations, "record with `TRYBUILD=overwrite`");
}

/// The attribute and the signature after the fix, or `None` if the message points elsewhere or suggests no code.
fn fixed_method(source: &str, recorded: &str, message: &str) -> Option<String> {
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

/// The trait after the fix, or `None` if the message suggests no code.
fn fixed_trait(source: &str, recorded: &str, message: &str) -> Option<String> {
    if !source.contains("Customer {}") || EXAMPLES_OF_TRAITS.iter().any(|example| message.contains(example)) {
        return None;
    }
    let (_, declared) = source.split_once("#[endpoints(")?;
    let (declared, _) = declared.split_once("\n}\n")?;
    let declared = format!("#[endpoints({declared}\n}}\n");
    let (line, marked) = marked(recorded)?;
    let attribute = line.trim().strip_suffix(")]").and_then(|start| start.split_once('('));
    let fixed = if let Some((attribute, written)) = attribute {
        let pairs = apply(message, marked, written.split(", ").map(str::to_owned).collect())?;
        let indent = line.strip_suffix(line.trim_start())?;
        format!("{indent}{attribute}({})]", pairs.join(", "))
    } else {
        let (_, fix) = message.split_once("; ")?;
        line.replace(quoted(fix, "for ")?, quoted(fix, "write ")?)
    };
    declared.contains(line).then(|| declared.replace(line, &fixed))
}

/// Suggestions about a trait that are not for the code at which the message points.
const EXAMPLES_OF_TRAITS: [&str; 8] =
    ["::path", "DynTransport", "pass the complete value", "`name`", "<name>", "VALUE", "NAME", "and remove it here"];

/// The line that an error points at, and the part of it that is marked.
fn marked(recorded: &str) -> Option<(&str, &str)> {
    let mut shown = recorded
        .lines()
        .skip_while(|line| !line.starts_with(|c: char| c.is_ascii_digit() || c == ' ') || line.contains("-->"));
    let (line, carets) = (shown.find(|line| line.contains(" | "))?, shown.next()?);
    let (start, end) = (carets.find('^')?, carets.rfind('^')?);
    let (_, code) = line.split_once(" | ")?;
    Some((code, line.get(start..=end)?))
}

/// Returns `EndpointsKeyPath` for `endpoints_key_path`.
fn camel_case(name: &str) -> String {
    let capitalized = |word: &str| word.chars().next().map(|first| first.to_ascii_uppercase().to_string() + &word[1..]);
    name.split('_').filter_map(capitalized).collect()
}

/// The arguments of the attribute after the fix.
fn apply(message: &str, marked: &str, mut pairs: Vec<String>) -> Option<Vec<String>> {
    let (wrong, fix) = message.split_once("; ")?;
    let at = pairs.iter().rposition(|pair| pair.contains(marked));
    if let Some((written, removed)) = fix.split_once(", and remove `") {
        // The first part is for the template.
        let new = quoted(written, "write ").filter(|new| new.starts_with('"'))?;
        new.clone_into(pairs.get_mut(1)?);
        let key = removed.trim_end_matches('`');
        pairs.retain(|pair| !pair.starts_with(key));
        return Some(pairs);
    }
    if let Some(removed) = quoted(fix, "remove ") {
        let before = pairs.len();
        pairs.retain(|pair| pair != removed && !pair.starts_with(&format!("{removed} ")));
        return (pairs.len() < before).then_some(pairs);
    }
    let new = quoted(fix, "write ").filter(|new| !EXAMPLES.iter().any(|example| new.contains(example)))?;
    let joined = pairs.join(", ");
    let pair = pairs.get_mut(at?)?;
    if NAMED.iter().any(|key| new.starts_with(key)) && new.contains(" = ") {
        new.clone_into(pair);
        return Some(pairs);
    }
    // "write `new` for `old`", or a message that names `old`, or points at it.
    let after = fix.split_once(&format!("`{new}` ")).map_or("", |(_, after)| after);
    let old = quoted(after, "for ").or_else(|| quoted(after, "for the first "));
    let named = quoted(wrong, "").filter(|named| marked.contains(named) && !new.starts_with('"'));
    let old = old.or(named).unwrap_or(marked);
    if old.contains(", ") {
        // Several arguments.
        return Some(joined.replace(old, new).split(", ").map(str::to_owned).collect());
    }
    let is_part_of_template = marked.starts_with("\"/") && !new.contains('"');
    *pair = pair.replace(old, new);
    (old != marked || !is_part_of_template).then_some(pairs)
}

/// The text between two backticks, after this.
fn quoted<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let (_, quoted) = text.split_once(&format!("{before}`"))?;
    quoted.split_once('`').map(|(quoted, _)| quoted)
}

/// The parameters after the fix. The next messages would suggest it: a parameter that is not sent is removed, and a
/// missing one is added.
fn named(pairs: &[String], parameters: &[(&str, &str)]) -> String {
    let is_sent = |name: &str| {
        let placeholders = [format!("<{name}>"), format!("<{name}..>"), format!("<{name}:")];
        let value = format!("= {name}");
        pairs.iter().any(|pair| placeholders.iter().any(|it| pair.contains(it)) || pair.ends_with(&value))
    };
    let mut sent: Vec<_> =
        parameters.iter().copied().filter(|(name, _)| is_sent(name.trim_start_matches("r#"))).collect();
    let named = pairs.iter().filter(|pair| NAMED.iter().any(|key| pair.starts_with(key)));
    let named = named.filter_map(|pair| pair.split_once(" = ")).map(|(_, name)| name);
    let named = named.filter(|name| !name.starts_with('"'));
    let template = pairs.get(1).map_or("", String::as_str);
    let in_template = template.split('<').skip(1).filter_map(|from_name| from_name.split(['.', ':', '>']).next());
    for name in named.chain(in_template) {
        if !sent.iter().any(|(sent, _)| sent.trim_start_matches("r#") == name) {
            sent.push((name, "&str"));
        }
    }
    sent.iter().fold(String::new(), |all, (name, ty)| all + ", " + name + ": " + ty)
}
