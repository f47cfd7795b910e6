use pivotal_runtime::http::{HeaderValue, Method, header};
use pivotal_runtime::{Bearer, Client, Error, ErrorKind, Request};
use serde_json::json;
use world::kubernetes::*;

use crate::support::all;
use crate::support::server::Server;

const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.e30.s1gn4tur3";
const ALL: Selection<'_> = Selection { label_selector: None, field_selector: None };

fn client(server: &Server) -> Client {
    server.client(&KUBERNETES, Bearer::new(TOKEN).unwrap())
}

fn pod(name: &str, version: &str) -> Pod {
    Pod { metadata: Metadata { name: name.to_owned(), resource_version: version.to_owned() } }
}

#[tokio::test]
async fn watch_has_a_line_for_each_change() {
    let (server, [body]) = Server::in_pieces(["200\nContent-Type: application/json"]);
    let selection = Selection { label_selector: Some("app in (web,db)"), ..ALL };
    let mut changes = client(&server).watch_pods("default", "10", Some(300), &selection).await.unwrap();
    let bookmark = BookmarkMetadata { resource_version: "13".to_owned() };
    let expected = [
        (
            r#"{"type":"ADDED","object":{"kind":"Pod","metadata":{"name":"a","resourceVersion":"11"}}}"#,
            Change::Added(pod("a", "11")),
        ),
        (
            r#"{"type":"DELETED","object":{"kind":"Pod","metadata":{"name":"a","resourceVersion":"12"}}}"#,
            Change::Deleted(pod("a", "12")),
        ),
        (
            r#"{"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"13"}}}"#,
            Change::Bookmark(Bookmark { metadata: bookmark }),
        ),
    ];
    for (line, expected) in expected {
        let (start, end) = line.split_at(30);
        body.send(start);
        body.send(&format!("{end}\n"));
        assert_eq!(changes.next().await.unwrap().unwrap(), expected);
    }
    body.end();
    assert!(changes.next().await.is_none());

    let sent = server.only();
    let line = "GET /api/v1/namespaces/default/pods?watch=true&allowWatchBookmarks=true&resourceVersion=10\
                &timeoutSeconds=300&labelSelector=app%20in%20%28web%2Cdb%29";
    assert_eq!(sent.line, line);
    assert_eq!(sent.header("authorization"), Some(&*format!("Bearer {TOKEN}")));
}

#[tokio::test]
async fn version_that_expires_ends_a_watch_with_an_error() {
    let gone =
        r#"{"kind":"Status","status":"Failure","message":"too old resource version","reason":"Expired","code":410}"#;
    let (server, [body]) = Server::in_pieces(["200\nContent-Type: application/json\nAudit-Id: a1"]);
    let mut changes = client(&server).watch_pods("default", "1", None, &ALL).await.unwrap();
    body.send(&format!("{{\"type\":\"ERROR\",\"object\":{gone}}}\n"));
    body.end();
    let error = changes.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("Expired")));
    assert_eq!((error.message(), error.request_id()), (Some("too old resource version"), Some("a1")));
    assert_eq!(error.detail::<Status>().unwrap().code, Some(410));
    assert!(changes.next().await.is_none());

    let server = Server::new([&*format!("410 {gone}")]);
    let error = client(&server).watch_pods("default", "1", None, &ALL).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (410, Some("Expired")));
}

