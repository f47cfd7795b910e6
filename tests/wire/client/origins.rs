//! Other base URLs of a client, and the origins that receive credentials.

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{ApiKey, Bearer, Client, ClientBuilder, Delivery, ErrorKind, Transport, endpoint};

use crate::support::closed_port;
use crate::support::server::Server;
use crate::transport::{builder_without_api, looking_up, without_tls};

trait Items: Transport {
    #[endpoint(GET, "/items", response = ())]
    async fn list(&self);
}
impl<T: Transport> Items for T {}

fn sensitive(value: &'static str) -> HeaderValue {
    let mut value = HeaderValue::from_static(value);
    value.set_sensitive(true);
    value
}

fn client(main: &Server, with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = with(builder_without_api().base_url(main.url() + "/v1"));
    let builder = builder.credentials(Bearer::new("t-12345678").unwrap());
    let builder = builder.default_header(HeaderName::from_static("x-secret"), sensitive("s-12345678"));
    without_tls(builder.default_header(HeaderName::from_static("x-plain"), HeaderValue::from_static("p")))
        .build()
        .unwrap()
}

/// Calls the client, whose base URL is on this server, and checks the request.
async fn calls(client: &Client, server: &Server, path: &str, is_trusted: bool) {
    client.list().await.unwrap();
    let request = server.request();
    assert_eq!(request.line, format!("GET {path}/items HTTP/1.1"));
    let expected = |value: &'static str| if is_trusted { vec![value] } else { Vec::new() };
    assert_eq!(request.headers("authorization"), expected("Bearer t-12345678"));
    assert_eq!(request.headers("x-secret"), expected("s-12345678"));
    assert_eq!(request.headers("x-plain"), ["p"], "an ordinary header goes everywhere");
}

#[tokio::test]
async fn another_path_of_the_same_origin_gets_credentials() {
    let main = Server::responding_204();
    let client = client(&main, |builder| builder);
    let other = client.at(&(main.url() + "/v2/")).unwrap();
    assert_eq!((other.base_url(), client.base_url()), (&*(main.url() + "/v2"), &*(main.url() + "/v1")));
    calls(&other, &main, "/v2", true).await;
    calls(&client, &main, "/v1", true).await;
    calls(&other.at(&main.url()).unwrap(), &main, "", true).await;
    let shown = format!("{other:?}");
    assert!(shown.contains(&format!("{}/…", main.url())) && !shown.contains("v2"), "{shown}");
}

#[tokio::test]
async fn other_origins_get_credentials_if_they_are_listed() {
    let (main, other) = (Server::responding_204(), Server::responding_204());
    let foreign = client(&main, |builder| builder).at(&other.url()).unwrap();
    let listed = client(&main, |builder| builder.credential_origin(other.url())).at(&(other.url() + "/up")).unwrap();
    calls(&foreign, &other, "", false).await;
    calls(&listed, &other, "/up", true).await;
    assert_eq!(main.connections(), 0);
}

#[tokio::test]
async fn each_origin_has_its_own_connections() {
    let servers = [(); 3].map(|()| Server::responding_204());
    let client = client(&servers[0], |builder| builder);
    for _ in 0..3 {
        for server in &servers {
            // A new client for each call.
            client.at(&server.url()).unwrap().list().await.unwrap();
            let request = server.request();
            assert_eq!(request.headers("host"), [server.url().trim_start_matches("http://")]);
            // The connection returns to the pool in a task of its own.
            for _ in 0..16 {
                tokio::task::yield_now().await;
            }
        }
    }
    for server in &servers {
        assert_eq!(server.connections(), 1, "it is used again");
    }
}

#[tokio::test]
async fn calls_to_several_origins_run_at_the_same_time() {
    let servers = [(); 3].map(|()| Server::responding_204());
    let client = client(&servers[0], |builder| builder);
    let [first, second, third] = servers.each_ref().map(|server| client.at(&server.url()).unwrap());
    let (first, second, third, again) = tokio::join!(first.list(), second.list(), third.list(), second.list());
    for result in [first, second, third, again] {
        result.unwrap();
    }
    servers[1].request();
    for server in &servers {
        server.request();
    }
}

#[tokio::test]
async fn unreachable_origin_is_a_connect_error() {
    let main = Server::responding_204();
    let (closed, _guard) = closed_port();
    let client = client(&main, |builder| builder.max_attempts(1));
    let error = client.at(&closed).unwrap().list().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    client.list().await.unwrap();
    assert_eq!(main.connections(), 1);
}

#[tokio::test]
async fn settings_of_the_http_client_apply_to_other_origins() {
    let other = Server::responding_204();
    let address = other.url().trim_start_matches("http://").parse().unwrap();
    let builder = looking_up(builder_without_api().base_url("http://main.test"), move |name| {
        let addresses = if name == "other.test" { vec![address] } else { Vec::new() };
        Box::pin(async { Ok(addresses) })
    });
    builder.build().unwrap().at("http://other.test").unwrap().list().await.unwrap();
    assert_eq!(other.request().headers("host"), ["other.test"]);
}

#[tokio::test]
async fn key_in_the_query_stays_at_its_origin() {
    let (main, other) = (Server::responding_204(), Server::responding_204());
    let key = ApiKey::query("api_key", "k-12345678").unwrap();
    let client = without_tls(builder_without_api().base_url(main.url()).credentials(key)).build().unwrap();
    client.list().await.unwrap();
    assert_eq!(main.request().target(), "/items?api_key=k-12345678");
    client.at(&other.url()).unwrap().list().await.unwrap();
    assert_eq!(other.request().target(), "/items");
}

#[test]
fn plain_http_gets_no_credentials() {
    let build = |builder: ClientBuilder| {
        let builder = builder.base_url("https://api.example").credential_origin("http://other.example");
        without_tls(builder.credentials(Bearer::new("t-12345678").unwrap())).build().unwrap()
    };
    let error = build(builder_without_api()).at("http://other.example").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("over plain HTTP"), "{error}");
    build(builder_without_api().allow_http()).at("http://other.example").unwrap();
    // They receive no credentials.
    build(builder_without_api()).at("http://foreign.example").unwrap();
}

#[test]
fn invalid_origins_and_base_urls_are_rejected() {
    for origin in ["other.example", "https://other.example/path", "https://user:s3cr3t@other.example"] {
        let error =
            builder_without_api().base_url("https://api.example").credential_origin(origin).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{origin}");
        assert!(!error.to_string().contains("s3cr3t"), "{error}");
    }
    let client = without_tls(builder_without_api().base_url("https://api.example")).build().unwrap();
    for url in ["", "/path", "other.example", "ftp://other.example", "https://other.example?q"] {
        assert_eq!(client.at(url).unwrap_err().kind(), ErrorKind::Config, "{url}");
    }
}
