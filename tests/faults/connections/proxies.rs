//! Proxies of the environment.

use std::env;

use pivotal_runtime::{Client, ErrorKind};

use crate::number_api::Api;
use crate::support::scripted::{ScriptedServer, respond};
use crate::support::subprocess::{run_in_subprocess, server_of_parent};
use crate::support::{SEVEN, builder_for, closed_port};

/// Returns a client without retries.
fn client(url: &str) -> Client {
    builder_for(url).max_attempts(1).allow_http().build().unwrap()
}

/// Returns the URL of a proxy with a user name and a password.
fn with_password(server: &ScriptedServer) -> String {
    server.url().replace("//", "//user:pass%20word@")
}

/// The user name and the password, encoded as in RFC 7617.
const PASSWORD: &str = "Basic dXNlcjpwYXNzIHdvcmQ=";

#[tokio::test]
async fn loopback_server_is_reached_without_the_proxy() {
    if let Some(url) = server_of_parent() {
        assert_eq!(client(&url).get().await.unwrap(), 7);
        return;
    }
    let server = ScriptedServer::new([respond(SEVEN)]);
    let (dead, _guard) = closed_port();
    let variables = [("HTTP_PROXY", &*dead), ("ALL_PROXY", &*dead)];
    run_in_subprocess("connections::proxies::loopback_server_is_reached_without_the_proxy", &server, &variables).await;
    assert_eq!(server.finish().await.requests[0].line, "GET /number HTTP/1.1");
}

#[tokio::test]
async fn remote_server_is_reached_through_the_proxy() {
    if server_of_parent().is_some() {
        assert_eq!(client("http://api.test").get().await.unwrap(), 7);
        return;
    }
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        let server = ScriptedServer::new([respond(SEVEN)]);
        let proxy = server.url();
        let test = "connections::proxies::remote_server_is_reached_through_the_proxy";
        run_in_subprocess(test, &server, &[(variable, &proxy)]).await;
        let seen = server.finish().await;
        assert_eq!(seen.requests[0].line, "GET http://api.test/number HTTP/1.1");
        assert_eq!(seen.requests[0].header("host"), Some("api.test"));
        assert_eq!(seen.requests[0].header("proxy-authorization"), None);
    }
}

/// By `Client::at`.
#[tokio::test]
async fn other_origin_is_reached_through_the_proxy() {
    if server_of_parent().is_some() {
        let other = client("http://api.test").at("http://other.test").unwrap();
        assert_eq!(other.get().await.unwrap(), 7);
        return;
    }
    let server = ScriptedServer::new([respond(SEVEN)]);
    let proxy = server.url();
    let test = "connections::proxies::other_origin_is_reached_through_the_proxy";
    run_in_subprocess(test, &server, &[("HTTP_PROXY", &proxy)]).await;
    let seen = server.finish().await;
    assert_eq!(seen.requests[0].line, "GET http://other.test/number HTTP/1.1");
    assert_eq!(seen.requests[0].header("host"), Some("other.test"));
    assert_eq!(seen.requests[0].header("authorization"), None);
}

#[tokio::test]
async fn proxy_receives_its_password() {
    if server_of_parent().is_some() {
        let client = client("http://api.test");
        assert!(!format!("{client:?}").contains("pass"), "{client:?}");
        assert_eq!(client.get().await.unwrap(), 7);
        return;
    }
    let server = ScriptedServer::new([respond(SEVEN)]);
    let proxy = with_password(&server);
    run_in_subprocess("connections::proxies::proxy_receives_its_password", &server, &[("HTTP_PROXY", &proxy)]).await;
    let seen = server.finish().await;
    assert_eq!(seen.requests[0].line, "GET http://api.test/number HTTP/1.1");
    assert_eq!(seen.requests[0].header("proxy-authorization"), Some(PASSWORD));
}

