//! Onboardings: the work of setting a customer up.

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
/// Every operation can answer 401 `authentication_error` for a bad key, 429 `rate_limit_error` with
/// code `rate_limited`, and 500 `internal_error`. The methods name only what they add to these.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Onboardings {
    /// Lists the workspace's onboardings, newest first, page after page. Deleted ones are left out.
    ///
    /// # Errors
    ///
    /// 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is
    /// not a `next_cursor`; a state or phase that the API does not know may be refused too. A limit
    /// outside 1 to 100 is refused before anything is sent.
    #[endpoint(GET, "/onboardings?<filter..>", operation = "list-onboardings")]
    fn list_onboardings(&self, filter: &OnboardingFilter) -> Lists<'_, Onboarding>;

    /// Creates an onboarding.
    ///
    /// Where nothing else is said, it starts in the first phase, active, and with a reminder every
    /// day. A repeat with the same idempotency key gets the first answer again, with status 201 or
    /// 200: the API's pages differ.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field was refused; the error names it.
    /// - 404 `not_found`: there is no such customer, or it was deleted.
    /// - 409 `conflict`: the idempotency key was used with another body, or its first call still
    ///   runs.
    #[endpoint(POST, "/onboardings", body = onboarding, success = [200, 201],
        operation = "create-onboarding")]
    async fn create_onboarding(&self, onboarding: &OnboardingCreate) -> Result<Onboarding, Error>;

    /// Lists a customer's onboardings, newest first. Deleted ones are left out.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is
    ///   not a `next_cursor`. A limit outside 1 to 100 is refused before anything is sent.
    /// - 404 `not_found`: there is no such customer, or it was deleted.
    #[endpoint(GET, "/customers/<customer_id>/onboardings?<params..>", operation = "list-customer-onboardings")]
    fn list_customer_onboardings(&self, customer_id: impl Into<Id>, params: &PageParams) -> Lists<'_, Onboarding>;

    /// Retrieves one onboarding.
    ///
    /// # Errors
    ///
    /// 404 `not_found`, code `onboarding_not_found`: there is no such onboarding, it was deleted, or
    /// it is another workspace's.
    #[endpoint(GET, "/onboardings/<id>", operation = "get-onboarding")]
    async fn get_onboarding(&self, id: impl Into<Id>) -> Result<Onboarding, Error>;

    /// Changes part of an onboarding; what `changes` does not set is left as it is.
    ///
    /// A change of phase is written to the customer's timeline, in the name of the key. Reaching
    /// [`OnboardingPhase::Launch`] sends a message in Slack and makes a calendar entry and, where
    /// the workspace wants one, a draft email; a test key silences Slack.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field was refused; the error names it.
    /// - 404 `not_found`, code `onboarding_not_found`: there is no such onboarding, or it was
    ///   deleted.
    #[endpoint(PATCH, "/onboardings/<id>", body = changes, idempotent, operation = "update-onboarding")]
    async fn update_onboarding(&self, id: impl Into<Id>, changes: &OnboardingUpdate) -> Result<Onboarding, Error>;

    /// Deletes an onboarding, softly.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: there is no such onboarding, or it is another workspace's.
    #[endpoint(DELETE, "/onboardings/<id>", response = Deleted, operation = "delete-onboarding")]
    async fn delete_onboarding(&self, id: impl Into<Id>) -> Result<Deleted, Error>;
}
