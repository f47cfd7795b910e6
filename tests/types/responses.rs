//! Response types, where responses differ from the examples, or Pivotal's docs disagree.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};

use pivotal_api::{
    Contact, Customer, CustomerStatus, Health, HealthStatus, Id, Me, Onboarding, OnboardingPhase, OnboardingState,
};
use serde_json::json;

use crate::support::{NOTHING, from_json, instant, read, to_json, violations};

#[test]
fn unknown_values_survive() {
    let mut customer = read("get-customer");
    customer["status"] = "dormant".into();
    let read_customer: Customer = from_json(customer.clone());
    assert_eq!(read_customer.status, CustomerStatus::Unknown("dormant".to_owned()));
    assert_eq!(read_customer.status.to_string(), "dormant");
    assert_eq!(to_json(&read_customer), customer);

    let mut onboarding = read("get-onboarding");
    onboarding["phase"] = "second_launch".into();
    onboarding["state"] = "on_fire".into();
    let read_onboarding: Onboarding = from_json(onboarding.clone());
    assert_eq!(read_onboarding.phase.as_str(), "second_launch");
    assert_eq!(read_onboarding.state.as_str(), "on_fire");
    assert_eq!(to_json(&read_onboarding), onboarding);
}

#[test]
fn documented_values_are_known() {
    for word in ["onboarding", "active", "at_risk", "churned", "archived"] {
        let status = CustomerStatus::from(word);
        assert!(!matches!(status, CustomerStatus::Unknown(_)), "{word}");
        assert_eq!(status.as_str(), word);
        assert_eq!(status, CustomerStatus::from(word.to_owned()));
        assert_eq!(Ok(status), word.parse());
    }
    for word in ["active", "paused", "at_risk", "waiting", "blocked", "completed", "done"] {
        let state = OnboardingState::from(word);
        assert!(!matches!(state, OnboardingState::Unknown(_)), "{word}");
        assert_eq!(state.as_str(), word);
    }
    let contract = read("openapi");
    let phases = contract["components"]["schemas"]["OnboardingPhase"]["enum"].as_array().unwrap();
    let phases = phases.iter().map(|phase| phase.as_str().unwrap());
    for word in phases.chain(["kickoff", "integration"]) {
        let phase = OnboardingPhase::from(word);
        assert!(!matches!(phase, OnboardingPhase::Unknown(_)), "{word}");
        assert_eq!(phase.as_str(), word);
    }
    assert_eq!(HealthStatus::from("ok"), HealthStatus::Ok);
}

#[test]
fn nullable_fields_can_be_absent() {
    let customer: Customer = from_json(json!({
        "id": "c", "display_id": 1, "name": "Juniper", "status": "active",
        "created_at": "2026-06-03T09:13:01Z", "updated_at": "2026-06-03T09:13:01Z",
    }));
    assert_eq!((customer.slug.as_ref(), customer.mrr), (None, None));
    assert_eq!(violations("Customer", &to_json(&customer)), NOTHING);

    let contact: Contact = from_json(json!({
        "id": "p", "display_id": 2, "customer_id": "c", "name": "Ravi", "email": "r@example.com",
        "is_primary": false, "labels": [],
        "created_at": "2026-06-03T09:13:01Z", "updated_at": "2026-06-03T09:13:01Z",
    }));
    assert_eq!(contact.title, None);
    assert_eq!(violations("Contact", &to_json(&contact)), NOTHING);

    let onboarding: Onboarding = from_json(json!({
        "id": "o", "display_id": 3, "customer_id": "c", "phase": "review", "state": "active",
    }));
    assert_eq!((onboarding.target_launch_date, onboarding.created_at), (None, None));
    assert_eq!(violations("Onboarding", &to_json(&onboarding)), NOTHING);
}

#[test]
fn missing_field_is_named() {
    for field in ["id", "display_id", "name", "status", "created_at", "updated_at"] {
        let mut customer = read("get-customer");
        customer.as_object_mut().unwrap().remove(field);
        let error = serde_json::from_value::<Customer>(customer).unwrap_err();
        assert_eq!(error.to_string(), format!("missing field `{field}`"));
    }
}

#[test]
fn metadata_is_kept_unchanged() {
    let mut customer = read("get-customer");
    customer["metadata"] = json!({ "test": true, "nested": { "crm": [1, "x", null] } });
    let read_customer: Customer = from_json(customer.clone());
    assert_eq!(violations("Customer", &to_json(&read_customer)), NOTHING);
    assert_eq!(to_json(&read_customer), customer);
}

