//! The declarations and the data types, checked against the contract in `tests/data/openapi.json`.
//!
//! The contract is a reconstruction (see its README), so this does not prove that the live API agrees. `known.txt` lists its known
//! errors.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod generated;
mod samples;

use pivotal_api::{Client, Contacts, Customers, Meta, Onboardings, PIVOTAL, PageParams};
use pivotal_openapi::{Check, Document};

#[test]
fn declarations_and_types_agree_with_the_contract() {
    let document = Document::load(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/openapi.json")).unwrap();
    let mut check = Check::new(&document);
    check
        .known(include_str!("known.txt"))
        .api(&PIVOTAL)
        .endpoints(<Client as Meta>::ENDPOINTS)
        .endpoints(<Client as Customers>::ENDPOINTS)
        .endpoints(<Client as Contacts>::ENDPOINTS)
        .endpoints(<Client as Onboardings>::ENDPOINTS);

    check.call(|api| api.get_me()).call(|api| api.get_health());

    check
        .call(|api| api.list_customers(&samples::customer_filter()))
        .call(|api| api.create_customer(&samples::customer()))
        .call(|api| api.get_customer(42))
        .call(|api| api.update_customer(42, &samples::customer_update()))
        .call(|api| api.update_customer(42, &samples::cleared_customer()))
        .call(|api| api.delete_customer(42));

    check
        .call(|api| api.list_customer_contacts(42, &samples::page()))
        .call(|api| api.create_customer_contact(42, &samples::contact()))
        .call(|api| api.get_contact(42))
        .call(|api| api.update_contact(42, &samples::contact_update()))
        .call(|api| api.update_contact(42, &samples::cleared_contact()))
        .call(|api| api.delete_contact(42));

    check
        .call(|api| api.list_onboardings(&samples::onboarding_filter()))
        .call(|api| api.create_onboarding(&samples::onboarding()))
        .call(|api| api.list_customer_onboardings(42, &PageParams::new()))
        .call(|api| api.get_onboarding(42))
        .call(|api| api.update_onboarding(42, &samples::onboarding_update()))
        .call(|api| api.update_onboarding(42, &samples::cleared_onboarding()))
        .call(|api| api.delete_onboarding(42));

    check.assert();
}
