//! URLs of calls.

use pivotal_runtime::{Transport, endpoint};

use crate::support::server::{Server, client};

trait Api: Transport {
    #[endpoint(GET, "/api/v1/customers/<id>?<q>", response = ())]
    async fn customer(&self, id: &str, q: Option<&str>);

    #[endpoint(GET, "/", response = ())]
    async fn root(&self);

    #[endpoint(GET, "/<tenant>", response = ())]
    async fn tenant(&self, tenant: &str);
}
impl<T: Transport> Api for T {}

#[tokio::test]
async fn path_follows_the_base_url() {
    let cases = [
        ("", "/api/v1/customers/42"),
        ("/", "/api/v1/customers/42"),
        ("/prefix", "/prefix/api/v1/customers/42"),
        ("/prefix/", "/prefix/api/v1/customers/42"),
        ("/two/parts/", "/two/parts/api/v1/customers/42"),
        ("/a%20b", "/a%20b/api/v1/customers/42"),
        ("/xapi/v1", "/xapi/v1/api/v1/customers/42"),
        ("/api/v12", "/api/v12/api/v1/customers/42"),
        ("/v1", "/v1/api/v1/customers/42"),
    ];
    for (base, target) in cases {
        let server = Server::responding_204();
        client(&(server.url() + base)).customer("42", None).await.unwrap();
        assert_eq!(server.request().target(), target, "{base}");
    }
}

#[tokio::test]
async fn path_that_repeats_the_base_url_is_sent_twice() {
    let cases = [
        ("/api/v1", "/api/v1/api/v1/customers/42?q=x"),
        ("/prefix/api/v1/", "/prefix/api/v1/api/v1/customers/42?q=x"),
        ("/api", "/api/api/v1/customers/42?q=x"),
    ];
    for (base, target) in cases {
        let server = Server::responding_204();
        client(&(server.url() + base)).customer("42", Some("x")).await.unwrap();
        assert_eq!(server.request().target(), target, "{base}");
    }
    let server = Server::responding_204();
    client(&(server.url() + "/directory/users")).tenant("users").await.unwrap();
    assert_eq!(server.request().target(), "/directory/users/users");
}

#[tokio::test]
async fn path_can_be_a_slash() {
    let server = Server::responding_204();
    client(&server.url()).root().await.unwrap();
    assert_eq!(server.request().target(), "/");
    client(&(server.url() + "/prefix")).root().await.unwrap();
    assert_eq!(server.request().target(), "/prefix/");
}

#[tokio::test]
async fn host_is_that_of_the_base_url() {
    let server = Server::responding_204();
    let url = server.url().replace("127.0.0.1", "LOCALHOST");
    client(&url).root().await.unwrap();
    assert_eq!(server.request().headers("host"), [url.to_lowercase().trim_start_matches("http://")]);
}
