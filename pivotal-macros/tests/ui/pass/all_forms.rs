// Each form of the template, each key, each return type.
use pivotal_runtime::{Error, Response, Transport, endpoint};

pub struct MyError;

impl From<Error> for MyError {
    fn from(_: Error) -> Self {
        Self
    }
}

pub trait Api: Transport {
    #[endpoint(GET, "/")]
    async fn root(&self) -> Result<u32, Error>;
    #[endpoint(POST, "/a/<id>/b", body = body, success = 201)]
    async fn post(&self, id: u8, body: &str) -> Result<u32, MyError>;
    #[endpoint(PUT, "/jobs/<id>:run/<path..>", body = body, success = [200, 201])]
    async fn put(&self, id: u8, path: &str, body: Vec<u8>) -> Result<Response<u32>, Error>;
    #[endpoint(PATCH, "/a?<b>&c=<d>&e=f&g&<h..>", response = u32)]
    async fn patch(&self, b: Option<u8>, d: &[u8], h: &[(String, u8)]) -> Result<Option<u32>, Error>;
    #[endpoint(DELETE, "/a", response = (), auth = none, operation = "delete-a")]
    async fn delete(&self);
    #[endpoint(HEAD, "/a", header("X-A") = a, header("X-B") = "b", response = (),)]
    async fn head(&self, a: Option<u8>) -> Result<Response<Option<()>>, Error>;
    #[endpoint(OPTIONS, "/a")]
    async fn options(&self) -> Result<Response<()>, MyError>;
}

impl<T: Transport> Api for T {}

fn main() {}
