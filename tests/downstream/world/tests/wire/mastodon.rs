use pivotal_runtime::{Bearer, Client, ErrorKind, Multipart, Part};
use world::mastodon::*;

use crate::support::all;
use crate::support::server::Server;

const TOKEN: &str = "ZA-Yj3aBD8U8Cm7l";
const EVENTS: &str = "200\nContent-Type: text/event-stream";

fn client(server: &Server) -> Client {
    server.client(&MASTODON, Bearer::new(TOKEN).unwrap())
}

fn status(id: &str) -> Status {
    Status { id: id.to_owned(), content: "<p>Hi</p>".to_owned() }
}

#[tokio::test]
async fn events_differ_by_their_name() {
    let (server, [body]) = Server::in_pieces([EVENTS]);
    let mut events = client(&server).follow_home().await.unwrap();
    body.send(":)\n:thump\n\n");
    let expected = [
        ("event: update\ndata: {\"id\":\"1\",\ndata: \"content\":\"<p>Hi</p>\"}\n\n", Update::Status(status("1"))),
        ("event: delete\ndata: 109\n\n", Update::Deleted("109".to_owned())),
        ("event: status.update\ndata: {\"id\":\"2\",\"content\":\"<p>Hi</p>\"}\n\n", Update::Edited(status("2"))),
        ("event: filters_changed\ndata: undefined\n\n", Update::Other),
        (
            ":thump\nevent: notification\ndata: {\"id\":\"n1\",\"type\":\"mention\"}\n\n",
            Update::Notification(Notification { id: "n1".to_owned(), r#type: "mention".to_owned() }),
        ),
    ];
    for (event, expected) in expected {
        body.send(event);
        let event = events.next().await.unwrap().unwrap();
        assert_eq!(Update::try_from(event).unwrap(), expected);
    }
    drop(body);
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);

    let sent = server.only();
    assert_eq!((&*sent.line, sent.header("accept")), ("GET /api/v1/streaming/user", Some("text/event-stream")));
    assert_eq!(sent.header("authorization"), Some(&*format!("Bearer {TOKEN}")));
}

#[tokio::test]
async fn stream_continues_on_another_connection() {
    let (server, [first, second]) = Server::in_pieces([EVENTS, EVENTS]);
    let mut events = client(&server).follow_tag("rust lang").await.unwrap().resume(1);
    first.send("retry: 1\nevent: delete\ndata: 1\n\n");
    first.end();
    second.send("event: delete\ndata: 2\n\n");
    for id in ["1", "2"] {
        assert_eq!(events.next().await.unwrap().unwrap().data, id);
    }
    assert_eq!(server.lines(), ["GET /api/v1/streaming/hashtag?tag=rust%20lang"; 2]);
}

#[tokio::test]
async fn home_timeline_follows_the_link_header() {
    let server = Server::new([
        "200\nLink: <{server}/api/v1/timelines/home?max_id=1>; rel=\"next\", <{server}/x?min_id=1>; rel=\"prev\"\n\n\
         [{\"id\":\"1\",\"content\":\"<p>Hi</p>\"}]",
        "200 []",
    ]);
    assert_eq!(all(client(&server).home(1)).await.unwrap(), [status("1")]);
    assert_eq!(server.lines(), ["GET /api/v1/timelines/home?limit=1", "GET /api/v1/timelines/home?max_id=1"]);
}

#[tokio::test]
async fn status_is_posted_as_a_form_with_an_idempotency_key() {
    let response = r#"200 {"id":"1","content":"<p>Hi</p>"}"#;
    let server = Server::new(["503\nRetry-After: 0\n\n", response, response]);
    let client = client(&server);
    client.post("Hi & bye", Some(Visibility::Unlisted), &["m1", "m2"]).await.unwrap();
    client.post("Hi", None, &[]).await.unwrap();

    let received = server.received();
    let body = "status=Hi+%26+bye&visibility=unlisted&media_ids%5B%5D=m1&media_ids%5B%5D=m2";
    assert_eq!((&*received[1].line, &*received[1].body), ("POST /api/v1/statuses", body));
    assert_eq!(received[1].header("content-type"), Some("application/x-www-form-urlencoded"));
    assert!(received[0].header("idempotency-key").is_some());
    assert_eq!(received[0].header("idempotency-key"), received[1].header("idempotency-key"));
    assert_ne!(received[1].header("idempotency-key"), received[2].header("idempotency-key"));
    assert_eq!(received[2].body, "status=Hi");
}

#[tokio::test]
async fn upload_is_ready_or_processed_later() {
    let server = Server::new([
        r#"202 {"id":"m1","url":null}"#,
        r#"206 {"id":"m1","url":null}"#,
        r#"200 {"id":"m1","url":"https://files/m1.png"}"#,
        r#"422 {"error":"Validation failed: File content type is invalid"}"#,
    ]);
    let client = client(&server);
    let processing = Upload::Processing(Processing { id: "m1".to_owned() });
    let form = |content: &'static str| {
        let file = Part::new(content).file_name("a.png").content_type("image/png");
        Multipart::new().part("file", file).text("description", "A cat")
    };
    assert_eq!(client.upload(form("png")).await.unwrap(), processing);
    assert_eq!(client.media("m1").await.unwrap(), processing);
    let ready = Media { id: "m1".to_owned(), url: "https://files/m1.png".to_owned() };
    assert_eq!(client.media("m1").await.unwrap(), Upload::Ready(ready));
    let error = client.upload(form("gif")).await.unwrap_err();
    assert_eq!(error.message(), Some("Validation failed: File content type is invalid"));
    assert!(
        server.received()[0].body.contains("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\npng")
    );
}
