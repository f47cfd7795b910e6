//! The operations of the contract, checked against the declared ones.

use std::collections::BTreeSet;

use pivotal_api::http::StatusCode;
use pivotal_api::{
    ContactCreate, ContactUpdate, Contacts, CustomerCreate, CustomerFilter, CustomerUpdate, Customers, Endpoint, Meta,
    OnboardingCreate, OnboardingFilter, OnboardingUpdate, Onboardings, PageParams,
};
use pivotal_runtime::testing::endpoint_of;
use serde_json::Value;

use crate::support::example;

/// An operation of the contract.
struct Operation {
    id: String,
    method: String,
    /// With `<>` for each placeholder.
    path: String,
    statuses: BTreeSet<u16>,
    /// Its object in the contract.
    document: Value,
}

fn operations() -> Vec<Operation> {
    let contract: Value = example("openapi");
    let mut operations = Vec::new();
    for (path, methods) in contract["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            operations.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: unnamed(path, ['{', '}']),
                statuses: operation["responses"].as_object().unwrap().keys().map(|key| key.parse().unwrap()).collect(),
                document: operation.clone(),
            });
        }
    }
    operations
}

/// Returns the path with `<>` in place of each placeholder, since the contract has other names.
fn unnamed(path: &str, brackets: [char; 2]) -> String {
    let pieces = path.split(brackets).enumerate();
    pieces.map(|(at, piece)| if at % 2 == 0 { piece } else { "<>" }).collect()
}

fn operation(id: &str) -> Operation {
    operations().into_iter().find(|known| known.id == id).unwrap()
}

/// Returns the documented error statuses of an operation.
pub(crate) fn error_statuses(id: &str) -> BTreeSet<u16> {
    operation(id).statuses.into_iter().filter(|status| *status >= 400).collect()
}

/// Returns the object of an operation in the contract.
pub(crate) fn document(id: &str) -> Value {
    operation(id).document
}

/// Returns the endpoint of each method, in the order of declaration.
pub(crate) fn endpoints() -> [&'static Endpoint; 18] {
    [
        endpoint_of(|api| api.get_me()),
        endpoint_of(|api| api.get_health()),
        endpoint_of(|api| api.list_customers(&CustomerFilter::new())),
        endpoint_of(|api| api.create_customer(&CustomerCreate::new("Juniper"))),
        endpoint_of(|api| api.get_customer(42)),
        endpoint_of(|api| api.update_customer(42, &CustomerUpdate::new())),
        endpoint_of(|api| api.delete_customer(42)),
        endpoint_of(|api| api.list_customer_contacts(42, &PageParams::new())),
        endpoint_of(|api| api.create_customer_contact(42, &ContactCreate::new("Ravi", "ravi@juniper.example"))),
        endpoint_of(|api| api.get_contact(42)),
        endpoint_of(|api| api.update_contact(42, &ContactUpdate::new())),
        endpoint_of(|api| api.delete_contact(42)),
        endpoint_of(|api| api.list_onboardings(&OnboardingFilter::new())),
        endpoint_of(|api| api.create_onboarding(&OnboardingCreate::new(42))),
        endpoint_of(|api| api.list_customer_onboardings(42, &PageParams::new())),
        endpoint_of(|api| api.get_onboarding(42)),
        endpoint_of(|api| api.update_onboarding(42, &OnboardingUpdate::new())),
        endpoint_of(|api| api.delete_onboarding(42)),
    ]
}

#[test]
fn methods_are_the_operations_of_the_contract() {
    let declared = endpoints().into_iter().map(|endpoint| {
        let path = endpoint.template().split('?').next().unwrap();
        (endpoint.operation().to_owned(), endpoint.method().to_owned(), unnamed(path, ['<', '>']))
    });
    let documented = operations().into_iter().map(|operation| (operation.id, operation.method, operation.path));

    let declared: BTreeSet<_> = declared.collect();
    assert_eq!(declared, documented.collect());
    assert_eq!(declared.len(), 18);
}

#[test]
fn documented_2xx_statuses_are_the_successes() {
    for endpoint in endpoints() {
        for status in operation(endpoint.operation()).statuses {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(endpoint.is_success(status), status.is_success(), "{endpoint}: {status}");
        }
    }
}
