// Boxed futures and pages leave the trait dyn-compatible; the future borrows what its type says.
use std::pin::Pin;
use std::sync::Arc;

use pivotal_runtime::{Body, DynTransport, Error, Pages, Request, Transport, endpoint, http};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

pub trait Store: DynTransport {
    #[endpoint(GET, "/items/<id>")]
    fn item(&self, id: u64) -> BoxFuture<'_, Result<Option<String>, Error>>
    where
        Self: Send;

    #[endpoint(PUT, "/items/<id>", body = item, response = String)]
    fn put<'a>(&'a self, id: u64, item: &str) -> Pin<Box<dyn Future<Output = Result<String, Error>> + Send + 'a>>;

    #[endpoint(GET, "/items?<sort>")]
    fn items(&self, sort: &str) -> Pages<'_, String>;

    fn both(&self) -> BoxFuture<'_, Result<Option<String>, Error>> {
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
    store.both().await?;
    store.put(1, "x").await
}

fn main() {
    let app = App { store: Arc::new(Fake) };
    let _ = call(app.store.as_ref());
    let _ = call(&Fake);
}