#[tokio::test]
async fn no_proxy_exempts_a_server() {
    if server_of_parent().is_some() {
        let error = client("http://api.test").get().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "the host is unknown: {error:?}");
        return;
    }
    let server = ScriptedServer::new([]);
    let proxy = server.url();
    let variables = [("HTTP_PROXY", &*proxy), ("NO_PROXY", "other.example, .test")];
    run_in_subprocess("connections::proxies::no_proxy_exempts_a_server", &server, &variables).await;
    assert_eq!(server.finish().await.connections(), 0);
}

#[tokio::test]
async fn no_proxy_entries_can_have_ports_and_wildcards() {
    if server_of_parent().is_some() {
        for url in ["http://one.test:8080", "http://a.two.test", "http://a.b.two.test:1", "http://one.three.test:8080"]
        {
            let error = client(url).get().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Connect, "{url} is reached directly, and unknown: {error:?}");
        }
        for url in ["http://one.test", "http://two.test", "http://atwo.test", "http://one.three.test"] {
            assert_eq!(client(url).get().await.unwrap(), 7, "{url}");
        }
        return;
    }
    let server = ScriptedServer::new([(); 4].map(|()| respond(SEVEN)));
    let proxy = server.url();
    let variables = [("HTTP_PROXY", &*proxy), ("NO_PROXY", "one.test:8080, *.two.test, *.three.test:8080")];
    let test = "connections::proxies::no_proxy_entries_can_have_ports_and_wildcards";
    run_in_subprocess(test, &server, &variables).await;
    assert_eq!(server.finish().await.connections(), 4);
}

#[tokio::test]
async fn malformed_proxy_is_an_error_of_build() {
    let variables = ["HTTP_PROXY", "https_proxy", "ALL_PROXY"];
    if server_of_parent().is_some() {
        let variable = variables.into_iter().find(|variable| env::var_os(variable).is_some()).unwrap();
        let direct = Client::builder().base_url("http://127.0.0.1:1").build();
        assert!(direct.is_ok(), "no proxy is used for this machine");
        #[cfg_attr(not(feature = "rustls"), expect(unused_mut, reason = "there is one HTTP client"))]
        let mut errors = vec![Client::builder().base_url("http://api.test").build().unwrap_err()];
        #[cfg(feature = "rustls")]
        errors.push(pivotal_hyper::HyperClient::new().unwrap_err());
        for error in errors {
            let shown = format!("{error:?} {error}");
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Config, None), "{shown}");
            assert!(shown.contains(&format!("the environment variable `{variable}` is not the URL")), "{shown}");
            assert!(!shown.contains("s3cr3t"), "{shown}");
        }
        return;
    }
    let test = "connections::proxies::malformed_proxy_is_an_error_of_build";
    let server = ScriptedServer::new([]);
    for variable in variables {
        for value in ["http://user:s3cr3t@proxy:80 80", "ftp://user:s3cr3t@proxy", "http://user:s3cr3t@proxy:99999"] {
            run_in_subprocess(test, &server, &[(variable, value)]).await;
        }
    }
    assert_eq!(server.finish().await.connections(), 0);
}

#[tokio::test]
async fn empty_proxy_is_none() {
    if server_of_parent().is_some() {
        assert_eq!(client("http://api.test").get().await.unwrap_err().kind(), ErrorKind::Connect);
        return;
    }
    let server = ScriptedServer::new([]);
    let proxy = server.url();
    let test = "connections::proxies::empty_proxy_is_none";
    run_in_subprocess(test, &server, &[("HTTP_PROXY", ""), ("http_proxy", &proxy)]).await;
    assert_eq!(server.finish().await.connections(), 0);
}

/// A CGI script receives the header `Proxy` of its request as `HTTP_PROXY`.
#[tokio::test]
async fn proxy_of_a_cgi_request_is_ignored() {
    if server_of_parent().is_some() {
        assert_eq!(client("http://api.test").get().await.unwrap_err().kind(), ErrorKind::Connect);
        return;
    }
    let server = ScriptedServer::new([]);
    let proxy = server.url();
    let test = "connections::proxies::proxy_of_a_cgi_request_is_ignored";
    run_in_subprocess(test, &server, &[("HTTP_PROXY", &proxy), ("REQUEST_METHOD", "GET")]).await;
    assert_eq!(server.finish().await.connections(), 0);
}

