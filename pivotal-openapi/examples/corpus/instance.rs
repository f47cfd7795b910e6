//! Instances of schemas.

use serde_json::{Map, Number, Value, json};

use super::schema::Spec;

/// Optional members of objects that are deeper than this are left out.
const MAX_DEPTH: usize = 5;

/// No object is deeper than this.
const MAX_REQUIRED_DEPTH: usize = 12;

/// Texts that are tried for a pattern.
const CANDIDATES: [&str; 15] = [
    "name",
    "disk-1",
    "80",
    "1.2.3",
    "10.0.0.0/8",
    "fd12:3456::/48",
    "02:00:00:00:00:01",
    "role:name",
    "system.inventory",
    "0123abcd",
    "0123456789abcdef0123456789abcdef01234567",
    "YWJj",
    "top",
    "first",
    "ssh-rsa AAAA",
];

/// The choices of an instance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Choices {
    /// Examples and defaults of the document are used.
    pub(crate) examples: bool,
    /// Members that are not required are present.
    pub(crate) optional: bool,
    /// Members that can be `null` are.
    pub(crate) nulls: bool,
    /// The number of the alternative, of each union and enum.
    pub(crate) alternative: usize,
}

impl Choices {
    pub(crate) const ALL: [Self; 6] = [
        Self { examples: true, optional: true, nulls: false, alternative: 0 },
        Self { examples: false, optional: true, nulls: false, alternative: 0 },
        Self { examples: false, optional: false, nulls: false, alternative: 1 },
        Self { examples: false, optional: true, nulls: true, alternative: 2 },
        Self { examples: false, optional: true, nulls: false, alternative: 3 },
        Self { examples: false, optional: true, nulls: false, alternative: 4 },
    ];
}

/// Makes instances for one direction.
#[derive(Clone, Copy)]
pub(crate) struct Maker<'s> {
    pub(crate) spec: &'s Spec,
    pub(crate) is_request: bool,
    pub(crate) choices: Choices,
}

