use pivotal_runtime::http::{HeaderMap, HeaderValue};
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Body, Client, Conditional, ErrorKind, ObjectKey};
use world::s3::*;

use crate::support::server::Server;
use crate::support::{all, sent};

fn client(server: &Server) -> Client {
    server.builder(&S3).build().unwrap()
}

/// The XML of S3, with its declaration and namespace.
fn xml(status: u16, root: &str, content: &str) -> String {
    let namespace = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    format!(
        "{status}\nContent-Type: application/xml\n\n\
         <?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} {namespace}>{content}</{root}>"
    )
}

#[tokio::test]
async fn objects_continue_with_a_token() {
    let server = Server::new([
        &*xml(
            200,
            "ListBucketResult",
            "<Name>b</Name><IsTruncated>true</IsTruncated><NextContinuationToken>1/x+=</NextContinuationToken>\
            <Contents><Key>a &amp; b</Key><Size>1</Size></Contents><Contents><Key>c</Key><Size>2</Size></Contents>",
        ),
        &*xml(
            200,
            "ListBucketResult",
            "<IsTruncated>false</IsTruncated><Contents><Key>d</Key><Size>3</Size></Contents>",
        ),
    ]);
    let objects = all(client(&server).objects("b", Some("x/"), 2)).await.unwrap();
    assert_eq!(objects, [("a & b", 1), ("c", 2), ("d", 3)].map(|(key, size)| Object { key: key.to_owned(), size }));

    let first = "GET /b?list-type=2&prefix=x%2F&max-keys=2";
    assert_eq!(server.lines(), [first, &*format!("{first}&continuation-token=1%2Fx%2B%3D")]);
    assert_eq!(server.received()[0].header("accept"), Some("application/xml"));
}

#[tokio::test]
async fn empty_bucket_has_no_objects() {
    let server = Server::new([&*xml(200, "ListBucketResult", "<IsTruncated>false</IsTruncated>")]);
    assert_eq!(all(client(&server).objects("b", None, 1000)).await.unwrap(), []);
    assert_eq!(server.only().line, "GET /b?list-type=2&max-keys=1000");
}

