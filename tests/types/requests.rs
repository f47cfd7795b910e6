//! Request types: bodies and queries.

use pivotal_api::{
    ContactCreate, ContactUpdate, CustomerCreate, CustomerFilter, CustomerStatus, CustomerUpdate, Id, Metadata,
    OnboardingCreate, OnboardingFilter, OnboardingPhase, OnboardingState, OnboardingUpdate, PageParams, Patch,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::{NOTHING, from_json, instant, read, to_json, violations};

#[test]
fn creates_send_required_fields_by_default() {
    assert_eq!(to_json(&CustomerCreate::new("Juniper")), json!({ "name": "Juniper" }));
    assert_eq!(
        to_json(&ContactCreate::new("Ravi Holm", "ravi@juniper.example")),
        json!({ "name": "Ravi Holm", "email": "ravi@juniper.example" }),
    );
    assert_eq!(to_json(&OnboardingCreate::new(318)), json!({ "customer_id": "318" }));
}

#[test]
fn updates_are_empty_by_default() {
    assert_eq!(to_json(&CustomerUpdate::new()), json!({}));
    assert_eq!(to_json(&ContactUpdate::new()), json!({}));
    assert_eq!(to_json(&OnboardingUpdate::new()), json!({}));
}

/// Checks a request body that has every field against its schema, and reads it back.
fn assert_complete<T>(schema: &str, body: &T)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let written = to_json(body);
    assert_eq!(violations(schema, &written), NOTHING);
    let contract = read("openapi");
    let known = contract["components"]["schemas"][schema]["properties"].as_object().unwrap();
    let sent = written.as_object().unwrap();
    assert!(known.keys().eq(sent.keys()), "{schema} has {known:#?}, sent is {sent:#?}");
    assert_eq!(from_json::<T>(written), *body);
}

fn metadata() -> Metadata {
    Metadata::from_iter([("test".to_owned(), true.into())])
}

#[test]
fn creates_can_send_every_field_of_their_schema() {
    let customer = CustomerCreate::new("Juniper Freight")
        .slug("juniper-freight")
        .domain("juniper-freight.example")
        .status(CustomerStatus::Onboarding)
        .plan("scale")
        .mrr(4200.5)
        .monthly_orders(310)
        .hubspot_company_id("8842001973")
        .hubspot_deal_id("20931155")
        .stripe_customer_id("cus_Q7r2WmYtB4")
        .intercom_company_id("ic-5530")
        .slack_channel_id("C07QK2M9ZTD")
        .metadata(metadata());
    assert_complete("CustomerCreate", &customer);

    let contact = ContactCreate::new("Odette Marsh", "odette@juniper-freight.example")
        .title("Operations lead")
        .is_primary(true)
        .labels(["billing", "sponsor"]);
    assert_complete("ContactCreate", &contact);

    let onboarding = OnboardingCreate::new("cmo7fa8o7b2fujyalnuejmuua")
        .template_id("cmuiy0bj83cmmwgjalrcb160m")
        .phase(OnboardingPhase::Review)
        .state("paused")
        .waiting_on_customer(false)
        .name("Rollout")
        .target_launch_date(instant("2026-08-14T00:00:00Z"))
        .csm_id("cmhc7vsxes03jn6x4xaoy3tyg")
        .se_id(7)
        .designer_id(Id::from("d"))
        .product_ops_id("p".to_owned())
        .notes("Awaiting logo files");
    assert_complete("OnboardingCreate", &onboarding);
}

#[test]
fn updates_can_set_every_field_of_their_schema() {
    let customer = CustomerUpdate::new()
        .name("Juniper Freight Ltd")
        .slug("juniper-freight-ltd")
        .domain("juniper-freight.example")
        .status(CustomerStatus::Active)
        .plan("enterprise")
        .mrr(4200)
        .monthly_orders(310)
        .hubspot_company_id("8842001973")
        .hubspot_deal_id("20931155")
        .stripe_customer_id("cus_Q7r2WmYtB4")
        .intercom_company_id("ic-5530")
        .slack_channel_id("C07QK2M9ZTD")
        .metadata(metadata());
    assert_complete("CustomerUpdate", &customer);

    let contact = ContactUpdate::new()
        .name("Ravi Holm")
        .email("ravi@juniper-freight.example")
        .title("Finance manager")
        .is_primary(false)
        .labels(Vec::<String>::new());
    assert_complete("ContactUpdate", &contact);

    let onboarding = OnboardingUpdate::new()
        .template_id("cmuiy0bj83cmmwgjalrcb160m")
        .phase(OnboardingPhase::ProgramDesign)
        .state(OnboardingState::Waiting)
        .waiting_on_customer(true)
        .name("Rollout")
        .target_launch_date(instant("2026-08-14T00:00:00.5Z"))
        .csm_id("cmhc7vsxes03jn6x4xaoy3tyg")
        .se_id(7)
        .designer_id(Id::from("d"))
        .product_ops_id("p".to_owned())
        .notes("Awaiting logo files");
    assert_complete("OnboardingUpdate", &onboarding);
}

