use pivotal_runtime::{ApiKey, Client, PercentEncoded};
use world::fastly::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&FASTLY, ApiKey::header("Fastly-Key", "k3y-12345678").unwrap())
}

const PURGED: &str = r#"200 {"status":"ok","id":"1-2-3"}"#;

#[tokio::test]
async fn url_is_purged_at_its_own_server() {
    let site = Server::new(["503\nRetry-After: 0\n\n", PURGED, PURGED]);
    let server = Server::new([]);
    let client = client(&server);
    let url = format!("{}/a%2Fb?c=d", site.url);
    assert_eq!(client.purge(&url, Some(Soft::Soft)).await.unwrap().id.as_deref(), Some("1-2-3"));
    client.purge(&url, None).await.unwrap();

    let received = site.received();
    assert_eq!(site.lines(), ["PURGE /a%2Fb?c=d"; 3]);
    assert_eq!((received[1].header("fastly-soft-purge"), received[2].header("fastly-soft-purge")), (Some("1"), None));
    assert_eq!(received[1].header("fastly-key"), None);
}

#[tokio::test]
async fn url_or_keys_are_purged_by_the_api() {
    let server = Server::new([
        PURGED,
        PURGED,
        r#"200 {"k1":"1-2-4"}"#,
        PURGED,
        r#"403 {"msg":"Provided credentials are missing or invalid"}"#,
    ]);
    let client = client(&server);
    client.purge_url(PercentEncoded("www.example.com/a%2Fb"), Some(Soft::Soft)).await.unwrap();
    client.purge_key("s1", "k/1", None).await.unwrap();
    client.purge_keys("s1", &SurrogateKeys { surrogate_keys: &["k1", "k2"] }, Some(Soft::Soft)).await.unwrap();
    client.purge_all("s1").await.unwrap();
    let error = client.purge_all("s1").await.unwrap_err();
    assert_eq!(error.message(), Some("Provided credentials are missing or invalid"));

    let all = "POST /service/s1/purge_all";
    let lines =
        ["POST /purge/www.example.com/a%2Fb", "POST /service/s1/purge/k%2F1", "POST /service/s1/purge", all, all];
    assert_eq!(server.lines(), lines);
    let received = server.received();
    assert_eq!(received[2].body, r#"{"surrogate_keys":["k1","k2"]}"#);
    assert_eq!((received[0].header("fastly-soft-purge"), received[3].header("fastly-soft-purge")), (Some("1"), None));
    assert_eq!(received[0].header("fastly-key"), Some("k3y-12345678"));
}

#[tokio::test]
async fn items_continue_until_a_page_is_not_full() {
    let item = |key: &str| format!(r#"{{"item_key":"{key}","item_value":"v"}}"#);
    let server = Server::new([
        &*format!("200 [{},{}]", item("a"), item("b")),
        &*format!("200 [{}]", item("c")),
        &*format!("200 {}", item("d e")),
        r#"200 {"status":"ok"}"#,
    ]);
    let client = client(&server);
    let items = all(client.items("s1", "d1", 2)).await.unwrap();
    let keys: Vec<_> = items.iter().map(|item| &*item.item_key).collect();
    assert_eq!(keys, ["a", "b", "c"]);
    client.put_item("s1", "d1", "d e", "a & b").await.unwrap();
    client.delete_item("s1", "d1", "d e").await.unwrap();

    let items = "GET /service/s1/dictionary/d1/items?per_page=2";
    assert_eq!(server.lines()[..2], [items, &*format!("{items}&page=2")]);
    let received = server.received();
    assert_eq!(
        (&*received[2].line, &*received[2].body),
        ("PUT /service/s1/dictionary/d1/item/d%20e", "item_value=a+%26+b")
    );
    assert_eq!(received[3].line, "DELETE /service/s1/dictionary/d1/item/d%20e");
}
