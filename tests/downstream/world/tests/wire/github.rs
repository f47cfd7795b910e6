use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bearer, Body, Client, Conditional, Delivery, ErrorKind};
use world::github::*;

use crate::support::server::Server;
use crate::support::{all, sent};

const TOKEN: &str = "ghp_K8s9vQ2mXw7b";

fn token() -> Bearer {
    Bearer::new(TOKEN).unwrap()
}

fn issue(number: u64) -> Issue {
    Issue { number, title: format!("#{number}") }
}

#[tokio::test]
async fn issues_follow_the_link_header() {
    let server = Server::new([
        "200\nLink: <{server}/repositories/7/issues?per_page=2&page=2>; rel=\"next\", <{server}/x>; rel=\"last\"\n\n\
         [{\"number\":1,\"title\":\"#1\"},{\"number\":2,\"title\":\"#2\"}]",
        "200\nLink: <{server}/repositories/7/issues?per_page=2&page=1>; rel=\"prev\"\n\n\
         [{\"number\":3,\"title\":\"#3\"}]",
    ]);
    let client = server.client(&GITHUB, token());
    let since = "2026-01-02T03:04:05Z".parse().unwrap();
    let issues =
        all(client.issues("rust-lang", "rust", Some(State::All), &["A-ui", "E easy"], Some(since), 2)).await.unwrap();
    assert_eq!(issues, [issue(1), issue(2), issue(3)]);

    let lines = [
        "GET /repos/rust-lang/rust/issues?state=all&labels=A-ui,E%20easy&since=2026-01-02T03%3A04%3A05Z&per_page=2",
        "GET /repositories/7/issues?per_page=2&page=2",
    ];
    assert_eq!(server.lines(), lines);
    for request in server.received() {
        assert_eq!(request.header("authorization"), Some(&*format!("Bearer {TOKEN}")));
        assert_eq!(request.header("accept"), Some("application/vnd.github+json"));
        assert_eq!(request.header("x-github-api-version"), Some("2022-11-28"));
    }
}

#[tokio::test]
async fn issues_resume_at_the_url_of_their_page() {
    let server = Server::new([
        "200\nLink: </issues?page=2>; rel=next\n\n[{\"number\":1,\"title\":\"#1\"}]",
        r##"200 [{"number":2,"title":"#2"}]"##,
    ]);
    let client = server.client(&GITHUB, token());
    let mut issues = client.issues("rust-lang", "rust", None, &[], None, 1);
    assert_eq!(issues.next().await.unwrap().unwrap(), issue(1));
    let url = issues.cursor().unwrap().to_owned();
    drop(issues);
    assert_eq!(all(client.issues_at(&url)).await.unwrap(), [issue(2)]);
    assert_eq!(server.lines()[1], "GET /issues?page=2");
}

#[tokio::test]
async fn next_page_on_another_host_is_not_requested() {
    let other = Server::new(["200 []"]);
    let first = format!("200\nLink: <{}/issues?page=2>; rel=next\n\n[{{\"number\":1,\"title\":\"#1\"}}]", other.url);
    let server = Server::new([&*first]);
    let client = server.client(&GITHUB, token());
    let error = all(client.issues("rust-lang", "rust", None, &[], None, 1)).await.unwrap_err();
    assert!(error.to_string().contains("on another origin"), "{error}");
    assert!(other.received().is_empty());
}

