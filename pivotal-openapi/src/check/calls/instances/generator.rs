//! Generates one instance of a schema.

use serde_json::{Map, Number, Value};

use super::super::pointer::join;
use super::super::strings::text;
use super::super::validation::Validation;
use super::{Choices, Part, What};
use crate::check::schemas::types;
use crate::document::{Cursor, Node, Place};

/// The depth from which optional members are left out.
const MAX_DEPTH: usize = 8;

/// The number of values from which optional members are left out.
const MAX_VALUES: usize = 5_000;

/// The depth at which a required recursion ends.
const END: usize = 32;

/// Generates one instance of a schema.
pub(super) struct Generator<'v> {
    validation: &'v Validation,
    choices: Choices,
    is_minimal: bool,
    /// The points at which there are other values.
    pub(super) points: Vec<Point>,
    /// The schema of each part.
    pub(super) places: Vec<Part>,
    pointer: String,
    /// The schemas around the value.
    stack: Vec<Place>,
    count: usize,
}

/// A point at which a schema allows other values.
pub(super) struct Point {
    pub(super) place: Place,
    pub(super) key: String,
    /// The place and the kind of each other value.
    pub(super) others: Vec<(Place, What)>,
}

/// The keywords of a value: those of the schema, of its parts, and of the chosen branches.
struct Keywords<'d> {
    parts: Vec<Cursor<'d>>,
    /// The value of a discriminator, by its property.
    tags: Vec<(String, String)>,
}

impl<'d> Keywords<'d> {
    fn find(&self, key: &str) -> Option<Cursor<'d>> {
        self.parts.iter().find_map(|part| part.get(key))
    }

    fn properties(&self) -> Vec<(&'d str, Cursor<'d>)> {
        let mut found: Vec<(&str, Cursor<'_>)> = Vec::new();
        for part in &self.parts {
            for (name, property) in part.entries_of("properties") {
                if !found.iter().any(|(known, _)| *known == name) {
                    found.push((name, property));
                }
            }
        }
        found
    }

    fn is_constant(&self) -> bool {
        self.find("const").is_some() || self.find("enum").is_some_and(|values| values.items().count() == 1)
    }

    fn required(&self) -> impl Iterator<Item = &'d str> {
        self.parts.iter().flat_map(|part| part.items_of("required")).filter_map(|item| item.node.as_str())
    }

    fn is_required(&self, name: &str) -> bool {
        self.required().any(|required| required == name)
    }
}

impl<'v> Generator<'v> {
    pub(super) fn new(validation: &'v Validation, choices: Choices, is_minimal: bool) -> Self {
        Self {
            validation,
            choices,
            is_minimal,
            points: Vec::new(),
            places: Vec::new(),
            pointer: String::new(),
            stack: Vec::new(),
            count: 0,
        }
    }

    pub(super) fn value(&mut self, schema: &Cursor<'_>) -> Value {
        self.count += 1;
        let index = self.places.len();
        let place = schema.place.clone();
        self.places.push(Part { pointer: self.pointer.clone(), target: place.clone(), place, is_constant: false });
        if self.stack.len() > END {
            return Value::Null;
        }
        let depth = self.stack.len();
        let keywords = self.keywords(schema);
        let is_constant = keywords.is_constant();
        let object = keywords.parts.iter().find(|part| part.get("properties").is_some());
        if let Some(part) = self.places.get_mut(index) {
            part.is_constant = is_constant;
            part.target = object.map_or_else(|| part.target.clone(), |object| object.place.clone());
        }
        let value = self.of_keywords(schema, &keywords);
        self.stack.truncate(depth);
        value
    }

    /// Chooses one of several values, and remembers the others.
    fn choose(&mut self, place: &Place, key: &str, others: impl FnOnce() -> Vec<(Place, What)>) -> usize {
        let choice = self.choices.get(&(place.clone(), key.to_owned())).copied();
        if !self.points.iter().any(|point| point.place == *place && point.key == key) {
            self.points.push(Point { place: place.clone(), key: key.to_owned(), others: others() });
        }
        choice.unwrap_or_default()
    }

