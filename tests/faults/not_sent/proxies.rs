//! Proxies of the environment: row 9.

use pivotal_api::PivotalKey;
use pivotal_runtime::{Client, ErrorKind};

use crate::server::{Api, KEY, SEVEN, Server, answers, case, run_case};
use crate::transport::builder;

/// A client of a server elsewhere.
fn client(url: &str) -> Client {
    builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).max_attempts(1).allow_http().build().unwrap()
}

/// The URL of a proxy, with a user name and a password.
fn with_password(server: &Server) -> String {
    server.url().replace("//", "//user:pass%20word@")
}

/// The two as a proxy wants them (RFC 7617).
const PASSWORD: &str = "Basic dXNlcjpwYXNzIHdvcmQ=";

#[tokio::test]
async fn row_009_a_proxy_of_the_environment_is_not_for_this_machine() {
    if let Some(url) = case() {
        assert_eq!(client(&url).get().await.unwrap(), 7);
        return;
    }
    let server = Server::new([answers(SEVEN)]);
    // Nobody listens there.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    let dead = format!("http://{}", taken.local_addr().unwrap());
    let variables = [("HTTP_PROXY", &*dead), ("ALL_PROXY", &*dead)];
    run_case("not_sent::proxies::row_009_a_proxy_of_the_environment_is_not_for_this_machine", &server, &variables)
        .await;
    assert_eq!(server.finish().await.requests[0].line, "GET /number HTTP/1.1");
}

/// So the test above would notice a proxy.
#[tokio::test]
async fn row_009_a_proxy_of_the_environment_is_for_servers_elsewhere() {
    if case().is_some() {
        assert_eq!(client("http://api.test").get().await.unwrap(), 7);
        return;
    }
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        let server = Server::new([answers(SEVEN)]);
        let proxy = server.url();
        let test = "not_sent::proxies::row_009_a_proxy_of_the_environment_is_for_servers_elsewhere";
        run_case(test, &server, &[(variable, &proxy)]).await;
        let seen = server.finish().await;
        assert_eq!(seen.requests[0].line, "GET http://api.test/number HTTP/1.1");
        assert_eq!(seen.requests[0].header("host"), Some("api.test"));
        assert_eq!(seen.requests[0].header("proxy-authorization"), None);
    }
}

/// By `Client::at`.
#[tokio::test]
async fn row_009_proxy_of_the_environment_is_used_for_another_origin() {
    if case().is_some() {
        let other = client("http://api.test").at("http://other.test").unwrap();
        assert_eq!(other.get().await.unwrap(), 7);
        return;
    }
    let server = Server::new([answers(SEVEN)]);
    let proxy = server.url();
    let test = "not_sent::proxies::row_009_proxy_of_the_environment_is_used_for_another_origin";
    run_case(test, &server, &[("HTTP_PROXY", &proxy)]).await;
    let seen = server.finish().await;
    assert_eq!(seen.requests[0].line, "GET http://other.test/number HTTP/1.1");
    assert_eq!(seen.requests[0].header("host"), Some("other.test"));
    assert_eq!(seen.requests[0].header("authorization"), None);
}

#[tokio::test]
async fn row_009_a_proxy_is_told_its_password() {
    if case().is_some() {
        let client = client("http://api.test");
        assert!(!format!("{client:?}").contains("pass"), "{client:?}");
        assert_eq!(client.get().await.unwrap(), 7);
        return;
    }
    let server = Server::new([answers(SEVEN)]);
    let proxy = with_password(&server);
    run_case("not_sent::proxies::row_009_a_proxy_is_told_its_password", &server, &[("HTTP_PROXY", &proxy)]).await;
    let seen = server.finish().await;
    assert_eq!(seen.requests[0].line, "GET http://api.test/number HTTP/1.1");
    assert_eq!(seen.requests[0].header("proxy-authorization"), Some(PASSWORD));
}

