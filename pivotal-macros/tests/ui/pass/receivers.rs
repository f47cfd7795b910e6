// `&self`, written with its type.
#![allow(clippy::needless_arbitrary_self_type, clippy::needless_lifetimes, reason = "this is what is tested")]

use pivotal_runtime::{BlockingTransport, DynTransport, Error, LinkPage, Pages, Transport, endpoint, endpoints};

pub trait Api: Transport {
    #[endpoint(GET, "/items/<id>")]
    async fn item(self: &Self, id: &str) -> Result<u32, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn named<'a>(self: &'a Self, id: &str) -> Result<u32, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn parenthesized(self: &(Self), id: u64) -> Result<u32, Error>;

    #[endpoint(GET, "/items")]
    fn items(self: &Self) -> Pages<'_, LinkPage<u32>>;
}
impl<T: Transport> Api for T {}

#[endpoints("/api", transport = DynTransport)]
pub trait Listed {
    #[endpoint(GET, "/items/<id>", response = u32)]
    async fn listed(self: &Self, id: &str);

    #[endpoint(GET, "/items/<id>")]
    async fn named_and_listed<'a, 'b>(self: &'a Self, id: &'b str) -> Result<u32, Error>;
}

#[endpoints(transport = BlockingTransport)]
pub trait Blocking {
    #[endpoint(GET, "/items/<id>")]
    fn item(self: &Self, id: &str) -> Result<u32, Error>;

    #[endpoint(GET, "/items/<id>")]
    fn named<'a>(self: &'a Self, id: &str) -> Result<u32, Error>;
}

pub async fn call<'a, C: Api + Listed>(client: &'a C) -> Result<(), Error> {
    let call = {
        let id = "1".to_owned();
        // A call borrows its transport only.
        (client.item(&id), client.named(&id), client.named_and_listed(&id))
    };
    call.0.await?;
    call.1.await?;
    call.2.await?;
    client.listed("1").await?;
    client.parenthesized(1).await?;
    let _: Pages<'a, LinkPage<u32>> = client.items();
    Ok(())
}

fn main() {}
