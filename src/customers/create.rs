//! The body that creates a customer.

use serde::Deserialize;

use super::amount;
use crate::request::request;
use crate::{CustomerStatus, Metadata};

request! {
    /// A customer to create.
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
    #[derive(Deserialize)]
    pub struct CustomerCreate {
        /// The name.
        name: String,
    }
    optional {
        /// The name in URLs of the app, unique within the workspace.
        ///
        /// A slug that is taken is rejected, so a repeated call creates no second customer.
        slug: Option<String>,
        /// The domain of the website.
        domain: Option<String>,
        /// The status.
        status: Option<CustomerStatus>,
        /// The plan, as the workspace names it.
        plan: Option<String>,
        /// Monthly recurring revenue.
        ///
        /// Pivotal's docs give no unit. `NaN` and infinity are rejected before anything is sent.
        #[serde(serialize_with = "amount::write")]
        mrr: Option<f64>,
        /// Orders per month.
        monthly_orders: Option<i64>,
        /// The id of the company in `HubSpot`.
        hubspot_company_id: Option<String>,
        /// The id of the deal in `HubSpot`.
        hubspot_deal_id: Option<String>,
        /// The id of the customer in Stripe.
        stripe_customer_id: Option<String>,
        /// The id of the company in Intercom.
        intercom_company_id: Option<String>,
        /// The id of the channel in Slack.
        slack_channel_id: Option<String>,
        /// JSON of your own, stored with the customer.
        metadata: Option<Metadata>,
    }
}
