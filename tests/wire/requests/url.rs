//! URLs from the server, in place of a path.

use pivotal_runtime::{Bearer, Body, ErrorKind, Response, Transport, endpoint, endpoints};

use crate::support::server::{Server, rejection_of, request_of};
use crate::transport::builder_without_api;

trait Files: Transport {
    #[endpoint(GET, "<url>", response = ())]
    async fn follow(&self, url: &str);

    #[endpoint(PUT, "<url>?<digest>&final=1&<tag>", response = ())]
    async fn complete(&self, url: &str, digest: &str, tag: &[&str]);

    #[endpoint(GET, "<url>", response = (), error = pivotal_runtime::ProblemDetails)]
    async fn problem(&self, url: &str);

    #[endpoint(GET, "<url>")]
    async fn download(&self, url: String) -> Result<Body, pivotal_runtime::Error>;

    #[endpoint(PUT, "<session>", bytes = part, header("Content-Range") = range, auth = none)]
    async fn upload(&self, session: &str, part: &[u8], range: &str) -> Result<Response<()>, pivotal_runtime::Error>;
}
impl<T: Transport> Files for T {}

/// The trait's path and pairs do not apply, but its headers do.
#[endpoints("/v1/<account>?api-version=3&<lang>", header("X-Client") = "shop")]
trait Shop {
    #[endpoint(GET, "/items", response = ())]
    async fn items(&self, account: u8, lang: &str);

    #[endpoint(GET, "<next>", response = ())]
    async fn next(&self, next: &str);
}

#[tokio::test]
async fn url_is_sent_as_the_server_encoded_it() {
    let cases = [
        ("/a%2Fb?x=%20&y=a+b&z=%2B", "/a%2Fb?x=%20&y=a+b&z=%2B"),
        ("/a?X-Signature=ab%2Fcd%3D", "/a?X-Signature=ab%2Fcd%3D"),
        (" /a#part ", "/a"),
        ("?page=2", "/?page=2"),
        ("/\u{fc}?\u{fc}=\u{fc}", "/%C3%BC?%C3%BC=%C3%BC"),
    ];
    for (url, target) in cases {
        let request = request_of(async |api| api.follow(url).await).await;
        assert_eq!(request.target(), target, "{url}");
    }
}

#[tokio::test]
async fn pairs_are_added_to_the_query_of_the_url() {
    let cases = [
        ("/uploads/7", "/uploads/7?digest=sha256%3Aa&final=1&tag=x"),
        ("/uploads/7?state=a+b%2F", "/uploads/7?state=a+b%2F&digest=sha256%3Aa&final=1&tag=x"),
        ("/uploads/7#part", "/uploads/7?digest=sha256%3Aa&final=1&tag=x"),
        ("/uploads/7?", "/uploads/7?digest=sha256%3Aa&final=1&tag=x"),
        ("/uploads/7?state=1&", "/uploads/7?state=1&digest=sha256%3Aa&final=1&tag=x"),
        ("?state=1", "/?state=1&digest=sha256%3Aa&final=1&tag=x"),
    ];
    for (url, target) in cases {
        let request = request_of(async |api| api.complete(url, "sha256:a", &["x"]).await).await;
        assert_eq!(request.target(), target, "{url}");
    }
    let server = Server::responding_204();
    let url = format!("{}/absolute?a=1", server.url());
    builder_without_api().base_url("http://127.0.0.1:9").build().unwrap().complete(&url, "b", &[]).await.unwrap();
    assert_eq!(server.request().target(), "/absolute?a=1&digest=b&final=1");
}

#[tokio::test]
async fn relative_url_is_resolved_against_the_base_url() {
    let server = Server::responding_204();
    let base = server.url();
    let client = builder_without_api().base_url(format!("{base}/api/v1")).build().unwrap();
    let cases = [
        ("/v2/items".to_owned(), "/v2/items"),
        ("items?page=2".to_owned(), "/api/v1/items?page=2"),
        ("../items".to_owned(), "/api/items"),
        (format!("{base}/absolute"), "/absolute"),
        (base.replace("http:", "") + "/of-the-same-scheme", "/of-the-same-scheme"),
    ];
    for (url, target) in cases {
        client.follow(&url).await.unwrap();
        assert_eq!(server.request().target(), target, "{url}");
    }
}

#[tokio::test]
async fn trait_path_and_pairs_do_not_apply() {
    let server = Server::responding_204();
    server.client().items(1, "en").await.unwrap();
    let request = server.request();
    assert_eq!((request.target(), request.header("x-client")), ("/v1/1/items?api-version=3&lang=en", Some("shop")));
    server.client().next("/v1/1/items?page=2").await.unwrap();
    let request = server.request();
    assert_eq!((request.target(), request.header("x-client")), ("/v1/1/items?page=2", Some("shop")));
}

#[tokio::test]
async fn url_that_cannot_be_requested_is_rejected() {
    for url in ["", "  ", "ftp://h/a", "https://", "https://h:x/", "http://user:s3cr3t@h/", "javascript:alert(1)"] {
        let error = rejection_of(async |api| api.follow(url).await).await;
        assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("url")), "{url}");
        assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error}");
    }
}

#[tokio::test]
async fn credentials_go_to_known_origins_only() {
    let (main, listed, foreign) = (Server::responding_204(), Server::responding_204(), Server::responding_204());
    let builder = builder_without_api().base_url(main.url() + "/v1").credential_origin(listed.url());
    let client = builder.credentials(Bearer::new("t-12345678").unwrap()).build().unwrap();
    for (server, expected) in
        [(&main, Some("Bearer t-12345678")), (&listed, Some("Bearer t-12345678")), (&foreign, None)]
    {
        client.download(server.url() + "/file").await.unwrap();
        let request = server.request();
        assert_eq!((request.target(), request.header("authorization")), ("/file", expected));
        client.upload(&(server.url() + "/session?part=1"), b"ab", "bytes 0-1/2").await.unwrap();
        let request = server.request();
        assert_eq!(request.line, "PUT /session?part=1 HTTP/1.1");
        assert_eq!((request.header("authorization"), request.header("content-range")), (None, Some("bytes 0-1/2")));
        assert_eq!(request.body, b"ab");
    }
}

#[tokio::test]
async fn path_that_begins_with_two_slashes_stays_on_its_server() {
    let server = Server::responding_204();
    server.client().follow(&(server.url() + "//key/a?sig=1")).await.unwrap();
    assert_eq!(server.request().target(), "//key/a?sig=1");
}

#[tokio::test]
async fn secrets_of_a_url_are_removed_from_server_text() {
    let secret = "abcdefgh12345678";
    let urls = [
        format!("/services/T0/{secret}?a=b"),
        format!("/a?sig={secret}"),
        format!("/a?X-Amz-Credential={secret}"),
        format!("/a?X-Amz-Signature={secret}"),
    ];
    for url in urls {
        let server = Server::responding_with(|request| {
            let body = format!("{{\"title\":\"no access to {}\"}}", request.target());
            format!("HTTP/1.1 403 X\r\nContent-Length: {}\r\n\r\n{body}", body.len())
        });
        let error = server.client().problem(&(server.url() + &url)).await.unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(text.contains("no access to") && text.contains("[redacted]") && !text.contains(secret), "{text}");
    }
}
