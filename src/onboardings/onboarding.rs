//! An onboarding in a response.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::timestamp;
use crate::{Id, OnboardingPhase, OnboardingState};

/// The process of setting up one customer.
///
/// The API's samples end at `notes`. Other pages of Pivotal's docs name the fields after it, which are `None` if a
/// response lacks them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "onboarding")]
#[non_exhaustive]
pub struct Onboarding {
    /// The canonical id. Store this one.
    pub id: Id,
    /// The number of the onboarding within the workspace, as the app shows it.
    pub display_id: i64,
    /// The id of the customer.
    pub customer_id: Id,
    /// The id of the template that it was created from.
    pub template_id: Option<Id>,
    /// The phase.
    pub phase: OnboardingPhase,
    /// The state.
    pub state: OnboardingState,
    /// The time of the start.
    #[serde(serialize_with = "timestamp::write")]
    pub started_at: Option<Timestamp>,
    /// The time of completion.
    #[serde(serialize_with = "timestamp::write")]
    pub completed_at: Option<Timestamp>,
    /// The planned date of the launch.
    ///
    /// The API's samples contain an instant. Its webhooks contain a bare date, which is read as midnight in UTC.
    #[serde(default, serialize_with = "timestamp::write", deserialize_with = "timestamp::read_option_or_date")]
    pub target_launch_date: Option<Timestamp>,
    /// The id of the CSM, a member of the workspace.
    pub csm_id: Option<Id>,
    /// The id of the SE, a member of the workspace.
    pub se_id: Option<Id>,
    /// The id of the designer, a member of the workspace.
    pub designer_id: Option<Id>,
    /// The id of the member of the workspace in the role of product operations.
    pub product_ops_id: Option<Id>,
    /// Free text.
    pub notes: Option<String>,
    /// `true` if the next step is the customer's. Then `state` is [`OnboardingState::Waiting`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_on_customer: Option<bool>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The time of creation, which is the order of lists.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "timestamp::write")]
    pub created_at: Option<Timestamp>,
    /// The time of the last change.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "timestamp::write")]
    pub updated_at: Option<Timestamp>,
}
