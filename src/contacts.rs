//! Contacts: the people at a customer.

mod contact;
mod create;
mod update;

pub use contact::Contact;
pub use create::ContactCreate;
pub use update::ContactUpdate;

use pivotal_runtime::{Error, endpoints};

use crate::{Deleted, Id, Lists, PIVOTAL, PageParams};

/// Operations on contacts. There is no list of all contacts of a workspace.
///
/// Every operation can answer 401 `authentication_error` for a bad key, 429 `rate_limit_error` with
/// code `rate_limited`, and 500 `internal_error`. The methods name only what they add to these.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Contacts {
    /// Lists a customer's contacts, newest first. Deleted ones are left out.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is
    ///   not a `next_cursor`. A limit outside 1 to 100 is refused before anything is sent.
    /// - 404 `not_found`: there is no such customer, or it was deleted.
    #[endpoint(GET, "/customers/<customer_id>/contacts?<params..>", operation = "list-customer-contacts")]
    fn list_customer_contacts(&self, customer_id: impl Into<Id>, params: &PageParams) -> Lists<'_, Contact>;

    /// Creates a contact of a customer.
    ///
    /// The email is stored in lower case, so the answer may differ from what was sent. A repeat
    /// with the same idempotency key gets the first answer again, with status 201 or 200: the API's
    /// pages differ.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field was refused; the error names it.
    /// - 404 `not_found`: there is no such customer, or it was deleted.
    /// - 409 `conflict`, code `email_taken`: another contact has the email. Whether of the same
    ///   customer or of the workspace is not documented.
    /// - 409 `conflict`, other codes: the idempotency key was used with another body, or its first
    ///   call still runs.
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
    /// 404 `not_found`: there is no such contact, it was deleted, or it is another workspace's.
    #[endpoint(GET, "/contacts/<id>", operation = "get-contact")]
    async fn get_contact(&self, id: impl Into<Id>) -> Result<Contact, Error>;

    /// Changes part of a contact; what `changes` does not set is left as it is.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field was refused; the error names it.
    /// - 404 `not_found`: there is no such contact, or it was deleted.
    /// - 409 `conflict`, code `email_taken`: another contact has the email.
    #[endpoint(PATCH, "/contacts/<id>", body = changes, idempotent, operation = "update-contact")]
    async fn update_contact(&self, id: impl Into<Id>, changes: &ContactUpdate) -> Result<Contact, Error>;

    /// Deletes a contact, softly.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: there is no such contact, or it is another workspace's.
    #[endpoint(DELETE, "/contacts/<id>", response = Deleted, operation = "delete-contact")]
    async fn delete_contact(&self, id: impl Into<Id>) -> Result<Deleted, Error>;
}
