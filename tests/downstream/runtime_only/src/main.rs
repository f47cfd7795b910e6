//! A trait with three endpoints and no attribute, in a crate that depends on `pivotal-runtime` alone.

use pivotal_runtime::{Body, Error, Request, Transport, endpoint, http};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Book {
    title: String,
}

trait Books: Transport {
    #[endpoint(GET, "/books/<isbn>")]
    async fn book(&self, isbn: &str) -> Result<Book, Error>;

    #[endpoint(PUT, "/books/<isbn>", body = book)]
    async fn put(&self, isbn: &str, book: &Book) -> Result<Book, Error>;

    #[endpoint(DELETE, "/books/<isbn>", response = ())]
    async fn burn(&self, isbn: &str) -> Result<Option<()>, Error>;
}

impl<T: Transport> Books for T {}

struct Library;

impl Transport for Library {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        assert_eq!(request.path_and_query(), "/books/a%2Fb");
        let status = if request.method() == http::Method::DELETE { 404 } else { 200 };
        let body = if request.body().is_some() { request.into_body() } else { r#"{"title":"Emma"}"#.into() };
        http::Response::builder().status(status).body(body).map_err(Error::transport)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let emma = Book { title: "Emma".to_owned() };
    assert_eq!(Library.book("a/b").await?, emma);
    assert_eq!(Library.put("a/b", &emma).await?, emma);
    assert_eq!(Library.burn("a/b").await?, None);
    println!("three endpoints called through pivotal-runtime alone");
    Ok(())
}
