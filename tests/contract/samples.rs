//! Samples that set every field.

use pivotal_api::{
    ContactCreate, ContactUpdate, CustomerCreate, CustomerFilter, CustomerStatus, CustomerUpdate, Id, Metadata,
    OnboardingCreate, OnboardingFilter, OnboardingPhase, OnboardingState, OnboardingUpdate, PageParams, Patch,
    Timestamp,
};

const CURSOR: &str = "2026-06-01T16:40:02.550Z";

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn metadata() -> Metadata {
    Metadata::from_iter([("test".to_owned(), true.into())])
}

pub(crate) fn page() -> PageParams {
    PageParams::new().limit(1).cursor(CURSOR)
}

pub(crate) fn customer_filter() -> CustomerFilter {
    CustomerFilter::new().limit(25).cursor(CURSOR).status(CustomerStatus::AtRisk).slug("juniper-freight")
}

pub(crate) fn onboarding_filter() -> OnboardingFilter {
    OnboardingFilter::new()
        .limit(25)
        .cursor(CURSOR)
        .customer_id(318)
        .state(OnboardingState::Waiting)
        .phase(OnboardingPhase::InternalQa)
}

pub(crate) fn customer() -> CustomerCreate {
    CustomerCreate::new("Juniper Freight")
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
        .metadata(metadata())
}

pub(crate) fn contact() -> ContactCreate {
    ContactCreate::new("Odette Marsh", "odette@juniper-freight.example")
        .title("Operations lead")
        .is_primary(true)
        .labels(["billing", "sponsor"])
}

pub(crate) fn onboarding() -> OnboardingCreate {
    OnboardingCreate::new("cmo7fa8o7b2fujyalnuejmuua")
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
        .notes("Awaiting logo files")
}

pub(crate) fn customer_update() -> CustomerUpdate {
    CustomerUpdate::new()
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
        .metadata(metadata())
}

pub(crate) fn contact_update() -> ContactUpdate {
    ContactUpdate::new()
        .name("Ravi Holm")
        .email("ravi@juniper-freight.example")
        .title("Finance manager")
        .is_primary(false)
        .labels(Vec::<String>::new())
}

pub(crate) fn onboarding_update() -> OnboardingUpdate {
    OnboardingUpdate::new()
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
        .notes("Awaiting logo files")
}

pub(crate) fn cleared_customer() -> CustomerUpdate {
    CustomerUpdate::new()
        .domain(Patch::Clear)
        .plan(Patch::Clear)
        .mrr(Patch::Clear)
        .monthly_orders(Patch::Clear)
        .hubspot_company_id(Patch::Clear)
        .hubspot_deal_id(Patch::Clear)
        .stripe_customer_id(Patch::Clear)
        .intercom_company_id(Patch::Clear)
        .slack_channel_id(Patch::Clear)
}

pub(crate) fn cleared_contact() -> ContactUpdate {
    ContactUpdate::new().title(Patch::Clear)
}

pub(crate) fn cleared_onboarding() -> OnboardingUpdate {
    OnboardingUpdate::new()
        .template_id(Patch::Clear)
        .name(Patch::Clear)
        .target_launch_date(Patch::Clear)
        .csm_id(Patch::Clear)
        .se_id(Patch::Clear)
        .designer_id(Patch::Clear)
        .product_ops_id(Patch::Clear)
        .notes(Patch::Clear)
}
