//! Onboardings: the process of setting up a customer.

mod create;
mod filter;
mod onboarding;
mod phase;
mod state;
mod update;

pub use create::OnboardingCreate;
pub use filter::OnboardingFilter;
pub use onboarding::Onboarding;
pub use phase::OnboardingPhase;
pub use state::OnboardingState;
pub use update::OnboardingUpdate;

use pivotal_runtime::{Error, endpoints};

use crate::{Deleted, Id, Lists, PIVOTAL, PageParams};

/// Operations on onboardings.
///
/// Every operation can return 401 `authentication_error` for an invalid key, 429 `rate_limit_error` with code
/// `rate_limited`, and 500 `internal_error`. The methods document their further errors.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Onboardings {
    /// Lists the workspace's onboardings, newest first. Deleted onboardings are omitted.
    ///
    /// # Errors
    ///
    /// 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is not a `next_cursor`.
    /// The server can also reject an unknown state or phase. A limit outside 1 to 100 is rejected before anything is
    /// sent.
    #[endpoint(GET, "/onboardings?<filter..>", operation = "list-onboardings")]
    fn list_onboardings(&self, filter: &OnboardingFilter) -> Lists<'_, Onboarding>;

    /// Creates an onboarding.
    ///
    /// By default, it starts in the first phase, is active, and has a daily reminder. Repeating the call with the same
    /// idempotency key returns the first response, with status 201 or 200 (Pivotal's docs disagree).
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field is invalid; the error names it.
    /// - 404 `not_found`: the customer does not exist, or was deleted.
    /// - 409 `conflict`: the idempotency key was used with another body, or its first call is still running.
    #[endpoint(POST, "/onboardings", body = onboarding, success = [200, 201], operation = "create-onboarding")]
    async fn create_onboarding(&self, onboarding: &OnboardingCreate) -> Result<Onboarding, Error>;

    /// Lists a customer's onboardings, newest first. Deleted onboardings are omitted.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is
    ///   not a `next_cursor`. A limit outside 1 to 100 is rejected before anything is sent.
    /// - 404 `not_found`: the customer does not exist, or was deleted.
    #[endpoint(GET, "/customers/<customer_id>/onboardings?<params..>", operation = "list-customer-onboardings")]
    fn list_customer_onboardings(&self, customer_id: impl Into<Id>, params: &PageParams) -> Lists<'_, Onboarding>;

    /// Retrieves one onboarding.
    ///
    /// # Errors
    ///
    /// 404 `not_found`, code `onboarding_not_found`: the onboarding does not exist, was deleted, or belongs to another
    /// workspace.
    #[endpoint(GET, "/onboardings/<id>", operation = "get-onboarding")]
    async fn get_onboarding(&self, id: impl Into<Id>) -> Result<Onboarding, Error>;

    /// Updates an onboarding. Fields that `changes` does not set stay as they are.
    ///
    /// A change of phase is recorded in the customer's timeline, under the name of the key. [`OnboardingPhase::Launch`]
    /// sends a message in Slack and creates a calendar entry and, depending on the workspace, a draft of an email. With
    /// a test key, nothing is sent to Slack.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field is invalid; the error names it.
    /// - 404 `not_found`, code `onboarding_not_found`: the onboarding does not exist, or was deleted.
    #[endpoint(PATCH, "/onboardings/<id>", body = changes, idempotent, operation = "update-onboarding")]
    async fn update_onboarding(&self, id: impl Into<Id>, changes: &OnboardingUpdate) -> Result<Onboarding, Error>;

    /// Deletes an onboarding.
    ///
    /// The server keeps it, but lists omit it.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: the onboarding does not exist, or belongs to another workspace.
    #[endpoint(DELETE, "/onboardings/<id>", response = Deleted, operation = "delete-onboarding")]
    async fn delete_onboarding(&self, id: impl Into<Id>) -> Result<Deleted, Error>;
}
