use pivotal_runtime::http::StatusCode;
use pivotal_runtime::{Basic, Bearer, Body, Client};
use world::oci::*;

use crate::support::all;
use crate::support::server::Server;

const NAME: &str = "library/team/app";
const DIGEST: &str = "sha256:e3b0c442";

fn client(server: &Server) -> Client {
    server.client(&OCI, Bearer::new("t0k3n-12345678").unwrap())
}

fn descriptor(media_type: &str) -> Descriptor {
    Descriptor { media_type: media_type.to_owned(), digest: DIGEST.to_owned(), size: 2 }
}

fn manifest() -> Manifest {
    let config = descriptor("application/vnd.oci.image.config.v1+json");
    Manifest { schema_version: 2, config, layers: Vec::new() }
}

#[tokio::test]
async fn tags_follow_the_link_header() {
    let server = Server::new([
        "200\nLink: </v2/library/team/app/tags/list?n=2&last=b>; rel=\"next\"\n\n\
         {\"name\":\"library/team/app\",\"tags\":[\"a\",\"b\"]}",
        r#"200 {"name":"library/team/app","tags":["c"]}"#,
        r#"200 {"repositories":["library/team/app"]}"#,
    ]);
    let client = client(&server);
    assert_eq!(all(client.tags(NAME, 2)).await.unwrap(), ["a", "b", "c"]);
    assert_eq!(all(client.repositories(9)).await.unwrap(), [NAME]);
    let lines = [
        "GET /v2/library/team/app/tags/list?n=2",
        "GET /v2/library/team/app/tags/list?n=2&last=b",
        "GET /v2/_catalog?n=9",
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn manifest_is_written_found_and_read() {
    let json = serde_json::to_string(&manifest()).unwrap();
    let unknown = r#"404 {"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown","detail":null}]}"#;
    let server = Server::new([
        "200",
        "201\nDocker-Content-Digest: sha256:1\n\n",
        "200\nDocker-Content-Digest: sha256:1\n\n",
        &*format!("200\nContent-Type: {MANIFEST}\n\n{json}"),
        unknown,
        "202",
        unknown,
        "200 {\"schemaVersion\":2,\"manifests\":[]}",
    ]);
    let client = client(&server);
    client.check().await.unwrap();
    let written = client.put_manifest(NAME, "v1", &manifest()).await.unwrap();
    assert_eq!(written.headers()["docker-content-digest"], "sha256:1");
    let index = "application/vnd.oci.image.index.v1+json";
    assert!(client.find_manifest(NAME, "v1", &[MANIFEST, index]).await.unwrap().into_inner().is_some());
    assert_eq!(client.manifest(NAME, "v1").await.unwrap().into_inner(), Some(manifest()));
    assert_eq!(client.manifest(NAME, "v2").await.unwrap().into_inner(), None);
    client.delete_manifest(NAME, DIGEST).await.unwrap();
    let error = client.delete_manifest(NAME, DIGEST).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("MANIFEST_UNKNOWN"), Some("manifest unknown")));
    assert!(client.referrers(NAME, DIGEST, Some("application/x-a b")).await.unwrap().manifests.is_empty());

    let received = server.received();
    assert_eq!(received[0].line, "GET /v2/");
    assert_eq!((&*received[1].line, &*received[1].body), ("PUT /v2/library/team/app/manifests/v1", &*json));
    assert_eq!(received[1].header("content-type"), Some(MANIFEST));
    assert_eq!(
        (&*received[2].line, received[2].headers("accept")),
        ("HEAD /v2/library/team/app/manifests/v1", vec![MANIFEST, index])
    );
    assert_eq!(received[3].header("accept"), Some(MANIFEST));
    assert_eq!(received[5].line, "DELETE /v2/library/team/app/manifests/sha256%3Ae3b0c442");
    let referrers = "GET /v2/library/team/app/referrers/sha256%3Ae3b0c442?artifactType=application%2Fx-a%20b";
    assert_eq!(received[7].line, referrers);
}

