//! The key of Pivotal, and the calls that send it.

use pivotal_api::PivotalKey;
use pivotal_runtime::ErrorKind;

use super::{Api, SEVEN};
use crate::support::{KEY, Server, says};
use crate::transport::builder;

#[tokio::test]
async fn key_is_sent_as_bearer_token() {
    let server = Server::that(says(SEVEN));
    assert_eq!(server.client().private().await.unwrap(), 7);
    assert_eq!(server.request().header("authorization"), [format!("Bearer {KEY}")]);
}

#[tokio::test]
async fn endpoint_with_auth_none_sends_no_key() {
    let server = Server::that(says(SEVEN));
    assert_eq!(server.client().public().await.unwrap(), 7);
    assert!(server.request().header("authorization").is_empty());
}

#[tokio::test]
async fn client_without_key_calls_every_endpoint_without_one() {
    let server = Server::that(says(SEVEN));
    let client = builder().base_url(server.url()).build().unwrap();
    assert_eq!((client.private().await.unwrap(), client.public().await.unwrap()), (7, 7));
    for target in ["/private", "/public"] {
        let request = server.request();
        assert_eq!(request.target(), target);
        assert!(request.header("authorization").is_empty());
    }
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
fn invalid_keys_are_rejected_without_being_repeated() {
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
        let errors = [
            PivotalKey::new(key).unwrap_err(),
            key.parse::<PivotalKey>().unwrap_err(),
            pivotal_api::builder(key).unwrap_err(),
            pivotal_api::client(key.to_owned()).unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(error.endpoint().is_none());
            assert!(error.to_string().contains(expected), "{key:?}: {error}");
            assert!(!format!("{error:?}").contains("Zq41"), "{error:?}");
        }
    }
}

#[test]
fn key_reports_test_mode_and_its_loggable_start() {
    let cases = [
        ("pivotal_Zq41abcdefgh", false, "pivotal_Zq41"),
        ("pivotal_test_Zq41abcdefgh", true, "pivotal_test_Zq41"),
        ("pivotal_tests_Zq41abcdefgh", false, "pivotal_test"),
        ("pivotal_a-b_C", false, "pivotal_"),
    ];
    for (key, is_test, prefix) in cases {
        let key: PivotalKey = key.parse().unwrap();
        assert_eq!((key.is_test(), key.prefix()), (is_test, prefix));
        assert_eq!(format!("{key:?}"), format!("PivotalKey({prefix}…)"));
    }
}

#[tokio::test]
async fn constructors_of_pivotal_send_the_key() {
    let server = Server::that(says(SEVEN));
    let key = PivotalKey::new(KEY).unwrap();
    for builder in [pivotal_api::builder(KEY), pivotal_api::builder(KEY.to_owned()), pivotal_api::builder(key)] {
        builder.unwrap().base_url(server.url()).build().unwrap().private().await.unwrap();
        assert_eq!(server.request().header("authorization"), [format!("Bearer {KEY}")]);
    }
    assert_eq!(pivotal_api::client(KEY).unwrap().base_url(), "https://my.pivotal.app");
}
