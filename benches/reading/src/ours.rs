//! The page as this project reads it: a call, and a transport that has the answer.

use bytes::Bytes;
use pivotal_api::{BlockingTransport, Body, Customer, Error, List, Request, http};
use pivotal_runtime::endpoint;

pub struct Answering(pub Bytes);

impl BlockingTransport for Answering {
    fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
        Ok(http::Response::new(Body::from(self.0.clone())))
    }
}

pub trait Calls: BlockingTransport {
    #[endpoint(GET, "/api/v1/customers")]
    fn customers(&self) -> Result<List<Customer>, Error>;
}
impl<T: BlockingTransport> Calls for T {}
