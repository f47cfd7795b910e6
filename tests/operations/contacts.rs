//! The operations on contacts.

use pivotal_api::{Contact, ContactCreate, ContactUpdate, Contacts, Deleted, List, PageParams, Patch};
use serde_json::json;

use crate::errors::{
    EMAIL_TAKEN, INVALID_CURSOR, INVALID_TYPE, MISSING_FIELD, NO_CONTACT, NO_CUSTOMER, OTHER_BODY, STILL_RUNNING,
    TOO_SMALL, assert_202_is_rejected, assert_errors,
};
use crate::support::{Sent, Server, assert_limit_in_range, assert_one_segment, example};

#[tokio::test]
async fn list_customer_contacts_requests_the_largest_page_by_default() {
    let server = Server::returning(200, "list-customer-contacts").await;

    let page = server.client().list_customer_contacts(318, &PageParams::new()).pages().next().await.unwrap().unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/customers/318/contacts").query("limit", "100")]);
    assert_eq!(page, example::<List<Contact>>("list-customer-contacts"));
    assert_eq!(page.data[0].email, "odette@juniper-freight.example");
    assert_eq!(page.data[1].title, None);
    assert_eq!((page.has_more, page.next_cursor), (false, None));
}

#[tokio::test]
async fn list_customer_contacts_sends_its_limit_and_the_cursor_unchanged() {
    let server = Server::returning(200, "list-empty").await;
    let cursor = "2026-06-01T18:40:02.550+02:00";
    let params = PageParams::new().limit(1).cursor(cursor);

    let page = server
        .client()
        .list_customer_contacts("cmo7fa8o7b2fujyalnuejmuua", &params)
        .pages()
        .next()
        .await
        .unwrap()
        .unwrap();

    let sent = Sent::get("/api/v1/customers/cmo7fa8o7b2fujyalnuejmuua/contacts");
    assert_eq!(server.received(), [sent.query("limit", "1").query("cursor", cursor)]);
    assert_eq!(page, List::new(Vec::new(), None));
}