#[tokio::test]
async fn search_follows_the_link_header() {
    let server = Server::new([
        "200\nLink: <{server}/search/issues?q=is%3Aopen&page=2>; rel=\"next\"\n\n\
         {\"total_count\":2,\"incomplete_results\":false,\"items\":[{\"number\":1,\"title\":\"#1\"}]}",
        r##"200 {"total_count":2,"incomplete_results":false,"items":[{"number":2,"title":"#2"}]}"##,
    ]);
    let issues = all(server.client(&GITHUB, token()).search_issues("is:open label:\"good first\"", 1)).await.unwrap();
    assert_eq!(issues, [issue(1), issue(2)]);
    let lines = [
        "GET /search/issues?q=is%3Aopen%20label%3A%22good%20first%22&per_page=1",
        "GET /search/issues?q=is%3Aopen&page=2",
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn unchanged_issue_is_not_sent_again() {
    let server = Server::new(["200\nETag: W/\"1\"\n\n{\"number\":1,\"title\":\"#1\"}", "304\nETag: W/\"1\"\n\n"]);
    let client = server.client(&GITHUB, token());
    let first = client.issue("rust-lang", "rust", 1, None).await.unwrap();
    assert_eq!(*first.get_ref(), Conditional::Modified(issue(1)));
    let etag = first.headers()["etag"].to_str().unwrap();
    let second = client.issue("rust-lang", "rust", 1, Some(etag)).await.unwrap();
    assert!(second.get_ref().is_not_modified());

    let received = server.received();
    assert_eq!(received[0].header("if-none-match"), None);
    assert_eq!(received[1].header("if-none-match"), Some("W/\"1\""));
}

#[tokio::test]
async fn statistics_depend_on_the_status() {
    let server = Server::new(["202 {}", r#"200 [{"total":7}]"#, "204"]);
    let client = server.client(&GITHUB, token());
    let expected = [Statistics::Computing, Statistics::Ready(vec![Contributor { total: 7 }]), Statistics::Missing];
    for expected in expected {
        assert_eq!(client.contributors("rust-lang", "rust").await.unwrap(), expected);
    }
    assert_eq!(server.lines(), ["GET /repos/rust-lang/rust/stats/contributors"; 3]);
}

#[tokio::test]
async fn file_is_replaced_or_created() {
    let server = Server::new([r#"201 {"commit":{"sha":"a1"}}"#, r#"200 {"commit":{"sha":"a2"}}"#]);
    let client = server.client(&GITHUB, token());
    for (sha, status, commit) in [(None, 201, "a1"), (Some("b1"), 200, "a2")] {
        let content = NewContent { message: "Add docs", content: "aGk=", sha };
        let response = client.write("rust-lang", "rust", "docs/a b.md", &content).await.unwrap();
        assert_eq!((response.status().as_u16(), &*response.get_ref().commit.sha), (status, commit));
    }
    let received = server.received();
    assert_eq!(received[0].line, "PUT /repos/rust-lang/rust/contents/docs/a%20b.md");
    assert_eq!(received[0].body, r#"{"message":"Add docs","content":"aGk="}"#);
    assert_eq!(received[1].body, r#"{"message":"Add docs","content":"aGk=","sha":"b1"}"#);
}

#[tokio::test]
async fn tarball_is_downloaded_from_its_location_without_credentials() {
    let codeload = Server::new(["200\nContent-Type: application/x-gzip\n\nthe archive"]);
    let redirect = format!("302\nLocation: {}/rust-lang/rust/legacy.tar.gz/refs/tags/v1\n\n", codeload.url);
    let server = Server::new([&*redirect]);
    let client = server.client(&GITHUB, token());
    let found = client.tarball("rust-lang", "rust", "refs/tags/v1").await.unwrap();
    let location = found.headers()["location"].to_str().unwrap();
    let archive = client.download(location).await.unwrap().collect().await.unwrap();
    assert_eq!(archive, "the archive");

    assert_eq!(server.only().line, "GET /repos/rust-lang/rust/tarball/refs/tags/v1");
    assert_eq!(server.only().header("authorization"), Some(&*format!("Bearer {TOKEN}")));
    let download = codeload.only();
    assert_eq!(download.line, "GET /rust-lang/rust/legacy.tar.gz/refs/tags/v1");
    assert_eq!((download.header("authorization"), download.header("accept")), (None, Some("*/*")));
}

#[tokio::test]
async fn client_that_follows_redirects_downloads_the_tarball() {
    let codeload = Server::new(["200 the archive"]);
    let redirect = format!("302\nLocation: {}/legacy.tar.gz?token=t1\n\n", codeload.url);
    let server = Server::new([&*redirect]);
    let client = server.builder(&GITHUB).credentials(token()).max_redirects(1).build().unwrap();
    let archive = client.download_tarball("rust-lang", "rust", "main").await.unwrap().collect().await.unwrap();
    assert_eq!(archive, "the archive");
    assert_eq!(codeload.only().line, "GET /legacy.tar.gz?token=t1");
    assert_eq!(codeload.only().header("authorization"), None);
}

#[tokio::test]
async fn asset_is_uploaded_to_a_credential_origin() {
    let uploads = Server::new([r#"201 {"id":5,"browser_download_url":"https://github.com/app.zip"}"#]);
    let release =
        format!(r#"200 {{"id":1,"upload_url":"{}/repos/o/r/releases/1/assets{{?name,label}}"}}"#, uploads.url);
    let server = Server::new([&*release]);
    let client = server.builder(&GITHUB).credentials(token()).credential_origin(&uploads.url).build().unwrap();
    let release = client.release("o", "r", 1).await.unwrap().unwrap();
    let url = release.asset_url("app.zip");
    let asset = client.upload_asset(&url, Body::from("zipped"), "application/zip").await.unwrap();
    assert_eq!(asset, Asset { id: 5, browser_download_url: "https://github.com/app.zip".to_owned() });

    let upload = uploads.only();
    assert_eq!((&*upload.line, &*upload.body), ("POST /repos/o/r/releases/1/assets?name=app.zip", "zipped"));
    assert_eq!(upload.header("authorization"), Some(&*format!("Bearer {TOKEN}")));
    assert_eq!(upload.header("content-type"), Some("application/zip"));
    assert_eq!(upload.header("content-length"), Some("6"));
}

#[tokio::test]
async fn upload_url_is_not_sent_as_a_template() {
    let server = Server::new([]);
    let client = server.client(&GITHUB, token());
    let url = "/repos/o/r/releases/1/assets{?name,label}";
    let error = client.upload_asset(url, Body::from("zipped"), "application/zip").await.unwrap_err();
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("url")));
    let shown = "POST <url>: `url` is a URI template (RFC 6570); replace each `{...}`, and pass the URL";
    assert_eq!(error.to_string(), shown);
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn real_host_of_uploads_gets_credentials_and_others_do_not() {
    let fake = Fake::new();
    fake.on_operation("upload_asset").responds(201, r#"{"id":5,"browser_download_url":""}"#).times(3);
    let client = Client::builder().api(&GITHUB).credentials(token()).http_client(fake.http_client()).build().unwrap();
    let urls = [
        "https://uploads.github.com/a?name=b",
        "https://api.github.com/a",
        "https://uploads.github.com.evil.example/a",
    ];
    for url in urls {
        client.upload_asset(url, Body::from("zipped"), "application/zip").await.unwrap();
    }
    let [uploads, api, other] = urls.map(str::to_owned);
    assert_eq!(sent(&fake), [(uploads, true), (api, true), (other, false)]);
}

#[tokio::test]
async fn error_depends_on_the_status() {
    let server = Server::new([
        r#"422 {"message":"Validation Failed","errors":[{"resource":"Issue","field":"title","code":"missing_field"}]}"#,
        "410\nX-GitHub-Request-Id: C0DE:1\n\n\
         {\"message\":\"Issues are disabled\",\"documentation_url\":\"https://docs.github.com\"}",
    ]);
    let client = server.client(&GITHUB, token());
    let new = NewIssue { title: "", labels: &["bug"] };
    let error = client.create_issue("o", "r", &new).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("missing_field"), Some("Validation Failed")));
    assert_eq!(error.detail::<Invalid>().unwrap().errors[0].field.as_deref(), Some("title"));
    assert_eq!((error.attempts(), error.delivery()), (1, Some(Delivery::Responded)));

    let error = client.create_issue("o", "r", &new).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (None, Some("Issues are disabled")));
    assert!(error.detail::<Problem>().unwrap().documentation_url.is_some());
    assert_eq!(error.request_id(), Some("C0DE:1"));
    assert_eq!(server.received()[0].body, r#"{"title":"","labels":["bug"]}"#);
}

#[tokio::test]
async fn star_is_found_by_its_status() {
    let server = Server::new(["204", r#"404 {"message":"Not Found"}"#, "204"]);
    let client = server.client(&GITHUB, token());
    assert_eq!(client.starred("o", "r").await.unwrap(), Some(()));
    assert_eq!(client.starred("o", "r").await.unwrap(), None);
    client.star("o", "r").await.unwrap();
    let received = server.received();
    assert_eq!(received[2].line, "PUT /user/starred/o/r");
    assert_eq!(received[2].header("content-length"), Some("0"));
}

#[tokio::test]
async fn branches_are_compared_in_one_segment() {
    let server = Server::new([r#"200 {"status":"diverged","ahead_by":2,"behind_by":1,"commits":[]}"#]);
    let client = server.client(&GITHUB, token());
    let comparison = client.compare("o", "r", "main", "ada:feature/x").await.unwrap();
    assert_eq!(comparison, Comparison { ahead_by: 2, behind_by: 1 });
    assert_eq!(server.only().line, "GET /repos/o/r/compare/main...ada%3Afeature%2Fx");
}

#[tokio::test]
async fn asset_is_uploaded_by_the_number_of_its_release() {
    let fake = Fake::new();
    fake.on_operation("upload").responds(201, r#"{"id":5,"browser_download_url":""}"#);
    let client = Client::builder().api(&GITHUB).credentials(token()).http_client(fake.http_client()).build().unwrap();
    let uploads = client.at(UPLOADS_URL).unwrap();
    let asset = NewAsset { name: "a b.zip", label: None };
    uploads.upload("o", "r", 1, &asset, Body::from("zipped"), "application/zip").await.unwrap();
    let url = "https://uploads.github.com/repos/o/r/releases/1/assets?name=a%20b.zip".to_owned();
    assert_eq!(sent(&fake), [(url, true)]);
}
