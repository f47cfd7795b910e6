//! The body that creates an onboarding.

use jiff::Timestamp;
use serde::Deserialize;

use crate::request::request;
use crate::timestamp;
use crate::{Id, OnboardingPhase, OnboardingState};

request! {
    /// An onboarding to create.
    ///
    /// ```
    /// use pivotal_api::{OnboardingCreate, Timestamp};
    ///
    /// let launch: Timestamp = "2026-08-14T00:00:00Z".parse()?;
    /// let onboarding = OnboardingCreate::new("cmo7fa8o7b2fujyalnuejmuua").target_launch_date(launch);
    ///
    /// assert_eq!(
    ///     serde_json::to_value(&onboarding)?,
    ///     serde_json::json!({
    ///         "customer_id": "cmo7fa8o7b2fujyalnuejmuua",
    ///         "target_launch_date": "2026-08-14T00:00:00.000Z",
    ///     }),
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Eq, Deserialize)]
    pub struct OnboardingCreate {
        /// The id of the customer to set up.
        ///
        /// Use the canonical id: paths accept a display id, but Pivotal's docs do not state that bodies do.
        customer_id: Id,
    }
    optional {
        /// The id of the template to create it from.
        template_id: Option<Id>,
        /// The phase; without it, [`OnboardingPhase::BeforeGettingStarted`].
        phase: Option<OnboardingPhase>,
        /// The state; without it, [`OnboardingState::Active`].
        state: Option<OnboardingState>,
        /// `true` if the next step is the customer's.
        ///
        /// Set this or [`OnboardingState::Waiting`], but not two values that disagree: Pivotal's docs do not state which
        /// of them wins.
        waiting_on_customer: Option<bool>,
        /// The name.
        name: Option<String>,
        /// The planned date of the launch.
        #[serde(serialize_with = "timestamp::write", deserialize_with = "timestamp::read_option_or_date")]
        target_launch_date: Option<Timestamp>,
        /// The id of the CSM, a member of the workspace.
        csm_id: Option<Id>,
        /// The id of the SE, a member of the workspace.
        se_id: Option<Id>,
        /// The id of the designer, a member of the workspace.
        designer_id: Option<Id>,
        /// The id of the member of the workspace in the role of product operations.
        product_ops_id: Option<Id>,
        /// Free text.
        notes: Option<String>,
    }
}
