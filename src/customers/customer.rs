//! A customer in a response.

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
    /// The canonical id. Store this one.
    pub id: Id,
    /// The number of the customer within the workspace, as the app shows it.
    pub display_id: i64,
    /// The name. Names need not be unique.
    pub name: String,
    /// The name in URLs of the app, unique within the workspace.
    pub slug: Option<String>,
    /// The domain of the website. Two customers can share one.
    pub domain: Option<String>,
    /// The status.
    pub status: CustomerStatus,
    /// The plan, as the workspace names it.
    pub plan: Option<String>,
    /// Monthly recurring revenue. Pivotal's docs give no unit; samples are whole, such as 125000.
    #[serde(serialize_with = "amount::write")]
    pub mrr: Option<f64>,
    /// Orders per month.
    pub monthly_orders: Option<i64>,
    /// The id of the company in `HubSpot`.
    pub hubspot_company_id: Option<String>,
    /// The id of the deal in `HubSpot`.
    pub hubspot_deal_id: Option<String>,
    /// The id of the customer in Stripe.
    pub stripe_customer_id: Option<String>,
    /// The id of the company in Intercom.
    pub intercom_company_id: Option<String>,
    /// The id of the channel in Slack.
    pub slack_channel_id: Option<String>,
    /// JSON of your own. Guides state that it is returned, but no sample response contains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
    /// The time of creation, which is the order of lists.
    #[serde(serialize_with = "timestamp::write")]
    pub created_at: Timestamp,
    /// The time of the last change.
    #[serde(serialize_with = "timestamp::write")]
    pub updated_at: Timestamp,
}