#[tokio::test]
async fn row_009_a_server_that_is_exempt_is_asked_itself() {
    if case().is_some() {
        let error = client("http://api.test").get().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "the name leads nowhere: {error:?}");
        return;
    }
    let server = Server::new([]);
    let proxy = server.url();
    let variables = [("HTTP_PROXY", &*proxy), ("NO_PROXY", "other.example, .test")];
    run_case("not_sent::proxies::row_009_a_server_that_is_exempt_is_asked_itself", &server, &variables).await;
    assert_eq!(server.finish().await.connections(), 0);
}

/// Or it would be handed the key in clear text.
#[cfg(not(feature = "rustls"))]
#[tokio::test]
async fn row_009_a_client_without_tls_hands_a_proxy_nothing_that_is_meant_to_be_secret() {
    if case().is_some() {
        let error = client("https://api.test").get().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
        return;
    }
    let test = "not_sent::proxies::row_009_a_client_without_tls_hands_a_proxy_nothing_that_is_meant_to_be_secret";
    for variable in ["HTTPS_PROXY", "ALL_PROXY"] {
        let server = Server::new([]);
        run_case(test, &server, &[(variable, &server.url())]).await;
        assert_eq!(server.finish().await.connections(), 0);
    }
}

#[cfg(feature = "rustls")]
mod tunnels {
    use pivotal_runtime::Delivery;

    use super::{
        Api, ErrorKind, KEY, PASSWORD, PivotalKey, SEVEN, Server, answers, builder, case, client, run_case,
        with_password,
    };
    use crate::server::{Authority, script};

    /// With the roots of the platform, which are those of this file on Linux.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn row_009_a_proxy_sees_nothing_of_what_goes_through_its_tunnel() {
        if case().is_some() {
            assert_eq!(client("https://api.test").get().await.unwrap(), 7);
            return;
        }
        let authority = Authority::new();
        let config = authority.server("api.test");
        let server = Server::new([script(move |connection| {
            connection.read_head()?;
            connection.send("HTTP/1.1 200 Connection established\r\n\r\n")?;
            connection.start_tls(config)?;
            connection.read()?;
            connection.send(SEVEN)
        })]);
        let roots = authority.file();
        let proxy = with_password(&server);
        let variables = [("HTTPS_PROXY", &*proxy), ("SSL_CERT_FILE", &*roots)];
        let test = "not_sent::proxies::tunnels::row_009_a_proxy_sees_nothing_of_what_goes_through_its_tunnel";
        run_case(test, &server, &variables).await;
        let requests = server.finish().await.requests;
        let [asked, sent] = [&requests[0], &requests[1]];
        assert_eq!((&*asked.line, &*sent.line), ("CONNECT api.test:443 HTTP/1.1", "GET /number HTTP/1.1"));
        assert_eq!(asked.header("host"), Some("api.test:443"));
        assert_eq!((asked.header("proxy-authorization"), asked.header("authorization")), (Some(PASSWORD), None));
        let bearer = format!("Bearer {KEY}");
        assert_eq!((sent.header("proxy-authorization"), sent.header("authorization")), (None, Some(&*bearer)));
        assert_eq!(sent.header("host"), Some("api.test"));
    }

    #[tokio::test]
    async fn row_009_a_tunnel_that_is_refused_is_no_connection() {
        if case().is_some() {
            let builder = builder()
                .credentials(PivotalKey::new(KEY).unwrap())
                .base_url("https://api.test")
                .idempotency_keys(false)
                .max_attempts(2);
            let error = builder.build().unwrap().post(1).await.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
            assert_eq!(error.attempts(), 2);
            assert!(!format!("{error:?}").contains("pass"), "{error:?}");
            return;
        }
        let refusals = ["HTTP/1.1 403 No\r\n\r\n", "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\n\r\n"];
        let server = Server::new(refusals.map(answers));
        let proxy = with_password(&server);
        let test = "not_sent::proxies::tunnels::row_009_a_tunnel_that_is_refused_is_no_connection";
        run_case(test, &server, &[("ALL_PROXY", &proxy)]).await;
        assert_eq!(server.finish().await.requests[1].line, "CONNECT api.test:443 HTTP/1.1");
    }
}
