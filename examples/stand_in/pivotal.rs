//! A stand-in server of Pivotal's API. It serves customers only, stores them in memory, and follows Pivotal's docs.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

use hyper::body::Bytes;
use hyper::header::HeaderValue;
use hyper::{Request, Response, StatusCode};
use serde_json::{Map, Value, json};

use crate::server::{Server, json};

/// Starts the server with this many customers.
///
/// # Errors
///
/// If the system has no free port.
pub async fn start(customers: u64) -> io::Result<Server> {
    let mut stored = Customers::default();
    for number in 1..=customers {
        stored.create(Map::from_iter([("name".to_owned(), format!("Customer {number}").into())]));
    }
    let customers = Mutex::new(stored);
    Server::start(move |request| customers.lock().unwrap_or_else(PoisonError::into_inner).respond(&request)).await
}

#[derive(Default)]
struct Customers {
    /// By display id, so the newest is last.
    stored: BTreeMap<u64, Map<String, Value>>,
}

impl Customers {
    fn respond(&mut self, request: &Request<Bytes>) -> Response<Bytes> {
        let uri = request.uri();
        let segments: Vec<&str> = uri.path().split('/').skip(1).collect();
        let body: Map<String, Value> = serde_json::from_slice(request.body()).unwrap_or_default();
        match (request.method().as_str(), segments.as_slice()) {
            ("POST", ["api", "v1", "customers"]) => self.create(body),
            ("GET", ["api", "v1", "customers"]) => self.list(uri.query().unwrap_or_default()),
            ("GET", ["api", "v1", "customers", id]) => self.get(id),
            ("PATCH", ["api", "v1", "customers", id]) => self.update(id, body),
            ("DELETE", ["api", "v1", "customers", id]) => self.delete(id),
            _ => error(StatusCode::NOT_FOUND, "not_found", "route_not_found", "No such route"),
        }
    }

    fn create(&mut self, body: Map<String, Value>) -> Response<Bytes> {
        if body.get("slug").is_some_and(|slug| self.stored.values().any(|customer| customer.get("slug") == Some(slug)))
        {
            return error(StatusCode::CONFLICT, "conflict", "slug_taken", "The slug is in use");
        }
        let display_id = self.stored.len() as u64 + 1;
        let at = format!(
            "2026-06-03T09:{:02}:{:02}.{:03}Z",
            display_id / 60_000,
            display_id / 1_000 % 60,
            display_id % 1_000
        );
        let mut customer = json!({
            "object": "customer", "id": format!("cl{display_id:023}"), "display_id": display_id, "slug": null,
            "domain": null, "status": "onboarding", "plan": null, "mrr": null, "monthly_orders": null,
            "hubspot_company_id": null, "hubspot_deal_id": null, "stripe_customer_id": null,
            "intercom_company_id": null, "slack_channel_id": null, "created_at": at, "updated_at": at,
        });
        if let Value::Object(customer) = &mut customer {
            customer.extend(body);
            self.stored.insert(display_id, customer.clone());
        }
        response(StatusCode::CREATED, &customer)
    }

    fn list(&self, query: &str) -> Response<Bytes> {
        let parameter = |name| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        let limit = parameter("limit").and_then(|limit| limit.parse().ok()).unwrap_or(25);
        let before = parameter("cursor").map(|cursor| cursor.replace("%3A", ":"));
        let created_at =
            |customer: &Map<String, Value>| customer.get("created_at").and_then(Value::as_str).map(str::to_owned);
        let live = self.stored.values().rev().filter(|customer| !customer.contains_key("deleted"));
        let mut rest = live.filter(|customer| before.is_none() || created_at(customer) < before);
        let page: Vec<_> = rest.by_ref().take(limit).collect();
        let next = rest.next().and(page.last()).and_then(|last| created_at(last));
        response(
            StatusCode::OK,
            &json!({ "object": "list", "data": page, "has_more": next.is_some(), "next_cursor": next }),
        )
    }

    fn get(&self, id: &str) -> Response<Bytes> {
        match self.display_id(id).and_then(|id| self.stored.get(&id)) {
            Some(customer) if !customer.contains_key("deleted") => response(StatusCode::OK, &json!(customer)),
            _ => not_found(id),
        }
    }

    fn update(&mut self, id: &str, body: Map<String, Value>) -> Response<Bytes> {
        match self.display_id(id).and_then(|id| self.stored.get_mut(&id)) {
            Some(customer) if !customer.contains_key("deleted") => {
                customer.extend(body);
                response(StatusCode::OK, &json!(customer))
            }
            _ => not_found(id),
        }
    }

    fn delete(&mut self, id: &str) -> Response<Bytes> {
        match self.display_id(id).and_then(|id| self.stored.get_mut(&id)) {
            Some(customer) => {
                customer.insert("deleted".to_owned(), Value::Bool(true));
                let (id, display_id) = (customer.get("id"), customer.get("display_id"));
                response(
                    StatusCode::OK,
                    &json!({ "object": "deleted", "id": id, "display_id": display_id, "deleted": true }),
                )
            }
            None => not_found(id),
        }
    }

    /// Returns the display id of a customer: the number itself, or that of the customer with this `id`.
    fn display_id(&self, id: &str) -> Option<u64> {
        let by_id = || self.stored.iter().find(|(_, customer)| customer.get("id").is_some_and(|known| known == id));
        id.parse().ok().or_else(|| by_id().map(|(display_id, _)| *display_id))
    }
}

fn not_found(id: &str) -> Response<Bytes> {
    error(StatusCode::NOT_FOUND, "not_found", "customer_not_found", &format!("No customer {id}"))
}

fn error(status: StatusCode, kind: &str, code: &str, message: &str) -> Response<Bytes> {
    response(status, &json!({ "error": { "type": kind, "code": code, "message": message } }))
}

/// Adds Pivotal's headers.
fn response(status: StatusCode, body: &Value) -> Response<Bytes> {
    let mut response = json(status, body);
    let headers = response.headers_mut();
    headers.insert("x-ratelimit-limit", HeaderValue::from_static("60"));
    headers.insert("x-ratelimit-remaining", HeaderValue::from_static("59"));
    headers.insert("x-ratelimit-reset", HeaderValue::from_static("1780000060"));
    response
}