impl Maker<'_> {
    /// Returns an instance of a schema. `None` if a required part cannot be made.
    pub(crate) fn make(&self, schema: &Value) -> Option<Value> {
        self.at(schema, 0)
    }

    fn at(&self, schema: &Value, depth: usize) -> Option<Value> {
        if depth > MAX_REQUIRED_DEPTH || (schema.get("$ref").is_some() && self.spec.resolve(schema).is_null()) {
            return None;
        }
        let flat = self.spec.flat(schema);
        if self.choices.nulls && depth > 0 && self.is_nullable(schema, &flat) {
            return Some(Value::Null);
        }
        self.flat(&flat, depth)
    }

    /// Returns whether `null` is an instance. Many documents write `nullable` where it has no effect: beside an `enum` without
    /// `null`, or beside an `allOf` with the type. There, `null` is in responses only.
    fn is_nullable(&self, schema: &Value, flat: &Map<String, Value>) -> bool {
        let is_of_type = flat.get("type").and_then(Value::as_array).is_some_and(|kinds| kinds.contains(&json!("null")));
        let values = flat.get("enum").and_then(Value::as_array);
        let is_value = values.is_none_or(|values| values.contains(&Value::Null));
        let own = self.spec.resolve(schema);
        let is_strict = own.get("type").is_some() && is_value;
        is_of_type || (flat.get("nullable") == Some(&Value::Bool(true)) && (is_strict || !self.is_request))
    }

    fn flat(&self, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
        if self.choices.examples {
            let examples = || schema.get("examples")?.as_array()?.first();
            if let Some(example) = schema.get("example").or_else(examples).or_else(|| schema.get("default")) {
                return Some(example.clone());
            }
        }
        let kinds: Vec<&str> = match schema.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if let Some(constant) = schema.get("const") {
            return Some(constant.clone());
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            // An empty text is no value of a parameter, although some documents list it.
            let values: Vec<&Value> = values.iter().filter(|value| !value.is_null() && **value != json!("")).collect();
            return Some(
                values.get(self.choices.alternative % values.len().max(1)).map_or(Value::Null, |v| (*v).clone()),
            );
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(alternatives) = schema.get(key).and_then(Value::as_array)
                && !alternatives.is_empty()
            {
                return self.alternative(schema, key, alternatives, depth);
            }
        }
        let kinds: Vec<&str> = kinds.into_iter().filter(|kind| *kind != "null").collect();
        let kind = kinds.get(self.choices.alternative % kinds.len().max(1)).copied();
        Some(match kind {
            Some("object") => return self.object(schema, depth),
            Some("array") => return self.array(schema, depth),
            Some("string") => Value::String(text(schema, if self.is_request { "text" } else { "word" })?),
            Some("integer") => whole(number(schema)),
            Some("number") => number_value(number(schema)),
            Some("boolean") => Value::Bool(self.choices.alternative.is_multiple_of(2)),
            None if schema.contains_key("properties") || schema.contains_key("additionalProperties") => {
                return self.object(schema, depth);
            }
            None if schema.contains_key("items") => return self.array(schema, depth),
            _ => json!("any"),
        })
    }

    /// Returns an instance of one alternative, with the members that all of them have.
    fn alternative(
        &self,
        schema: &Map<String, Value>,
        key: &str,
        alternatives: &[Value],
        depth: usize,
    ) -> Option<Value> {
        let mut alternatives: Vec<&Value> = alternatives.iter().collect();
        alternatives.retain(|alternative| self.spec.flat(alternative).get("type") != Some(&json!("null")));
        let alternative = *alternatives.get(self.choices.alternative % alternatives.len().max(1))?;
        let mut merged = schema.clone();
        merged.remove(key);
        merged.remove("discriminator");
        for (name, value) in self.spec.flat(alternative) {
            match (name.as_str(), merged.get_mut(&name), value) {
                ("properties", Some(Value::Object(known)), Value::Object(added)) => known.extend(added),
                ("required", Some(Value::Array(known)), Value::Array(added)) => known.extend(added),
                (_, _, value) => drop(merged.insert(name, value)),
            }
        }
        let mut made = self.flat(&merged, depth)?;
        let discriminator = schema.get("discriminator");
        let tag = discriminator.and_then(|discriminator| discriminator.get("propertyName")?.as_str());
        if let (Some(tag), Some(reference), Value::Object(members)) = (tag, alternative.get("$ref"), &mut made) {
            let mapping = discriminator.and_then(|discriminator| discriminator.get("mapping")?.as_object());
            let mapped = mapping.and_then(|mapping| mapping.iter().find(|(_, target)| is_target(target, reference)));
            let own = || merged.get("properties")?.get(tag)?.get("enum")?.get(0)?.as_str();
            let last = || reference.as_str()?.rsplit('/').next();
            let name = mapped.map(|(name, _)| name.as_str()).or_else(own).or_else(last);
            members.extend(name.map(|name| (tag.to_owned(), json!(name))));
        }
        Some(made)
    }

    fn object(&self, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let max = schema.get("maxProperties").and_then(Value::as_u64).unwrap_or(u64::MAX);
        let mut members = Map::new();
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            let other = if self.is_request { "readOnly" } else { "writeOnly" };
            let is_other = self.spec.flat(property).get(other) == Some(&Value::Bool(true));
            let is_required = required.contains(&name.as_str());
            if is_other || (!is_required && (!self.choices.optional || depth >= MAX_DEPTH)) {
                continue;
            }
            match self.at(property, depth + 1) {
                Some(value) => drop(members.insert(name.clone(), value)),
                None if is_required => return None,
                None => {}
            }
        }
        for name in required {
            // A required member that the schema does not describe.
            if properties.is_none_or(|properties| !properties.contains_key(name)) {
                members.insert(name.to_owned(), json!("any"));
            }
        }
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        if let Some(others) = others
            && self.choices.optional
            && max > 0
            && depth < MAX_DEPTH
        {
            members.extend(self.at(others, depth + 1).map(|value| ("key".to_owned(), value)));
        }
        Some(Value::Object(members))
    }

    fn array(&self, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
        let min = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
        let max = schema.get("maxItems").and_then(Value::as_u64).unwrap_or(u64::MAX);
        let wanted = u64::from(self.choices.optional && depth < MAX_DEPTH);
        let count = wanted.max(min).min(max);
        let Some(items) = schema.get("items") else { return Some(json!([])) };
        let mut list = Vec::new();
        for _ in 0..count {
            match self.at(items, depth + 1) {
                Some(item) => list.push(item),
                None if min > 0 => return None,
                None => break,
            }
        }
        Some(Value::Array(list))
    }
}

