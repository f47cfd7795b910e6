//! Changes to an onboarding.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::setters::setters;
use crate::timestamp;
use crate::{Id, OnboardingPhase, OnboardingState, Patch};

/// Changes to an onboarding: what is not set is left as it is.
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct OnboardingUpdate {
    /// The template that it follows.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub template_id: Patch<Id>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<OnboardingPhase>,
    /// How it goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<OnboardingState>,
    /// Whether the next step is the customer's. Set this or [`OnboardingState::Waiting`], not two
    /// that disagree: which of them wins is not documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_on_customer: Option<bool>,
    /// Its name.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub name: Patch<String>,
    /// When the launch is planned.
    #[serde(skip_serializing_if = "Patch::is_keep", serialize_with = "timestamp::write_patch")]
    pub target_launch_date: Patch<Timestamp>,
    /// The member of the workspace in the role of CSM.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub csm_id: Patch<Id>,
    /// The member in the role of SE.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub se_id: Patch<Id>,
    /// The member in the role of designer.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub designer_id: Patch<Id>,
    /// The member in the role of product operations.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub product_ops_id: Patch<Id>,
    /// Free text.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub notes: Patch<String>,
}

impl OnboardingUpdate {
    /// No change yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

setters!(OnboardingUpdate {
    template_id: Patch<Id>,
    phase: Option<OnboardingPhase>,
    state: Option<OnboardingState>,
    waiting_on_customer: Option<bool>,
    name: Patch<String>,
    target_launch_date: Patch<Timestamp>,
    csm_id: Patch<Id>,
    se_id: Patch<Id>,
    designer_id: Patch<Id>,
    product_ops_id: Patch<Id>,
    notes: Patch<String>,
});