/// Otherwise the proxy would receive the key over plain HTTP.
#[cfg(not(feature = "rustls"))]
#[tokio::test]
async fn https_without_tls_sends_nothing_to_a_proxy() {
    if server_of_parent().is_some() {
        let error = client("https://api.test").get().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
        return;
    }
    let test = "connections::proxies::https_without_tls_sends_nothing_to_a_proxy";
    for variable in ["HTTPS_PROXY", "ALL_PROXY"] {
        let server = ScriptedServer::new([]);
        run_in_subprocess(test, &server, &[(variable, &server.url())]).await;
        assert_eq!(server.finish().await.connections(), 0);
    }
}

#[cfg(feature = "rustls")]
mod tunnels {
    use pivotal_runtime::Delivery;

    use super::{
        Api, ErrorKind, PASSWORD, SEVEN, ScriptedServer, builder_for, client, respond, run_in_subprocess,
        server_of_parent, with_password,
    };
    use crate::support::KEY;
    use crate::support::scripted::script;
    use crate::support::tls::Authority;

    /// On Linux, `SSL_CERT_FILE` replaces the root certificates of the platform.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn tunnel_hides_the_request_from_the_proxy() {
        if server_of_parent().is_some() {
            assert_eq!(client("https://api.test").get().await.unwrap(), 7);
            return;
        }
        let authority = Authority::new();
        let config = authority.server("api.test");
        let server = ScriptedServer::new([script(move |connection| {
            connection.read_head()?;
            connection.send("HTTP/1.1 200 Connection established\r\n\r\n")?;
            connection.start_tls(config)?;
            connection.read()?;
            connection.send(SEVEN)
        })]);
        let roots = authority.file();
        let proxy = with_password(&server);
        let variables = [("HTTPS_PROXY", &*proxy), ("SSL_CERT_FILE", &*roots)];
        let test = "connections::proxies::tunnels::tunnel_hides_the_request_from_the_proxy";
        run_in_subprocess(test, &server, &variables).await;
        let requests = server.finish().await.requests;
        let [connect, sent] = [&requests[0], &requests[1]];
        assert_eq!((&*connect.line, &*sent.line), ("CONNECT api.test:443 HTTP/1.1", "GET /number HTTP/1.1"));
        assert_eq!(connect.header("host"), Some("api.test:443"));
        assert_eq!((connect.header("proxy-authorization"), connect.header("authorization")), (Some(PASSWORD), None));
        let bearer = format!("Bearer {KEY}");
        assert_eq!((sent.header("proxy-authorization"), sent.header("authorization")), (None, Some(&*bearer)));
        assert_eq!(sent.header("host"), Some("api.test"));
    }

    #[tokio::test]
    async fn refused_tunnel_is_not_sent() {
        if server_of_parent().is_some() {
            let builder = builder_for("https://api.test").idempotency_keys(false).max_attempts(3);
            let error = builder.build().unwrap().post(1).await.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
            assert_eq!((error.attempts(), error.is_retryable()), (2, false), "407 is not retried: {error:?}");
            assert_eq!(
                error.to_string(),
                "POST /number: the proxy refused the tunnel with status 407; write user name and password into the URL \
                 of the proxy, after 2 attempts"
            );
            assert!(!format!("{error:?}").contains("pass%"), "{error:?}");
            return;
        }
        let refusals = ["HTTP/1.1 403 No\r\n\r\n", "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\n\r\n"];
        let server = ScriptedServer::new(refusals.map(respond));
        let proxy = with_password(&server);
        let test = "connections::proxies::tunnels::refused_tunnel_is_not_sent";
        run_in_subprocess(test, &server, &[("ALL_PROXY", &proxy)]).await;
        assert_eq!(server.finish().await.requests[1].line, "CONNECT api.test:443 HTTP/1.1");
    }

    #[tokio::test]
    async fn refused_tunnel_is_named_in_the_error() {
        if server_of_parent().is_some() {
            let error = client("https://api.test").get().await.unwrap_err();
            assert!(error.is_retryable(), "{error:?}");
            // reqwest does not keep the status.
            let status = if crate::transport::is_hyper() { " with status 502" } else { "" };
            assert_eq!(error.to_string(), format!("GET /number: the proxy refused the tunnel{status}"));
            return;
        }
        let server = ScriptedServer::new([respond("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")]);
        let test = "connections::proxies::tunnels::refused_tunnel_is_named_in_the_error";
        run_in_subprocess(test, &server, &[("HTTPS_PROXY", &server.url())]).await;
        assert_eq!(server.finish().await.connections(), 1);
    }

    #[tokio::test]
    async fn proxy_that_closes_the_tunnel_is_named_in_the_error() {
        if server_of_parent().is_some() {
            let error = client("https://api.test").get().await.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
            assert_eq!(error.to_string(), "GET /number: no connection to the proxy");
            return;
        }
        for head in ["", "HTTP/1.1 200"] {
            let server = ScriptedServer::new([respond(head)]);
            let test = "connections::proxies::tunnels::proxy_that_closes_the_tunnel_is_named_in_the_error";
            run_in_subprocess(test, &server, &[("HTTPS_PROXY", &server.url())]).await;
            assert_eq!(server.finish().await.connections(), 1);
        }
    }

    /// A tunnel, and a request that the proxy would forward.
    #[tokio::test]
    async fn rejected_certificate_of_the_proxy_is_named_in_the_error() {
        if server_of_parent().is_some() {
            for url in ["https://api.test", "http://api.test"] {
                let error = client(url).get().await.unwrap_err();
                assert_eq!(
                    (error.kind(), error.delivery()),
                    (ErrorKind::Connect, Some(Delivery::NotSent)),
                    "{error:?}"
                );
                assert!(!error.is_retryable());
                assert_eq!(
                    error.to_string(),
                    "GET /number: the certificate of the proxy was rejected; check the URL of the proxy and its \
                     certificate"
                );
            }
            return;
        }
        let config = Authority::new().server("127.0.0.1");
        let server = ScriptedServer::new([config.clone(), config].map(|config| {
            script(move |connection| {
                assert!(connection.start_tls(config).is_err(), "the client rejects the certificate");
                Ok(())
            })
        }));
        let proxy = server.url().replace("http:", "https:");
        let test = "connections::proxies::tunnels::rejected_certificate_of_the_proxy_is_named_in_the_error";
        run_in_subprocess(test, &server, &[("ALL_PROXY", &proxy)]).await;
        assert_eq!(server.finish().await.connections(), 2);
    }

    /// The certificate of the server, and not that of the proxy.
    #[tokio::test]
    async fn rejected_certificate_behind_a_tunnel_is_that_of_the_server() {
        if server_of_parent().is_some() {
            let error = client("https://api.test").get().await.unwrap_err();
            assert!(error.to_string().contains("the server's certificate was rejected"), "{error}");
            return;
        }
        let config = Authority::new().server("api.test");
        let server = ScriptedServer::new([script(move |connection| {
            connection.read_head()?;
            connection.send("HTTP/1.1 200 Connection established\r\n\r\n")?;
            assert!(connection.start_tls(config).is_err(), "the client rejects the certificate");
            Ok(())
        })]);
        let test = "connections::proxies::tunnels::rejected_certificate_behind_a_tunnel_is_that_of_the_server";
        run_in_subprocess(test, &server, &[("HTTPS_PROXY", &server.url())]).await;
        assert_eq!(server.finish().await.connections(), 1);
    }
}
