// A trait over `DynTransport` is dyn-compatible: with calls, pages, defaults and methods for known transports only.
use std::sync::Arc;

use pivotal_runtime::{Body, Call, DynTransport, Error, Next, Pages, Paginated, Request, Transport, endpoint, http};
use serde::Serialize;

#[derive(serde::Deserialize)]
pub struct Feed {
    entries: Vec<String>,
}

impl Paginated for Feed {
    type Item = String;

    fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
        Next::end()
    }

    fn into_items(self) -> Vec<String> {
        self.entries
    }
}

pub trait Store: DynTransport {
    #[endpoint(GET, "/items/<id>")]
    async fn item(&self, id: u64) -> Result<Option<String>, Error>
    where
        Self: Send;

    #[endpoint(PUT, "/items/<id>", body = item, response = String)]
    async fn put<'a>(&'a self, id: u64, item: &str) -> Result<String, Error>;

    #[endpoint(PATCH, "/items/<id>", body = item, response = String)]
    async fn change<T: Serialize>(&self, id: impl Into<u64>, item: &T)
    where
        Self: Sized;

    #[endpoint(GET, "/items?<sort>")]
    fn items(&self, sort: &str) -> Pages<'_, Feed>;

    fn first(&self) -> Call<'_, Result<Option<String>, Error>> {
        self.item(1)
    }
}

impl<T: DynTransport> Store for T {}

struct Fake;

impl Transport for Fake {
    async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
        Ok(http::Response::new(Body::empty()))
    }
}

struct App {
    store: Arc<dyn Store>,
}

async fn call(store: &dyn Store) -> Result<String, Error> {
    let _: Option<Result<String, Error>> = store.items("name").next().await;
    store.first().await?;
    store.put(1, "x").await
}

fn main() {
    let app = App { store: Arc::new(Fake) };
    let _ = call(app.store.as_ref());
    let _ = call(&Fake);
    let _ = Fake.change(1_u8, &[1]);
}
