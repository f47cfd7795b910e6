use pivotal_runtime::{Client, ErrorKind};
use world::mediawiki::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.builder(&MEDIAWIKI).build().unwrap()
}

fn page(title: &str, links: &[&str]) -> Page {
    let links = links.iter().map(|title| Link { title: (*title).to_owned() }).collect();
    Page { title: title.to_owned(), links }
}

#[tokio::test]
async fn pages_continue_with_all_pairs_of_the_response() {
    let server = Server::new([
        r#"200 {"continue":{"plcontinue":"1|0|B","continue":"||"},
                "query":{"pages":[{"title":"A","links":[{"ns":0,"title":"B"}]}]}}"#,
        r#"200 {"batchcomplete":true,"query":{"pages":[{"title":"A","links":[{"ns":0,"title":"C"}]}]}}"#,
    ]);
    let pages = all(client(&server).pages(&["A", "AC/DC"], &["links", "info"], Some(1))).await.unwrap();
    assert_eq!(pages, [page("A", &["B"]), page("A", &["C"])]);
    let first = "GET /api.php?format=json&formatversion=2&action=query&titles=A%7CAC%2FDC&prop=links%7Cinfo&pllimit=1";
    assert_eq!(server.lines(), [first, &*format!("{first}&continue=%7C%7C&plcontinue=1%7C0%7CB")]);
}

#[tokio::test]
async fn edit_sends_its_token_and_can_be_refused_with_the_status_200() {
    let server = Server::new([
        r#"200 {"batchcomplete":true,"query":{"tokens":{"csrftoken":"t+\\"}}}"#,
        r#"200 {"edit":{"result":"Success","newrevid":7}}"#,
        r#"200 {"error":{"code":"protectedpage","info":"This page has been protected."}}"#,
    ]);
    let client = client(&server);
    let token = client.tokens().await.unwrap().query.tokens.csrftoken;
    let edited = client.edit("A", "Hi", &token).await.unwrap().edit;
    assert_eq!(edited, Edit { result: "Success".to_owned(), newrevid: Some(7) });
    let error = client.edit("A", "Hi", &token).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("protectedpage")));
    assert_eq!(error.message(), Some("This page has been protected."));

    let sent = server.received().remove(1);
    let line = "POST /api.php?format=json&formatversion=2&action=edit";
    assert_eq!((&*sent.line, &*sent.body), (line, "title=A&text=Hi&token=t%2B%5C"));
}

#[tokio::test]
async fn title_is_one_segment() {
    let server = Server::new([r#"200 {"id":1,"title":"Talk:AC/DC","source":"Hi"}"#, r#"404 {"httpCode":404}"#]);
    let client = client(&server);
    let source = Source { title: "Talk:AC/DC".to_owned(), source: "Hi".to_owned() };
    assert_eq!(client.page("Talk:AC/DC").await.unwrap(), Some(source));
    assert_eq!(client.page("?").await.unwrap(), None);
    assert_eq!(server.lines(), ["GET /rest.php/v1/page/Talk%3AAC%2FDC", "GET /rest.php/v1/page/%3F"]);
}
