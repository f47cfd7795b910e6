// Complete lists, with custom page types.
use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Error, Next, Pages, Paginated, Sent, Transport, endpoint, endpoints};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
pub struct Feed<T> {
    entries: Vec<T>,
    next: Option<String>,
}

impl<T: DeserializeOwned> Paginated for Feed<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("after", self.next.as_deref())
    }

    fn into_items(self) -> Vec<T> {
        self.entries
    }
}

#[derive(serde::Serialize)]
pub struct Filter<'a> {
    name: &'a str,
}

pub trait News: Transport {
    #[endpoint(GET, "/customers?<filter..>")]
    fn customers(&self, filter: &Filter<'_>) -> Pages<'_, Feed<String>>;
    #[endpoint(GET, "/feeds/<id>?<limit>")]
    fn feed<'a>(&'a self, id: u64, limit: Option<u8>) -> Pages<'a, Feed<String>>;
    #[endpoint(GET, "/named", response = Feed<u8>)]
    fn named(&self) -> Pages<'_, Feed<u8>>;
    #[endpoint(POST, "/search", body = terms)]
    fn search<T: DeserializeOwned>(&self, terms: &[&str]) -> Pages<'_, Feed<T>>;
}

impl<T: Transport> News for T {}

/// An alias is allowed.
pub type Numbers<'a> = Pages<'a, Feed<u32>>;

#[endpoints("/api")]
pub trait Listed {
    #[endpoint(GET, "/numbers")]
    fn numbers(&self) -> Numbers<'_>;
}

async fn call<C: News + Listed>(news: &C) -> Result<(), Error> {
    let mut names = news.customers(&Filter { name: "a" }).prefetch(true);
    while let Some(name) = names.next().await {
        let _: String = name?;
    }
    let _: Option<Result<u8, Error>> = news.named().next().await;
    let _: Option<Result<u32, Error>> = news.numbers().next().await;
    let _: Option<Result<char, Error>> = news.search(&["a"]).next().await;
    let _ = news.feed(1, None).cursor();
    Ok(())
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
