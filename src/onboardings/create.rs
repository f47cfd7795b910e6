//! An onboarding to create.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::setters::setters;
use crate::timestamp;
use crate::{Id, OnboardingPhase, OnboardingState};

/// An onboarding to create: its customer, and whatever else is known.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OnboardingCreate {
    /// The customer to set up. A canonical id is safest here: that a body takes a display id, as
    /// paths do, is not documented.
    pub customer_id: Id,
    /// The template to make it from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_id: Option<Id>,
    /// How far it has come; left out, [`OnboardingPhase::BeforeGettingStarted`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<OnboardingPhase>,
    /// How it goes; left out, [`OnboardingState::Active`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<OnboardingState>,
    /// Whether the next step is the customer's. Set this or [`OnboardingState::Waiting`], not two
    /// that disagree: which of them wins is not documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_on_customer: Option<bool>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When the launch is planned.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "timestamp::write_option",
        deserialize_with = "timestamp::read_option_or_date"
    )]
    pub target_launch_date: Option<Timestamp>,
    /// The member of the workspace in the role of CSM.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csm_id: Option<Id>,
    /// The member in the role of SE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub se_id: Option<Id>,
    /// The member in the role of designer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub designer_id: Option<Id>,
    /// The member in the role of product operations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_ops_id: Option<Id>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
}

impl OnboardingCreate {
    /// An onboarding of this customer, and nothing else.
    #[must_use]
    pub fn new(customer_id: impl Into<Id>) -> Self {
        Self {
            customer_id: customer_id.into(),
            template_id: None,
            phase: None,
            state: None,
            waiting_on_customer: None,
            name: None,
            target_launch_date: None,
            csm_id: None,
            se_id: None,
            designer_id: None,
            product_ops_id: None,
            notes: None,
        }
    }
}

setters!(OnboardingCreate {
    template_id: Option<Id>,
    phase: Option<OnboardingPhase>,
    state: Option<OnboardingState>,
    waiting_on_customer: Option<bool>,
    name: Option<String>,
    target_launch_date: Option<Timestamp>,
    csm_id: Option<Id>,
    se_id: Option<Id>,
    designer_id: Option<Id>,
    product_ops_id: Option<Id>,
    notes: Option<String>,
});