    /// Resolves references, `allOf`, and the chosen branches of `oneOf` and `anyOf`.
    fn keywords<'d>(&mut self, schema: &Cursor<'d>) -> Keywords<'d> {
        let mut keywords = Keywords { parts: Vec::new(), tags: Vec::new() };
        let mut open = vec![schema.clone()];
        while let Some(cursor) = open.pop() {
            if keywords.parts.iter().any(|known| known.place == cursor.place) {
                continue;
            }
            if cursor.reference().is_some()
                && let Ok(target) = cursor.clone().resolve()
            {
                open.push(target);
            }
            open.extend(cursor.items_of("allOf").into_iter().rev());
            for key in ["oneOf", "anyOf"] {
                let mut branches = cursor.items_of(key);
                // The base is a value.
                branches.sort_by_key(is_null);
                let others = || {
                    let others = branches.iter().skip(1).map(|branch| (branch.place.clone(), branch_name(branch)));
                    others.collect()
                };
                if branches.is_empty() {
                    continue;
                }
                let chosen = self.choose(&cursor.place, key, others);
                if let Some(branch) = branches.into_iter().nth(chosen) {
                    keywords.tags.extend(tag(&cursor, &branch));
                    open.push(branch);
                }
            }
            self.stack.push(cursor.place.clone());
            keywords.parts.push(cursor);
        }
        keywords
    }

    fn of_keywords(&mut self, schema: &Cursor<'_>, keywords: &Keywords<'_>) -> Value {
        if let Some(constant) = keywords.find("const") {
            return constant.node.to_json();
        }
        if let Some(part) = keywords.parts.iter().find(|part| part.is_true("nullable"))
            && self.choose(&part.place, "nullable", || vec![(part.place.join("nullable"), What::Null)]) == 1
        {
            return Value::Null;
        }
        if let Some(values) = keywords.find("enum") {
            return self.of_enum(&values);
        }
        let typed = keywords.parts.iter().find(|part| part.get("type").is_some());
        let names = typed.map(types).unwrap_or_default();
        let mut kinds: Vec<&str> = names.iter().copied().filter(|name| *name != "null").collect();
        let nulls = names.len() - kinds.len();
        if nulls > 0 {
            kinds.push("null");
        }
        let chosen = match typed {
            Some(part) if kinds.len() > 1 => {
                let place = part.place.join("type");
                let other = |name: &&str| if *name == "null" { What::Null } else { What::Other(format!("`{name}`")) };
                self.choose(&part.place, "type", || {
                    kinds.iter().skip(1).map(|name| (place.clone(), other(name))).collect()
                })
            }
            _ => 0,
        };
        let is_object = !keywords.properties().is_empty() || keywords.find("additionalProperties").is_some();
        match kinds.get(chosen).copied() {
            Some("null") => Value::Null,
            Some("boolean") => Value::Bool(true),
            Some("integer") => self.integer(keywords),
            Some("number") => number(keywords),
            Some("string") => {
                match typed.filter(|part| part.get("format").is_some() || part.get("pattern").is_some()) {
                    Some(part) => text(part, self.validation),
                    None => text(typed.unwrap_or(schema), self.validation),
                }
            }
            Some("array") => self.array(keywords),
            Some("object") => self.object(keywords),
            None if is_object => self.object(keywords),
            None if keywords.find("items").is_some() => self.array(keywords),
            _ => Value::from("any"),
        }
    }

    fn of_enum(&mut self, values: &Cursor<'_>) -> Value {
        let mut items: Vec<Cursor<'_>> = values.items().collect();
        items.sort_by_key(|item| *item.node == Node::Null);
        let what = |item: &Cursor<'_>| match item.node.to_json() {
            Value::Null => What::Null,
            value => What::Other(format!("`{value}`")),
        };
        let others = || items.iter().skip(1).map(|item| (item.place.clone(), what(item))).collect();
        let chosen = self.choose(&values.place, "enum", others);
        items.get(chosen).map(|item| item.node.to_json()).unwrap_or_default()
    }

    fn integer(&mut self, keywords: &Keywords<'_>) -> Value {
        let small = bounded(keywords, 1.0).round();
        #[expect(clippy::cast_possible_truncation, reason = "limits of documents are small")]
        let small = small as i64;
        let format = keywords.find("format").filter(|format| format.node.as_str() == Some("int64"));
        let Some(format) = format.filter(|_| keywords.find("maximum").is_none()) else { return small.into() };
        let large = || vec![(format.place.clone(), What::Other("a number of 64 bits".to_owned()))];
        if self.choose(&format.place, "int64", large) == 1 { (1_i64 << 40).into() } else { small.into() }
    }

    fn array(&mut self, keywords: &Keywords<'_>) -> Value {
        let limit = |key: &str| keywords.find(key).and_then(|limit| limit.node.to_json().as_u64());
        let min = limit("minItems").unwrap_or_default().min(64);
        let Some(items) = keywords.find("items") else { return Value::Array(Vec::new()) };
        let is_full = !self.leaves_out(&items) && limit("maxItems") != Some(0);
        let count = min.max(u64::from(is_full));
        let pointer = self.pointer.clone();
        let values = (0..count).map(|index| {
            self.pointer = join(&pointer, &index.to_string());
            self.value(&items)
        });
        let values = Value::Array(values.collect());
        self.pointer = pointer;
        values
    }

    /// Returns whether an optional part is left out: in a minimal instance, and where a schema contains itself.
    fn leaves_out(&self, schema: &Cursor<'_>) -> bool {
        let target = schema.clone().resolve().map_or_else(|_| schema.place.clone(), |target| target.place);
        let depth = self.stack.iter().filter(|place| **place == target).count();
        self.is_minimal || depth > 1 || self.pointer.matches('/').count() > MAX_DEPTH || self.count > MAX_VALUES
    }

    fn object(&mut self, keywords: &Keywords<'_>) -> Value {
        let mut object = Map::new();
        // The properties that only requests have.
        let mut others = Vec::new();
        let pointer = self.pointer.clone();
        for (name, property) in keywords.properties() {
            let resolved = property.clone().resolve();
            if [Some(&property), resolved.as_ref().ok()].into_iter().flatten().any(|schema| schema.is_true("writeOnly"))
            {
                others.push(name);
                continue;
            }
            if let Some((_, tag)) = keywords.tags.iter().find(|(own, _)| own == name) {
                object.insert(name.to_owned(), tag.clone().into());
                continue;
            }
            if !keywords.is_required(name) {
                if self.leaves_out(&property) {
                    continue;
                }
                let absent = || vec![(property.place.clone(), What::Absent(name.to_owned()))];
                if self.choose(&property.place, "absent", absent) == 1 {
                    continue;
                }
            }
            self.pointer = join(&pointer, name);
            let value = self.value(&property);
            object.insert(name.to_owned(), value);
        }
        // They can be required without a schema.
        for name in keywords.required().filter(|name| !others.contains(name)) {
            object.entry(name).or_insert_with(|| "any".into());
        }
        for (name, tag) in &keywords.tags {
            object.entry(name).or_insert_with(|| tag.clone().into());
        }
        if let Some(entries) = keywords.find("additionalProperties")
            && entries.node.as_bool() != Some(false)
            && !self.leaves_out(&entries)
        {
            self.pointer = join(&pointer, "key");
            let value = if entries.node.as_bool() == Some(true) { "any".into() } else { self.value(&entries) };
            object.insert("key".to_owned(), value);
        }
        self.pointer = pointer;
        Value::Object(object)
    }
}

