//! JSON that belongs to the caller.

/// JSON of your own, stored with a customer and returned unchanged.
///
/// It cannot be searched. In test mode, put `"test": true` in it: records of a test key are among the live ones, and
/// this identifies them (Pivotal API, Test mode).
///
/// ```
/// use pivotal_api::{CustomerCreate, Metadata};
///
/// let customer = CustomerCreate::new("Juniper Freight")
///     .metadata(Metadata::from_iter([("test".to_owned(), true.into())]));
/// # assert!(customer.metadata.is_some());
/// ```
pub type Metadata = serde_json::Map<String, serde_json::Value>;
