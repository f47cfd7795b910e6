use pivotal_runtime::{Bearer, Client};
use world::google_pubsub::*;

use crate::support::all;
use crate::support::server::Server;

const TOPIC: &str = "projects/p/topics/t";

fn client(server: &Server) -> Client {
    server.client(&PUBSUB, Bearer::new("ya29.1234567890").unwrap())
}

#[tokio::test]
async fn verb_follows_the_segments_of_a_name() {
    let server = Server::new([
        r#"200 {"messageIds":["1","2"]}"#,
        r#"200 {"receivedMessages":[{"ackId":"a1","message":{"data":"SGk="}}]}"#,
        "200 {}",
    ]);
    let client = client(&server);
    let publication = Publication { messages: &[NewMessage { data: "SGk=" }, NewMessage { data: "SG8=" }] };
    assert_eq!(client.publish(TOPIC, &publication).await.unwrap().message_ids, ["1", "2"]);
    let pulled = client.pull("projects/p/subscriptions/s", &Pull { max_messages: 1 }).await.unwrap();
    let ack_ids = [&*pulled.received_messages[0].ack_id];
    client.acknowledge("projects/p/subscriptions/s", &Acknowledgement { ack_ids: &ack_ids }).await.unwrap();

    let lines = [
        "POST /v1/projects/p/topics/t:publish",
        "POST /v1/projects/p/subscriptions/s:pull",
        "POST /v1/projects/p/subscriptions/s:acknowledge",
    ];
    assert_eq!(server.lines(), lines);
    let received = server.received();
    assert_eq!(received[0].body, r#"{"messages":[{"data":"SGk="},{"data":"SG8="}]}"#);
    assert_eq!(received[2].body, r#"{"ackIds":["a1"]}"#);
}

#[tokio::test]
async fn mask_names_the_changed_fields() {
    let server = Server::new([r#"200 {"name":"projects/p/topics/t"}"#]);
    let update = TopicFields { name: TOPIC, message_retention_duration: Some("600s") };
    let fields = ["messageRetentionDuration", "labels"];
    let topic = client(&server).update_topic(TOPIC, &fields, &update).await.unwrap();
    assert_eq!(topic, Topic { name: TOPIC.to_owned() });
    let sent = server.only();
    assert_eq!(sent.line, "PATCH /v1/projects/p/topics/t?updateMask=messageRetentionDuration,labels");
    assert_eq!(sent.body, r#"{"name":"projects/p/topics/t","messageRetentionDuration":"600s"}"#);
}

#[tokio::test]
async fn topics_continue_with_a_token() {
    let server = Server::new([
        r#"200 {"topics":[{"name":"projects/p/topics/t"}],"nextPageToken":"n/1"}"#,
        "200 {}",
        r#"404 {"error":{"code":404,"message":"Resource not found (resource=t).","status":"NOT_FOUND"}}"#,
        r#"403 {"error":{"code":403,"message":"User not authorized.","status":"PERMISSION_DENIED"}}"#,
        "200 {}",
    ]);
    let client = client(&server);
    let topics = all(client.topics("projects/p", 1)).await.unwrap();
    assert_eq!(topics, [Topic { name: TOPIC.to_owned() }]);
    assert_eq!(client.topic(TOPIC).await.unwrap(), None);
    let error = client.delete_topic(TOPIC).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("PERMISSION_DENIED"), Some("User not authorized.")));
    client.delete_topic(TOPIC).await.unwrap();
    let first = "GET /v1/projects/p/topics?pageSize=1";
    let delete = "DELETE /v1/projects/p/topics/t";
    let lines = [first, &*format!("{first}&pageToken=n%2F1"), "GET /v1/projects/p/topics/t", delete, delete];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn name_without_segments_is_rejected() {
    let server = Server::new([]);
    for name in ["", "projects//topics/t", "projects/../t"] {
        let error = client(&server).topic(name).await.unwrap_err();
        assert_eq!(error.parameter_name(), Some("topic"));
    }
    assert!(server.received().is_empty());
}