#[test]
fn updates_can_clear_every_nullable_field() {
    let customer = CustomerUpdate::new()
        .domain(Patch::Clear)
        .plan(Patch::Clear)
        .mrr(Patch::Clear)
        .monthly_orders(Patch::Clear)
        .hubspot_company_id(Patch::Clear)
        .hubspot_deal_id(Patch::Clear)
        .stripe_customer_id(Patch::Clear)
        .intercom_company_id(Patch::Clear)
        .slack_channel_id(Patch::Clear);
    let contact = ContactUpdate::new().title(Patch::Clear);
    let onboarding = OnboardingUpdate::new()
        .template_id(Patch::Clear)
        .name(Patch::Clear)
        .target_launch_date(Patch::Clear)
        .csm_id(Patch::Clear)
        .se_id(Patch::Clear)
        .designer_id(Patch::Clear)
        .product_ops_id(Patch::Clear)
        .notes(Patch::Clear);
    for (schema, body, cleared) in [
        ("CustomerUpdate", to_json(&customer), 9),
        ("ContactUpdate", to_json(&contact), 1),
        ("OnboardingUpdate", to_json(&onboarding), 8),
    ] {
        assert_eq!(violations(schema, &body), NOTHING);
        let fields = body.as_object().unwrap();
        assert!(fields.values().all(Value::is_null), "{fields:?}");
        assert_eq!(fields.len(), cleared, "{fields:?}");
    }
}

#[test]
fn patch_distinguishes_absent_null_and_value() {
    for (body, title) in [
        (json!({}), Patch::Keep),
        (json!({ "title": null }), Patch::Clear),
        (json!({ "title": "Lead" }), Patch::Set("Lead".to_owned())),
    ] {
        let changes: ContactUpdate = from_json(body.clone());
        assert_eq!(changes.title, title);
        assert_eq!(to_json(&changes), body);
    }
}

#[test]
fn kept_patch_cannot_be_serialized() {
    let error = serde_json::to_value(Patch::<String>::Keep).unwrap_err();
    assert_eq!(error.to_string(), "`Patch::Keep` cannot be serialized; skip the field with `Patch::is_keep`");
}

/// JSON has no such numbers. `null` in their place would clear the amount.
#[test]
fn amounts_that_are_not_finite_are_rejected() {
    for amount in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for written in [
            serde_json::to_value(CustomerCreate::new("Juniper").mrr(amount)),
            serde_json::to_value(CustomerUpdate::new().mrr(amount)),
        ] {
            assert_eq!(written.unwrap_err().to_string(), format!("an amount cannot be {amount}; use a finite number"));
        }
    }
}

#[test]
fn filters_always_send_a_limit() {
    assert_eq!(to_json(&PageParams::new()), json!({ "limit": 100 }));
    assert_eq!(to_json(&CustomerFilter::new()), json!({ "limit": 100 }));
    assert_eq!(to_json(&OnboardingFilter::default()), json!({ "limit": 100 }));
}

#[test]
fn filters_send_parameters_of_their_operation() {
    let cursor = "2026-06-01T16:40:02.550Z";
    let page = to_json(&PageParams::new().limit(1).cursor(cursor));
    assert_eq!(page, json!({ "limit": 1, "cursor": cursor }));

    let customers =
        CustomerFilter::new().limit(25).cursor(cursor).status(CustomerStatus::AtRisk).slug("juniper-freight");
    let customers = to_json(&customers);
    assert_eq!(customers, json!({ "limit": 25, "cursor": cursor, "status": "at_risk", "slug": "juniper-freight" }),);

    let onboardings = OnboardingFilter::new()
        .limit(25)
        .cursor(cursor)
        .customer_id(318)
        .state(OnboardingState::Waiting)
        .phase(OnboardingPhase::InternalQa);
    let onboardings = to_json(&onboardings);
    assert_eq!(
        onboardings,
        json!({
            "limit": 25,
            "cursor": cursor,
            "customer_id": "318",
            "state": "waiting",
            "phase": "internal_qa",
        }),
    );
}

#[test]
fn limits_out_of_range_are_rejected() {
    for limit in [0, 101, 500] {
        let refused = format!("limit {limit} is outside 1 to 100");
        for written in [
            serde_json::to_value(PageParams::new().limit(limit)),
            serde_json::to_value(CustomerFilter::new().limit(limit)),
            serde_json::to_value(OnboardingFilter::new().limit(limit)),
        ] {
            assert_eq!(written.unwrap_err().to_string(), refused);
        }
    }
}
