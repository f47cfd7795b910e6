//! The body that updates an onboarding.

use jiff::Timestamp;
use serde::Deserialize;

use crate::request::request;
use crate::timestamp;
use crate::{Id, OnboardingPhase, OnboardingState, Patch};

request! {
    /// Changes to an onboarding. Fields that are not set stay as they are.
    ///
    /// ```
    /// use pivotal_api::{OnboardingPhase, OnboardingUpdate, Patch};
    ///
    /// let changes = OnboardingUpdate::new()
    ///     .phase(OnboardingPhase::ProgramDesign)
    ///     .csm_id("cmhc7vsxes03jn6x4xaoy3tyg")
    ///     .target_launch_date(Patch::Clear);
    ///
    /// assert_eq!(
    ///     serde_json::to_value(&changes)?,
    ///     serde_json::json!({
    ///         "phase": "program_design",
    ///         "csm_id": "cmhc7vsxes03jn6x4xaoy3tyg",
    ///         "target_launch_date": null,
    ///     }),
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(Eq, Deserialize)]
    pub struct OnboardingUpdate {}
    optional {
        /// The id of the template.
        template_id: Patch<Id>,
        /// The phase.
        phase: Option<OnboardingPhase>,
        /// The state.
        state: Option<OnboardingState>,
        /// `true` if the next step is the customer's.
        ///
        /// Set this or [`OnboardingState::Waiting`], but not two values that disagree: Pivotal's docs do not state which
        /// of them wins.
        waiting_on_customer: Option<bool>,
        /// The name.
        name: Patch<String>,
        /// The planned date of the launch.
        #[serde(serialize_with = "timestamp::write")]
        target_launch_date: Patch<Timestamp>,
        /// The id of the CSM, a member of the workspace.
        csm_id: Patch<Id>,
        /// The id of the SE, a member of the workspace.
        se_id: Patch<Id>,
        /// The id of the designer, a member of the workspace.
        designer_id: Patch<Id>,
        /// The id of the member of the workspace in the role of product operations.
        product_ops_id: Patch<Id>,
        /// Free text.
        notes: Patch<String>,
    }
}
