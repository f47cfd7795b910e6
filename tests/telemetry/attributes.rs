//! Each row of the table of attributes.

use std::collections::BTreeSet;

use pivotal_runtime::http::Method;
use pivotal_runtime::{Error, Request};

use super::capture::{Captured, Span};
use super::notes::{Notes, client, response, retrying, server};
use super::table;
use crate::support::closed_port;
use crate::support::server::Server;
use crate::transport::builder_without_api;

/// The spans of a call and its attempts.
struct Traced {
    call: Span,
    attempts: Vec<Span>,
}

impl Traced {
    async fn new(call: impl AsyncFnOnce() -> Result<(), Error>) -> Self {
        let (captured, _guard) = Captured::start();
        // Errors have tests of their own.
        let _ = call().await;
        let calls = captured.calls();
        assert_eq!(calls.len(), 1, "{calls:?}");
        Self { call: calls[0].clone(), attempts: captured.attempts() }
    }

    /// Asserts the values of an attribute, of the call and of each attempt.
    fn assert(&self, attribute: &str, call: Option<&str>, attempts: &[Option<&str>]) {
        assert_eq!(self.call.get(attribute), call, "`{attribute}` of the call");
        let found: Vec<_> = self.attempts.iter().map(|attempt| attempt.get(attribute)).collect();
        assert_eq!(found, attempts, "`{attribute}` of the attempts");
    }
}

async fn note() -> (Server, Traced) {
    let server = server([response(200)]);
    let client = client(&server);
    let traced = Traced::new(async || client.note("my book", 42, Some(3)).await.map(drop)).await;
    (server, traced)
}

async fn undeclared(method: Method) -> Traced {
    let server = server([response(200)]);
    let client = client(&server);
    Traced::new(async || Request::new(method, "/secret/path?a=b")?.call::<Result<u8, Error>>(&client).await.map(drop))
        .await
}

async fn redirected() -> (Server, Server, Traced) {
    let target = server([response(200)]);
    let location = format!("{}/secret/elsewhere", target.url());
    let origin = server([format!("HTTP/1.1 307 X\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n")]);
    let client = builder_without_api().base_url(origin.url()).max_redirects(1).build().unwrap();
    let traced = Traced::new(async || client.find(1).await.map(drop)).await;
    (origin, target, traced)
}

async fn refused() -> Traced {
    let (url, _guard) = closed_port();
    let client = builder_without_api().base_url(url).max_attempts(1).build().unwrap();
    Traced::new(async || client.find(1).await.map(drop)).await
}

/// The connection is lost in the middle of the body.
async fn lost() -> Traced {
    let server = Server::responding_and_closing("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n7");
    let client = client(&server);
    Traced::new(async || client.find(1).await.map(drop)).await
}

fn port(server: &Server) -> String {
    format!("{} as i64", server.url().rsplit(':').next().unwrap())
}

macro_rules! rows {
    ($($name:ident: $attribute:literal => $test:block)*) => {
        $(
            #[tokio::test]
            async fn $name() $test
        )*

        #[test]
        fn each_row_of_the_table_has_a_test() {
            let tested = BTreeSet::from([$($attribute),*]);
            let listed: Vec<_> = table("Spans").iter().map(|row| row[0].trim_matches('`')).collect();
            assert_eq!(tested, listed.iter().copied().collect());
            assert_eq!(tested.len(), listed.len());
        }

        #[tokio::test]
        async fn spans_have_the_attributes_of_the_table_only() {
            let (_, _, redirected) = redirected().await;
            for traced in [note().await.1, redirected, refused().await, undeclared(Method::from_bytes(b"LIST").unwrap()).await] {
                for span in [&traced.call].into_iter().chain(&traced.attempts) {
                    for attribute in span.fields.keys() {
                        assert!([$($attribute),*].contains(attribute), "{attribute}");
                    }
                }
            }
        }
    };
}

