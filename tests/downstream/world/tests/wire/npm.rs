use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bearer, Client, Conditional};
use serde_json::json;
use world::npm::*;

use crate::support::server::Server;
use crate::support::{all, sent};

fn token() -> Bearer {
    Bearer::new("npm_1234567890").unwrap()
}

#[tokio::test]
async fn search_ends_at_the_total() {
    let server = Server::new([
        r#"200 {"objects":[{"package":{"name":"a"}},{"package":{"name":"b"}}],"total":3}"#,
        r#"200 {"objects":[{"package":{"name":"c"}}],"total":3}"#,
    ]);
    let found = all(server.client(&NPM, token()).search("keywords:x", 2)).await.unwrap();
    let names: Vec<_> = found.iter().map(|found| &*found.package.name).collect();
    assert_eq!(names, ["a", "b", "c"]);
    let lines = ["GET /-/v1/search?text=keywords%3Ax&size=2", "GET /-/v1/search?text=keywords%3Ax&size=2&from=2"];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn unchanged_packument_is_not_sent_again() {
    let server = Server::new([
        "200\nETag: \"e1\"\n\n{\"name\":\"@types/node\",\"dist-tags\":{\"latest\":\"22.0.0\"}}",
        "304",
        r#"404 {"error":"Not found"}"#,
    ]);
    let client = server.client(&NPM, token());
    let packument = client.packument("@types/node", None).await.unwrap();
    let etag = packument.headers()["etag"].to_str().unwrap().to_owned();
    let tags = Tags { latest: "22.0.0".to_owned() };
    assert_eq!(packument.into_inner().modified(), Some(Packument { name: "@types/node".to_owned(), tags }));
    let packument = client.packument("@types/node", Some(&etag)).await.unwrap();
    assert_eq!(packument.into_inner(), Conditional::NotModified);
    let error = client.packument("@types/node", Some(&etag)).await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.message(), Some("Not found"));

    let received = server.received();
    assert_eq!(received[0].line, "GET /%40types%2Fnode");
    assert_eq!(received[0].header("accept"), Some("application/vnd.npm.install-v1+json"));
    assert_eq!((received[0].header("if-none-match"), received[1].header("if-none-match")), (None, Some("\"e1\"")));
}

#[tokio::test]
async fn tarball_on_another_host_gets_no_credentials() {
    let cdn = Server::new(["200 tgz"]);
    let version = format!(r#"200 {{"dist":{{"tarball":"{}/a/-/a-1.0.0.tgz"}}}}"#, cdn.url);
    let server = Server::new([&*version, "404 {}"]);
    let client = server.client(&NPM, token());
    let version = client.version("a", "latest").await.unwrap().unwrap();
    assert_eq!(client.tarball(&version.dist.tarball).await.unwrap().collect().await.unwrap(), "tgz");
    assert_eq!(client.version("a", "9.9.9").await.unwrap(), None);

    assert_eq!(server.received()[0].header("authorization"), Some("Bearer npm_1234567890"));
    let tarball = cdn.only();
    assert_eq!(tarball.line, "GET /a/-/a-1.0.0.tgz");
    assert_eq!((tarball.header("authorization"), tarball.header("accept")), (None, Some("*/*")));
}

#[tokio::test]
async fn tarball_of_the_registry_gets_credentials() {
    let fake = Fake::new();
    fake.on_operation("tarball").responds(200, "tgz").times(3);
    let client = Client::builder().api(&NPM).credentials(token()).http_client(fake.http_client()).build().unwrap();
    for url in ["https://registry.npmjs.org/a/-/a-1.tgz", "/a/-/a-1.tgz", "https://cdn.example/a-1.tgz"] {
        client.tarball(url).await.unwrap();
    }
    let urls = [
        ("https://registry.npmjs.org/a/-/a-1.tgz", true),
        ("https://registry.npmjs.org/a/-/a-1.tgz", true),
        ("https://cdn.example/a-1.tgz", false),
    ];
    assert_eq!(sent(&fake), urls.map(|(url, has_credentials)| (url.to_owned(), has_credentials)));
}

#[tokio::test]
async fn tag_is_a_json_text() {
    let server = Server::new(["201"]);
    server.client(&NPM, token()).tag("a", "beta", "1.0.0-b.1", Some("123456")).await.unwrap();
    let tag = server.only();
    assert_eq!((&*tag.line, &*tag.body), ("PUT /-/package/a/dist-tags/beta", "\"1.0.0-b.1\""));
    assert_eq!((tag.header("npm-otp"), tag.header("content-type")), (Some("123456"), Some("application/json")));
}

#[tokio::test]
async fn package_is_published_with_a_one_time_password() {
    let server = Server::new([r#"201 {"ok":true,"success":true}"#]);
    let document = json!({ "name": "@ada/a", "versions": {} });
    server.client(&NPM, token()).publish("@ada/a", &document, Some("123456")).await.unwrap();
    let sent = server.only();
    assert_eq!((&*sent.line, &*sent.body), ("PUT /%40ada%2Fa", &*document.to_string()));
    assert_eq!(sent.header("npm-otp"), Some("123456"));
}

#[tokio::test]
async fn tarball_is_found_by_its_name() {
    let server = Server::new(["200 tgz"; 2]);
    let client = server.client(&NPM, token());
    client.unscoped_tarball("a", "1.0.0-b.1").await.unwrap();
    client.tarball_file("@types/node", "node-22.0.0.tgz").await.unwrap();
    assert_eq!(server.lines(), ["GET /a/-/a-1.0.0-b.1.tgz", "GET /%40types/node/-/node-22.0.0.tgz"]);
}
