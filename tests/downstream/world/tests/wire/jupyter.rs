use pivotal_runtime::{ApiKey, Client};
use serde_json::json;
use world::jupyter::*;

use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&JUPYTER, ApiKey::header("Authorization", "token 1234567890").unwrap())
}

fn entry(path: &str) -> Entry {
    Entry { path: path.to_owned(), r#type: Kind::Notebook, content: None }
}

#[tokio::test]
async fn checkpoints_follow_the_path_of_a_file() {
    let checkpoint = r#"{"id":"c1","last_modified":"2026-01-02T03:04:05.000006Z"}"#;
    let server = Server::new([&*format!("201 {checkpoint}"), &*format!("200 [{checkpoint}]"), "204", "204"]);
    let client = client(&server);
    let path = "work/a b.ipynb";
    let last_modified = "2026-01-02T03:04:05.000006Z".parse().unwrap();
    let expected = Checkpoint { id: "c1".to_owned(), last_modified };
    assert_eq!(client.create_checkpoint(path).await.unwrap(), expected);
    assert_eq!(client.checkpoints(path).await.unwrap(), [expected]);
    client.restore_checkpoint(path, "c1").await.unwrap();
    client.delete_checkpoint(path, "c1").await.unwrap();
    let checkpoints = "/api/contents/work/a%20b.ipynb/checkpoints";
    let [create, list, restore, delete] =
        ["POST", "GET", "POST", "DELETE"].map(|method| format!("{method} {checkpoints}"));
    assert_eq!(server.lines(), [create, list, format!("{restore}/c1"), format!("{delete}/c1")]);
}

#[tokio::test]
async fn contents_are_read_and_written_at_their_path() {
    let notebook = |path: &str| format!(r#"{{"path":"{path}","type":"notebook"}}"#);
    let server = Server::new([
        r#"200 {"path":"","type":"directory","content":[]}"#,
        &*format!("200 {}", notebook("work/a.ipynb")),
        r#"404 {"message":"No such file or directory: x","reason":null}"#,
        &*format!("201 {}", notebook("work/b.ipynb")),
        &*format!("201 {}", notebook("work/Untitled.ipynb")),
        &*format!("200 {}", notebook("c.ipynb")),
        "204",
        r#"400 {"message":"c.ipynb is not empty","reason":"not-empty"}"#,
    ]);
    let client = client(&server);
    assert_eq!(client.root(1).await.unwrap().content, Some(json!([])));
    assert_eq!(client.entry("work/a.ipynb", Some(Kind::Notebook), 0).await.unwrap(), Some(entry("work/a.ipynb")));
    assert_eq!(client.entry("x", None, 1).await.unwrap(), None);
    let text = NewText { r#type: Kind::File, format: "text", content: "{}" };
    assert_eq!(client.write("work/b.ipynb", &text).await.unwrap().status().as_u16(), 201);
    let new = NewEntry { r#type: Some(Kind::Notebook), ..NewEntry::default() };
    client.create("work", &new).await.unwrap();
    assert_eq!(client.rename("work/b.ipynb", &Rename { path: "c.ipynb" }).await.unwrap(), entry("c.ipynb"));
    client.delete("c.ipynb").await.unwrap();
    assert_eq!(client.delete("c.ipynb").await.unwrap_err().code(), Some("not-empty"));

    let lines = [
        "GET /api/contents?content=1",
        "GET /api/contents/work/a.ipynb?type=notebook&content=0",
        "GET /api/contents/x?content=1",
        "PUT /api/contents/work/b.ipynb",
        "POST /api/contents/work",
        "PATCH /api/contents/work/b.ipynb",
        "DELETE /api/contents/c.ipynb",
        "DELETE /api/contents/c.ipynb",
    ];
    assert_eq!(server.lines(), lines);
    let received = server.received();
    assert_eq!(received[3].body, r#"{"type":"file","format":"text","content":"{}"}"#);
    assert_eq!(received[4].body, r#"{"type":"notebook"}"#);
    assert_eq!(received[5].header("authorization"), Some("token 1234567890"));
}

#[tokio::test]
async fn kernel_is_started_and_interrupted() {
    let kernel = r#"{"id":"k1","name":"python3","execution_state":"starting"}"#;
    let server =
        Server::new([&*format!("201 {kernel}"), &*format!("200 [{kernel}]"), "204", &*format!("200 {kernel}"), "204"]);
    let client = client(&server);
    let started = client.start(&NewKernel { name: "python3" }).await.unwrap();
    assert_eq!(client.kernels().await.unwrap(), [started]);
    client.interrupt("k1").await.unwrap();
    client.restart("k1").await.unwrap();
    client.shut_down("k1").await.unwrap();
    let lines = [
        "POST /api/kernels",
        "GET /api/kernels",
        "POST /api/kernels/k1/interrupt",
        "POST /api/kernels/k1/restart",
        "DELETE /api/kernels/k1",
    ];
    assert_eq!(server.lines(), lines);
}
