//! Customers: the companies that a workspace serves.

mod amount;
mod create;
mod customer;
mod filter;
mod status;
mod update;

pub use create::CustomerCreate;
pub use customer::Customer;
pub use filter::CustomerFilter;
pub use status::CustomerStatus;
pub use update::CustomerUpdate;

use pivotal_runtime::{Error, endpoints};

use crate::{Deleted, Id, Lists, PIVOTAL};

/// Operations on customers.
///
/// Every operation can answer 401 `authentication_error` for a bad key, 429 `rate_limit_error` with
/// code `rate_limited`, and 500 `internal_error`. The methods name only what they add to these.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Customers {
    /// Lists the customers, newest first, page after page. Deleted ones are left out.
    ///
    /// ```no_run
    /// use pivotal_api::{Client, CustomerFilter, Customers, Error};
    ///
    /// async fn names(pivotal: &Client) -> Result<Vec<String>, Error> {
    ///     let mut customers = pivotal.list_customers(&CustomerFilter::new());
    ///     let mut names = Vec::new();
    ///     while let Some(customer) = customers.next().await {
    ///         names.push(customer?.name);
    ///     }
    ///     Ok(names)
    /// }
    /// ```
    ///
    /// One page alone is the first of [`pages`](pivotal_runtime::Pages::pages). Page by page, a walk goes on after a crash where it stood:
    /// keep with each page the cursor that follows it.
    ///
    /// ```no_run
    /// use pivotal_api::{Client, Customer, CustomerFilter, Customers, Error};
    ///
    /// trait Database {
    ///     fn cursor(&self) -> Option<String>;
    ///     fn store(&mut self, customers: &[Customer], cursor: Option<&str>);
    /// }
    ///
    /// async fn copy(pivotal: &Client, database: &mut impl Database) -> Result<(), Error> {
    ///     let mut filter = CustomerFilter::new();
    ///     filter.cursor = database.cursor();
    ///     let mut pages = pivotal.list_customers(&filter).pages();
    ///     while let Some(page) = pages.next().await.transpose()? {
    ///         // Behind the last page it is `None`, so that the next walk begins anew.
    ///         database.store(&page.data, pages.cursor());
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// A page holds what is strictly older than its cursor, so customers created in the very
    /// millisecond at which a page ends can be missed; large pages make that rarer. Customers that
    /// change during a filtered walk can be missed or come twice.
    ///
    /// # Errors
    ///
    /// 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is
    /// not a `next_cursor`. A limit outside 1 to 100 is refused before anything is sent.
    #[endpoint(GET, "/customers?<filter..>", operation = "list-customers")]
    fn list_customers(&self, filter: &CustomerFilter) -> Lists<'_, Customer>;

    /// Creates a customer.
    ///
    /// The client sends an `Idempotency-Key` with it, so that an attempt that is repeated after a lost answer creates no
    /// second customer. To repeat the call itself, take [`Error::idempotency_key`] or a key of your own and give it to
    /// [`CallOptions::idempotency_key`](crate::CallOptions::idempotency_key): within 24 hours, that gets the first answer
    /// again, with status 201 or 200 (the API's pages differ).
    ///
    /// Where the customer may be there already, its slug tells:
    ///
    /// ```no_run
    /// use pivotal_api::{Client, Customer, CustomerCreate, CustomerFilter, Customers, Error};
    ///
    /// async fn create_or_get(pivotal: &Client, name: &str, slug: &str) -> Result<Customer, Error> {
    ///     match pivotal.create_customer(&CustomerCreate::new(name).slug(slug)).await {
    ///         Err(taken) if taken.code() == Some("slug_taken") => {
    ///             let mut customers = pivotal.list_customers(&CustomerFilter::new().slug(slug));
    ///             while let Some(customer) = customers.next().await.transpose()? {
    ///                 if customer.slug.as_deref() == Some(slug) {
    ///                     return Ok(customer);
    ///                 }
    ///             }
    ///             Err(taken)
    ///         }
    ///         created => created,
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field was refused; the error names it. Codes include
    ///   `missing_field`, `invalid_type`, `invalid_string` and `too_small`.
    /// - 409 `conflict`, code `slug_taken`: another customer has the slug.
    /// - 409 `conflict`, other codes: the idempotency key was used with another body, or its first
    ///   call still runs.
    #[endpoint(POST, "/customers", body = customer, success = [200, 201],
        operation = "create-customer")]
    async fn create_customer(&self, customer: &CustomerCreate) -> Result<Customer, Error>;

    /// Retrieves one customer.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: there is no such customer, it was deleted, or it is another workspace's. A
    /// slug is answered the same way; look it up with [`CustomerFilter::slug`].
    #[endpoint(GET, "/customers/<id>", operation = "get-customer")]
    async fn get_customer(&self, id: impl Into<Id>) -> Result<Customer, Error>;

    /// Changes part of a customer; what `changes` does not set is left as it is.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field was refused; the error names it.
    /// - 404 `not_found`: there is no such customer, or it was deleted.
    /// - 409 `conflict`, code `slug_taken`: another customer has the slug.
    #[endpoint(PATCH, "/customers/<id>", body = changes, idempotent, operation = "update-customer")]
    async fn update_customer(&self, id: impl Into<Id>, changes: &CustomerUpdate) -> Result<Customer, Error>;

    /// Deletes a customer, softly. Its contacts and onboardings stay stored, but leave the lists.
    ///
    /// Deleting it again gives the same answer.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: there never was such a customer, it seems, or it is another workspace's.
    #[endpoint(DELETE, "/customers/<id>", response = Deleted, operation = "delete-customer")]
    async fn delete_customer(&self, id: impl Into<Id>) -> Result<Deleted, Error>;
}
