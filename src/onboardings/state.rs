//! How an onboarding goes.

use crate::open_enum::open_enum;

open_enum! {
    /// How an onboarding goes, whatever its phase.
    ///
    /// The API has `active`, `paused`, `at_risk` and `waiting`; the other values stand on pages about
    /// webhooks or the product.
    pub enum OnboardingState {
        /// It moves on. New onboardings start here.
        Active = "active",
        /// It rests.
        Paused = "paused",
        /// It may miss its date.
        AtRisk = "at_risk",
        /// It waits for the customer, and its clock stands still. The API derives this from
        /// `waiting_on_customer`.
        Waiting = "waiting",
        /// Named for webhooks, not among the states of the API.
        Blocked = "blocked",
        /// Named for webhooks, not among the states of the API.
        Completed = "completed",
        /// Named for the product, not among the states of the API.
        Done = "done",
    }
}
