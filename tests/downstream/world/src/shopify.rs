//! Shopify: lists with a `Link` header around an object, and GraphQL. Each shop has its own base URL.

use std::collections::BTreeMap;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Error, ErrorBody, Next, Pages, Paginated, Sent, endpoints};
use serde::{Deserialize, Serialize};

use crate::graphql::{GraphQl, Query};

/// The base URL is that of the shop: `https://{shop}.myshopify.com`.
pub static SHOPIFY: Api = Api::new().error::<Problem>();

/// The body of an error: a message, or messages for each field.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub errors: Errors,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Errors {
    Message(String),
    Fields(BTreeMap<String, Vec<String>>),
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        match &self.errors {
            Errors::Message(message) => Some(message),
            Errors::Fields(fields) => fields.values().flatten().next().map(|message| &**message),
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Product {
    pub id: u64,
    pub title: String,
}

#[derive(Debug, Serialize)]
pub struct NewProduct<'a> {
    pub title: &'a str,
}

/// The object around a product.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct One<T> {
    pub product: T,
}

#[derive(Debug, Deserialize)]
pub struct Products {
    pub products: Vec<Product>,
}

impl Paginated for Products {
    type Item = Product;

    fn next(&self, head: &Parts, _: &Sent<'_>) -> Next {
        Next::link(head)
    }

    fn into_items(self) -> Vec<Product> {
        self.products
    }
}

#[endpoints("/admin/api/2024-10", api = SHOPIFY)]
pub trait Catalogue {
    #[endpoint(GET, "/products.json?<ids:csv>&<fields:csv>&<status>&<limit>")]
    fn products(&self, ids: &[u64], fields: &[&str], status: Option<&str>, limit: u8) -> Pages<'_, Products>;

    #[endpoint(POST, "/products.json", body = product, success = 201)]
    async fn create_product(&self, product: &One<NewProduct<'_>>) -> Result<One<Product>, Error>;
}

pub const ORDERS: &str = "query($first: Int!, $after: String) { \
    orders(first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }";
pub const CLOSE_ORDER: &str = "mutation($id: ID!) { orderClose(input: { id: $id }) { order { name } } }";

#[derive(Debug, Serialize)]
pub struct First {
    pub first: u8,
}

#[derive(Debug, Serialize)]
pub struct Id<'a> {
    pub id: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Order {
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct Orders {
    pub orders: Connection<Order>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection<T> {
    pub nodes: Vec<T>,
    pub page_info: PageInfo,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PageInfo {
    pub has_next_page: bool,
    pub end_cursor: Option<String>,
}

impl Paginated for Orders {
    type Item = Order;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        let info = &self.orders.page_info;
        Next::body_field("variables.after", info.end_cursor.as_deref()).when(info.has_next_page)
    }

    fn into_items(self) -> Vec<Order> {
        self.orders.nodes
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Closed {
    pub order_close: OrderClose,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct OrderClose {
    pub order: Option<Order>,
}

#[endpoints("/admin/api/2024-10/graphql.json", api = SHOPIFY, format = GraphQl)]
pub trait Graph {
    #[endpoint(POST, "", body = query, idempotent)]
    fn orders(&self, query: &Query<First>) -> Pages<'_, Orders>;

    #[endpoint(POST, "", body = mutation)]
    async fn close_order(&self, mutation: &Query<Id<'_>>) -> Result<Closed, Error>;
}
