//! The operations on customers.

use pivotal_api::http::{HeaderValue, Response};
use pivotal_api::{
    Body, Client, Customer, CustomerCreate, CustomerFilter, CustomerStatus, CustomerUpdate, Customers, Deleted, Error,
    List, Patch, Request, Transport,
};
use serde_json::json;

use crate::errors::{
    INVALID_CURSOR, INVALID_TYPE, MISSING_FIELD, NO_CUSTOMER, OTHER_BODY, SLUG_TAKEN, STILL_RUNNING, TOO_SMALL,
    assert_202_is_rejected, assert_errors,
};
use crate::support::{Sent, Server, assert_limit_in_range, assert_one_segment, example};

#[tokio::test]
async fn list_customers_requests_the_largest_page_by_default() {
    let server = Server::returning(200, "list-customers").await;

    let page = server.client().list_customers(&CustomerFilter::new()).pages().next().await.unwrap().unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/customers").query("limit", "100")]);
    assert_eq!(page, example::<List<Customer>>("list-customers"));
    assert_eq!(page.data[0].slug.as_deref(), Some("juniper-freight"));
    assert_eq!(page.data[0].mrr, Some(4200.0));
    assert_eq!(page.data[1].status, CustomerStatus::Active);
    assert_eq!(page.data[1].domain, None);
    assert_eq!((page.has_more, page.next_cursor.as_deref()), (true, Some("2026-06-01T16:40:02.550Z")));
}

#[tokio::test]
async fn list_customers_sends_its_filter_and_the_cursor_unchanged() {
    let server = Server::returning(200, "list-customers-last-page").await;
    let cursor = "2026-06-01T18:40:02.550+02:00";
    let filter = CustomerFilter::new().limit(25).cursor(cursor).status(CustomerStatus::AtRisk).slug("ä&b=c d");

    let page = server.client().list_customers(&filter).pages().next().await.unwrap().unwrap();

    let sent = Sent::get("/api/v1/customers")
        .query("limit", "25")
        .query("cursor", cursor)
        .query("status", "at_risk")
        .query("slug", "ä&b=c d");
    assert_eq!(server.received(), [sent]);
    assert_eq!(page.data[0].display_id, 317);
    assert_eq!((page.has_more, page.next_cursor), (false, None));
}

#[tokio::test]
async fn list_customers_returns_an_empty_page() {
    let server = Server::returning(200, "list-empty").await;

    let page = server.client().list_customers(&CustomerFilter::new()).pages().next().await.unwrap().unwrap();

    assert_eq!(page, List::new(Vec::new(), None));
}

