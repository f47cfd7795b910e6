use std::time::Duration;

use pivotal_runtime::{Body, CallOptions, Client, Conditional, ErrorKind};
use serde_json::json;
use world::docker::*;

use crate::support::server::Server;

const LINES: &str = "200\nContent-Type: application/json";

fn client(server: &Server) -> Client {
    server.builder(&DOCKER).build().unwrap()
}

fn status(id: Option<&str>, status: &str) -> Progress {
    Progress { id: id.map(str::to_owned), status: Some(status.to_owned()), ..Progress::default() }
}

#[tokio::test]
async fn events_are_lines_as_they_happen() {
    let (server, [body]) = Server::in_pieces([LINES]);
    let filters = [("type", vec!["container"])].into();
    let patient = CallOptions::new().read_timeout(Duration::from_secs(24 * 60 * 60));
    let mut events = client(&server).with(patient).events(Some(7), None, Some(&filters)).await.unwrap();
    for (action, time_nano) in [("start", 1_780_477_200_000_000_001), ("die", 1_780_477_200_000_000_002)] {
        let actor = json!({ "ID": "c1", "Attributes": { "image": "alpine" } });
        let event = json!({ "Type": "container", "Action": action, "Actor": actor, "timeNano": time_nano });
        body.send(&format!("{event}\n"));
        let attributes = [("image".to_owned(), "alpine".to_owned())].into();
        let actor = Actor { id: "c1".to_owned(), attributes };
        let expected = Event { r#type: "container".to_owned(), action: action.to_owned(), actor, time_nano };
        assert_eq!(events.next().await.unwrap().unwrap(), expected);
    }
    body.end();
    assert!(events.next().await.is_none());
    assert_eq!(server.only().line, "GET /v1.45/events?since=7&filters=%7B%22type%22%3A%5B%22container%22%5D%7D");
}

#[tokio::test]
async fn failed_pull_ends_with_an_error() {
    let (server, [body]) = Server::in_pieces([LINES]);
    let mut progress = client(&server).pull("alpine", "3", Some("e30=")).await.unwrap();
    body.send("{\"status\":\"Pulling from library/alpine\",\"id\":\"3\"}\r\n{\"status\":\"Waiting\",");
    assert_eq!(progress.next().await.unwrap().unwrap(), status(Some("3"), "Pulling from library/alpine"));
    body.send("\"progressDetail\":{}}\r\n");
    assert_eq!(progress.next().await.unwrap().unwrap(), status(None, "Waiting"));
    body.send("{\"errorDetail\":{\"message\":\"no space left\"},\"error\":\"no space left\"}\r\n");
    let error = progress.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Api, Some("no space left")));
    body.end();
    assert!(progress.next().await.is_none());

    let sent = server.only();
    assert_eq!((&*sent.line, &*sent.body), ("POST /v1.45/images/create?fromImage=alpine&tag=3", ""));
    assert_eq!(sent.header("x-registry-auth"), Some("e30="));
}

#[tokio::test]
async fn build_sends_a_stream_and_returns_lines() {
    let (server, [body]) = Server::in_pieces([LINES]);
    let context = Body::from_reader(&b"the archive"[..], None);
    let (tags, args) = (["app:1", "app:latest"], [("VERSION", "1")].into());
    let mut progress = client(&server).build(&tags, None, &args, Some("e30="), context).await.unwrap();
    body.send("{\"stream\":\"Step 1/1 : FROM alpine\"}\n{\"aux\":{\"ID\":\"sha256:1\"}}\n");
    body.end();
    let step = Progress { stream: Some("Step 1/1 : FROM alpine".to_owned()), ..Progress::default() };
    assert_eq!(progress.next().await.unwrap().unwrap(), step);
    let image = Progress { aux: Some(Aux { id: "sha256:1".to_owned() }), ..Progress::default() };
    assert_eq!(progress.next().await.unwrap().unwrap(), image);
    assert!(progress.next().await.is_none());

    let sent = server.only();
    let line = "POST /v1.45/build?t=app%3A1&t=app%3Alatest&buildargs=%7B%22VERSION%22%3A%221%22%7D";
    assert_eq!((&*sent.line, &*sent.body), (line, "the archive"));
    assert_eq!(sent.header("content-type"), Some("application/x-tar"));
    assert_eq!(sent.header("x-registry-config"), Some("e30="));
    assert_eq!((sent.header("content-length"), sent.header("transfer-encoding")), (None, Some("chunked")));
}

#[tokio::test]
async fn container_is_started_once() {
    let server = Server::new(["204", "304", r#"404 {"message":"No such container: c2"}"#]);
    let client = client(&server);
    assert_eq!(client.start("c1").await.unwrap(), Conditional::Modified(()));
    assert_eq!(client.start("c1").await.unwrap(), Conditional::NotModified);
    let error = client.start("c2").await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.message(), Some("No such container: c2"));
    assert_eq!(server.lines()[0], "POST /v1.45/containers/c1/start");
}

#[tokio::test]
async fn logs_are_bytes() {
    let (server, [body]) = Server::in_pieces(["200\nContent-Type: application/vnd.docker.multiplexed-stream"]);
    let mut logs = client(&server).logs("c1", true, Some(10)).await.unwrap();
    body.send("\u{1}\0\0\0\0\0\0\u{3}Hi\n");
    assert_eq!(logs.chunk().await.unwrap().unwrap(), "\u{1}\0\0\0\0\0\0\u{3}Hi\n");
    body.end();
    assert_eq!(logs.chunk().await.unwrap(), None);
    let sent = server.only();
    assert_eq!(sent.line, "GET /v1.45/containers/c1/logs?stdout=true&stderr=true&follow=true&tail=10");
    assert_eq!(sent.header("accept"), Some("application/vnd.docker.multiplexed-stream"));
}

#[tokio::test]
async fn containers_are_filtered_by_json_in_the_query() {
    let server = Server::new([r#"200 [{"Id":"c1","Names":["/web"],"State":"running"}]"#]);
    let filters = [("label", vec!["app=web"])].into();
    let containers = client(&server).containers(true, Some(&filters)).await.unwrap();
    assert_eq!(containers, [Container { id: "c1".to_owned(), names: vec!["/web".to_owned()] }]);
    let line = "GET /v1.45/containers/json?all=true&filters=%7B%22label%22%3A%5B%22app%3Dweb%22%5D%7D";
    assert_eq!(server.only().line, line);
}

#[tokio::test]
async fn image_is_found_by_a_name_with_slashes() {
    let server = Server::new([
        r#"200 {"Id":"sha256:1","RepoTags":["library/alpine:3"]}"#,
        r#"404 {"message":"No such image: x"}"#,
    ]);
    let client = client(&server);
    let image = Image { id: "sha256:1".to_owned(), repo_tags: vec!["library/alpine:3".to_owned()] };
    assert_eq!(client.image("library/alpine:3").await.unwrap(), Some(image));
    assert_eq!(client.image("x").await.unwrap(), None);
    assert_eq!(server.lines()[0], "GET /v1.45/images/library/alpine%3A3/json");
}
