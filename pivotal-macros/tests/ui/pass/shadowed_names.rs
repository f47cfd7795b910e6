// User-defined items with names of the runtime or of the prelude.
#![allow(dead_code, non_camel_case_types)]

mod shadowed {
    use pivotal_runtime::{Transport, endpoint};

    pub struct Error;
    pub struct Future;
    pub struct Send;
    pub struct Endpoint;
    pub struct Method;
    pub struct RequestBuilder;
    pub enum Option {}
    pub enum Into {}
    pub enum AsRef {}
    pub const ENDPOINT: usize = 3;
    pub type String = [u8; ENDPOINT];
    pub type Result<T> = std::result::Result<T, MyError>;
    pub struct MyError;
    pub mod core {}
    pub mod std_ {}

    impl From<pivotal_runtime::Error> for MyError {
        fn from(_: pivotal_runtime::Error) -> Self {
            MyError
        }
    }

    pub trait Api: Transport {
        #[endpoint(GET, "/<request>/<private>?<endpoint>&<this>&<transport>")]
        async fn send(&self, request: u8, private: u8, endpoint: u8, this: u8, transport: u8) -> Result<String>;

        #[endpoint(GET, "/new")]
        async fn new(&self) -> Result<String>;

        #[endpoint(GET, "/sizes")]
        async fn sizes(&self) -> Result<[u8; ENDPOINT]>;

        #[endpoint(POST, "/poll", response = ())]
        async fn poll(&self) -> Result<()>;
    }

    impl<T: Transport> Api for T {}
}

fn main() {}
