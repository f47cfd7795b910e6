//! JSON that belongs to the caller.

/// JSON of your own, stored with a customer and given back as it was sent.
///
/// It cannot be searched. Test mode asks for `"test": true` in it, so that records made by a test
/// key can be found again among the live ones (Pivotal API, Test mode).
///
/// ```
/// use pivotal_api::{CustomerCreate, Metadata};
///
/// let customer = CustomerCreate::new("Juniper Freight")
///     .metadata(Metadata::from_iter([("test".to_owned(), true.into())]));
/// # assert!(customer.metadata.is_some());
/// ```
pub type Metadata = serde_json::Map<String, serde_json::Value>;