#[tokio::test]
async fn list_continues_with_a_token() {
    let page = |name: &str, token: &str| {
        let pod = json!({ "metadata": { "name": name, "resourceVersion": "1" } });
        let metadata = json!({ "continue": token, "resourceVersion": "9" });
        format!("200 {}", json!({ "kind": "PodList", "metadata": metadata, "items": [pod] }))
    };
    let server = Server::new([&*page("a", "c1/="), &*page("b", ""), &*page("c", "")]);
    let client = client(&server);
    let pods = all(client.pods("kube-system", &ALL, Some(1))).await.unwrap();
    assert_eq!(pods, [pod("a", "1"), pod("b", "1")]);
    let running = Selection { field_selector: Some("status.phase=Running"), ..ALL };
    assert_eq!(all(client.all_pods(&running, None)).await.unwrap(), [pod("c", "1")]);
    let lines = [
        "GET /api/v1/namespaces/kube-system/pods?limit=1",
        "GET /api/v1/namespaces/kube-system/pods?limit=1&continue=c1%2F%3D",
        "GET /api/v1/pods?fieldSelector=status.phase%3DRunning",
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn patches_have_media_types_of_their_own() {
    let response = r#"200 {"kind":"Pod","metadata":{"name":"a","resourceVersion":"2"}}"#;
    let conflict = r#"409 {"kind":"Status","message":"Apply failed with 1 conflict","reason":"Conflict","code":409}"#;
    let server = Server::new([response, conflict, response, response]);
    let client = client(&server);
    let patch = json!({ "apiVersion": "v1", "kind": "Pod" });
    assert_eq!(client.apply_pod("default", "a", "me", Some(true), &patch).await.unwrap(), pod("a", "2"));
    let error = client.apply_pod("default", "a", "me", None, &patch).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((error.code(), error.message()), (Some("Conflict"), Some("Apply failed with 1 conflict")));
    let labels = json!({ "metadata": { "labels": null } });
    client.patch_pod("default", "a", PatchKind::Merge, &labels).await.unwrap();
    let replaced = json!([{ "op": "replace", "path": "/spec/replicas", "value": 2 }]);
    client.patch_pod("default", "a", PatchKind::Json, &replaced).await.unwrap();

    let received = server.received();
    assert_eq!(received[0].line, "PATCH /api/v1/namespaces/default/pods/a?fieldManager=me&force=true");
    assert_eq!(received[0].body, r#"{"apiVersion":"v1","kind":"Pod"}"#);
    assert_eq!(received[0].header("content-type"), Some("application/apply-patch+yaml"));
    assert_eq!(received[1].line, "PATCH /api/v1/namespaces/default/pods/a?fieldManager=me");
    assert_eq!(received[2].body, r#"{"metadata":{"labels":null}}"#);
    assert_eq!(received[2].header("content-type"), Some("application/merge-patch+json"));
    assert_eq!(received[3].header("content-type"), Some("application/json-patch+json"));
}

#[tokio::test]
async fn deletion_has_a_body_only_with_options() {
    let server = Server::new([
        r#"200 {"kind":"Status","status":"Success","code":200}"#,
        r#"200 {"kind":"Pod","metadata":{"name":"a","resourceVersion":"3"}}"#,
        r#"404 {"kind":"Status","reason":"NotFound","message":"pods \"a\" not found","code":404}"#,
    ]);
    let client = client(&server);
    let status = Status { message: None, reason: None, code: Some(200) };
    assert_eq!(client.delete_pod("default", "a", None).await.unwrap(), Some(Deleted::Status(status)));
    let options = DeleteOptions { propagation_policy: "Foreground" };
    let deleted = client.delete_pod("default", "a", Some(&options)).await.unwrap();
    assert_eq!(deleted, Some(Deleted::Pod(pod("a", "3"))));
    assert_eq!(client.delete_pod("default", "a", None).await.unwrap(), None);

    let received = server.received();
    assert_eq!((&*received[0].body, received[0].header("content-type")), ("", None));
    assert_eq!(received[0].line, "DELETE /api/v1/namespaces/default/pods/a");
    assert_eq!(received[1].body, r#"{"propagationPolicy":"Foreground"}"#);
    assert_eq!(received[1].header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn log_is_a_text_and_none_without_its_pod() {
    let missing = r#"404 {"kind":"Status","reason":"NotFound","message":"pods \"a\" not found","code":404}"#;
    let server = Server::new(["200\nContent-Type: text/plain\n\nstarted\n\nready\n", missing, missing]);
    let client = client(&server);
    let log = client.log("default", "a", None, Some(3)).await.unwrap().unwrap();
    assert_eq!(log.collect().await.unwrap(), "started\n\nready\n");
    assert!(client.log("default", "a", None, None).await.unwrap().is_none());
    assert!(client.follow_log("default", "a", None, None).await.unwrap().is_none());
    assert_eq!(server.lines()[0], "GET /api/v1/namespaces/default/pods/a/log?tailLines=3");
}

#[tokio::test]
async fn log_is_followed_in_lines() {
    let (server, [body]) = Server::in_pieces(["200\nContent-Type: text/plain"]);
    let mut log = client(&server).follow_log("default", "a", Some("web"), None).await.unwrap().unwrap();
    body.send("started\n\nre");
    assert_eq!(log.next().await.unwrap().unwrap(), "started");
    assert_eq!(log.next().await.unwrap().unwrap(), "");
    body.send("ady");
    body.end();
    assert_eq!(log.next().await.unwrap().unwrap(), "ready");
    assert!(log.next().await.is_none());
    assert_eq!(server.only().line, "GET /api/v1/namespaces/default/pods/a/log?follow=true&container=web");
}

#[tokio::test]
async fn dry_run_is_added_to_every_request() {
    let response = r#"200 {"kind":"Pod","metadata":{"name":"a","resourceVersion":"2"}}"#;
    let server = Server::new([response, response]);
    let client = DryRun(client(&server));
    client.apply_pod("default", "a", "me", Some(true), &json!({ "kind": "Pod" })).await.unwrap();
    client.delete_pod("default", "a", None).await.unwrap();
    let lines = [
        "PATCH /api/v1/namespaces/default/pods/a?fieldManager=me&force=true&dryRun=All",
        "DELETE /api/v1/namespaces/default/pods/a?dryRun=All",
    ];
    assert_eq!(server.lines(), lines);
}

/// A definition adds paths that nobody knows when a program is compiled.
#[tokio::test]
async fn custom_resource_is_created_by_hand() {
    let exists = r#"409 {"kind":"Status","message":"already exists","reason":"AlreadyExists","code":409}"#;
    let server = Server::new([r#"201 {"kind":"CronTab","spec":{"replicas":1}}"#, exists]);
    let client = client(&server);
    let tab = json!({ "kind": "CronTab", "spec": { "replicas": 1 } });
    let path = "/apis/stable.example.com/v1/namespaces/default/crontabs";
    let request = || {
        let mut request = Request::new(Method::POST, path).unwrap();
        request.set_query("fieldManager", "me & you");
        request.set_header(header::ACCEPT_LANGUAGE, HeaderValue::from_static("de")).unwrap();
        request.set_body(tab.to_string(), "application/json").unwrap();
        request
    };
    assert_eq!(request().call::<Result<serde_json::Value, Error>>(&client).await.unwrap(), tab);
    let error = request().call::<Result<serde_json::Value, Error>>(&client).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("AlreadyExists"), Some("already exists")));

    let received = server.received();
    assert_eq!(
        (&*received[0].line, &*received[0].body),
        (&*format!("POST {path}?fieldManager=me%20%26%20you"), &*tab.to_string())
    );
    assert_eq!(received[0].header("content-type"), Some("application/json"));
    assert_eq!(received[0].header("accept-language"), Some("de"));
    assert_eq!(received[0].header("authorization"), Some(&*format!("Bearer {TOKEN}")));
}
