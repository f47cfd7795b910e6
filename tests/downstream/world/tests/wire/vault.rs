use pivotal_runtime::{ApiKey, Client};
use serde_json::json;
use world::vault::*;

use crate::support::server::Server;

const TOKEN: &str = "hvs.1234567890";

fn client(server: &Server) -> Client {
    server.client(&VAULT, ApiKey::header("X-Vault-Token", TOKEN).unwrap())
}

#[tokio::test]
async fn keys_are_listed_by_a_method_of_their_own() {
    let keys = r#"200 {"lease_id":"","data":{"keys":["db","web/"]}}"#;
    let server = Server::new(["503\nRetry-After: 0\n\n", keys, keys, r#"404 {"errors":[]}"#]);
    let client = client(&server);
    let expected = Keys { keys: vec!["db".to_owned(), "web/".to_owned()] };
    let listed = client.list(Some("team/a"), "kv/prod", "apps/web").await.unwrap().unwrap();
    assert_eq!(listed, Secret { data: Some(expected), wrap_info: None });
    assert!(client.list_root(None, "kv/prod").await.unwrap().is_some());
    assert_eq!(client.list(None, "kv", "x").await.unwrap(), None);

    let retried = "LIST /v1/kv/prod/metadata/apps/web";
    assert_eq!(server.lines(), [retried, retried, "LIST /v1/kv/prod/metadata", "LIST /v1/kv/metadata/x"]);
    let received = server.received();
    assert_eq!(
        (received[1].header("x-vault-namespace"), received[2].header("x-vault-namespace")),
        (Some("team/a"), None)
    );
    assert_eq!(received[1].header("x-vault-token"), Some(TOKEN));
}

#[tokio::test]
async fn secret_is_read_or_wrapped() {
    let server = Server::new([
        r#"200 {"data":{"data":{"user":"ada"},"metadata":{"version":3}},"wrap_info":null}"#,
        r#"200 {"data":null,"wrap_info":{"token":"hvs.w","ttl":60,"creation_path":"kv/data/db"}}"#,
        r#"200 {"data":{"version":4}}"#,
    ]);
    let client = client(&server);
    let secret = client.read::<serde_json::Value>(None, "kv", "apps/db", Some(3), None).await.unwrap().unwrap();
    let data = Versioned { data: json!({ "user": "ada" }), metadata: Metadata { version: 3 } };
    assert_eq!(secret.data, Some(data));
    let wrapped = client.read::<serde_json::Value>(None, "kv", "apps/db", None, Some("60s")).await.unwrap().unwrap();
    assert_eq!(wrapped.wrap_info, Some(Wrapped { token: "hvs.w".to_owned(), ttl: 60 }));
    let fields = json!({ "user": null });
    let patched = client.patch(None, "kv", "apps/db", &Fields { data: &fields }).await.unwrap();
    assert_eq!(patched.data, Some(Metadata { version: 4 }));

    let received = server.received();
    assert_eq!(
        (&*received[0].line, received[0].header("x-vault-wrap-ttl")),
        ("GET /v1/kv/data/apps/db?version=3", None)
    );
    assert_eq!((&*received[1].line, received[1].header("x-vault-wrap-ttl")), ("GET /v1/kv/data/apps/db", Some("60s")));
    assert_eq!((&*received[2].line, &*received[2].body), ("PATCH /v1/kv/data/apps/db", r#"{"data":{"user":null}}"#));
    assert_eq!(received[2].header("content-type"), Some("application/merge-patch+json"));
}

#[tokio::test]
async fn every_status_of_health_is_a_value() {
    let body = r#"{"initialized":true,"sealed":true,"standby":false}"#;
    let server = Server::new([&*format!("503 {body}"), &*format!("429 {body}"), &*format!("200 {body}")]);
    let client = client(&server);
    for status in [503, 429, 200] {
        let health = client.health().await.unwrap();
        assert_eq!(health.status().as_u16(), status);
        assert!(health.into_inner().sealed);
    }
    assert_eq!(server.lines(), ["GET /v1/sys/health"; 3]);
    assert_eq!(server.received()[0].header("x-vault-token"), None);
}

#[tokio::test]
async fn login_sends_no_token() {
    let server = Server::new([
        r#"200 {"data":null,"auth":{"client_token":"hvs.2","lease_duration":3600}}"#,
        "204",
        r#"403 {"errors":["permission denied"]}"#,
    ]);
    let client = client(&server);
    let login = client.login(&Login { role_id: "r", secret_id: "s" }).await.unwrap();
    assert_eq!(login.auth, Auth { client_token: "hvs.2".to_owned(), lease_duration: 3600 });
    client.seal().await.unwrap();
    assert_eq!(client.seal().await.unwrap_err().message(), Some("permission denied"));
    let received = server.received();
    assert_eq!((&*received[0].line, received[0].header("x-vault-token")), ("POST /v1/auth/approle/login", None));
    assert_eq!((&*received[1].line, received[1].header("x-vault-token")), ("PUT /v1/sys/seal", Some(TOKEN)));
}
