//! The parameters of `list-onboardings`.

use crate::page_params::list_params;
use crate::{Id, OnboardingPhase, OnboardingState};

list_params! {
    /// The onboardings to list, and the first page of them to request.
    ///
    /// ```
    /// use pivotal_api::{OnboardingFilter, OnboardingState};
    ///
    /// let filter = OnboardingFilter::new().customer_id(318).state(OnboardingState::Waiting);
    /// assert_eq!(
    ///     serde_json::to_value(&filter)?,
    ///     serde_json::json!({ "limit": 100, "customer_id": "318", "state": "waiting" }),
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct OnboardingFilter {
        /// Only onboardings of this customer, by canonical id or display id.
        customer_id: Option<Id>,
        /// Only onboardings in this state. [`OnboardingState::Waiting`] selects by `waiting_on_customer`.
        state: Option<OnboardingState>,
        /// Only onboardings in this phase.
        phase: Option<OnboardingPhase>,
    }
}