#[tokio::test]
async fn versions_continue_with_two_markers() {
    let server = Server::new([
        &*xml(
            200,
            "ListVersionsResult",
            "<IsTruncated>true</IsTruncated><NextKeyMarker>a</NextKeyMarker>\
             <NextVersionIdMarker>v1</NextVersionIdMarker>\
            <Version><Key>a</Key><VersionId>v1</VersionId></Version>",
        ),
        &*xml(
            200,
            "ListVersionsResult",
            "<IsTruncated>true</IsTruncated><NextKeyMarker>a</NextKeyMarker>\
             <NextVersionIdMarker>v2</NextVersionIdMarker>\
            <Version><Key>a</Key><VersionId>v2</VersionId></Version>",
        ),
        &*xml(200, "ListVersionsResult", "<IsTruncated>false</IsTruncated>"),
    ]);
    let versions = all(client(&server).versions("b", None)).await.unwrap();
    let version = |id: &str| Version { key: "a".to_owned(), version_id: id.to_owned() };
    assert_eq!(versions, [version("v1"), version("v2")]);
    let lines = [
        "GET /b?versions",
        "GET /b?versions&key-marker=a&version-id-marker=v1",
        "GET /b?versions&key-marker=a&version-id-marker=v2",
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn object_is_read_as_a_stream() {
    let server = Server::new(["200\nETag: \"e1\"\n\n<not decoded>", "206\nContent-Range: bytes 1-3/13\n\nnot", "304"]);
    let client = client(&server);
    let object = client.get("b", ObjectKey("x/a b.txt"), None, None).await.unwrap();
    assert_eq!(object.headers()["etag"], "\"e1\"");
    let Conditional::Modified(body) = object.into_inner() else { panic!("not modified") };
    assert_eq!(body.collect().await.unwrap(), "<not decoded>");
    let part = client.get("b", ObjectKey("x/a b.txt"), Some("bytes=1-3"), None).await.unwrap();
    assert_eq!(part.status().as_u16(), 206);
    assert!(client.get("b", ObjectKey("x/a b.txt"), None, Some("\"e1\"")).await.unwrap().get_ref().is_not_modified());

    let received = server.received();
    assert_eq!((&*received[0].line, received[0].header("accept")), ("GET /b/x/a%20b.txt", Some("*/*")));
    assert_eq!(received[1].header("range"), Some("bytes=1-3"));
    assert_eq!(received[2].header("if-none-match"), Some("\"e1\""));
}

#[tokio::test]
async fn object_is_written_and_deleted() {
    let server = Server::new(["200\nETag: \"e1\"\n\n", "200\nContent-Type: text/plain\n\n", "404", "204"]);
    let client = client(&server);
    let mut metadata = HeaderMap::new();
    metadata.insert("x-amz-meta-author", HeaderValue::from_static("ada"));
    let written = client.put("b", ObjectKey("a.txt"), Body::from("content"), "text/plain", &metadata).await.unwrap();
    assert_eq!(written.headers()["etag"], "\"e1\"");
    assert_eq!(client.head("b", ObjectKey("a.txt")).await.unwrap().headers()["content-type"], "text/plain");
    assert_eq!(client.head("b", ObjectKey("a.txt")).await.unwrap().into_inner(), None);
    client.delete("b", ObjectKey("a.txt")).await.unwrap();

    let received = server.received();
    assert_eq!((&*received[0].line, &*received[0].body), ("PUT /b/a.txt", "content"));
    assert_eq!(received[0].header("content-type"), Some("text/plain"));
    assert_eq!(received[0].header("x-amz-meta-author"), Some("ada"));
    assert_eq!(received[1].line, "HEAD /b/a.txt");
    assert_eq!(received[3].line, "DELETE /b/a.txt");
}

#[tokio::test]
async fn objects_are_deleted_by_a_list_in_xml() {
    let server = Server::new([&*xml(
        200,
        "DeleteResult",
        "<Deleted><Key>a&amp;b</Key></Deleted>\
        <Error><Key>c</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
    )]);
    let delete = Delete { objects: &[Key { key: "a&b" }, Key { key: "c" }] };
    let deleted = client(&server).delete_all("b", &delete, "h4sh==").await.unwrap();
    let codes: Vec<_> = deleted.errors.iter().map(|error| &*error.code).collect();
    assert_eq!(codes, ["AccessDenied"]);

    let sent = server.only();
    let body = "<Delete><Object><Key>a&amp;b</Key></Object><Object><Key>c</Key></Object></Delete>";
    assert_eq!((&*sent.line, &*sent.body), ("POST /b?delete", body));
    assert_eq!((sent.header("content-type"), sent.header("content-md5")), (Some("application/xml"), Some("h4sh==")));
}

#[tokio::test]
async fn upload_in_parts_can_fail_with_the_status_200() {
    let server = Server::new([
        &*xml(200, "InitiateMultipartUploadResult", "<Bucket>b</Bucket><Key>a</Key><UploadId>u/1</UploadId>"),
        "200\nETag: \"p1\"\n\n",
        &*xml(200, "CompleteMultipartUploadResult", "<ETag>&quot;e1&quot;</ETag>"),
        &*xml(200, "Error", "<Code>InternalError</Code><Message>We encountered an internal error.</Message>"),
        &*xml(404, "Error", "<Code>NoSuchUpload</Code><Message>No such upload.</Message>"),
    ]);
    let client = client(&server);
    let upload = client.create_upload("b", ObjectKey("a")).await.unwrap().upload_id;
    let part = client.upload_part("b", ObjectKey("a"), 1, &upload, b"content").await.unwrap();
    let etag = part.headers()["etag"].to_str().unwrap();
    let parts = Parted { parts: &[Part { part_number: 1, etag }] };
    assert_eq!(client.complete_upload("b", ObjectKey("a"), &upload, &parts).await.unwrap().etag, "\"e1\"");
    let error = client.complete_upload("b", ObjectKey("a"), &upload, &parts).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 200));
    assert_eq!((error.code(), error.message()), (Some("InternalError"), Some("We encountered an internal error.")));
    let error = client.complete_upload("b", ObjectKey("a"), &upload, &parts).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (404, Some("NoSuchUpload")));

    let received = server.received();
    assert_eq!(received[0].line, "POST /b/a?uploads");
    assert_eq!((&*received[1].line, &*received[1].body), ("PUT /b/a?partNumber=1&uploadId=u%2F1", "content"));
    let body =
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"p1\"</ETag></Part></CompleteMultipartUpload>";
    assert_eq!((&*received[2].line, &*received[2].body), ("POST /b/a?uploadId=u%2F1", body));
}

#[tokio::test]
async fn error_is_read_from_xml() {
    let content = "<Code>NoSuchBucket</Code><Message>The bucket does not exist</Message><Resource>/b</Resource>";
    let missing = xml(404, "Error", content).replacen('\n', "\nx-amz-request-id: R1\n", 1);
    let unreadable = "200 <ListBucketResult><IsTruncated>maybe</IsTruncated></ListBucketResult>";
    let server = Server::new([&*missing, unreadable]);
    let client = client(&server);
    let error = all(client.objects("b", None, 1)).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("NoSuchBucket"), Some("The bucket does not exist")));
    assert_eq!(error.detail::<Problem>().unwrap().resource.as_deref(), Some("/b"));
    assert_eq!(error.request_id(), Some("R1"));
    let error = all(client.objects("b", None, 1)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn real_host_is_called_by_default() {
    let fake = Fake::new();
    fake.on(|api| api.head("b", ObjectKey("a/b"))).responds(200, "");
    let client = Client::builder().api(&S3).http_client(fake.http_client()).build().unwrap();
    client.head("b", ObjectKey("a/b")).await.unwrap();
    assert_eq!(sent(&fake), [("https://s3.us-east-1.amazonaws.com/b/a/b".to_owned(), false)]);
}

#[tokio::test]
async fn key_can_have_empty_segments() {
    let server = Server::new(["200"; 3]);
    let client = client(&server);
    for key in ["photos/", "a//b", "/c d"] {
        client.put("b", ObjectKey(key), Body::from(""), "text/plain", &HeaderMap::new()).await.unwrap();
    }
    assert_eq!(server.lines(), ["PUT /b/photos/", "PUT /b/a//b", "PUT /b//c%20d"]);
    let error = client.head("b", ObjectKey("a/../b")).await.unwrap_err();
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("key")));
}
