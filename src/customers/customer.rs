//! A customer as it is read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::amount;
use crate::timestamp;
use crate::{CustomerStatus, Id, Metadata};

/// A company that the workspace serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "customer")]
#[non_exhaustive]
pub struct Customer {
    /// Canonical id: the one to store.
    pub id: Id,
    /// Number of the customer within the workspace, as the app shows it.
    pub display_id: i64,
    /// Its name. Names need not be unique.
    pub name: String,
    /// Its name in addresses of the app. No two customers share one.
    pub slug: Option<String>,
    /// The domain of its website. Two customers may share one.
    pub domain: Option<String>,
    /// Where it stands.
    pub status: CustomerStatus,
    /// The plan that it is on, in the workspace's own words.
    pub plan: Option<String>,
    /// Monthly recurring revenue. The API's pages give no unit; samples are whole, such as 125000.
    #[serde(serialize_with = "amount::write_option")]
    pub mrr: Option<f64>,
    /// Orders a month.
    pub monthly_orders: Option<i64>,
    /// Its company in `HubSpot`.
    pub hubspot_company_id: Option<String>,
    /// Its deal in `HubSpot`.
    pub hubspot_deal_id: Option<String>,
    /// Its customer in Stripe.
    pub stripe_customer_id: Option<String>,
    /// Its company in Intercom.
    pub intercom_company_id: Option<String>,
    /// Its channel in Slack.
    pub slack_channel_id: Option<String>,
    /// The caller's own JSON. Guides say that it is returned, but no sample answer has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
    /// When it was created: the order of lists.
    #[serde(serialize_with = "timestamp::write")]
    pub created_at: Timestamp,
    /// When it last changed.
    #[serde(serialize_with = "timestamp::write")]
    pub updated_at: Timestamp,
}