rows! {
    otel_name_is_the_method_and_the_template: "otel.name" => {
        let name = Some("GET /books/<book>/notes/<id>");
        note().await.1.assert("otel.name", name, &[name]);
        undeclared(Method::GET).await.assert("otel.name", Some("GET"), &[Some("GET")]);
        let unknown = undeclared(Method::from_bytes(b"LIST").unwrap()).await;
        unknown.assert("otel.name", Some("HTTP"), &[Some("HTTP")]);
        redirected().await.2.assert("otel.name", Some("GET /notes/<id>"), &[Some("GET /notes/<id>"), Some("GET")]);
    }

    otel_kind_is_internal_for_calls_and_client_for_attempts: "otel.kind" => {
        note().await.1.assert("otel.kind", Some("internal"), &[Some("client")]);
    }

    operation_is_that_of_the_declaration: "endpoint.operation" => {
        note().await.1.assert("endpoint.operation", Some("getNote"), &[Some("getNote")]);
        redirected().await.2.assert("endpoint.operation", Some("find"), &[Some("find"); 2]);
    }

    method_is_known_if_it_is_standard_or_declared: "http.request.method" => {
        note().await.1.assert("http.request.method", Some("GET"), &[Some("GET")]);
        undeclared(Method::QUERY).await.assert("http.request.method", Some("QUERY"), &[Some("QUERY")]);
        let unknown = undeclared(Method::from_bytes(b"LIST").unwrap()).await;
        unknown.assert("http.request.method", Some("_OTHER"), &[Some("_OTHER")]);
        let server = server([response(200)]);
        let client = client(&server);
        let declared = Traced::new(async || client.purge(1).await.map(drop)).await;
        declared.assert("http.request.method", Some("PURGE"), &[Some("PURGE")]);
    }

    original_method_is_present_if_it_is_unknown: "http.request.method_original" => {
        note().await.1.assert("http.request.method_original", None, &[None]);
        let unknown = undeclared(Method::from_bytes(b"LIST").unwrap()).await;
        unknown.assert("http.request.method_original", Some("LIST"), &[Some("LIST")]);
    }

    template_is_the_declared_path: "url.template" => {
        let template = Some("/books/<book>/notes/<id>");
        note().await.1.assert("url.template", template, &[template]);
        undeclared(Method::GET).await.assert("url.template", None, &[None]);
        redirected().await.2.assert("url.template", Some("/notes/<id>"), &[Some("/notes/<id>"), None]);
    }

    full_url_has_no_values: "url.full" => {
        let (server, traced) = note().await;
        let url = format!("{}/books/REDACTED/notes/REDACTED", server.url());
        traced.assert("url.full", None, &[Some(&url)]);

        let (origin, target, redirected) = redirected().await;
        let urls = [format!("{}/notes/REDACTED", origin.url()), format!("{}/REDACTED", target.url())];
        redirected.assert("url.full", None, &[Some(&urls[0]), Some(&urls[1])]);

        let client = builder_without_api().base_url(server.url() + "/v1/t0ken").build().unwrap();
        let url = format!("{}/REDACTED/notes/REDACTED", server.url());
        Traced::new(async || client.find(1).await.map(drop)).await.assert("url.full", None, &[Some(&url)]);

        let url = format!("{}/REDACTED", server.url());
        let opened = Traced::new(async || client.open("/secret?a=b").await.map(drop)).await;
        opened.assert("url.full", None, &[Some(&url)]);
        opened.assert("url.template", Some("<url>"), &[Some("<url>")]);
    }

    server_address_is_the_host_of_the_url: "server.address" => {
        note().await.1.assert("server.address", None, &[Some("127.0.0.1")]);
        redirected().await.2.assert("server.address", None, &[Some("127.0.0.1"); 2]);
        let client = builder_without_api().base_url("http://[::1]:9").max_attempts(1).build().unwrap();
        Traced::new(async || client.find(1).await.map(drop)).await.assert("server.address", None, &[Some("::1")]);
    }

    server_port_is_that_of_the_url: "server.port" => {
        let (server, traced) = note().await;
        traced.assert("server.port", None, &[Some(&port(&server))]);
        let (origin, target, redirected) = redirected().await;
        redirected.assert("server.port", None, &[Some(&port(&origin)), Some(&port(&target))]);
    }

    resend_count_is_present_from_the_second_attempt: "http.request.resend_count" => {
        let server = server([response(503), response(503), response(200)]);
        let client = retrying(server.url());
        let traced = Traced::new(async || client.find(1).await.map(drop)).await;
        traced.assert("http.request.resend_count", None, &[None, Some("1 as i64"), Some("2 as i64")]);
        redirected().await.2.assert("http.request.resend_count", None, &[None, Some("1 as i64")]);
    }

    status_is_present_if_there_was_a_response: "http.response.status_code" => {
        note().await.1.assert("http.response.status_code", Some("200 as i64"), &[Some("200 as i64")]);
        refused().await.assert("http.response.status_code", None, &[None]);
        let server = server([response(503), response(404)]);
        let client = retrying(server.url());
        let traced = Traced::new(async || client.find(1).await.map(drop)).await;
        traced.assert("http.response.status_code", Some("404 as i64"), &[Some("503 as i64"), Some("404 as i64")]);
        lost().await.assert("http.response.status_code", None, &[Some("200 as i64")]);
    }

    protocol_version_is_that_of_the_response: "network.protocol.version" => {
        note().await.1.assert("network.protocol.version", None, &[Some("1.1")]);
        refused().await.assert("network.protocol.version", None, &[None]);
        lost().await.assert("network.protocol.version", None, &[Some("1.1")]);
    }

    error_type_is_present_if_there_was_an_error: "error.type" => {
        note().await.1.assert("error.type", None, &[None]);
        refused().await.assert("error.type", Some("connect"), &[Some("connect")]);
        let server = server([response(503), response(200)]);
        let client = retrying(server.url());
        let traced = Traced::new(async || client.find(1).await.map(drop)).await;
        traced.assert("error.type", None, &[Some("503"), None]);
    }

    status_code_is_error_if_there_was_an_error: "otel.status_code" => {
        note().await.1.assert("otel.status_code", None, &[None]);
        refused().await.assert("otel.status_code", Some("ERROR"), &[Some("ERROR")]);
    }

    status_description_has_no_text_of_the_server: "otel.status_description" => {
        note().await.1.assert("otel.status_description", None, &[None]);
        let message = refused().await.call.get("otel.status_description").map(str::to_owned);
        assert_eq!(message.as_deref(), Some("no connection to the server"));
        let server = server([response(500)]);
        let client = client(&server);
        let failed = Traced::new(async || client.find(1).await.map(drop)).await;
        failed.assert("otel.status_description", None, &[None]);
    }
}
