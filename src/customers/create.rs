//! A customer to create.

use serde::{Deserialize, Serialize};

use super::amount;
use crate::setters::setters;
use crate::{CustomerStatus, Metadata};

/// A customer to create: its name, and whatever else is known.
///
/// ```
/// use pivotal_api::{CustomerCreate, CustomerStatus};
///
/// let customer = CustomerCreate::new("Juniper Freight")
///     .slug("juniper-freight")
///     .status(CustomerStatus::Onboarding)
///     .mrr(4200);
///
/// assert_eq!(
///     serde_json::to_value(&customer)?,
///     serde_json::json!({
///         "name": "Juniper Freight",
///         "slug": "juniper-freight",
///         "status": "onboarding",
///         "mrr": 4200,
///     }),
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CustomerCreate {
    /// Its name.
    pub name: String,
    /// Its name in addresses of the app, unique within the workspace. A slug that is taken is
    /// refused, which also keeps a repeated call from creating a second customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// The domain of its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CustomerStatus>,
    /// The plan that it is on, in the workspace's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Monthly recurring revenue. The API's pages give no unit. What is not finite is refused before anything is sent.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "amount::write_option")]
    pub mrr: Option<f64>,
    /// Orders a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_orders: Option<i64>,
    /// Its company in `HubSpot`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hubspot_company_id: Option<String>,
    /// Its deal in `HubSpot`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hubspot_deal_id: Option<String>,
    /// Its customer in Stripe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stripe_customer_id: Option<String>,
    /// Its company in Intercom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intercom_company_id: Option<String>,
    /// Its channel in Slack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slack_channel_id: Option<String>,
    /// JSON of your own, kept with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
}

impl CustomerCreate {
    /// A customer of this name, and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            slug: None,
            domain: None,
            status: None,
            plan: None,
            mrr: None,
            monthly_orders: None,
            hubspot_company_id: None,
            hubspot_deal_id: None,
            stripe_customer_id: None,
            intercom_company_id: None,
            slack_channel_id: None,
            metadata: None,
        }
    }
}

setters!(CustomerCreate {
    slug: Option<String>,
    domain: Option<String>,
    status: Option<CustomerStatus>,
    plan: Option<String>,
    mrr: Option<f64>,
    monthly_orders: Option<i64>,
    hubspot_company_id: Option<String>,
    hubspot_deal_id: Option<String>,
    stripe_customer_id: Option<String>,
    intercom_company_id: Option<String>,
    slack_channel_id: Option<String>,
    metadata: Option<Metadata>,
});
