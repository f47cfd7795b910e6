// Aliases of return types and of parts of them, with and without parameters.
use pivotal_runtime::{DynTransport, Error, Next, Pages, Paginated, Response, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Feed {
    entries: Vec<u32>,
}

impl Paginated for Feed {
    type Item = u32;

    fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
        Next::end()
    }

    fn into_items(self) -> Vec<u32> {
        self.entries
    }
}

pub type Lookup = Result<u32, Error>;
pub type Of<T> = Result<Response<T>, Error>;
pub type Maybe<T> = Option<T>;
pub type Number = u32;
pub type Numbers<'a> = Pages<'a, Feed>;

pub trait Api: Transport {
    #[endpoint(GET, "/complete")]
    async fn complete(&self) -> Lookup;
    #[endpoint(GET, "/generic")]
    async fn generic(&self) -> Of<u32>;
    #[endpoint(GET, "/named", response = Number)]
    async fn named(&self) -> Result<Maybe<Number>, Error>;
    #[endpoint(GET, "/named", response = Number)]
    async fn named_complete(&self) -> Lookup;
}

impl<T: Transport> Api for T {}

pub trait Hidden: DynTransport {
    #[endpoint(GET, "/complete")]
    async fn complete(&self) -> Lookup;
    #[endpoint(GET, "/numbers")]
    fn numbers(&self) -> Numbers<'_>;
}

impl<T: DynTransport> Hidden for T {}

fn main() {}
