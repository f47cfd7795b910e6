//! `get-me` and `get-health`.

use pivotal_api::{ErrorKind, Health, HealthStatus, Me, Meta, PivotalError};

use crate::errors::{NO_PERMISSION, assert_error, assert_errors};
use crate::support::{Sent, Server, example};

#[tokio::test]
async fn get_me_sends_the_key_and_returns_its_identity() {
    let server = Server::returning(200, "get-me").await;

    let me = server.client().get_me().await.unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/me")]);
    assert_eq!(me, example::<Me>("get-me"));
    assert_eq!(me.api_key.name, "nightly-sync");
    assert_eq!(me.api_key.prefix, "pivotal_Zq41");
    assert_eq!(me.api_key.scopes, ["read:customers", "write:customers"]);
    assert_eq!(me.organization.unwrap().slug, "northwind-cs");
}

#[tokio::test]
async fn get_me_returns_each_documented_error() {
    assert_errors("get-me", &[], async |pivotal| pivotal.get_me().await).await;
}

#[tokio::test]
async fn get_me_returns_errors_reserved_for_later() {
    assert_error("get-me", NO_PERMISSION, async |pivotal| pivotal.get_me().await).await;
}

#[tokio::test]
async fn get_health_sends_no_key() {
    let server = Server::returning_with(200, "get-health", []).await;

    let health = server.client().get_health().await.unwrap();

    assert_eq!(server.received(), [Sent::get("/api/v1/health").without_key()]);
    assert_eq!(health, example::<Health>("get-health"));
    assert_eq!(health.status, HealthStatus::Ok);
    assert_eq!(health.timestamp, "2026-06-03T09:00:00Z".parse().unwrap());
}

#[tokio::test]
async fn get_health_returns_undocumented_errors() {
    let server = Server::returning_with(500, "error-500-internal", []).await;

    let error = server.client().get_health().await.unwrap_err();

    assert_eq!(server.received().len(), 1);
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.endpoint().unwrap().operation(), "get-health");
    assert_eq!(error.detail::<PivotalError>().unwrap().error_type.as_deref(), Some("internal_error"));
    assert_eq!(error.rate_limit(), None, "requests without a key have no rate limit");
    assert!(error.is_retryable());
}
