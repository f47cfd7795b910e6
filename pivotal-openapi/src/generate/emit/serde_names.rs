//! Renaming rules of serde, which save an attribute for each name.

/// Changes the name of a variant.
type Rule = fn(&str) -> String;

/// The rules, and how they change the name of a variant.
const RULES: [(&str, Rule); 6] = [
    ("lowercase", |name| name.to_ascii_lowercase()),
    ("snake_case", |name| words(name, '_')),
    ("kebab-case", |name| words(name, '-')),
    ("camelCase", |name| name.get(..1).unwrap_or_default().to_ascii_lowercase() + name.get(1..).unwrap_or_default()),
    ("UPPERCASE", |name| name.to_ascii_uppercase()),
    ("SCREAMING_SNAKE_CASE", |name| words(name, '_').to_ascii_uppercase()),
];

/// Writes a name in lower case with separated words, as serde does.
fn words(name: &str, separator: char) -> String {
    let mut words = String::new();
    for (index, c) in name.char_indices() {
        if index > 0 && c.is_ascii_uppercase() {
            words.push(separator);
        }
        words.push(c.to_ascii_lowercase());
    }
    words
}

/// Returns the rule that changes most of the names of variants to their values.
pub(super) fn variant_rule(names: &[(String, String)]) -> Option<&'static str> {
    let count = |rule: Rule| names.iter().filter(|(name, value)| rule(name) == *value).count();
    let unchanged = names.iter().filter(|(name, value)| name == value).count();
    let (rule, matching) =
        RULES.iter().map(|(rule, change)| (*rule, count(*change))).rev().max_by_key(|(_, count)| *count)?;
    (matching > unchanged && matching > 1).then_some(rule)
}

/// Returns whether a variant needs an attribute.
pub(super) fn differs(rule: Option<&str>, name: &str, value: &str) -> bool {
    let change = RULES.iter().find(|(own, _)| Some(*own) == rule).map(|(_, change)| *change);
    change.map_or_else(|| name.to_owned(), |change| change(name)) != value
}

/// Changes the name of a field to `camelCase`, as serde does.
fn camel(name: &str) -> String {
    let mut camel = String::new();
    let mut is_start = false;
    for c in name.chars() {
        match c {
            '_' => is_start = true,
            c if is_start => {
                camel.push(c.to_ascii_uppercase());
                is_start = false;
            }
            c => camel.push(c),
        }
    }
    camel
}

/// Returns whether most fields have names in `camelCase`.
pub(super) fn is_camel(names: &[(String, String)]) -> bool {
    let matching = names.iter().filter(|(name, value)| name != value && camel(plain(name)) == *value).count();
    let unchanged = names.iter().filter(|(name, value)| plain(name) == value && camel(plain(name)) != *value).count();
    matching > 1 && matching > unchanged
}

/// Returns whether a field needs an attribute.
pub(super) fn field_differs(is_camel: bool, name: &str, value: &str) -> bool {
    if is_camel { camel(plain(name)) != value } else { plain(name) != value }
}

fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
