//! The key of the client.

use super::{Api, SEVEN};
use crate::support::KEY;
use crate::support::server::Server;
use crate::transport::builder;

#[tokio::test]
async fn key_is_sent_as_bearer_token() {
    let server = Server::responding(SEVEN);
    assert_eq!(server.client().private().await.unwrap(), 7);
    assert_eq!(server.request().headers("authorization"), [format!("Bearer {KEY}")]);
}

#[tokio::test]
async fn endpoint_with_auth_none_sends_no_key() {
    let server = Server::responding(SEVEN);
    assert_eq!(server.client().public().await.unwrap(), 7);
    assert!(server.request().headers("authorization").is_empty());
}

#[tokio::test]
async fn client_without_key_sends_none() {
    let server = Server::responding(SEVEN);
    let client = builder().base_url(server.url()).build().unwrap();
    assert_eq!((client.private().await.unwrap(), client.public().await.unwrap()), (7, 7));
    for target in ["/private", "/public"] {
        let request = server.request();
        assert_eq!(request.target(), target);
        assert!(request.headers("authorization").is_empty());
    }
}