#[tokio::test]
async fn list_customers_sends_no_limit_out_of_range() {
    assert_limit_in_range("filter", async |pivotal, limit| {
        pivotal.list_customers(&CustomerFilter::new().limit(limit)).pages().next().await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn list_customers_returns_each_documented_error() {
    assert_errors("list-customers", &[INVALID_CURSOR], async |pivotal| {
        pivotal.list_customers(&CustomerFilter::new().cursor("yesterday")).pages().next().await.unwrap()
    })
    .await;
}

fn juniper() -> CustomerCreate {
    CustomerCreate::new("Juniper Freight")
        .slug("juniper-freight")
        .status(CustomerStatus::Onboarding)
        .mrr(4200)
        .monthly_orders(310)
}

#[tokio::test]
async fn create_customer_sends_what_is_set_and_accepts_201_and_the_200_of_a_replay() {
    for status in [201, 200] {
        let server = Server::returning(status, "create-customer").await;

        let customer = server.client().create_customer(&juniper()).await.unwrap();

        let body = json!({
            "name": "Juniper Freight",
            "slug": "juniper-freight",
            "status": "onboarding",
            "mrr": 4200,
            "monthly_orders": 310,
        });
        assert_eq!(server.received(), [Sent::post("/api/v1/customers", body)]);
        assert_eq!(customer, example::<Customer>("create-customer"));
        assert_eq!(customer.id, "cmo7fa8o7b2fujyalnuejmuua");
        assert_eq!(customer.stripe_customer_id.as_deref(), Some("cus_Q7r2WmYtB4"));
    }
}

#[tokio::test]
async fn create_customer_rejects_202() {
    assert_202_is_rejected("create-customer", async |pivotal| pivotal.create_customer(&juniper()).await).await;
}

#[tokio::test]
async fn create_customer_returns_each_documented_error() {
    let own = [MISSING_FIELD, INVALID_TYPE, TOO_SMALL, SLUG_TAKEN, OTHER_BODY, STILL_RUNNING];
    assert_errors("create-customer", &own, async |pivotal| pivotal.create_customer(&juniper()).await).await;
}

#[tokio::test]
async fn wrapper_can_set_the_idempotency_key() {
    struct Idempotent(Client);

    impl Transport for Idempotent {
        async fn send(&self, mut request: Request) -> Result<Response<Body>, Error> {
            request.headers_mut().insert("idempotency-key", HeaderValue::from_static("crm-8842001973"));
            self.0.send(request).await
        }
    }

    let server = Server::returning(201, "create-customer").await;

    Idempotent(server.client()).create_customer(&CustomerCreate::new("Juniper Freight")).await.unwrap();

    let sent = Sent::post("/api/v1/customers", json!({ "name": "Juniper Freight" }));
    assert_eq!(server.received(), [sent.header("idempotency-key", "crm-8842001973")]);
}

#[tokio::test]
async fn get_customer_sends_its_id_and_returns_the_customer() {
    let server = Server::returning(200, "get-customer").await;

    let customer = server.client().get_customer("cm01ut15kwcqt7dvivh76rtkj").await.unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/customers/cm01ut15kwcqt7dvivh76rtkj")]);
    assert_eq!(customer, example::<Customer>("get-customer"));
    assert_eq!(customer.name, "Tallgrass Dental");
    assert_eq!(customer.plan, None);
    assert_eq!(customer.created_at, "2026-06-01T16:40:02.550Z".parse().unwrap());
}

#[tokio::test]
async fn get_customer_keeps_any_id_one_segment() {
    assert_one_segment((200, "get-customer"), "/api/v1/customers/<id>", async |pivotal, id| {
        pivotal.get_customer(id).await
    })
    .await;
}

#[tokio::test]
async fn get_customer_returns_each_documented_error() {
    assert_errors("get-customer", &[NO_CUSTOMER], async |pivotal| pivotal.get_customer(9999).await).await;
}

#[tokio::test]
async fn update_customer_sends_what_is_set_or_cleared_and_nothing_else() {
    let server = Server::returning(200, "update-customer").await;
    let changes = CustomerUpdate::new().status(CustomerStatus::Active).plan("enterprise").hubspot_deal_id(Patch::Clear);

    let customer = server.client().update_customer(318, &changes).await.unwrap();

    let body = json!({ "status": "active", "plan": "enterprise", "hubspot_deal_id": null });
    assert_eq!(server.received(), [Sent::patch("/api/v1/customers/318", body)]);
    assert_eq!(customer, example::<Customer>("update-customer"));
    assert_eq!(customer.plan.as_deref(), Some("enterprise"));
}

#[tokio::test]
async fn update_customer_without_a_change_sends_an_empty_object() {
    let server = Server::returning(200, "update-customer").await;

    server.client().update_customer(318, &CustomerUpdate::new()).await.unwrap();

    assert_eq!(server.received(), [Sent::patch("/api/v1/customers/318", json!({}))]);
}

#[tokio::test]
async fn update_customer_keeps_any_id_one_segment() {
    assert_one_segment((200, "update-customer"), "/api/v1/customers/<id>", async |pivotal, id| {
        pivotal.update_customer(id, &CustomerUpdate::new()).await
    })
    .await;
}

#[tokio::test]
async fn update_customer_returns_each_documented_error() {
    let own = [INVALID_TYPE, TOO_SMALL, NO_CUSTOMER, SLUG_TAKEN];
    assert_errors("update-customer", &own, async |pivotal| {
        pivotal.update_customer(9999, &CustomerUpdate::new().slug("juniper-freight")).await
    })
    .await;
}

#[tokio::test]
async fn delete_customer_sends_its_id_and_returns_the_deleted_record() {
    let server = Server::returning(200, "delete-customer").await;

    let deleted = server.client().delete_customer(318).await.unwrap();

    assert_eq!(server.received(), [Sent::delete("/api/v1/customers/318")]);
    assert_eq!(deleted, example::<Deleted>("delete-customer"));
    assert_eq!(deleted.id, "cmo7fa8o7b2fujyalnuejmuua");
    assert_eq!((deleted.display_id, deleted.deleted), (318, true));
}

#[tokio::test]
async fn delete_customer_keeps_any_id_one_segment() {
    assert_one_segment((200, "delete-customer"), "/api/v1/customers/<id>", async |pivotal, id| {
        pivotal.delete_customer(id).await
    })
    .await;
}

#[tokio::test]
async fn delete_customer_returns_each_documented_error() {
    assert_errors("delete-customer", &[NO_CUSTOMER], async |pivotal| pivotal.delete_customer(9999).await).await;
}
