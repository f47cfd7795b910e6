//! Which onboardings to list.

use serde::Serialize;

use crate::page_params::write_limit;
use crate::setters::setters;
use crate::{Id, OnboardingPhase, OnboardingState, PageParams};

/// Which onboardings to list, and which page of them.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OnboardingFilter {
    /// Onboardings a page, as in [`PageParams::limit`].
    #[serde(serialize_with = "write_limit")]
    pub limit: u32,
    /// Where the page starts, as in [`PageParams::cursor`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Only those of this customer, by canonical id or display id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<Id>,
    /// Only those that go like this; [`OnboardingState::Waiting`] selects by
    /// `waiting_on_customer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<OnboardingState>,
    /// Only those in this phase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<OnboardingPhase>,
}

impl OnboardingFilter {
    /// All onboardings, the first page of them.
    #[must_use]
    pub fn new() -> Self {
        Self { limit: PageParams::MAX_LIMIT, cursor: None, customer_id: None, state: None, phase: None }
    }
}

impl Default for OnboardingFilter {
    fn default() -> Self {
        Self::new()
    }
}

setters!(OnboardingFilter {
    limit: u32,
    cursor: Option<String>,
    customer_id: Option<Id>,
    state: Option<OnboardingState>,
    phase: Option<OnboardingPhase>,
});
