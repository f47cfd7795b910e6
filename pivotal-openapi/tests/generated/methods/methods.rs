//! The operations of `Methods`.

use std::collections::BTreeMap;

use pivotal_runtime::{Error, endpoints};

use super::METHODS;

#[endpoints("/all", api = METHODS)]
pub trait Methods {
    #[endpoint(GET, "")]
    async fn get(&self) -> Result<(), Error>;

    #[endpoint(PUT, "")]
    async fn put(&self) -> Result<(), Error>;

    #[endpoint(POST, "")]
    async fn post(&self) -> Result<(), Error>;

    #[endpoint(DELETE, "")]
    async fn delete(&self) -> Result<(), Error>;

    #[endpoint(OPTIONS, "")]
    async fn options(&self) -> Result<(), Error>;

    #[endpoint(HEAD, "")]
    async fn head(&self) -> Result<(), Error>;

    #[endpoint(PATCH, "")]
    async fn patch(&self) -> Result<(), Error>;

    #[endpoint(QUERY, "", body = body)]
    async fn query(
        &self,
        body: &BTreeMap<String, serde_json::Value>,
    ) -> Result<Vec<String>, Error>;

    #[endpoint("PURGE", "")]
    async fn purge(&self) -> Result<(), Error>;
}
