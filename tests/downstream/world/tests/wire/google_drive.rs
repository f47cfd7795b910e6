use pivotal_runtime::{Bearer, Body, Client, Multipart, Part};
use world::google_drive::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&GOOGLE_DRIVE, Bearer::new("ya29.1234567890").unwrap())
}

fn file(id: &str) -> File {
    File { id: id.to_owned(), name: "a.png".to_owned() }
}

const NEW: NewFile<'_> = NewFile { name: "a.png", parents: &["root"] };

#[tokio::test]
async fn file_is_uploaded_with_its_metadata() {
    let server = Server::new([r#"200 {"kind":"drive#file","id":"f1","name":"a.png"}"#; 2]);
    let client = client(&server);
    for content in [Body::from("png"), Body::from_reader(&b"png"[..], None)] {
        let is_stream = content.as_bytes().is_none();
        let content = Part::new(content).content_type("image/png");
        let uploaded = client.upload(Multipart::related([Part::json(&NEW), content])).await.unwrap();
        assert_eq!(uploaded, file("f1"));

        let sent = server.received().pop().unwrap();
        let content_type = sent.header("content-type").unwrap();
        let (boundary, first) = content_type.split_once("; type=").unwrap();
        let boundary = boundary.strip_prefix("multipart/related; boundary=").unwrap();
        assert_eq!(first, "\"application/json\"");
        let body = format!(
            "--{boundary}\r\nContent-Type: application/json\r\n\r\n{{\"name\":\"a.png\",\"parents\":[\"root\"]}}\r\n\
             --{boundary}\r\nContent-Type: image/png\r\n\r\npng\r\n--{boundary}--\r\n"
        );
        assert_eq!((&*sent.line, &*sent.body), ("POST /upload/drive/v3/files?uploadType=multipart", &*body));
        assert_eq!(sent.header("transfer-encoding").is_some(), is_stream);
    }
}

#[tokio::test]
async fn file_is_uploaded_in_pieces() {
    let server = Server::new([
        "200\nLocation: {server}/upload/drive/v3/files?uploadType=resumable&upload_id=u1\n\n",
        "308\nRange: bytes=0-2\n\n",
        r#"200 {"id":"f1","name":"a.png"}"#,
    ]);
    let client = client(&server);
    let begun = client.begin(&NEW, "image/png").await.unwrap();
    let url = begun.headers()["location"].to_str().unwrap();
    let Progress::Incomplete(piece) = client.upload_piece(url, b"abc", "bytes 0-2/5").await.unwrap() else {
        panic!("complete after the first piece")
    };
    assert_eq!(piece.headers()["range"], "bytes=0-2");
    let Progress::Complete(uploaded) = client.upload_piece(url, b"de", "bytes 3-4/5").await.unwrap() else {
        panic!("incomplete after the last piece")
    };
    assert_eq!(uploaded, file("f1"));

    let received = server.received();
    assert_eq!(received[0].body, r#"{"name":"a.png","parents":["root"]}"#);
    assert_eq!(received[0].header("x-upload-content-type"), Some("image/png"));
    let line = "PUT /upload/drive/v3/files?uploadType=resumable&upload_id=u1";
    for (request, body, range) in [(&received[1], "abc", "bytes 0-2/5"), (&received[2], "de", "bytes 3-4/5")] {
        assert_eq!((&*request.line, &*request.body), (line, body));
        assert_eq!(request.header("content-range"), Some(range));
        assert_eq!(request.header("authorization"), Some("Bearer ya29.1234567890"));
    }
}

#[tokio::test]
async fn files_are_listed_and_downloaded() {
    let server = Server::new([
        r#"200 {"nextPageToken":"t/1","files":[{"id":"f1","name":"a.png"}]}"#,
        r#"200 {"files":[{"id":"f2","name":"a.png"}]}"#,
        "206\nContent-Range: bytes 0-2/9\n\nabc",
        r#"404 {"error":{"code":404,"message":"File not found: f3.","errors":[{"reason":"notFound"}]}}"#,
    ]);
    let client = client(&server);
    let files = all(client.files(Some("name = 'a.png'"), 1)).await.unwrap();
    assert_eq!(files, [file("f1"), file("f2")]);
    let part = client.download("f1", Some("bytes=0-2")).await.unwrap();
    assert_eq!(part.status().as_u16(), 206);
    assert_eq!(part.into_inner().collect().await.unwrap(), "abc");
    let error = client.download("f3", None).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("notFound"), Some("File not found: f3.")));

    let first = "GET /drive/v3/files?q=name%20%3D%20%27a.png%27&pageSize=1";
    assert_eq!(server.lines()[..3], [first, &*format!("{first}&pageToken=t%2F1"), "GET /drive/v3/files/f1?alt=media"]);
}
