//! Paths.

use pivotal_runtime::{Displayed, Error, ErrorKind, ObjectKey, Transport, endpoint};

use crate::support::server::{Server, rejection_of, request_of};

trait Paths: Transport {
    #[endpoint(GET, "/items/<id>", response = ())]
    async fn item(&self, id: &str);

    #[endpoint(GET, "/buckets/<bucket>/files/<path..>", response = ())]
    async fn file(&self, bucket: &str, path: &str);

    #[endpoint(GET, "/a!$&'()*+,;=:@-._~/<id>!$&'()*+,;=:@-._~", response = ())]
    async fn every_character(&self, id: &str);

    #[endpoint(GET, "/lists/<items..>", response = ())]
    async fn list(&self, items: &[&str]);

    #[endpoint(GET, "/keys/<key..>.", response = ())]
    async fn key(&self, key: ObjectKey<&str>);

    #[endpoint(POST, "/jobs/<id>:cancel", response = ())]
    async fn cancel(&self, id: &str);

    #[endpoint(GET, "/ranges/<from>-<to>/<flag>", response = ())]
    async fn range(&self, from: u64, to: i8, flag: bool);
}
impl<T: Transport> Paths for T {}

async fn item_line(id: &str) -> String {
    request_of(async |api| api.item(id).await).await.line
}

#[tokio::test]
async fn reserved_ascii_characters_are_percent_encoded() {
    let server = Server::responding_204();
    let api = server.client();
    for byte in 0..128_u8 {
        let character = char::from(byte);
        api.item(&format!("a{character}b")).await.unwrap();
        let on_wire = match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' | '~' => character.to_string(),
            _ => format!("%{byte:02X}"),
        };
        assert_eq!(server.request().line, format!("GET /items/a{on_wire}b HTTP/1.1"), "{character:?}");
    }
}

#[tokio::test]
async fn every_character_of_a_path_can_be_written() {
    let line = request_of(async |api| api.every_character("7").await).await.line;
    assert_eq!(line, "GET /a!$&'()*+,;=:@-._~/7!$&'()*+,;=:@-._~ HTTP/1.1");
}

#[tokio::test]
async fn value_is_one_segment() {
    let cases = [
        ("42", "42"),
        ("a/b", "a%2Fb"),
        ("/etc/passwd", "%2Fetc%2Fpasswd"),
        ("a/../../b", "a%2F..%2F..%2Fb"),
        ("..\\b", "..%5Cb"),
        ("a b+c%d", "a%20b%2Bc%25d"),
        ("?a=b&c#d", "%3Fa%3Db%26c%23d"),
        ("\"'`", "%22%27%60"),
        ("%2e%2e", "%252e%252e"),
        ("%2F", "%252F"),
        ("Zoë €😀", "Zo%C3%AB%20%E2%82%AC%F0%9F%98%80"),
        ("a\r\nHost: evil", "a%0D%0AHost%3A%20evil"),
        ("//host", "%2F%2Fhost"),
        ("http://host", "http%3A%2F%2Fhost"),
    ];
    for (value, on_wire) in cases {
        assert_eq!(item_line(value).await, format!("GET /items/{on_wire} HTTP/1.1"), "{value}");
    }
}

#[tokio::test]
async fn dots_within_a_segment_are_sent() {
    for value in ["...", ".a", "..a", "a.", "a..", "a..b", ".-", "...."] {
        assert_eq!(item_line(value).await, format!("GET /items/{value} HTTP/1.1"));
    }
}

#[tokio::test]
async fn empty_and_dot_segments_are_rejected() {
    for value in ["", ".", ".."] {
        let error = rejection_of(async |api| api.item(value).await).await;
        assert_eq!(error.parameter_name(), Some("id"), "{value:?}");
        assert!(error.to_string().starts_with("GET /items/<id>: `id` is "), "{error}");
    }
}

#[tokio::test]
async fn rejected_parameter_is_named() {
    let name = async |bucket, path| -> Option<&'static str> {
        rejection_of(async |api| api.file(bucket, path).await).await.parameter_name()
    };
    assert_eq!(name("..", "a").await, Some("bucket"));
    assert_eq!(name("b", "..").await, Some("path"));
    assert_eq!(name("", "").await, Some("bucket"), "the first one");
}

#[tokio::test]
async fn rest_parameter_keeps_its_slashes() {
    let cases = [
        ("a", "a"),
        ("a/b/c", "a/b/c"),
        ("a b/c+d/%2F", "a%20b/c%2Bd/%252F"),
        ("a?b/c#d", "a%3Fb/c%23d"),
        ("a\\..\\b", "a%5C..%5Cb"),
        (".../.a", ".../.a"),
        ("%2e%2e/a", "%252e%252e/a"),
        ("ü/€", "%C3%BC/%E2%82%AC"),
    ];
    for (value, on_wire) in cases {
        let line = request_of(async |api| api.file("x/y", value).await).await.line;
        assert_eq!(line, format!("GET /buckets/x%2Fy/files/{on_wire} HTTP/1.1"), "{value}");
    }
}

#[tokio::test]
async fn list_is_one_segment_for_each_item() {
    let line = request_of(async |api| api.list(&["a", "b/c", "d e"]).await).await.line;
    assert_eq!(line, "GET /lists/a/b%2Fc/d%20e HTTP/1.1");
    for items in [&[][..], &["a", ""], &["..", "a"]] {
        let error = rejection_of(async |api| api.list(items).await).await;
        assert_eq!(error.parameter_name(), Some("items"), "{items:?}");
    }
}

#[tokio::test]
async fn text_after_a_parameter_makes_no_dot_segment() {
    assert_eq!(request_of(async |api| api.key(ObjectKey("a/b")).await).await.line, "GET /keys/a/b. HTTP/1.1");
    for key in ["a/", "a/%2e"] {
        let result = Server::responding_204().client().key(ObjectKey(key)).await;
        assert_eq!(result.err().map(|error| error.kind()), (key == "a/").then_some(ErrorKind::Request), "{key}");
    }
}

#[tokio::test]
async fn rest_parameter_with_empty_or_dot_segments_is_rejected() {
    for value in ["", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b"] {
        let error = rejection_of(async |api| api.file("b", value).await).await;
        assert_eq!(error.parameter_name(), Some("path"), "{value:?}");
    }
}

#[tokio::test]
async fn placeholder_can_be_part_of_a_segment() {
    let line = request_of(async |api| api.cancel("a:b/c").await).await.line;
    assert_eq!(line, "POST /jobs/a%3Ab%2Fc:cancel HTTP/1.1");
    for value in ["", ".", ".."] {
        let line = request_of(async |api| api.cancel(value).await).await.line;
        assert_eq!(line, format!("POST /jobs/{value}:cancel HTTP/1.1"));
    }
    let line = request_of(async |api| api.range(u64::MAX, -3, true).await).await.line;
    assert_eq!(line, "GET /ranges/18446744073709551615--3/true HTTP/1.1");
}

#[tokio::test]
async fn failing_display_is_rejected() {
    struct Broken;
    impl std::fmt::Display for Broken {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    trait Things: Transport {
        #[endpoint(GET, "/things/<thing>")]
        async fn thing(&self, thing: Displayed<&Broken>) -> Result<(), Error>;
    }
    impl<T: Transport> Things for T {}

    let error = rejection_of(async |api| api.thing(Displayed(&Broken)).await).await;
    assert_eq!(error.parameter_name(), Some("thing"));
}
