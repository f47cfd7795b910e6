//! Requests without a declaration.

use pivotal_runtime::__private::RequestBuilder;
use pivotal_runtime::http::header::{CONTENT_LENGTH, HeaderName, HeaderValue, IF_MATCH};
use pivotal_runtime::http::{Method, Response};
use pivotal_runtime::{Body, Endpoint, Error, ErrorKind, LinkPage, Pages, Request, Transport, endpoint};
use serde_json::{Value, json};

use crate::support::server::{Server, request_of};
use crate::support::{KEY, builder_for};

fn response(status_and_headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status_and_headers}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

#[tokio::test]
async fn request_is_sent_and_its_response_is_read() {
    let server = Server::responding(response("201 Created", r#"{"id":7}"#));
    let mut request = Request::new(Method::PATCH, "/orders?lang=en").unwrap();
    request.push_segment("a/b c").unwrap();
    request.set_query("notify", "yes & no");
    request.set_query("lang", "de");
    request.set_header(IF_MATCH, HeaderValue::from_static("\"1\"")).unwrap();
    request.set_body(json!({"id": 7}).to_string(), "application/json").unwrap();
    let order: Result<Value, Error> = request.call(&server.client()).await;
    assert_eq!(order.unwrap(), json!({"id": 7}));
    let received = server.request();
    assert_eq!(received.line, "PATCH /orders/a%2Fb%20c?notify=yes%20%26%20no&lang=de HTTP/1.1");
    assert_eq!(
        (received.headers("if-match"), received.headers("content-type")),
        (vec!["\"1\""], vec!["application/json"])
    );
    assert_eq!(received.body, br#"{"id":7}"#);
    assert!(received.header("authorization").is_some_and(|value| value.contains(KEY)), "the client's credentials");
}

#[tokio::test]
async fn any_method_can_be_sent() {
    for name in ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "QUERY", "PURGE", "M-SEARCH"] {
        let method = Method::from_bytes(name.as_bytes()).unwrap();
        let request = Request::new(method.clone(), "/m").unwrap();
        assert_eq!(request.method(), method);
        let received = request_of(async |api| request.call::<Result<(), Error>>(&api).await).await;
        assert_eq!(received.line, format!("{name} /m HTTP/1.1"));
    }
}

#[tokio::test]
async fn missing_value_is_none() {
    let server = Server::responding(response("404 Not Found", ""));
    let client = server.client();
    let request = Request::new(Method::GET, "/x").unwrap();
    assert_eq!(request.call::<Result<Option<Value>, Error>>(&client).await.unwrap(), None);
    let error = Request::new(Method::GET, "/x").unwrap().call::<Result<Value, Error>>(&client).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 404);
    assert!(error.to_string().starts_with("GET (not declared): "), "{error}");
    let purge = Request::new(Method::from_bytes(b"PURGE").unwrap(), "/x").unwrap();
    let error = purge.call::<Result<Value, Error>>(&client).await.unwrap_err();
    assert!(error.to_string().starts_with("(custom method) (not declared): "), "{error}");
}

#[tokio::test]
async fn list_is_iterated() {
    let server = Server::responding_with(|request| match request.target() {
        "/names" => response("200 OK\r\nlink: </names?page=2>; rel=\"next\"", r#"["a","b"]"#),
        _ => response("200 OK", r#"["c"]"#),
    });
    let client = server.client();
    let mut names: Pages<'_, LinkPage<String>> = Request::new(Method::GET, "/names").unwrap().deliver(&client);
    let mut all = Vec::new();
    while let Some(name) = names.next().await {
        all.push(name.unwrap());
    }
    assert_eq!(all, ["a", "b", "c"]);
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_client_sends_it() {
    let server = Server::responding(response("200 OK", r#""x""#));
    let client = pivotal_runtime::blocking::Client::from_client(server.client()).unwrap();
    let text: Result<String, Error> = Request::new(Method::GET, "/text").unwrap().deliver(&client);
    assert_eq!(text.unwrap(), r#""x""#);
}

/// Adds a tenant to the query of each request, and removes `debug`.
struct Tenant<T>(T);

impl<T: Transport> Transport for Tenant<T> {
    async fn send(&self, mut request: Request) -> Result<Response<Body>, Error> {
        request.set_query("tenant", "a&b");
        request.remove_query("debug");
        self.0.send(request).await
    }
}

trait Notes: Transport {
    #[endpoint(GET, "/notes?<tenant>&<debug>&<id>", response = ())]
    async fn notes(&self, tenant: Option<&str>, debug: bool, id: &[u8]);

    #[endpoint(GET, "<url>", response = ())]
    async fn at(&self, url: &str);
}
impl<T: Transport> Notes for T {}

#[tokio::test]
async fn wrapper_changes_the_query_of_any_request() {
    let received = request_of(async |api| Tenant(api).notes(None, true, &[1, 2]).await).await;
    assert_eq!(received.target(), "/notes?id=1&id=2&tenant=a%26b");
    let received = request_of(async |api| Tenant(api).notes(Some("other"), false, &[]).await).await;
    assert_eq!(received.target(), "/notes?tenant=a%26b");
    let received = request_of(async |api| Tenant(api).at("/next?page=2&debug=1&tenant=x").await).await;
    assert_eq!(received.target(), "/next?page=2&tenant=a%26b");
    let request = Request::new(Method::GET, "/by-hand").unwrap();
    let received = request_of(async |api| request.call::<Result<(), Error>>(&Tenant(api)).await).await;
    assert_eq!(received.target(), "/by-hand?tenant=a%26b");
}

#[tokio::test]
async fn pairs_are_appended_replaced_and_removed() {
    let target = |change: fn(&mut Request), path: &str| {
        let mut request = Request::new(Method::GET, path).unwrap();
        change(&mut request);
        request.path_and_query().to_owned()
    };
    assert_eq!(target(|request| request.append_query("id", "2"), "/a?id=1"), "/a?id=1&id=2");
    assert_eq!(target(|request| request.append_query("id", ""), "/a"), "/a?id=");
    assert_eq!(target(|request| request.append_query("id", "1"), "/a?"), "/a?id=1");
    assert_eq!(target(|request| request.set_query("id", "3"), "/a?id=1&x&id=2"), "/a?x&id=3");
    assert_eq!(target(|request| request.remove_query("id"), "/a?id=1&i%64=2"), "/a");
}

#[tokio::test]
async fn connect_and_trace_are_rejected() {
    static TUNNEL: Endpoint = Endpoint::custom("CONNECT", "/", "tunnel");
    for method in [Method::CONNECT, Method::TRACE] {
        let error = Request::new(method, "/a").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{error}");
    }
    let request = RequestBuilder::new(&TUNNEL).literal("/");
    let error = request.send::<Result<(), Error>>(&Server::responding_204().client()).await.unwrap_err();
    assert!(error.to_string().contains("opens a tunnel"), "{error}");
}

#[tokio::test]
async fn headers_do_not_follow_a_redirect_to_another_origin() {
    let foreign = Server::responding_204();
    let location =
        format!("HTTP/1.1 307 Temporary Redirect\r\nlocation: {}\r\ncontent-length: 0\r\n\r\n", foreign.url());
    let server = Server::responding(location);
    let client = builder_for(server.url()).allow_http().max_redirects(1).build().unwrap();
    let mut request = Request::new(Method::GET, "/a").unwrap();
    request.set_header(HeaderName::from_static("x-pin"), HeaderValue::from_static("1234")).unwrap();
    request.call::<Result<(), Error>>(&client).await.unwrap();
    assert_eq!((server.request().headers("x-pin"), foreign.request().headers("x-pin")), (vec!["1234"], vec![]));
}

#[tokio::test]
async fn next_page_of_a_path_with_two_slashes_stays_on_its_server() {
    let server = Server::responding_with(|request| match request.target() {
        "//names" => response("200 OK\r\nlink: <?page=2>; rel=\"next\"", r#"["a"]"#),
        "//names?page=2" => response("200 OK\r\nlink: </names>; rel=\"next\"", r#"["b"]"#),
        _ => response("200 OK", r#"["c"]"#),
    });
    let client = server.client();
    let mut names: Pages<'_, LinkPage<String>> = Request::new(Method::GET, "//names").unwrap().deliver(&client);
    let mut all = Vec::new();
    while let Some(name) = names.next().await {
        all.push(name.unwrap());
    }
    assert_eq!(all, ["a", "b", "c"]);
}

#[tokio::test]
async fn quotes_in_a_query_are_encoded_for_all_http_clients() {
    let request = Request::new(Method::GET, "/a'b?filter=name eq 'x'".replace(' ', "%20")).unwrap();
    let received = request_of(async |api| request.call::<Result<(), Error>>(&api).await).await;
    assert_eq!(received.target(), "/a'b?filter=name%20eq%20%27x%27");
}

#[test]
fn path_that_is_no_path_is_rejected() {
    let cases = [
        ("", "starts with `/`"),
        ("orders", "starts with `/`"),
        ("https://other.example/", "starts with `/`"),
        ("/a b", "contains ` `; percent-encode it"),
        ("/a\nb", "contains `\\n`"),
        ("/ü", "contains `ü`"),
        ("/a#b", "contains `#`"),
        ("/a\\b", "contains `\\\\`"),
        ("/50%", "write `%25`"),
        ("/a/../b", "the segment `..`"),
        ("/a/%2e", "the segment `.`"),
    ];
    for (path, expected) in cases {
        let error = Request::new(Method::GET, path).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{path}");
        assert!(error.to_string().contains(expected), "{path}: {error}");
    }
    for path in ["/", "//x", "/a/b/?q=[1]&r=/../x", "/a;b=1,2/%2F'@:!$&(*)+="] {
        assert_eq!(Request::new(Method::GET, path).unwrap().path_and_query().replace("%27", "'"), path);
    }
}

#[test]
fn parts_that_cannot_be_right_are_rejected() {
    let mut request = Request::new(Method::POST, "/a").unwrap();
    for segment in ["", ".", ".."] {
        assert_eq!(request.push_segment(segment).unwrap_err().kind(), ErrorKind::Request);
    }
    assert_eq!(
        request.set_header(CONTENT_LENGTH, HeaderValue::from_static("1")).unwrap_err().kind(),
        ErrorKind::Request
    );
    assert_eq!(request.set_body("x", "text/\nplain").unwrap_err().kind(), ErrorKind::Request);
    request.set_header(HeaderName::from_static("x-a"), HeaderValue::from_static("s3cr3t")).unwrap();
    request.set_body("s3cr3t", "text/plain").unwrap();
    request.set_query("key", "s3cr3t");
    assert!(!format!("{request:?}").contains("s3cr3t"), "{request:?}");
}