fn is_null(branch: &Cursor<'_>) -> bool {
    types(branch) == ["null"]
}

fn branch_name(branch: &Cursor<'_>) -> What {
    if is_null(branch) {
        return What::Null;
    }
    let name = branch.reference().and_then(|reference| reference.rsplit('/').next());
    What::Other(name.map_or_else(|| "this branch".to_owned(), |name| format!("`{name}`")))
}

/// The property and the value of the discriminator of a branch.
fn tag(schema: &Cursor<'_>, branch: &Cursor<'_>) -> Option<(String, String)> {
    let discriminator = schema.get("discriminator")?;
    let property = discriminator.text("propertyName")?;
    let reference = branch.reference()?;
    let name = reference.rsplit('/').next().unwrap_or_default();
    let mapping = discriminator.entries_of("mapping");
    let is_branch =
        |target: &Cursor<'_>| target.node.as_str().is_some_and(|target| target == reference || target == name);
    let mapped = mapping.iter().find(|(_, target)| is_branch(target)).map(|(value, _)| *value);
    Some((property.to_owned(), mapped.unwrap_or(name).to_owned()))
}

/// Returns a number within the limits of a schema.
fn bounded(keywords: &Keywords<'_>, wanted: f64) -> f64 {
    let limit = |key: &str| keywords.find(key).and_then(|limit| limit.node.to_json().as_f64());
    let is_set = |key: &str| keywords.find(key).is_some_and(|limit| limit.node.as_bool() == Some(true));
    let mut number = wanted;
    if let Some(minimum) = limit("minimum") {
        number = number.max(if is_set("exclusiveMinimum") { minimum + 1.0 } else { minimum });
    }
    if let Some(minimum) = limit("exclusiveMinimum") {
        number = number.max(minimum + 1.0);
    }
    if let Some(maximum) = limit("maximum") {
        number = number.min(maximum);
    }
    if let Some(step) = limit("multipleOf").filter(|step| *step > 0.0) {
        number = (number / step).ceil() * step;
    }
    number
}

fn number(keywords: &Keywords<'_>) -> Value {
    Number::from_f64(bounded(keywords, 1.5)).map_or(Value::Null, Value::Number)
}
