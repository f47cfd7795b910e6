//! Contacts: people at a customer.

mod contact;
mod create;
mod update;

pub use contact::Contact;
pub use create::ContactCreate;
pub use update::ContactUpdate;

use pivotal_runtime::{Error, endpoints};

use crate::{Deleted, Id, Lists, PIVOTAL, PageParams};

/// Operations on contacts.
///
/// The API cannot list all contacts of a workspace.
///
/// Every operation can return 401 `authentication_error` for an invalid key, 429 `rate_limit_error` with code `rate_limited`,
/// and 500 `internal_error`. The methods document their further errors.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Contacts {
    /// Lists a customer's contacts, newest first. Deleted contacts are omitted.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is
    ///   not a `next_cursor`. A limit outside 1 to 100 is rejected before anything is sent.
    /// - 404 `not_found`: the customer does not exist, or was deleted.
    #[endpoint(GET, "/customers/<customer_id>/contacts?<params..>", operation = "list-customer-contacts")]
    fn list_customer_contacts(&self, customer_id: impl Into<Id>, params: &PageParams) -> Lists<'_, Contact>;

    /// Creates a contact of a customer.
    ///
    /// The server stores the email in lower case, so the response can differ from the request. Repeating the call with
    /// the same idempotency key returns the first response, with status 201 or 200 (Pivotal's docs disagree).
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field is invalid; the error names it.
    /// - 404 `not_found`: the customer does not exist, or was deleted.
    /// - 409 `conflict`, code `email_taken`: another contact of the customer, or of the workspace, has the email.
    ///   Pivotal's docs do not state which.
    /// - 409 `conflict`, other codes: the idempotency key was used with another body, or its first call is still
    ///   running.
    #[endpoint(POST, "/customers/<customer_id>/contacts", body = contact, success = [200, 201],
        operation = "create-customer-contact")]
    async fn create_customer_contact(
        &self,
        customer_id: impl Into<Id>,
        contact: &ContactCreate,
    ) -> Result<Contact, Error>;

    /// Retrieves one contact.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: the contact does not exist, was deleted, or belongs to another workspace.
    #[endpoint(GET, "/contacts/<id>", operation = "get-contact")]
    async fn get_contact(&self, id: impl Into<Id>) -> Result<Contact, Error>;

    /// Updates a contact. Fields that `changes` does not set stay as they are.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field is invalid; the error names it.
    /// - 404 `not_found`: the contact does not exist, or was deleted.
    /// - 409 `conflict`, code `email_taken`: another contact has the email.
    #[endpoint(PATCH, "/contacts/<id>", body = changes, idempotent, operation = "update-contact")]
    async fn update_contact(&self, id: impl Into<Id>, changes: &ContactUpdate) -> Result<Contact, Error>;

    /// Deletes a contact.
    ///
    /// The server keeps it, but lists omit it.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: the contact does not exist, or belongs to another workspace.
    #[endpoint(DELETE, "/contacts/<id>", response = Deleted, operation = "delete-contact")]
    async fn delete_contact(&self, id: impl Into<Id>) -> Result<Deleted, Error>;
}
