// Aliases of what is returned, with and without parameters, whole and in parts.
use pivotal_runtime::{DynTransport, Error, Pages, Response, Transport, endpoint};

pub type Answer = Result<u32, Error>;
pub type Of<T> = Result<Response<T>, Error>;
pub type Maybe<T> = Option<T>;
pub type Number = u32;
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

pub trait Hidden: DynTransport {
    #[endpoint(GET, "/whole")]
    async fn whole(&self) -> Answer;
    #[endpoint(GET, "/numbers")]
    fn numbers(&self) -> Numbers<'_>;
}

impl<T: DynTransport> Hidden for T {}

fn main() {}
