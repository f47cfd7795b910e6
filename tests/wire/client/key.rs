//! The key, and who gets it.

use pivotal_runtime::{ApiKey, ErrorKind};

use super::{Api, SEVEN};
use crate::support::{KEY, Server, says};
use crate::transport::builder;

#[tokio::test]
async fn the_key_is_the_bearer_token_and_nothing_else() {
    let server = Server::that(says(SEVEN));
    assert_eq!(server.client().private().await.unwrap(), 7);
    assert_eq!(server.request().header("authorization"), [format!("Bearer {KEY}")]);
}

#[tokio::test]
async fn without_auth_no_key_is_sent() {
    let server = Server::that(says(SEVEN));
    assert_eq!(server.client().public().await.unwrap(), 7);
    assert!(server.request().header("authorization").is_empty());
}

#[tokio::test]
async fn a_client_without_a_key_calls_only_what_wants_none() {
    let server = Server::that(says(SEVEN));
    let client = builder().base_url(server.url()).build().unwrap();
    assert!(client.credentials(PivotalKey::new().unwrap()).is_none());
    let error = client.private().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(error.endpoint().unwrap().to_string(), "GET /private");
    assert!(error.to_string().contains("ClientBuilder::api_key"), "{error}");
    assert_eq!(server.connections(), 0);
    assert_eq!(client.public().await.unwrap(), 7);
    assert_eq!(server.connections(), 1);
    assert_eq!(server.request().target(), "/public");
}

#[tokio::test]
async fn white_space_around_the_key_is_not_sent() {
    let server = Server::that(says(SEVEN));
    for key in [format!("{KEY}\n"), format!(" {KEY}"), format!("\t{KEY}\r\n")] {
        let client = builder().credentials(PivotalKey::new(key).unwrap()).base_url(server.url()).build().unwrap();
        client.private().await.unwrap();
        assert_eq!(server.request().header("authorization"), [format!("Bearer {KEY}")]);
    }
}

#[test]
fn what_is_no_key_is_refused_without_being_repeated() {
    let cases = [
        ("", "is empty"),
        (" \n", "is empty"),
        ("sk_live_Zq41abcdefgh", "does not start with `pivotal_`"),
        ("PIVOTAL_Zq41abcdefgh", "does not start with `pivotal_`"),
        ("Bearer pivotal_Zq41abcdefgh", "does not start with `pivotal_`"),
        ("\"pivotal_Zq41abcdefgh\"", "does not start with `pivotal_`"),
        ("pivotal_", "ends after its prefix"),
        ("pivotal_test_", "ends after its prefix"),
        ("pivotal_Zq41\nabcdefgh", "a character that no key has"),
        ("pivotal_Zq41\r\nX-Evil: 1", "a character that no key has"),
        ("pivotal_Zq41 abcdefgh", "a character that no key has"),
        ("pivotal_Zq41abcdefgh\0", "a character that no key has"),
        ("pivotal_Zq41äbcdefgh", "a character that no key has"),
        ("pivotal_Zq41abcdefgh\"", "a character that no key has"),
        ("pivotal_Zq41abcdefgh\u{200b}", "a character that no key has"),
    ];
    for (key, expected) in cases {
        let error = ApiKey::new(key).unwrap_err();
        assert_eq!((error.kind(), error.endpoint()), (ErrorKind::Config, None));
        assert!(error.to_string().contains(expected), "{key:?}: {error}");
        assert!(!format!("{error:?}").contains("Zq41"), "{error:?}");
        let error = builder().credentials(PivotalKey::new(key).unwrap()).build().unwrap_err();
        assert!(error.to_string().contains(expected), "{key:?}: {error}");
    }
}

#[test]
fn a_key_tells_whether_it_is_for_tests_and_its_loggable_start() {
    let cases = [
        ("pivotal_Zq41abcdefgh", false, "pivotal_Zq41"),
        ("pivotal_test_Zq41abcdefgh", true, "pivotal_test_Zq41"),
        ("pivotal_tests_Zq41abcdefgh", false, "pivotal_test"),
        ("pivotal_a-b_C", false, "pivotal_"),
    ];
    for (key, is_test, prefix) in cases {
        let key: ApiKey = key.parse().unwrap();
        assert_eq!((key.is_test(), key.prefix()), (is_test, prefix));
        let client = builder().credentials(PivotalKey::new(key).unwrap()).build().unwrap();
        assert_eq!(client.credentials(PivotalKey::new().unwrap()).map(ApiKey::prefix), Some(prefix));
    }
}