#[tokio::test]
async fn list_customer_contacts_sends_no_limit_out_of_range() {
    assert_limit_in_range("params", async |pivotal, limit| {
        pivotal.list_customer_contacts(318, &PageParams::new().limit(limit)).pages().next().await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn list_customer_contacts_keeps_any_id_one_segment() {
    let template = "/api/v1/customers/<customer_id>/contacts";
    assert_one_segment((200, "list-customer-contacts"), template, async |pivotal, id| {
        pivotal.list_customer_contacts(id, &PageParams::new()).pages().next().await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn list_customer_contacts_returns_each_documented_error() {
    assert_errors("list-customer-contacts", &[INVALID_CURSOR, NO_CUSTOMER], async |pivotal| {
        pivotal.list_customer_contacts(9999, &PageParams::new().cursor("yesterday")).pages().next().await.unwrap()
    })
    .await;
}

fn odette() -> ContactCreate {
    ContactCreate::new("Odette Marsh", "Odette@Juniper-Freight.example").is_primary(true).labels(["billing", "sponsor"])
}

#[tokio::test]
async fn create_customer_contact_sends_what_is_set_and_accepts_201_and_the_200_of_a_replay() {
    for status in [201, 200] {
        let server = Server::returning(status, "create-customer-contact").await;

        let contact = server.client().create_customer_contact(318, &odette()).await.unwrap();

        let body = json!({
            "name": "Odette Marsh",
            "email": "Odette@Juniper-Freight.example",
            "is_primary": true,
            "labels": ["billing", "sponsor"],
        });
        assert_eq!(server.received(), [Sent::post("/api/v1/customers/318/contacts", body)]);
        assert_eq!(contact, example::<Contact>("create-customer-contact"));
        assert_eq!(contact.email, "odette@juniper-freight.example", "as the server stores it");
        assert_eq!(contact.customer_id, "cmo7fa8o7b2fujyalnuejmuua");
        assert!(contact.is_primary);
    }
}

#[tokio::test]
async fn create_customer_contact_rejects_202() {
    assert_202_is_rejected("create-customer-contact", async |pivotal| {
        pivotal.create_customer_contact(318, &odette()).await
    })
    .await;
}

#[tokio::test]
async fn create_customer_contact_keeps_any_id_one_segment() {
    let template = "/api/v1/customers/<customer_id>/contacts";
    assert_one_segment((201, "create-customer-contact"), template, async |pivotal, id| {
        pivotal.create_customer_contact(id, &odette()).await
    })
    .await;
}

#[tokio::test]
async fn create_customer_contact_returns_each_documented_error() {
    let own = [MISSING_FIELD, INVALID_TYPE, TOO_SMALL, NO_CUSTOMER, EMAIL_TAKEN, OTHER_BODY, STILL_RUNNING];
    assert_errors("create-customer-contact", &own, async |pivotal| {
        pivotal.create_customer_contact(9999, &odette()).await
    })
    .await;
}

#[tokio::test]
async fn get_contact_sends_its_id_and_returns_the_contact() {
    let server = Server::returning(200, "get-contact").await;

    let contact = server.client().get_contact("cmw8navcagivhlb24ancsifg5").await.unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/contacts/cmw8navcagivhlb24ancsifg5")]);
    assert_eq!(contact, example::<Contact>("get-contact"));
    assert_eq!(contact.name, "Ravi Holm");
    assert_eq!((contact.title, contact.labels), (None, Vec::new()));
}

#[tokio::test]
async fn get_contact_keeps_any_id_one_segment() {
    assert_one_segment((200, "get-contact"), "/api/v1/contacts/<id>", async |pivotal, id| {
        pivotal.get_contact(id).await
    })
    .await;
}

#[tokio::test]
async fn get_contact_returns_each_documented_error() {
    assert_errors("get-contact", &[NO_CONTACT], async |pivotal| pivotal.get_contact(9999).await).await;
}

#[tokio::test]
async fn update_contact_sends_what_is_set_or_cleared_and_nothing_else() {
    let server = Server::returning(200, "update-contact").await;
    let changes = ContactUpdate::new().title(Patch::Clear).is_primary(false).labels(["billing"]);

    let contact = server.client().update_contact(901, &changes).await.unwrap();

    let body = json!({ "title": null, "is_primary": false, "labels": ["billing"] });
    assert_eq!(server.received(), [Sent::patch("/api/v1/contacts/901", body)]);
    assert_eq!(contact, example::<Contact>("update-contact"));
    assert_eq!(contact.title.as_deref(), Some("Finance manager"), "the value of the response, not of the request");
}

#[tokio::test]
async fn update_contact_without_a_change_sends_an_empty_object() {
    let server = Server::returning(200, "update-contact").await;

    server.client().update_contact(901, &ContactUpdate::new()).await.unwrap();

    assert_eq!(server.received(), [Sent::patch("/api/v1/contacts/901", json!({}))]);
}

#[tokio::test]
async fn update_contact_keeps_any_id_one_segment() {
    assert_one_segment((200, "update-contact"), "/api/v1/contacts/<id>", async |pivotal, id| {
        pivotal.update_contact(id, &ContactUpdate::new()).await
    })
    .await;
}

#[tokio::test]
async fn update_contact_returns_each_documented_error() {
    let own = [INVALID_TYPE, TOO_SMALL, NO_CONTACT, EMAIL_TAKEN];
    assert_errors("update-contact", &own, async |pivotal| {
        pivotal.update_contact(9999, &ContactUpdate::new().email("odette@juniper-freight.example")).await
    })
    .await;
}

#[tokio::test]
async fn delete_contact_sends_its_id_and_returns_the_deleted_record() {
    let server = Server::returning(200, "delete-contact").await;

    let deleted = server.client().delete_contact(901).await.unwrap();

    assert_eq!(server.received(), [Sent::delete("/api/v1/contacts/901")]);
    assert_eq!(deleted, example::<Deleted>("delete-contact"));
    assert_eq!((deleted.display_id, deleted.deleted), (901, true));
}

#[tokio::test]
async fn delete_contact_keeps_any_id_one_segment() {
    assert_one_segment((200, "delete-contact"), "/api/v1/contacts/<id>", async |pivotal, id| {
        pivotal.delete_contact(id).await
    })
    .await;
}

#[tokio::test]
async fn delete_contact_returns_each_documented_error() {
    assert_errors("delete-contact", &[NO_CONTACT], async |pivotal| pivotal.delete_contact(9999).await).await;
}
