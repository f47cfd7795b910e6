use jiff::civil::date;
use pivotal_runtime::{Basic, Client};
use world::twilio::*;

use crate::support::all;
use crate::support::server::Server;

const BASIC: &str = "Basic QUMxOnMzY3IzdA==";

fn client(server: &Server) -> Client {
    server.client(&TWILIO, Basic::new("AC1", "s3cr3t").unwrap())
}

fn message(sid: &str) -> String {
    format!(r#"{{"sid":"{sid}","subresource_uris":{{"media":"/2010-04-01/Accounts/AC1/Messages/{sid}/Media.json"}}}}"#)
}

#[tokio::test]
async fn messages_follow_the_relative_url_of_the_next_page() {
    let next = "/2010-04-01/Accounts/AC1/Messages.json?PageSize=1&Page=1&PageToken=PASM1";
    let first = format!(r#"200 {{"messages":[{}],"next_page_uri":"{next}"}}"#, message("SM1"));
    let second = format!(r#"200 {{"messages":[{}],"next_page_uri":null}}"#, message("SM2"));
    let server = Server::new([&*first, &*second]);
    let messages = all(client(&server).messages("AC1", Some(date(2024, 1, 1)), 1)).await.unwrap();
    let sids: Vec<_> = messages.iter().map(|message| &*message.sid).collect();
    assert_eq!(sids, ["SM1", "SM2"]);

    let lines = [
        "GET /2010-04-01/Accounts/AC1/Messages.json?DateSent%3E=2024-01-01&PageSize=1".to_owned(),
        format!("GET {next}"),
    ];
    assert_eq!(server.lines(), lines);
    for request in server.received() {
        assert_eq!(request.header("authorization"), Some(BASIC));
    }
}

#[tokio::test]
async fn media_are_listed_at_the_url_of_the_message() {
    let server = Server::new([
        &*format!("200 {}", message("SM1")),
        r#"200 {"media_list":[{"sid":"ME1"}],"next_page_uri":null}"#,
    ]);
    let client = client(&server);
    let message = client.message("AC1", "SM1").await.unwrap().unwrap();
    let media = all(client.media(&message.subresource_uris.media)).await.unwrap();
    assert_eq!(media, [Media { sid: "ME1".to_owned() }]);
    assert_eq!(server.lines()[1], "GET /2010-04-01/Accounts/AC1/Messages/SM1/Media.json");
    assert_eq!(server.received()[1].header("authorization"), Some(BASIC));
}

#[tokio::test]
async fn message_is_sent_as_a_form_and_deleted() {
    let server = Server::new([&*format!("201 {}", message("SM1")), "204"]);
    let client = client(&server);
    let media = ["https://h/a.png", "https://h/b.png"];
    let new = NewMessage { to: "+15550001", from: "+15550002", body: "Hi & bye", media_url: &media };
    assert_eq!(client.send_message("AC1", &new).await.unwrap().sid, "SM1");
    client.delete_message("AC1", "SM1").await.unwrap();

    let received = server.received();
    assert_eq!(received[0].header("content-type"), Some("application/x-www-form-urlencoded"));
    let body = "To=%2B15550001&From=%2B15550002&Body=Hi+%26+bye\
                &MediaUrl=https%3A%2F%2Fh%2Fa.png&MediaUrl=https%3A%2F%2Fh%2Fb.png";
    assert_eq!(received[0].body, body);
    assert_eq!(received[1].line, "DELETE /2010-04-01/Accounts/AC1/Messages/SM1.json");
}

#[tokio::test]
async fn message_is_changed_by_a_form_of_one_field() {
    let response = format!("200 {}", message("SM1"));
    let server = Server::new([&*response, &*response]);
    let client = client(&server);
    client.cancel_message("AC1", "SM1").await.unwrap();
    client.redact_message("AC1", "SM1").await.unwrap();
    for (request, body) in server.received().iter().zip(["Status=canceled", "Body="]) {
        assert_eq!((&*request.line, &*request.body), ("POST /2010-04-01/Accounts/AC1/Messages/SM1.json", body));
        assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    }
}

#[tokio::test]
async fn recording_is_read_in_part() {
    let server = Server::new(["206\nContent-Range: bytes 0-2/9\nContent-Type: audio/mpeg\n\nabc"]);
    let part = client(&server).recording("AC1", "RE1", Some("bytes=0-2")).await.unwrap();
    assert_eq!((part.status().as_u16(), part.headers()["content-range"].to_str().unwrap()), (206, "bytes 0-2/9"));
    assert_eq!(part.into_inner().collect().await.unwrap(), "abc");
    assert_eq!(server.only().header("range"), Some("bytes=0-2"));
}

#[tokio::test]
async fn error_has_a_numeric_code_in_its_detail() {
    let server = Server::new([
        "400\nTwilio-Request-Id: RQ1\n\n{\"code\":21211,\"message\":\"Invalid 'To' number\",\"status\":400}",
        r#"404 {"code":20404,"message":"not found","status":404}"#,
    ]);
    let client = client(&server);
    let new = NewMessage { to: "x", from: "y", body: "z", media_url: &[] };
    let error = client.send_message("AC1", &new).await.unwrap_err();
    assert_eq!((error.message(), error.request_id()), (Some("Invalid 'To' number"), Some("RQ1")));
    assert_eq!(error.detail::<Problem>().unwrap().code, 21211);
    assert_eq!(client.message("AC1", "SM1").await.unwrap(), None);
}
