// `endpoint` under another name inside a trait with `#[endpoints]`.
#![deny(unused_imports)]

use pivotal_runtime::{Error, endpoint as http, endpoints as api};

pub mod renamed {
    pub use pivotal_runtime::endpoint as call;
}

#[api("/api")]
pub trait Api {
    /// A method with other attributes.
    #[http(GET, "/customers/<id>", response = u32)]
    #[deprecated(since = "1", note = "2")]
    #[doc(alias = "GET")]
    #[must_use = "it is a future"]
    async fn customer(&self, id: &str) -> Result<u32, Error>;

    #[renamed::call("PURGE", "/customers")]
    async fn purge(&self) -> Result<u32, Error>;

    #[crate::renamed::call(PUT, "/customers/<id>")]
    async fn put(&self, id: &str) -> Result<u32, Error>;

    #[cfg(any())]
    #[missing(PUT, "/customers/<id>")]
    async fn missing(&self, id: &str) -> Result<u32, Error>;

    #[cfg_attr(all(), http(GET, "/conditional"))]
    async fn conditional(&self) -> Result<u32, Error>;
}

pub async fn call<C: Api>(client: C) -> Result<(), Error> {
    #[allow(deprecated, reason = "that it is deprecated shows that the attribute is there")]
    client.customer("42").await?;
    client.purge().await?;
    client.put("42").await?;
    client.conditional().await?;
    assert_eq!(C::ENDPOINTS.len(), 4);
    Ok(())
}

fn main() {}
