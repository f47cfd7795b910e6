//! The operations of the contract, checked against the declared ones.

use std::collections::BTreeSet;
use std::sync::Mutex;

use pivotal_api::http::{self, StatusCode};
use pivotal_api::{
    Body, ContactCreate, ContactUpdate, Contacts, CustomerCreate, CustomerFilter, CustomerUpdate, Customers, Endpoint,
    Error, Meta, OnboardingCreate, OnboardingFilter, OnboardingUpdate, Onboardings, PageParams, Request, Transport,
};
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

/// Records the called endpoints, and fails every call.
#[derive(Default)]
struct Recorder(Mutex<Vec<&'static Endpoint>>);

impl Transport for Recorder {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        self.0.lock().unwrap().push(request.endpoint());
        Err(Error::transport("only recorded"))
    }
}

/// Calls every method in the order of declaration, and returns the endpoints.
pub(crate) async fn endpoints() -> Vec<&'static Endpoint> {
    let pivotal = Recorder::default();

    pivotal.get_me().await.unwrap_err();
    pivotal.get_health().await.unwrap_err();

    pivotal.list_customers(&CustomerFilter::new()).pages().next().await.unwrap().unwrap_err();
    pivotal.create_customer(&CustomerCreate::new("Juniper")).await.unwrap_err();
    pivotal.get_customer(42).await.unwrap_err();
    pivotal.update_customer(42, &CustomerUpdate::new()).await.unwrap_err();
    pivotal.delete_customer(42).await.unwrap_err();

    pivotal.list_customer_contacts(42, &PageParams::new()).pages().next().await.unwrap().unwrap_err();
    pivotal.create_customer_contact(42, &ContactCreate::new("Ravi", "ravi@juniper.example")).await.unwrap_err();
    pivotal.get_contact(42).await.unwrap_err();
    pivotal.update_contact(42, &ContactUpdate::new()).await.unwrap_err();
    pivotal.delete_contact(42).await.unwrap_err();

    pivotal.list_onboardings(&OnboardingFilter::new()).pages().next().await.unwrap().unwrap_err();
    pivotal.create_onboarding(&OnboardingCreate::new(42)).await.unwrap_err();
    pivotal.list_customer_onboardings(42, &PageParams::new()).pages().next().await.unwrap().unwrap_err();
    pivotal.get_onboarding(42).await.unwrap_err();
    pivotal.update_onboarding(42, &OnboardingUpdate::new()).await.unwrap_err();
    pivotal.delete_onboarding(42).await.unwrap_err();

    pivotal.0.into_inner().unwrap()
}

#[tokio::test]
async fn methods_are_the_operations_of_the_contract() {
    let declared = endpoints().await.into_iter().map(|endpoint| {
        let path = endpoint.template().split('?').next().unwrap();
        (endpoint.operation().to_owned(), endpoint.method().to_owned(), unnamed(path, ['<', '>']))
    });
    let documented = operations().into_iter().map(|operation| (operation.id, operation.method, operation.path));

    let declared: BTreeSet<_> = declared.collect();
    assert_eq!(declared, documented.collect());
    assert_eq!(declared.len(), 18);
}

#[tokio::test]
async fn documented_2xx_statuses_are_the_successes() {
    for endpoint in endpoints().await {
        for status in operation(endpoint.operation()).statuses {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(endpoint.is_success(status), status.is_success(), "{endpoint}: {status}");
        }
    }
}
