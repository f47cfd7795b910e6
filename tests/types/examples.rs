//! Every example is read into its type and written back.

use std::collections::BTreeSet;

use pivotal_api::{Contact, Customer, Deleted, Health, List, Me, Onboarding, PivotalError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::{NOTHING, data, names, read, violations, with_floats};

/// Reads a value into a type and writes it back.
type ReadAndWrite = fn(Value) -> serde_json::Result<Value>;

/// Each example: its file, its schema, and the type that reads it.
const EXAMPLES: &[(&str, &str, ReadAndWrite)] = &[
    ("get-me", "Me", through::<Me>),
    ("get-health", "Health", through::<Health>),
    ("list-customers", "CustomerList", through::<List<Customer>>),
    ("list-customers-last-page", "CustomerList", through::<List<Customer>>),
    ("list-empty", "CustomerList", through::<List<Customer>>),
    ("create-customer", "Customer", through::<Customer>),
    ("get-customer", "Customer", through::<Customer>),
    ("update-customer", "Customer", through::<Customer>),
    ("delete-customer", "Deleted", through::<Deleted>),
    ("list-customer-contacts", "ContactList", through::<List<Contact>>),
    ("create-customer-contact", "Contact", through::<Contact>),
    ("get-contact", "Contact", through::<Contact>),
    ("update-contact", "Contact", through::<Contact>),
    ("delete-contact", "Deleted", through::<Deleted>),
    ("list-onboardings", "OnboardingList", through::<List<Onboarding>>),
    ("list-customer-onboardings", "OnboardingList", through::<List<Onboarding>>),
    ("create-onboarding", "Onboarding", through::<Onboarding>),
    ("get-onboarding", "Onboarding", through::<Onboarding>),
    ("update-onboarding", "Onboarding", through::<Onboarding>),
    ("delete-onboarding", "Deleted", through::<Deleted>),
    ("error-400-invalid-cursor", "Error", through_error),
    ("error-400-invalid-type", "Error", through_error),
    ("error-400-missing-field", "Error", through_error),
    ("error-400-too-small", "Error", through_error),
    ("error-401-missing-key", "Error", through_error),
    ("error-401-revoked-key", "Error", through_error),
    ("error-403-reserved", "Error", through_error),
    ("error-404-contact", "Error", through_error),
    ("error-404-customer", "Error", through_error),
    ("error-404-onboarding", "Error", through_error),
    ("error-409-email-taken", "Error", through_error),
    ("error-409-idempotency-body-mismatch", "Error", through_error),
    ("error-409-idempotency-in-flight", "Error", through_error),
    ("error-409-slug-taken", "Error", through_error),
    ("error-429-rate-limited", "Error", through_error),
    ("error-500-internal", "Error", through_error),
];

fn through<T: DeserializeOwned + Serialize>(json: Value) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_value::<T>(json)?)
}

fn through_error(json: Value) -> serde_json::Result<Value> {
    let PivotalError { error_type, code, message, field, .. } = serde_json::from_value(json)?;
    let mut error = json!({ "type": error_type, "code": code, "message": message });
    if let Some(field) = field {
        error["field"] = field.into();
    }
    Ok(json!({ "error": error }))
}

#[test]
fn every_example_has_a_row() {
    let mut rows: BTreeSet<_> = EXAMPLES.iter().map(|(file, ..)| (*file).to_owned()).collect();
    rows.insert("openapi".to_owned());
    assert_eq!(names(&data()), rows);
}

#[test]
fn every_example_is_read_and_written_back_unchanged() {
    for (file, schema, through) in EXAMPLES {
        let original = read(file);
        let written = through(original.clone()).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(violations(schema, &written), NOTHING, "{file}");
        assert_eq!(with_floats(written), with_floats(original), "{file}");
    }
}

#[test]
fn every_webhook_example_follows_the_contract() {
    let directory = data().join("webhooks");
    for name in names(&directory) {
        let event = read(&format!("webhooks/{name}"));
        let schema = format!("Event_{}", event["type"].as_str().unwrap().replace('.', "_"));
        assert_eq!(violations(&schema, &event), NOTHING, "{name}");
    }
}

#[test]
fn schemas_reject_invalid_values() {
    assert!(!violations("CustomerCreate", &json!({})).is_empty());
    assert!(!violations("Customer", &json!({ "object": "customer" })).is_empty());
    assert!(!violations("Error", &json!({ "error": { "type": "oops" } })).is_empty());
    let late = json!({ "customer_id": "42", "target_launch_date": "soon" });
    assert!(!violations("OnboardingCreate", &late).is_empty());
}

#[test]
fn unknown_fields_are_ignored() {
    for (file, _, through) in EXAMPLES.iter().filter(|(file, ..)| file.starts_with("get-")) {
        let original = read(file);
        let mut grown = original.clone();
        grown["added_in_2027"] = json!({ "nested": [1, null] });
        let written = through(grown).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(with_floats(written), with_floats(original), "{file}");
    }
}
