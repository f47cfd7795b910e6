//! Instances of a schema.

mod generator;

use std::collections::VecDeque;

use indexmap::IndexMap;
use serde_json::Value;

use self::generator::Generator;
use super::validation::Validation;
use crate::document::{Cursor, Place};

/// The maximum number of instances of a schema.
const MAX_INSTANCES: usize = 500;

/// A value that is valid by a schema.
pub(super) struct Instance {
    pub(super) value: Value,
    /// The schema of each part.
    pub(super) places: Vec<Part>,
    /// The difference to another instance; `None` for the one with all members.
    pub(super) choice: Option<Choice>,
}

/// A part of an instance, with its schema.
pub(super) struct Part {
    /// The JSON pointer of the part.
    pub(super) pointer: String,
    /// The place of the schema.
    pub(super) place: Place,
    /// The place of its properties' schema, also after a reference. Without properties, that of the schema.
    pub(super) target: Place,
    /// The schema allows one value only.
    pub(super) is_constant: bool,
}

/// The difference of an instance to another one.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// The index of the other instance.
    pub(super) base: usize,
    pub(super) place: Place,
    pub(super) what: What,
}

/// A kind of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// This optional member is missing.
    Absent(String),
    Null,
    /// Another value of an enum, or another branch.
    Other(String),
    /// All optional members are missing.
    Minimal,
}

/// A point at which a schema allows several values: its place, and the number of the value.
type Choices = IndexMap<(Place, String), usize>;

/// Returns valid instances: first one with all members, then one for each choice that the schema allows.
pub(super) fn instances(schema: &Cursor<'_>, validation: &Validation) -> Vec<Instance> {
    let mut found: Vec<Instance> = Vec::new();
    let mut seen: Vec<(Place, String)> = Vec::new();
    let mut open: VecDeque<(Choices, Option<Choice>)> = VecDeque::from([(Choices::new(), None)]);
    while let Some((choices, choice)) = open.pop_front() {
        let mut generator = Generator::new(validation, choices.clone(), false);
        let value = generator.value(schema);
        if found.len() < MAX_INSTANCES && validation.is_valid(schema, &value) {
            let base = found.len();
            for point in generator.points {
                let key = (point.place.clone(), point.key.clone());
                if seen.contains(&key) {
                    continue;
                }
                seen.push(key.clone());
                for (number, (place, what)) in (1..).zip(point.others) {
                    let mut choices = choices.clone();
                    choices.insert(key.clone(), number);
                    open.push_back((choices, Some(Choice { base, place, what })));
                }
            }
            found.push(Instance { value, places: generator.places, choice });
        }
    }
    let mut generator = Generator::new(validation, Choices::new(), true);
    let value = generator.value(schema);
    if !found.is_empty() && validation.is_valid(schema, &value) {
        let choice = Choice { base: 0, place: schema.place.clone(), what: What::Minimal };
        found.push(Instance { value, places: generator.places, choice: Some(choice) });
    }
    found
}

impl Instance {
    /// The schema of a part, or of the nearest part around it.
    pub(super) fn part(&self, pointer: &str) -> Option<&Part> {
        let mut pointer = pointer;
        loop {
            if let Some(part) = self.places.iter().rev().find(|part| part.pointer == pointer) {
                return Some(part);
            }
            (pointer, _) = pointer.rsplit_once('/')?;
        }
    }
}