#[tokio::test]
async fn blob_is_uploaded_in_chunks_and_completed_with_its_digest() {
    let location = "Location: /v2/library/team/app/blobs/uploads/u1?_state=";
    let server = Server::new([
        &*format!("202\n{location}1\n\n"),
        &*format!("202\n{location}2\nRange: 0-2\n\n"),
        "204\nRange: 0-2\n\n",
        "201\nLocation: /v2/library/team/app/blobs/sha256:e3b0c442\n\n",
    ]);
    let client = client(&server);
    let started = client.start_upload(NAME).await.unwrap();
    let url = started.headers()["location"].to_str().unwrap();
    let chunk = client.upload_chunk(url, b"abc", "0-2").await.unwrap();
    let url = chunk.headers()["location"].to_str().unwrap();
    assert_eq!(client.upload_status(url).await.unwrap().headers()["range"], "0-2");
    client.complete_upload(&completed(url, DIGEST), Body::from("de")).await.unwrap();

    let received = server.received();
    let uploads = "/v2/library/team/app/blobs/uploads/";
    assert_eq!(received[0].line, format!("POST {uploads}"));
    assert_eq!((&*received[1].line, &*received[1].body), (&*format!("PATCH {uploads}u1?_state=1"), "abc"));
    assert_eq!(received[1].header("content-range"), Some("0-2"));
    assert_eq!(received[2].line, format!("GET {uploads}u1?_state=2"));
    assert_eq!((&*received[3].line, &*received[3].body), (&*format!("PUT {uploads}u1?_state=2&digest={DIGEST}"), "de"));
}

#[tokio::test]
async fn blob_is_uploaded_on_another_host() {
    let storage = Server::new(["201", "204"]);
    let server = Server::new([&*format!("202\nLocation: {}/u1\n\n", storage.url)]);
    let client = client(&server);
    let started = client.start_upload(NAME).await.unwrap();
    let url = started.headers()["location"].to_str().unwrap();
    client.complete_upload(&completed(url, DIGEST), Body::from("all")).await.unwrap();
    client.cancel_upload(url).await.unwrap();
    assert_eq!(storage.lines(), ["PUT /u1?digest=sha256:e3b0c442", "DELETE /u1"]);
    assert_eq!(storage.received()[0].header("authorization"), None);
}

#[tokio::test]
async fn blob_is_mounted_or_its_upload_is_started() {
    let server = Server::new(["201", "202\nLocation: /u1\n\n"]);
    let client = client(&server);
    assert!(matches!(client.mount(NAME, DIGEST, "library/base").await.unwrap(), Mount::Done));
    let Mount::Upload(upload) = client.mount(NAME, DIGEST, "library/base").await.unwrap() else { panic!("mounted") };
    assert_eq!(upload.headers()["location"], "/u1");
    let line = "POST /v2/library/team/app/blobs/uploads/?mount=sha256%3Ae3b0c442&from=library%2Fbase";
    assert_eq!(server.lines(), [line; 2]);
}

#[tokio::test]
async fn blob_is_read_in_part_and_deleted() {
    let server = Server::new(["206\nContent-Range: bytes 0-2/9\n\nabc", "200\nContent-Type: x/y\n\n", "404", "202"]);
    let client = client(&server);
    let blob = client.blob(NAME, DIGEST, Some("bytes=0-2")).await.unwrap();
    assert_eq!(blob.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(blob.into_inner().collect().await.unwrap(), "abc");
    assert_eq!(client.find_blob(NAME, DIGEST).await.unwrap().into_inner(), Some(()));
    assert_eq!(client.find_blob(NAME, DIGEST).await.unwrap().into_inner(), None);
    client.delete_blob(NAME, DIGEST).await.unwrap();
    assert_eq!(server.lines()[3], "DELETE /v2/library/team/app/blobs/sha256%3Ae3b0c442");
}

#[tokio::test]
async fn token_is_for_several_scopes() {
    let server = Server::new([r#"200 {"token":"t1","expires_in":300}"#]);
    let client = server.client(&TOKENS, Basic::new("ada", "s3cr3t12").unwrap());
    let scopes = ["repository:library/app:pull", "repository:library/base:pull,push"];
    let token = client.token("registry.example", &scopes).await.unwrap();
    assert_eq!(token, Token { token: "t1".to_owned(), expires_in: Some(300) });
    let line = "GET /token?service=registry.example&scope=repository%3Alibrary%2Fapp%3Apull\
                &scope=repository%3Alibrary%2Fbase%3Apull%2Cpush";
    assert_eq!(server.only().line, line);
}
