//! The operations of `InlineSchemas`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::INLINE_SCHEMAS;

#[endpoints("/orders", api = INLINE_SCHEMAS)]
pub trait InlineSchemas {
    #[endpoint(POST, "", body = body, operation = "create-order")]
    async fn create_order(
        &self,
        body: &CreateOrderRequest,
    ) -> Result<CreateOrderResponse, Error>;

    /// # Errors
    ///
    /// - 404: None.
    #[endpoint(GET, "", operation = "listOrders")]
    async fn list_orders(&self) -> Result<Vec<ListOrdersResponseItem>, Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateOrderRequest {
    pub lines: Vec<CreateOrderRequestLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<CreateOrderRequestAddress>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateOrderRequestLine {
    pub sku: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<CreateOrderRequestLineOptions>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateOrderRequestLineOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gift: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateOrderRequestAddress {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateOrderResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<CreateOrderResponseState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<CreateOrderResponseAddress>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<Vec<CreateOrderResponseEntryItem>>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CreateOrderResponseState {
    Open,
    Paid,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

/// Postal address.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateOrderResponseAddress {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zip: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateOrderResponseEntryItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListOrdersResponseItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
}
