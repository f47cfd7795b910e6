// Associated types and constants, supertraits with methods, `Self: Sized`, default methods, generic and explicit
// impls, impls with a hand-written endpoint.

use pivotal_runtime::{Body, Call, Error, Request, Transport, endpoint, http};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub trait Tenant {
    type Id: Serialize + Send + Sync;
    fn tenant(&self) -> &Self::Id;
}

pub trait Store: Tenant + Transport {
    type Item: DeserializeOwned + Serialize;
    type Error: From<Error>;
    type Filter<'a>: Serialize
    where
        Self: 'a;
    const LIMIT: u32;

    #[endpoint(GET, "/<tenant>/items/<id>")]
    async fn item(&self, tenant: &<Self as Tenant>::Id, id: u64) -> Result<Option<Self::Item>, Self::Error>;

    #[endpoint(GET, "/items?<filter..>&<limit>")]
    async fn items(&self, filter: Self::Filter<'_>, limit: u32) -> Result<Vec<Self::Item>, Self::Error>;

    #[endpoint(PUT, "/items/<id>", body = item)]
    async fn put<T>(&self, id: u64, item: &T) -> Result<Self::Item, Self::Error>
    where
        T: Serialize + ?Sized,
        Self: Sized;

    #[allow(async_fn_in_trait, reason = "not what this is about")]
    async fn mine(&self, id: u64) -> Result<Option<Self::Item>, Self::Error> {
        self.item(self.tenant(), id).await
    }

    fn first(&self) -> impl Future<Output = Result<Vec<Self::Item>, Self::Error>>
    where
        for<'a> Self::Filter<'a>: Default,
    {
        self.items(Self::Filter::default(), Self::LIMIT)
    }
}

struct Fake(u8);

impl Transport for Fake {
    async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
        Ok(http::Response::new(Body::empty()))
    }
}

impl Tenant for Fake {
    type Id = u8;

    fn tenant(&self) -> &u8 {
        &self.0
    }
}

impl Store for Fake {
    type Item = String;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Filter<'a> = [(&'a str, u8); 1];
    const LIMIT: u32 = 10;

    fn items(&self, _: Self::Filter<'_>, _: u32) -> Call<'_, Result<Vec<String>, Self::Error>> {
        Call::ready(Ok(vec!["by hand".to_owned()]))
    }

    fn item(&self, tenant: &u8, id: u64) -> Call<'_, Result<Option<String>, Self::Error>> {
        let tenant = *tenant;
        Call::new(async move {
            let items = self.items([("tenant", tenant)], 1).await?;
            Ok(items.into_iter().nth(usize::try_from(id)?))
        })
    }
}

async fn call(fake: Fake) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let _: Option<String> = fake.mine(1).await?;
    let _: Vec<String> = fake.items([("a", 1)], 1).await?;
    let _: String = fake.put(1, "text").await?;
    Ok(())
}

fn main() {
    let _ = call(Fake(1));
}
