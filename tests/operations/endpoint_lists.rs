//! `ENDPOINTS` of the traits, checked against the calls and the contract.

use pivotal_api::{Client, Contacts, Customers, Endpoint, Meta, Onboardings, PIVOTAL};
use pivotal_runtime::parameter::Location;

use crate::contract::{document, endpoints};

fn listed() -> Vec<&'static Endpoint> {
    let lists = [
        <Client as Meta>::ENDPOINTS,
        <Client as Customers>::ENDPOINTS,
        <Client as Contacts>::ENDPOINTS,
        <Client as Onboardings>::ENDPOINTS,
    ];
    lists.into_iter().flatten().collect()
}

fn names(endpoint: &Endpoint, location: Location) -> Vec<&'static str> {
    endpoint.parameters().filter(|parameter| parameter.location == location).map(|parameter| parameter.name).collect()
}

#[test]
fn endpoints_are_listed_in_the_order_of_their_declaration() {
    assert_eq!(listed(), endpoints());
}

#[test]
fn parameters_are_those_of_the_contract() {
    for endpoint in listed() {
        let operation = document(endpoint.operation());
        let documented = |location: &str| -> Vec<String> {
            let parameters = operation["parameters"].as_array().map_or(&[][..], |parameters| parameters);
            let found = parameters.iter().filter(|parameter| parameter["in"] == location);
            found.map(|parameter| parameter["name"].as_str().unwrap().to_owned()).collect()
        };
        let in_path = names(endpoint, Location::Path);
        let snake: Vec<_> = documented("path").iter().map(|name| name.replace("Id", "_id")).collect();
        assert_eq!(in_path, snake, "{endpoint}");
        // One parameter supplies all fields of a query. Its name is not on the wire.
        let has_fields = endpoint.template().contains("..>");
        assert_eq!(names(endpoint, Location::Query).is_empty(), documented("query").is_empty(), "{endpoint}");
        if !has_fields {
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
fn every_endpoint_belongs_to_the_api() {
    for endpoint in listed() {
        assert_eq!(endpoint.api(), Some(&PIVOTAL), "{endpoint}");
    }
}

#[test]
fn every_endpoint_but_health_sends_credentials() {
    for endpoint in listed() {
        assert_eq!(endpoint.sends_credentials(), endpoint.operation() != "get-health", "{endpoint}");
    }
}
