//! Changes to a customer.

use serde::{Deserialize, Serialize};

use super::amount;
use crate::setters::setters;
use crate::{CustomerStatus, Metadata, Patch};

/// Changes to a customer: what is not set is left as it is.
///
/// ```
/// use pivotal_api::{CustomerStatus, CustomerUpdate, Patch};
///
/// let changes = CustomerUpdate::new()
///     .status(CustomerStatus::Active)
///     .plan("enterprise")
///     .hubspot_deal_id(Patch::Clear);
///
/// assert_eq!(
///     serde_json::to_value(&changes)?,
///     serde_json::json!({ "status": "active", "plan": "enterprise", "hubspot_deal_id": null }),
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct CustomerUpdate {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its name in addresses of the app, unique within the workspace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// The domain of its website.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub domain: Patch<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CustomerStatus>,
    /// The plan that it is on, in the workspace's own words.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub plan: Patch<String>,
    /// Monthly recurring revenue. The API's pages give no unit. What is not finite is refused before anything is sent.
    #[serde(skip_serializing_if = "Patch::is_keep", serialize_with = "amount::write_patch")]
    pub mrr: Patch<f64>,
    /// Orders a month.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub monthly_orders: Patch<i64>,
    /// Its company in `HubSpot`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub hubspot_company_id: Patch<String>,
    /// Its deal in `HubSpot`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub hubspot_deal_id: Patch<String>,
    /// Its customer in Stripe.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub stripe_customer_id: Patch<String>,
    /// Its company in Intercom.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub intercom_company_id: Patch<String>,
    /// Its channel in Slack.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub slack_channel_id: Patch<String>,
    /// JSON of your own, kept with it. Whether it replaces what is stored or is merged into it is
    /// not documented; send all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
}

impl CustomerUpdate {
    /// No change yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

setters!(CustomerUpdate {
    name: Option<String>,
    slug: Option<String>,
    domain: Patch<String>,
    status: Option<CustomerStatus>,
    plan: Patch<String>,
    mrr: Patch<f64>,
    monthly_orders: Patch<i64>,
    hubspot_company_id: Patch<String>,
    hubspot_deal_id: Patch<String>,
    stripe_customer_id: Patch<String>,
    intercom_company_id: Patch<String>,
    slack_channel_id: Patch<String>,
    metadata: Option<Metadata>,
});
