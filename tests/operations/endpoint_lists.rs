//! `ENDPOINTS` of the traits.

use pivotal_api::{Client, Contacts, Customers, Endpoint, Meta, Onboardings, PIVOTAL};

fn listed() -> Vec<&'static Endpoint> {
    let lists = [
        <Client as Meta>::ENDPOINTS,
        <Client as Customers>::ENDPOINTS,
        <Client as Contacts>::ENDPOINTS,
        <Client as Onboardings>::ENDPOINTS,
    ];
    lists.into_iter().flatten().collect()
}

#[test]
fn every_endpoint_belongs_to_the_api() {
    for endpoint in listed() {
        assert_eq!(endpoint.api(), Some(&PIVOTAL), "{endpoint}");
    }
}
