//! The operations on onboardings.

use pivotal_api::{
    Deleted, List, Onboarding, OnboardingCreate, OnboardingFilter, OnboardingPhase, OnboardingState, OnboardingUpdate,
    Onboardings, PageParams, Patch, Timestamp,
};
use serde_json::json;

use crate::errors::{
    INVALID_CURSOR, INVALID_TYPE, MISSING_FIELD, NO_CUSTOMER, NO_ONBOARDING, OTHER_BODY, STILL_RUNNING, TOO_SMALL,
    assert_202_is_rejected, assert_errors,
};
use crate::support::{Sent, Server, assert_limit_in_range, assert_one_segment, example};

fn launch() -> Timestamp {
    "2026-08-14T00:00:00Z".parse().unwrap()
}

#[tokio::test]
async fn list_onboardings_requests_the_largest_page_by_default() {
    let server = Server::returning(200, "list-onboardings").await;

    let page = server.client().list_onboardings(&OnboardingFilter::new()).pages().next().await.unwrap().unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/onboardings").query("limit", "100")]);
    assert_eq!(page, example::<List<Onboarding>>("list-onboardings"));
    assert_eq!(page.data[0].phase, OnboardingPhase::BeforeGettingStarted);
    assert_eq!(page.data[1].state, OnboardingState::Waiting);
    assert_eq!((page.has_more, page.next_cursor.as_deref()), (true, Some("2026-06-01T17:00:00.000Z")));
}

#[tokio::test]
async fn list_onboardings_sends_its_filter_and_the_cursor_unchanged() {
    let server = Server::returning(200, "list-empty").await;
    let cursor = "2026-06-01T18:40:02.550+02:00";
    let filter = OnboardingFilter::new()
        .limit(25)
        .cursor(cursor)
        .customer_id(318)
        .state(OnboardingState::Waiting)
        .phase(OnboardingPhase::InternalQa);

    let page = server.client().list_onboardings(&filter).pages().next().await.unwrap().unwrap();

    let sent = Sent::get("/api/v1/onboardings")
        .query("limit", "25")
        .query("cursor", cursor)
        .query("customer_id", "318")
        .query("state", "waiting")
        .query("phase", "internal_qa");
    assert_eq!(server.received(), [sent]);
    assert_eq!(page, List::new(Vec::new(), None));
}

