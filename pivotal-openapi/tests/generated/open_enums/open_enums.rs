//! The operations of `OpenEnums`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::OPEN_ENUMS;

#[endpoints(api = OPEN_ENUMS)]
pub trait OpenEnums {
    #[endpoint(GET, "/orders?<state>&<sort>")]
    async fn list_orders(
        &self,
        state: Option<&State>,
        sort: Option<&ListOrdersSort>,
    ) -> Result<Vec<Order>, Error>;
}

/// The state of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Open,
    InProgress,
    Closed,
    Unknown,
    /// A value that is not listed.
    #[serde(untagged)]
    Other(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListOrdersSort {
    #[serde(rename = "created")]
    Created,
    #[serde(rename = "-created")]
    MinusCreated,
    #[serde(rename = "+1")]
    Plus1,
    #[serde(rename = "-1")]
    Minus1,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Order {
    pub object: Fixed,
    pub kind: OrderKind,
    /// The state of an order.
    pub state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Size>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch: Option<Switch>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mixed: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<Letter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<OrderCurrency>,
    #[serde(rename = "self", skip_serializing_if = "Option::is_none")]
    pub self_: Option<OrderSelf>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fixed {
    #[default]
    #[serde(rename = "order")]
    Order,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderKind {
    #[default]
    #[serde(rename = "order")]
    Order,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Size {
    S,
    M,
    L,
    Xl,
    #[serde(rename = "2XL")]
    N2xl,
    #[serde(rename = "")]
    Empty,
    #[serde(rename = "s")]
    S2,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    On,
    Off,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Letter {
    #[serde(rename = "ä")]
    Unnamed,
    #[serde(rename = "ß")]
    Unnamed2,
    #[serde(rename = "日本")]
    Unnamed3,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum OrderCurrency {
    Eur,
    Usd,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderSelf {
    #[serde(rename = "self")]
    SelfValue,
    #[serde(rename = "Self")]
    SelfValue2,
    #[serde(rename = "crate")]
    Crate,
    #[serde(rename = "type")]
    Type,
    None,
    Some,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}
