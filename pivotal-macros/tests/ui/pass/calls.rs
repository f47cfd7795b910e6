// A call borrows the transport and no argument, for all kinds of arguments, lifetimes and generics.
use std::borrow::Cow;

use pivotal_runtime::{Call, Error, Response, Transport, endpoint, endpoints};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub trait Items: Transport {
    #[endpoint(GET, "/items/<id>")]
    async fn item(&self, id: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/items/<id>?<tags>&<lang>")]
    async fn references(&self, id: &&str, tags: &[&str], lang: Option<&Cow<'_, str>>) -> Result<u32, Error>;
    #[endpoint(GET, "/items/<id>?<name>")]
    async fn converted(&self, id: impl Into<String>, name: impl AsRef<str>) -> Result<u32, Error>;
    #[endpoint(PUT, "/items/<id>", body = item)]
    async fn generic<B, R, E>(&self, id: &str, item: &B) -> Result<Response<R>, E>
    where
        B: Serialize + ?Sized,
        R: DeserializeOwned,
        E: From<Error>;
    #[endpoint(GET, "/items/<id>?<name>")]
    async fn of_another_lifetime<'a, 'b: 'a>(&self, id: &'a str, name: &'b str) -> Result<u32, Error>;
    #[endpoint(GET, "/items/<id>")]
    async fn underscore(&'_ self, id: &'_ str) -> Result<u32, Error>;
    #[endpoint(GET, "/items/<id>")]
    async fn named<'a>(&'a self, id: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/items/<id>", response = u32)]
    async fn named_like_the_argument<'a>(&'a self, id: &'a str);
    #[endpoint(PUT, "/items", bytes = content, response = u32)]
    async fn sized<const N: usize>(&self, content: &[u8; N]);
}
impl<T: Transport> Items for T {}

#[endpoints("/api")]
pub trait Store<'t, T: Serialize + Send + Sync + 't, const N: usize = 1> {
    #[endpoint(PUT, "/items", body = items)]
    async fn put(&self, items: &[&'t T]) -> Result<u32, Error>;
    #[endpoint(PUT, "/item", body = item)]
    async fn one<'a>(&'a self, item: &'t T) -> Result<u32, Error>;
}

fn is_send<T: Send>(call: T) -> T {
    call
}

fn calls<C: Items>(client: &C) -> Vec<Call<'_, Result<u32, Error>>> {
    let id = String::from("1");
    vec![
        client.item(&id),
        client.references(&&*id, &[&id], Some(&Cow::from(&id))),
        client.converted(&*id, &id),
        client.of_another_lifetime(&id, &id),
        client.underscore(&id),
        client.named(&id),
        client.sized(&[1, 2]),
        is_send(client.item(&id)),
    ]
}

fn of_the_same_lifetime<'a, C: Items>(client: &'a C, id: &'a str) -> Call<'a, Result<u32, Error>> {
    client.named_like_the_argument(id)
}

fn named<'a, C: Items>(client: &'a C) -> Call<'a, Result<Response<String>, Box<dyn std::error::Error + Send + Sync>>> {
    client.generic(&String::from("1"), "text")
}

fn stored<C: for<'t> Store<'t, String>>(client: &C) -> [Call<'_, Result<u32, Error>>; 2] {
    let item = String::from("1");
    [client.put(&[&item]), client.one(&item)]
}

fn main() {
    let client = pivotal_runtime::Client::builder().base_url("https://api.example.com").build().unwrap();
    let _ = (calls(&client), of_the_same_lifetime(&client, "1"), named(&client), stored(&client));
}
