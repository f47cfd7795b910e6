//! The body that updates a customer.

use serde::Deserialize;

use super::amount;
use crate::request::request;
use crate::{CustomerStatus, Metadata, Patch};

request! {
    /// Changes to a customer. Fields that are not set stay as they are.
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
    #[derive(Deserialize)]
    pub struct CustomerUpdate {}
    optional {
        /// The name.
        name: Option<String>,
        /// The name in URLs of the app, unique within the workspace.
        slug: Option<String>,
        /// The domain of the website.
        domain: Patch<String>,
        /// The status.
        status: Option<CustomerStatus>,
        /// The plan, as the workspace names it.
        plan: Patch<String>,
        /// Monthly recurring revenue.
        ///
        /// Pivotal's docs give no unit. `NaN` and infinity are rejected before anything is sent.
        #[serde(serialize_with = "amount::write")]
        mrr: Patch<f64>,
        /// Orders per month.
        monthly_orders: Patch<i64>,
        /// The id of the company in `HubSpot`.
        hubspot_company_id: Patch<String>,
        /// The id of the deal in `HubSpot`.
        hubspot_deal_id: Patch<String>,
        /// The id of the customer in Stripe.
        stripe_customer_id: Patch<String>,
        /// The id of the company in Intercom.
        intercom_company_id: Patch<String>,
        /// The id of the channel in Slack.
        slack_channel_id: Patch<String>,
        /// JSON of your own, stored with the customer.
        ///
        /// Send all of it: Pivotal's docs do not state whether it replaces the stored JSON or is merged into it.
        metadata: Option<Metadata>,
    }
}
