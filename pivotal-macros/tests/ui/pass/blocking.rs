// Blocking endpoints on a `BlockingTransport`: as `impl Trait`, and as `&dyn`.
use pivotal_runtime::{BlockingTransport, Body, Error, Request, Response, endpoint, endpoints, http};

pub struct MyError;

impl From<Error> for MyError {
    fn from(_: Error) -> Self {
        Self
    }
}

pub trait Store: BlockingTransport {
    #[endpoint(GET, "/items/<id>")]
    fn item(&self, id: u64) -> Result<Option<String>, Error>;
    #[endpoint(PUT, "/items/<id>", body = item, response = String)]
    fn put(&self, id: u64, item: &str) -> Result<Response<String>, MyError>;
    #[endpoint(DELETE, "/items/<id>")]
    fn delete(&self, id: u64) -> std::result::Result<(), Error>;
}

impl<T: BlockingTransport> Store for T {}

#[endpoints("/api", transport = BlockingTransport)]
pub trait Listed {
    #[endpoint(GET, "/time")]
    fn time(&self) -> Result<u64, Error>;
}

struct Fake;

impl BlockingTransport for Fake {
    fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
        Ok(http::Response::new(Body::from("7")))
    }
}

fn call(store: &dyn Store) {
    assert!(store.delete(1).is_ok());
    assert!(matches!(store.item(1), Ok(Some(text)) if text == "7"));
}

fn main() {
    call(&Fake);
    assert_eq!(Fake.time().ok(), Some(7));
    assert_eq!(Fake::ENDPOINTS.len(), 1);
}
