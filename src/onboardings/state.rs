//! The state of an onboarding.

use crate::open_enum::open_enum;

open_enum! {
    /// The state of an onboarding, which does not depend on its phase.
    ///
    /// The API has `active`, `paused`, `at_risk` and `waiting`. Docs of webhooks and of the product name the other
    /// values.
    pub enum OnboardingState {
        /// The onboarding makes progress. New onboardings start in this state.
        Active = "active",
        /// The onboarding is paused.
        Paused = "paused",
        /// The onboarding may miss its date.
        AtRisk = "at_risk",
        /// The onboarding waits for the customer, and its clock is stopped. The API derives this from
        /// `waiting_on_customer`.
        Waiting = "waiting",
        /// A state in docs of webhooks that is not among the states of the API.
        Blocked = "blocked",
        /// A state in docs of webhooks that is not among the states of the API.
        Completed = "completed",
        /// A state in docs of the product that is not among the states of the API.
        Done = "done",
    }
}