#[test]
fn me_is_read_nested_and_flat() {
    let nested: Me = from_json(read("get-me"));
    assert_eq!(nested.api_key.name, "nightly-sync");
    assert_eq!(nested.api_key.scopes, ["read:customers", "write:customers"]);
    assert_eq!(nested.organization.unwrap().slug, "northwind-cs");

    let flat: Me = from_json(json!({
        "object": "api_key_identity", "key_name": "nightly-sync", "key_prefix": "pivotal_Zq41",
    }));
    assert_eq!((flat.api_key.name, flat.api_key.prefix), (nested.api_key.name, nested.api_key.prefix));
    assert_eq!((flat.api_key.id, flat.organization), (None, None));

    let neither = serde_json::from_value::<Me>(json!({ "object": "me", "key_name": "x" }));
    assert_eq!(neither.unwrap_err().to_string(), "missing key; expected `api_key`, or `key_name` and `key_prefix`");
}

#[test]
fn health_can_contain_the_version() {
    let health: Health = from_json(json!({
        "status": "ok", "timestamp": "2026-06-03T09:00:00Z", "version": "2026.6.1",
    }));
    assert_eq!(health.version.as_deref(), Some("2026.6.1"));
    assert_eq!(violations("Health", &to_json(&health)), NOTHING);
}

#[test]
fn instants_are_read_with_or_without_a_fraction_and_written_with_milliseconds() {
    for (text, written) in [
        ("2026-06-03T09:13:01Z", "2026-06-03T09:13:01.000Z"),
        ("2026-06-03T09:13:01.5Z", "2026-06-03T09:13:01.500Z"),
        ("2026-06-03T09:13:01.412Z", "2026-06-03T09:13:01.412Z"),
        ("2026-06-03T09:13:01.412999Z", "2026-06-03T09:13:01.412Z"),
        ("2026-06-03T11:13:01+02:00", "2026-06-03T09:13:01.000Z"),
    ] {
        let mut customer = read("get-customer");
        customer["created_at"] = text.into();
        let customer: Customer = from_json(customer);
        assert_eq!(customer.created_at, instant(text));
        assert_eq!(to_json(&customer)["created_at"], written);
    }
}

#[test]
fn launch_date_can_be_an_instant_a_date_or_null() {
    for (date, written) in [
        (json!("2026-08-14T00:00:00.000Z"), json!("2026-08-14T00:00:00.000Z")),
        (json!("2026-08-14T07:30:00Z"), json!("2026-08-14T07:30:00.000Z")),
        (json!("2026-08-14"), json!("2026-08-14T00:00:00.000Z")),
        (json!(null), json!(null)),
    ] {
        let mut onboarding = read("get-onboarding");
        onboarding["target_launch_date"] = date;
        let onboarding: Onboarding = from_json(onboarding);
        assert_eq!(to_json(&onboarding)["target_launch_date"], written);
    }
}

#[test]
fn malformed_launch_date_is_rejected() {
    for date in ["2026-08-14T07:30:00", "2026-08-14 and then some", "2026-02-30", "14.8.2026", ""] {
        let mut onboarding = read("get-onboarding");
        onboarding["target_launch_date"] = date.into();
        assert!(serde_json::from_value::<Onboarding>(onboarding).is_err(), "{date}");
    }
}

#[test]
fn ids_are_read_from_strings_and_integers_and_written_as_strings() {
    for (read, written) in [
        (json!(42), "42"),
        (json!("42"), "42"),
        (json!(u64::MAX), "18446744073709551615"),
        (json!("cl9bn00of0000g7l8gcq8c4xk"), "cl9bn00of0000g7l8gcq8c4xk"),
    ] {
        let id: Id = from_json(read);
        assert_eq!(id, written);
        assert_eq!(to_json(&id), json!(written));
    }
    assert!(serde_json::from_value::<Id>(json!(4.5)).is_err());
    assert!(serde_json::from_value::<Id>(json!(null)).is_err());
}

#[test]
fn ids_convert_from_text_and_integers() {
    let canonical = "cl9bn00of0000g7l8gcq8c4xk".to_owned();
    assert_eq!(Id::from(42_i32), "42");
    assert_eq!(Id::from(42_i64), "42");
    assert_eq!(Id::from(42_u32), "42");
    assert_eq!(Id::from(42_u64), "42");
    let id = Id::from(&canonical);
    assert_eq!(Id::from(&id), id);
    assert_eq!(id.as_ref(), canonical);
    assert_eq!(format!("/{id}"), "/cl9bn00of0000g7l8gcq8c4xk");
    assert_eq!(canonical.parse(), Ok(id.clone()));
    assert_eq!(String::from(id), canonical);
}

#[test]
fn map_with_id_keys_is_searched_by_text() {
    let names = BTreeMap::from([(Id::from("b"), 2), (Id::from("a"), 1), (Id::from(42), 3)]);
    assert_eq!((names.get("a"), names.get("42"), names.get("c")), (Some(&1), Some(&3), None));
    let hash = RandomState::new();
    assert_eq!(hash.hash_one(Id::from("a")), hash.hash_one("a"));
}
