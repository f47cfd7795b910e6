//! An onboarding as it is read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::timestamp;
use crate::{Id, OnboardingPhase, OnboardingState};

/// The work of setting one customer up.
///
/// The API's samples end at `notes`. The fields after it are named elsewhere in its pages, and are
/// `None` where an answer lacks them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "onboarding")]
#[non_exhaustive]
pub struct Onboarding {
    /// Canonical id: the one to store.
    pub id: Id,
    /// Number of the onboarding within the workspace, as the app shows it.
    pub display_id: i64,
    /// The customer that is set up.
    pub customer_id: Id,
    /// The template that it was made from.
    pub template_id: Option<Id>,
    /// How far it has come.
    pub phase: OnboardingPhase,
    /// How it goes.
    pub state: OnboardingState,
    /// When it began.
    #[serde(serialize_with = "timestamp::write_option")]
    pub started_at: Option<Timestamp>,
    /// When it was completed.
    #[serde(serialize_with = "timestamp::write_option")]
    pub completed_at: Option<Timestamp>,
    /// When the launch is planned. The API's samples give an instant, its webhooks a bare date,
    /// which is read as midnight in UTC.
    #[serde(default, serialize_with = "timestamp::write_option", deserialize_with = "timestamp::read_option_or_date")]
    pub target_launch_date: Option<Timestamp>,
    /// The member of the workspace in the role of CSM.
    pub csm_id: Option<Id>,
    /// The member in the role of SE.
    pub se_id: Option<Id>,
    /// The member in the role of designer.
    pub designer_id: Option<Id>,
    /// The member in the role of product operations.
    pub product_ops_id: Option<Id>,
    /// Free text.
    pub notes: Option<String>,
    /// Whether the next step is the customer's. If so, `state` is [`OnboardingState::Waiting`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_on_customer: Option<bool>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When it was created: the order of lists.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "timestamp::write_option")]
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "timestamp::write_option")]
    pub updated_at: Option<Timestamp>,
}
