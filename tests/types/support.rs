//! Examples and schemas.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::{Draft, Validator};
use pivotal_api::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

pub(crate) fn read(file: &str) -> Value {
    serde_json::from_slice(&fs::read(data().join(file).with_extension("json")).unwrap()).unwrap()
}

/// Names of the JSON files in a directory, without their endings.
pub(crate) fn names(directory: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|ending| ending == "json"))
        .map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// Returns the violations of a schema of the contract.
pub(crate) fn violations(schema: &str, value: &Value) -> Vec<String> {
    let mut contract = read("openapi");
    contract["$ref"] = format!("#/components/schemas/{schema}").into();
    schema_violations(&contract, value)
}

pub(crate) fn schema_violations(schema: &Value, value: &Value) -> Vec<String> {
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    let validator: Validator = options.build(schema).unwrap();
    let errors = validator.iter_errors(value);
    errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

pub(crate) fn to_json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

pub(crate) fn from_json<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) const NOTHING: [&str; 0] = [];

/// Returns the value with all numbers as floats: `4200` and `4200.0` are the same revenue.
pub(crate) fn with_floats(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(values) => values.into_iter().map(with_floats).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, with_floats(value))).collect(),
        other => other,
    }
}
