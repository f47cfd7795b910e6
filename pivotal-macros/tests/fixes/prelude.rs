//! The imports and types of the declarations beside this file.

pub use pivotal_runtime::*;

#[derive(Clone, serde::Deserialize, serde::Serialize)]
pub struct Customer {}

impl ErrorBody for Customer {}

impl From<String> for Customer {
    fn from(_: String) -> Self {
        Self {}
    }
}

#[derive(Clone, serde::Serialize)]
pub struct NewCustomer {}

impl Paginated for Customer {
    type Item = Self;

    fn next(&self, _: &http::response::Parts, _: &Sent<'_>) -> Next {
        Next::end()
    }

    fn into_items(self) -> Vec<Self> {
        vec![self]
    }
}
