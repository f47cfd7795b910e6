use pivotal_runtime::{Basic, Body, Client, Error, ObjectKey};
use world::webdav::*;

use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&WEBDAV, Basic::new("ada", "s3cr3t12").unwrap())
}

const FOLDER: &str = "207\nContent-Type: application/xml; charset=utf-8\n\n\
    <?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\">\
    <d:response><d:href>/photos/</d:href><d:propstat><d:prop><d:displayname>photos</d:displayname></d:prop>\
    <d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop><d:getcontentlength/></d:prop>\
    <d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>\
    <d:response><d:href>/photos/a%20b.png</d:href><d:propstat><d:prop><d:displayname>a b.png</d:displayname>\
    <d:getcontentlength>3</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>\
    </d:multistatus>";

#[tokio::test]
async fn folder_is_listed_by_propfind() {
    let missing = "404 <d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\"/>";
    let server = Server::new(["503\nRetry-After: 0\n\n", FOLDER, FOLDER, missing]);
    let client = client(&server);
    let found = client.find(ObjectKey("photos/"), Depth::One, &Find::ALL).await.unwrap().unwrap();
    let hrefs: Vec<_> = found.responses.iter().map(|resource| &*resource.href).collect();
    assert_eq!(hrefs, ["/photos/", "/photos/a%20b.png"]);
    let [properties] = &found.responses[1].properties[..] else { panic!("{found:?}") };
    assert_eq!(properties.prop.getcontentlength.as_deref(), Some("3"));
    assert_eq!(found.responses[0].properties[1].status, "HTTP/1.1 404 Not Found");
    client.find_in_root(Depth::Zero, &Find::ALL).await.unwrap();
    assert_eq!(client.find(ObjectKey("x"), Depth::Infinity, &Find::ALL).await.unwrap(), None);

    let lines = ["PROPFIND /photos/", "PROPFIND /photos/", "PROPFIND /", "PROPFIND /x"];
    assert_eq!(server.lines(), lines);
    let received = server.received();
    assert_eq!(received[1].body, r#"<propfind xmlns="DAV:"><prop><displayname/><getcontentlength/></prop></propfind>"#);
    assert_eq!(received[1].header("content-type"), Some("application/xml; charset=utf-8"));
    let depths: Vec<_> = received.iter().map(|request| request.header("depth").unwrap()).collect();
    assert_eq!(depths, ["1", "1", "0", "infinity"]);
}

#[tokio::test]
async fn folder_is_created_and_property_changed() {
    let exists = "405 <d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\">\
        <s:exception>Sabre\\DAV\\Exception\\MethodNotAllowed</s:exception>\
        <s:message>The resource you tried to create already exists</s:message></d:error>";
    let server = Server::new(["201", exists, FOLDER]);
    let client = client(&server);
    client.create_folder(ObjectKey("new folder/")).await.unwrap();
    let error = client.create_folder(ObjectKey("new folder/")).await.unwrap_err();
    assert_eq!(error.message(), Some("The resource you tried to create already exists"));
    assert_eq!(error.code(), Some("Sabre\\DAV\\Exception\\MethodNotAllowed"));
    let set = Set { prop: Named { displayname: "A & B" } };
    client.update(ObjectKey("a"), &Update { namespace: "DAV:", set }).await.unwrap();

    let received = server.received();
    assert_eq!((&*received[0].line, &*received[0].body), ("MKCOL /new%20folder/", ""));
    let body =
        "<propertyupdate xmlns=\"DAV:\"><set><prop><displayname>A &amp; B</displayname></prop></set></propertyupdate>";
    assert_eq!((&*received[2].line, &*received[2].body), ("PROPPATCH /a", body));
}

#[tokio::test]
async fn method_of_its_own_is_not_retried() {
    let server = Server::new(["503\nRetry-After: 0\n\n"]);
    let error = client(&server).create_folder(ObjectKey("a/")).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (503, 1));
}

#[tokio::test]
async fn file_is_copied_and_moved_to_a_destination() {
    let server = Server::new(["201", "204", r#"412 <d:error xmlns:d="DAV:"/>"#]);
    let client = client(&server);
    let to = format!("{}/b.png", server.url);
    client.copy(ObjectKey("a.png"), &to, Overwrite::No, Some(Depth::Zero)).await.unwrap();
    let moved = client.rename(ObjectKey("a.png"), "/b.png", Overwrite::Yes).await.unwrap();
    assert_eq!(moved.status().as_u16(), 204);
    let error = client.copy(ObjectKey("a.png"), &to, Overwrite::No, None).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 412);

    let received = server.received();
    assert_eq!((&*received[0].line, received[0].header("depth")), ("COPY /a.png", Some("0")));
    assert_eq!((received[0].header("destination"), received[0].header("overwrite")), (Some(&*to), Some("F")));
    assert_eq!((&*received[1].line, received[1].header("overwrite")), ("MOVE /a.png", Some("T")));
}

#[tokio::test]
async fn token_of_a_lock_is_sent_back() -> Result<(), Error> {
    let server = Server::new(["200\nLock-Token: <urn:uuid:1>\n\n<d:prop xmlns:d=\"DAV:\"/>", "204", "204"]);
    let client = client(&server);
    let lock =
        LockInfo { namespace: "DAV:", lockscope: Exclusive::default(), locktype: Write::default(), owner: "ada" };
    let locked = client.lock(ObjectKey("a.txt"), "Second-600", &lock).await?;
    let token = &locked.headers()["lock-token"];
    let condition = format!("({})", token.to_str().unwrap()).parse().unwrap();
    client.write(ObjectKey("a.txt"), Some(&condition), Body::from("text")).await?;
    client.unlock(ObjectKey("a.txt"), token).await?;

    let received = server.received();
    let body = "<lockinfo xmlns=\"DAV:\"><lockscope><exclusive/></lockscope><locktype><write/></locktype>\
                <owner>ada</owner></lockinfo>";
    assert_eq!((&*received[0].line, &*received[0].body), ("LOCK /a.txt", body));
    assert_eq!(received[0].header("timeout"), Some("Second-600"));
    assert_eq!(received[1].header("if"), Some("(<urn:uuid:1>)"));
    assert_eq!((&*received[2].line, received[2].header("lock-token")), ("UNLOCK /a.txt", Some("<urn:uuid:1>")));
    Ok(())
}

#[tokio::test]
async fn file_is_read_and_deleted() {
    let server = Server::new(["200\nDAV: 1, 2\nAllow: OPTIONS, PROPFIND\n\n", "200 <not decoded>", "204"]);
    let client = client(&server);
    assert_eq!(client.options().await.unwrap().headers()["dav"], "1, 2");
    let content = client.read(ObjectKey("a.xml")).await.unwrap();
    assert_eq!(content.collect().await.unwrap(), "<not decoded>");
    client.delete(ObjectKey("folder/")).await.unwrap();
    assert_eq!(server.lines(), ["OPTIONS /", "GET /a.xml", "DELETE /folder/"]);
}
