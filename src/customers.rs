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
/// Every operation can return 401 `authentication_error` for an invalid key, 429 `rate_limit_error` with code
/// `rate_limited`, and 500 `internal_error`. The methods document their further errors.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Customers {
    /// Lists the customers, newest first. Deleted customers are omitted.
    ///
    /// ```
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
    /// To request one page, take the first of [`pages`](pivotal_runtime::Pages::pages). To resume the list after a
    /// crash, store the cursor after each page:
    ///
    /// ```
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
    ///         // After the last page it is `None`, so that the next run starts with the first page.
    ///         database.store(&page.data, pages.cursor());
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// A page contains customers that are older than its cursor. Customers that were created in the millisecond at
    /// which a page ends can be missed; large pages make that rarer. With a filter, customers that change during the
    /// iteration can be missed or appear twice.
    ///
    /// # Errors
    ///
    /// 400 `invalid_request_error`: code `invalid_string` and field `cursor` for a cursor that is
    /// not a `next_cursor`. A limit outside 1 to 100 is rejected before anything is sent.
    #[endpoint(GET, "/customers?<filter..>", operation = "list-customers")]
    fn list_customers(&self, filter: &CustomerFilter) -> Lists<'_, Customer>;

    /// Creates a customer.
    ///
    /// The client sends an `Idempotency-Key`, so a retry after a lost response creates no second customer. To repeat
    /// the call itself, pass [`Error::idempotency_key`], or a key of your own, to
    /// [`CallOptions::idempotency_key`](crate::CallOptions::idempotency_key). Within 24 hours, the server returns the
    /// first response again, with status 201 or 200 (Pivotal's docs disagree).
    ///
    /// If the customer can exist already, find it by its slug:
    ///
    /// ```
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
    /// - 400 `invalid_request_error`: a field is invalid; the error names it. Codes include `missing_field`,
    ///   `invalid_type`, `invalid_string` and `too_small`.
    /// - 409 `conflict`, code `slug_taken`: another customer has the slug.
    /// - 409 `conflict`, other codes: the idempotency key was used with another body, or its first call is still
    ///   running.
    #[endpoint(POST, "/customers", body = customer, success = [200, 201], operation = "create-customer")]
    async fn create_customer(&self, customer: &CustomerCreate) -> Result<Customer, Error>;

    /// Retrieves one customer.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: the customer does not exist, was deleted, or belongs to another workspace. A slug is no id;
    /// look it up with [`CustomerFilter::slug`].
    #[endpoint(GET, "/customers/<id>", operation = "get-customer")]
    async fn get_customer(&self, id: impl Into<Id>) -> Result<Customer, Error>;

    /// Updates a customer. Fields that `changes` does not set stay as they are.
    ///
    /// # Errors
    ///
    /// - 400 `invalid_request_error`: a field is invalid; the error names it.
    /// - 404 `not_found`: the customer does not exist, or was deleted.
    /// - 409 `conflict`, code `slug_taken`: another customer has the slug.
    #[endpoint(PATCH, "/customers/<id>", body = changes, idempotent, operation = "update-customer")]
    async fn update_customer(&self, id: impl Into<Id>, changes: &CustomerUpdate) -> Result<Customer, Error>;

    /// Deletes a customer.
    ///
    /// The server keeps it with its contacts and onboardings, but lists omit them. Repeating the call returns the same
    /// response.
    ///
    /// # Errors
    ///
    /// 404 `not_found`: the customer never existed, or belongs to another workspace.
    #[endpoint(DELETE, "/customers/<id>", response = Deleted, operation = "delete-customer")]
    async fn delete_customer(&self, id: impl Into<Id>) -> Result<Deleted, Error>;
}