#[tokio::test]
async fn list_onboardings_sends_no_limit_out_of_range() {
    assert_limit_in_range("filter", async |pivotal, limit| {
        pivotal.list_onboardings(&OnboardingFilter::new().limit(limit)).pages().next().await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn list_onboardings_returns_each_documented_error() {
    assert_errors("list-onboardings", &[INVALID_CURSOR], async |pivotal| {
        pivotal.list_onboardings(&OnboardingFilter::new().cursor("yesterday")).pages().next().await.unwrap()
    })
    .await;
}

fn rollout() -> OnboardingCreate {
    OnboardingCreate::new("cmo7fa8o7b2fujyalnuejmuua")
        .csm_id("cmhc7vsxes03jn6x4xaoy3tyg")
        .waiting_on_customer(false)
        .target_launch_date(launch())
}

#[tokio::test]
async fn create_onboarding_sends_what_is_set_and_accepts_201_and_the_200_of_a_replay() {
    for status in [201, 200] {
        let server = Server::returning(status, "create-onboarding").await;

        let onboarding = server.client().create_onboarding(&rollout()).await.unwrap();

        let body = json!({
            "customer_id": "cmo7fa8o7b2fujyalnuejmuua",
            "waiting_on_customer": false,
            "target_launch_date": "2026-08-14T00:00:00.000Z",
            "csm_id": "cmhc7vsxes03jn6x4xaoy3tyg",
        });
        assert_eq!(server.received(), [Sent::post("/api/v1/onboardings", body)]);
        assert_eq!(onboarding, example::<Onboarding>("create-onboarding"));
        assert_eq!(onboarding.state, OnboardingState::Active);
        assert_eq!(onboarding.target_launch_date, Some(launch()));
        assert_eq!(onboarding.completed_at, None);
    }
}

#[tokio::test]
async fn create_onboarding_rejects_202() {
    assert_202_is_rejected("create-onboarding", async |pivotal| pivotal.create_onboarding(&rollout()).await).await;
}

#[tokio::test]
async fn create_onboarding_returns_each_documented_error() {
    let own = [MISSING_FIELD, INVALID_TYPE, TOO_SMALL, NO_CUSTOMER, OTHER_BODY, STILL_RUNNING];
    assert_errors("create-onboarding", &own, async |pivotal| pivotal.create_onboarding(&rollout()).await).await;
}

#[tokio::test]
async fn list_customer_onboardings_requests_the_largest_page_by_default() {
    let server = Server::returning(200, "list-customer-onboardings").await;

    let page =
        server.client().list_customer_onboardings(318, &PageParams::new()).pages().next().await.unwrap().unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/customers/318/onboardings").query("limit", "100")]);
    assert_eq!(page, example::<List<Onboarding>>("list-customer-onboardings"));
    assert_eq!(page.data[0].display_id, 77);
    assert_eq!((page.has_more, page.next_cursor), (false, None));
}

#[tokio::test]
async fn list_customer_onboardings_sends_its_limit_and_the_cursor_unchanged() {
    let server = Server::returning(200, "list-empty").await;
    let cursor = "2026-06-01T18:40:02.550+02:00";
    let params = PageParams::new().limit(1).cursor(cursor);

    let page = server
        .client()
        .list_customer_onboardings("cmo7fa8o7b2fujyalnuejmuua", &params)
        .pages()
        .next()
        .await
        .unwrap()
        .unwrap();

    let sent = Sent::get("/api/v1/customers/cmo7fa8o7b2fujyalnuejmuua/onboardings");
    assert_eq!(server.received(), [sent.query("limit", "1").query("cursor", cursor)]);
    assert_eq!(page, List::new(Vec::new(), None));
}

#[tokio::test]
async fn list_customer_onboardings_sends_no_limit_out_of_range() {
    assert_limit_in_range("params", async |pivotal, limit| {
        pivotal.list_customer_onboardings(318, &PageParams::new().limit(limit)).pages().next().await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn list_customer_onboardings_keeps_any_id_one_segment() {
    let template = "/api/v1/customers/<customer_id>/onboardings";
    assert_one_segment((200, "list-customer-onboardings"), template, async |pivotal, id| {
        pivotal.list_customer_onboardings(id, &PageParams::new()).pages().next().await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn list_customer_onboardings_returns_each_documented_error() {
    assert_errors("list-customer-onboardings", &[INVALID_CURSOR, NO_CUSTOMER], async |pivotal| {
        pivotal.list_customer_onboardings(9999, &PageParams::new().cursor("yesterday")).pages().next().await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn get_onboarding_sends_its_id_and_returns_the_onboarding() {
    let server = Server::returning(200, "get-onboarding").await;

    let onboarding = server.client().get_onboarding("cmivqvtnogon4tnu8j2lo0r8z").await.unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/onboardings/cmivqvtnogon4tnu8j2lo0r8z")]);
    assert_eq!(onboarding, example::<Onboarding>("get-onboarding"));
    assert_eq!(onboarding.phase, OnboardingPhase::ProgramBuildout);
    assert_eq!(onboarding.waiting_on_customer, Some(true));
    assert_eq!(onboarding.notes.as_deref(), Some("Awaiting logo files"));
}

#[tokio::test]
async fn get_onboarding_keeps_any_id_one_segment() {
    assert_one_segment((200, "get-onboarding"), "/api/v1/onboardings/<id>", async |pivotal, id| {
        pivotal.get_onboarding(id).await
    })
    .await;
}

#[tokio::test]
async fn get_onboarding_returns_each_documented_error() {
    assert_errors("get-onboarding", &[NO_ONBOARDING], async |pivotal| pivotal.get_onboarding(9999).await).await;
}

#[tokio::test]
async fn update_onboarding_sends_what_is_set_or_cleared_and_nothing_else() {
    let server = Server::returning(200, "update-onboarding").await;
    let changes = OnboardingUpdate::new()
        .phase(OnboardingPhase::ProgramDesign)
        .waiting_on_customer(false)
        .target_launch_date(launch())
        .notes(Patch::Clear);

    let onboarding = server.client().update_onboarding(77, &changes).await.unwrap();

    let body = json!({
        "phase": "program_design",
        "waiting_on_customer": false,
        "target_launch_date": "2026-08-14T00:00:00.000Z",
        "notes": null,
    });
    assert_eq!(server.received(), [Sent::patch("/api/v1/onboardings/77", body)]);
    assert_eq!(onboarding, example::<Onboarding>("update-onboarding"));
    assert_eq!(onboarding.phase, OnboardingPhase::ProgramDesign);
}

#[tokio::test]
async fn update_onboarding_without_a_change_sends_an_empty_object() {
    let server = Server::returning(200, "update-onboarding").await;

    server.client().update_onboarding(77, &OnboardingUpdate::new()).await.unwrap();

    assert_eq!(server.received(), [Sent::patch("/api/v1/onboardings/77", json!({}))]);
}

#[tokio::test]
async fn update_onboarding_keeps_any_id_one_segment() {
    assert_one_segment((200, "update-onboarding"), "/api/v1/onboardings/<id>", async |pivotal, id| {
        pivotal.update_onboarding(id, &OnboardingUpdate::new()).await
    })
    .await;
}

#[tokio::test]
async fn update_onboarding_returns_each_documented_error() {
    assert_errors("update-onboarding", &[INVALID_TYPE, TOO_SMALL, NO_ONBOARDING], async |pivotal| {
        pivotal.update_onboarding(9999, &OnboardingUpdate::new().phase(OnboardingPhase::Launch)).await
    })
    .await;
}

#[tokio::test]
async fn delete_onboarding_sends_its_id_and_returns_the_deleted_record() {
    let server = Server::returning(200, "delete-onboarding").await;

    let deleted = server.client().delete_onboarding(77).await.unwrap();

    assert_eq!(server.received(), [Sent::delete("/api/v1/onboardings/77")]);
    assert_eq!(deleted, example::<Deleted>("delete-onboarding"));
    assert_eq!((deleted.display_id, deleted.deleted), (77, true));
}

#[tokio::test]
async fn delete_onboarding_keeps_any_id_one_segment() {
    assert_one_segment((200, "delete-onboarding"), "/api/v1/onboardings/<id>", async |pivotal, id| {
        pivotal.delete_onboarding(id).await
    })
    .await;
}

#[tokio::test]
async fn delete_onboarding_returns_each_documented_error() {
    assert_errors("delete-onboarding", &[NO_ONBOARDING], async |pivotal| pivotal.delete_onboarding(9999).await).await;
}
