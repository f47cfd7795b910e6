use pivotal_runtime::{Client, Multipart};
use world::telegram::*;

use crate::support::server::Server;

const TOKEN: &str = "123:AAE-x_y";

fn client(server: &Server) -> Client {
    server.builder(&TELEGRAM).build().unwrap()
}

#[tokio::test]
async fn token_is_a_part_of_a_segment() {
    let server = Server::new([r#"200 {"ok":true,"result":{"message_id":7,"date":1}}"#; 2]);
    let client = client(&server);
    let sent = client.send_message(TOKEN, &NewMessage { chat_id: -1, text: "Hi" }).await.unwrap();
    assert_eq!(sent, Message { message_id: 7 });
    let form = Multipart::new().text("chat_id", "-1").file("document", "a.txt", "text/plain", "content");
    client.send_document(TOKEN, form).await.unwrap();

    let received = server.received();
    assert_eq!(received[0].line, "POST /bot123%3AAAE-x_y/sendMessage");
    assert_eq!(received[0].body, r#"{"chat_id":-1,"text":"Hi"}"#);
    assert_eq!(received[1].line, "POST /bot123%3AAAE-x_y/sendDocument");
}

#[tokio::test]
async fn updates_are_polled_with_a_json_list_in_the_query() {
    let server = Server::new([
        r#"200 {"ok":true,"result":[{"update_id":9,"message":{"message_id":7}}]}"#,
        r#"200 {"ok":true,"result":[]}"#,
    ]);
    let client = client(&server);
    let updates = client.updates(TOKEN, None, 50, &["message", "poll"]).await.unwrap();
    let message = Some(Message { message_id: 7 });
    assert_eq!(updates, [Update { update_id: 9, message }]);
    assert_eq!(client.updates(TOKEN, Some(10), 50, &[]).await.unwrap(), []);
    let lines = [
        "GET /bot123%3AAAE-x_y/getUpdates?timeout=50&allowed_updates=%5B%22message%22%2C%22poll%22%5D",
        "GET /bot123%3AAAE-x_y/getUpdates?offset=10&timeout=50&allowed_updates=%5B%5D",
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn error_has_a_detail_outside_of_the_envelope() {
    let moved = r#"{"migrate_to_chat_id":-100}"#;
    let description = "Bad Request: group chat was upgraded";
    let server = Server::new([&*format!(
        r#"400 {{"ok":false,"error_code":400,"description":"{description}","parameters":{moved}}}"#
    )]);
    let error = client(&server).send_message(TOKEN, &NewMessage { chat_id: -1, text: "Hi" }).await.unwrap_err();
    assert_eq!(error.message(), Some(description));
    let problem = error.detail::<Problem>().unwrap();
    let parameters = Parameters { retry_after: None, migrate_to_chat_id: Some(-100) };
    assert_eq!((problem.error_code, &problem.parameters), (400, &Some(parameters)));
    assert!(!error.to_string().contains("AAE"), "{error}");
}

#[tokio::test]
async fn file_is_downloaded_at_its_path() {
    let server = Server::new([r#"200 {"ok":true,"result":{"file_id":"F1","file_path":"photos/a b.jpg"}}"#, "200 jpg"]);
    let client = client(&server);
    let file = client.file(TOKEN, "F1").await.unwrap();
    let content = client.download(TOKEN, &file.file_path.unwrap()).await.unwrap();
    assert_eq!(content.collect().await.unwrap(), "jpg");
    let lines = ["GET /bot123%3AAAE-x_y/getFile?file_id=F1", "GET /file/bot123%3AAAE-x_y/photos/a%20b.jpg"];
    assert_eq!(server.lines(), lines);
}
