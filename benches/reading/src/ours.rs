//! Reads the page by a call on a transport that returns it.

use bytes::Bytes;
use pivotal_api::{BlockingTransport, Body, Customer, Error, List, Request, http};
use pivotal_runtime::endpoint;

/// Responds with the same body to each call.
pub struct Responding(pub Bytes);

impl BlockingTransport for Responding {
    fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
        Ok(http::Response::new(Body::from(self.0.clone())))
    }
}

pub trait Calls: BlockingTransport {
    #[endpoint(GET, "/api/v1/customers")]
    fn customers(&self) -> Result<List<Customer>, Error>;
}
impl<T: BlockingTransport> Calls for T {}
