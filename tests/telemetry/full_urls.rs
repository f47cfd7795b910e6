//! `ClientBuilder::trace_full_urls`.

use pivotal_runtime::{ApiKey, Bearer, Client};

use super::capture::Captured;
use super::notes::{Notes, response, server};
use crate::support::SECRET;
use crate::support::server::Server;
use crate::transport::builder_without_api;

async fn full_url(server: &Server, client: Client, call: impl AsyncFnOnce(Client)) -> String {
    let (captured, _guard) = Captured::start();
    call(client).await;
    let attempt = captured.attempts().pop().unwrap();
    attempt.get("url.full").unwrap().replace(&server.url(), "origin")
}

#[tokio::test]
async fn url_has_the_values_of_the_call() {
    let server = server([response(200)]);
    let client = builder_without_api().base_url(server.url() + "/v1").trace_full_urls().build().unwrap();
    let call = async |client: Client| assert_eq!(client.note("my book", 42, Some(3)).await.unwrap(), 7);
    assert_eq!(full_url(&server, client, call).await, "origin/v1/books/my%20book/notes/42?version=3");
}

#[tokio::test]
async fn url_has_no_credentials() {
    let server = server([response(200)]);
    let builder = || builder_without_api().base_url(server.url()).trace_full_urls();
    let note = async |client: Client| assert_eq!(client.note(SECRET, 42, Some(3)).await.unwrap(), 7);
    let open = async |client: Client| {
        let url = format!("/{SECRET}42/x?sig=1&a={SECRET}42");
        assert_eq!(client.open(&url).await.unwrap(), 7);
    };

    let client = builder().credentials(ApiKey::query("appid", SECRET).unwrap()).build().unwrap();
    let url = full_url(&server, client, note).await;
    assert_eq!(url, "origin/books/REDACTED/notes/42?version=3&appid=REDACTED");

    // Too short to be found in texts.
    let client = builder().credentials(ApiKey::query("appid", "a b+c").unwrap()).build().unwrap();
    let url = full_url(&server, client, async |client: Client| assert!(client.find(1).await.is_ok())).await;
    assert_eq!(url, "origin/notes/1?appid=REDACTED");

    let client = builder().credentials(Bearer::new(SECRET).unwrap()).build().unwrap();
    let url = full_url(&server, client, note).await;
    assert_eq!(url, "origin/books/REDACTED/notes/42?version=3");

    let client = builder().credentials(Bearer::new(format!("{SECRET}42")).unwrap()).build().unwrap();
    let url = full_url(&server, client, open).await;
    assert_eq!(url, "origin/REDACTED/x?sig=REDACTED&a=REDACTED");
}
