//! What the traits of Pivotal list of themselves, against the contract.

use std::collections::BTreeSet;

use pivotal_api::{Auth, Client, Contacts, Customers, Endpoint, Location, Meta, Onboardings};
use serde_json::Value;

fn listed() -> Vec<&'static Endpoint> {
    let lists = [
        <Client as Meta>::ENDPOINTS,
        <Client as Customers>::ENDPOINTS,
        <Client as Contacts>::ENDPOINTS,
        <Client as Onboardings>::ENDPOINTS,
    ];
    lists.into_iter().flatten().collect()
}

/// The operations of the contract: id, method, path and what it says of each.
fn operations() -> Vec<(String, String, String, Value)> {
    let contract: Value = serde_json::from_str(include_str!("../data/openapi.json")).unwrap();
    let paths = contract.get("paths").unwrap().as_object().unwrap().iter();
    let operations = paths.flat_map(|(path, methods)| {
        methods.as_object().unwrap().iter().map(|(method, operation)| {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            (id, method.to_uppercase(), path.clone(), operation.clone())
        })
    });
    operations.collect()
}

fn operation(endpoint: &Endpoint) -> Value {
    let known = operations().into_iter().find(|(id, ..)| id == endpoint.operation());
    known.expect("an operation of the contract").3
}

/// The path with `{}` in place of each name: names are each side's own.
fn unnamed(path: &str) -> String {
    let pieces = path.split(['{', '}', '<', '>']).enumerate();
    pieces.map(|(at, piece)| if at % 2 == 0 { piece } else { "{}" }).collect()
}

fn names(endpoint: &Endpoint, location: Location) -> Vec<&'static str> {
    endpoint.parameters().filter(|parameter| parameter.location == location).map(|parameter| parameter.name).collect()
}

#[test]
fn the_lists_are_the_operations_of_the_contract() {
    let listed = listed();
    assert_eq!(listed.len(), 18);
    let found: BTreeSet<_> = listed
        .iter()
        .map(|endpoint| {
            let path = endpoint.template().split('?').next().unwrap();
            (endpoint.operation().to_owned(), endpoint.method().to_string(), unnamed(path))
        })
        .collect();
    let expected = operations().into_iter().map(|(id, method, path, _)| (id, method, unnamed(&path)));
    assert_eq!(found, expected.collect());
}

#[test]
fn a_list_is_in_the_order_of_the_declaration() {
    let of = |endpoints: &[Endpoint]| endpoints.iter().map(Endpoint::operation).collect::<Vec<_>>();
    assert_eq!(
        of(<Client as Customers>::ENDPOINTS),
        ["list-customers", "create-customer", "get-customer", "update-customer", "delete-customer"]
    );
    assert_eq!(of(<Client as Meta>::ENDPOINTS), ["get-me", "get-health"]);
}

#[test]
fn the_success_statuses_are_those_of_the_contract() {
    for endpoint in listed() {
        let operation = operation(endpoint);
        for status in operation["responses"].as_object().unwrap().keys() {
            let status: pivotal_api::http::StatusCode = status.parse().unwrap();
            assert_eq!(endpoint.is_success(status), status.is_success(), "{endpoint}: {status}");
        }
        // None stands for any 2xx; those that are named are.
        assert!(endpoint.success_statuses().iter().all(|status| (200..300).contains(status)), "{endpoint}");
    }
}

#[test]
fn the_parameters_are_those_of_the_contract() {
    for endpoint in listed() {
        let operation = operation(endpoint);
        let documented = |location: &str| -> Vec<String> {
            let parameters = operation["parameters"].as_array().map_or(&[][..], |parameters| parameters);
            let found = parameters.iter().filter(|parameter| parameter["in"] == location);
            found.map(|parameter| parameter["name"].as_str().unwrap().to_owned()).collect()
        };
        let in_path = names(endpoint, Location::Path);
        let snake: Vec<_> = documented("path").iter().map(|name| name.replace("Id", "_id")).collect();
        assert_eq!(in_path, snake, "{endpoint}");
        // The fields of a query come from one parameter, whose name is not on the wire.
        let of_fields = endpoint.template().contains("..>");
        assert_eq!(names(endpoint, Location::Query).is_empty(), documented("query").is_empty(), "{endpoint}");
        if !of_fields {
            assert_eq!(names(endpoint, Location::Query), documented("query"), "{endpoint}");
        }
        for header in names(endpoint, Location::Header) {
            assert!(documented("header").contains(&header.to_owned()), "{endpoint}: {header}");
        }
        let has_body = !operation["requestBody"].is_null();
        assert_eq!(names(endpoint, Location::Body).len(), usize::from(has_body), "{endpoint}");
    }
}

#[test]
fn only_health_is_for_everybody() {
    for endpoint in listed() {
        let expected = if endpoint.operation() == "get-health" { Auth::None } else { Auth::Bearer };
        assert_eq!(endpoint.auth(), expected, "{endpoint}");
    }
}
