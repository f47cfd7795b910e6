//! Bodies that are decoded.

use std::collections::BTreeMap;

use pivotal_api::{Customer, CustomerStatus, Customers, PivotalError};
use pivotal_runtime::{Error, Transport, endpoint};
use proptest::prelude::*;
use serde_json::Value;

use super::response;
use crate::json::any_json;
use crate::number_api::Api;
use crate::support::scripted::{ScriptedServer, respond};

trait Deletes: Transport {
    #[endpoint(DELETE, "/number")]
    async fn delete(&self) -> Result<(), Error>;
}
impl<T: Transport> Deletes for T {}

#[tokio::test]
async fn unit_response_ignores_the_body() {
    let bodies =
        ["HTTP/1.1 204 No Content\r\n\r\n".into(), response("200 OK", "", ""), response("202 Accepted", "", "{}")];
    for body in bodies {
        let server = ScriptedServer::new([respond(body)]);
        server.client().delete().await.unwrap();
        assert_eq!(server.finish().await.requests[0].line, "DELETE /number HTTP/1.1");
    }
}

const CUSTOMER: &str = include_str!("../../data/get-customer.json");

fn customer() -> serde_json::Map<String, Value> {
    let Ok(Value::Object(customer)) = serde_json::from_str(CUSTOMER) else { unreachable!() };
    customer
}

#[tokio::test]
async fn unknown_fields_and_values_are_accepted() {
    let mut customer = customer();
    customer.insert("mood".into(), serde_json::json!({"today": [1, null, "fine"]}));
    customer.insert("status".into(), "hibernating".into());
    let server = ScriptedServer::new([respond(response("200 OK", "", Value::Object(customer).to_string()))]);
    let customer = server.client().get_customer("cm01ut15kwcqt7dvivh76rtkj").await.unwrap();
    assert_eq!(customer.status, CustomerStatus::Unknown("hibernating".to_owned()));
    server.finish().await;
}

proptest! {
    #[test]
    fn any_unknown_field_or_value_is_accepted(
        added in prop::collection::btree_map("new_[a-z]{0,8}", any_json(), 0..6),
        status in "[a-z_]{1,12}",
    ) {
        let mut written = customer();
        written.extend(BTreeMap::clone(&added));
        written.insert("status".to_owned(), Value::from(status.as_str()));
        let read: Customer = serde_json::from_str(&Value::Object(written).to_string()).unwrap();
        prop_assert_eq!(read.status.as_str(), status);
        let plain: Customer = serde_json::from_str(CUSTOMER).unwrap();
        prop_assert_eq!((read.id, read.name), (plain.id, plain.name));
    }
}

#[tokio::test]
async fn content_type_does_not_affect_decoding() {
    let types = ["", "application/problem+json", "text/json", "text/plain; charset=utf-8", "image/png", "nonsense"];
    let headers = types.map(|content_type| match content_type {
        "" => String::new(),
        _ => format!("Content-Type: {content_type}\r\n"),
    });
    let envelope = r#"{"error":{"type":"conflict","code":"slug_taken","message":"m","field":"slug"}}"#;
    let both =
        headers.iter().flat_map(|header| [response("200 OK", header, "7"), response("409 Conflict", header, envelope)]);
    let server = ScriptedServer::new(both.map(respond));
    let client = server.client();
    for content_type in types {
        assert_eq!(client.get().await.unwrap(), 7, "{content_type}");
        let error = client.get().await.unwrap_err();
        let field = error.detail().and_then(|detail: &PivotalError| detail.field.as_deref());
        assert_eq!((error.code(), field), (Some("slug_taken"), Some("slug")), "{content_type}");
    }
    server.finish().await;
}