/// Returns a text of the format, pattern and length. `plain` is one without a limit. Those of requests and responses differ, as two
/// cursors of a list do.
fn text(schema: &Map<String, Value>, plain: &str) -> Option<String> {
    if schema.get("pattern").is_some_and(Value::is_string) {
        let mut limits = schema.clone();
        limits.retain(|key, _| ["pattern", "minLength", "maxLength"].contains(&key.as_str()));
        let limits = Value::Object(limits);
        return CANDIDATES
            .iter()
            .find(|text| jsonschema::is_valid(&limits, &json!(text)))
            .map(|text| (*text).to_owned());
    }
    let formatted = match schema.get("format").and_then(Value::as_str).unwrap_or_default() {
        "date-time" => "2024-05-06T07:08:09Z",
        "date" => "2024-05-06",
        "time" => "07:08:09Z",
        "uuid" => "9b2f4c1e-5d3a-4e8b-9f10-2a6c7d8e9f01",
        "uri" | "url" => "https://example.com/a",
        "uri-template" => "https://example.com/{id}",
        "email" => "a@example.com",
        "hostname" => "example.com",
        "ip" | "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "byte" => "YWJj",
        _ => "",
    };
    if !formatted.is_empty() {
        return Some(formatted.to_owned());
    }
    let length = |key: &str| usize::try_from(schema.get(key)?.as_u64()?).ok();
    let mut text = plain.to_owned();
    text.truncate(length("maxLength").unwrap_or(usize::MAX));
    while text.len() < length("minLength").unwrap_or(0) {
        text.push('x');
    }
    Some(text)
}

/// Returns whether a value of a mapping, which can be a name, is the target of a reference.
fn is_target(target: &Value, reference: &Value) -> bool {
    let last = |value: &Value| value.as_str().and_then(|text| text.rsplit('/').next()).map(str::to_owned);
    last(target) == last(reference)
}

/// Returns a number between the limits.
fn number(schema: &Map<String, Value>) -> f64 {
    let limit = |key: &str| schema.get(key).and_then(Value::as_f64);
    let is_exclusive = |key: &str| schema.get(key) == Some(&Value::Bool(true));
    let step = limit("multipleOf").unwrap_or(1.0);
    let mut number = step;
    if let Some(min) = limit("exclusiveMinimum") {
        number = number.max(min + step);
    }
    if let Some(min) = limit("minimum") {
        number = number.max(if is_exclusive("exclusiveMinimum") { min + step } else { min });
    }
    if let Some(max) = limit("exclusiveMaximum") {
        number = number.min(max - step);
    }
    if let Some(max) = limit("maximum") {
        number = number.min(if is_exclusive("exclusiveMaximum") { max - step } else { max });
    }
    number
}

fn number_value(number: f64) -> Value {
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

#[expect(clippy::cast_possible_truncation, reason = "the numbers of the documents are small")]
fn whole(number: f64) -> Value {
    json!(number.ceil() as i64)
}
