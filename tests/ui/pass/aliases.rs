// Aliases of what is returned, with and without parameters, whole and in parts.
use std::pin::Pin;

use pivotal_runtime::{DynTransport, Error, Pages, Response, Transport, endpoint};

pub type Answer = Result<u32, Error>;
pub type Of<T> = Result<Response<T>, Error>;
pub type Maybe<T> = Option<T>;
pub type Number = u32;
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;
pub type Numbers<'a> = Pages<'a, u32>;

pub trait Api: Transport {
    #[endpoint(GET, "/whole")]
    async fn whole(&self) -> Answer;
    #[endpoint(GET, "/generic")]
    async fn generic(&self) -> Of<u32>;
    #[endpoint(GET, "/named", response = Number)]
    async fn named(&self) -> Result<Maybe<Number>, Error>;
    #[endpoint(GET, "/named", response = Number)]
    async fn named_whole(&self) -> Answer;
}

impl<T: Transport> Api for T {}

pub trait Boxed: DynTransport {
    #[endpoint(GET, "/boxed")]
    fn boxed(&self) -> BoxFuture<'_, u32>;
    #[endpoint(GET, "/numbers")]
    fn numbers(&self) -> Numbers<'_>;
}

impl<T: DynTransport> Boxed for T {}

fn main() {}
