use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bearer, Body, Client};
use world::microsoft_graph::*;

use crate::support::server::Server;
use crate::support::{all, sent};

fn token() -> Bearer {
    Bearer::new("eyJ0-12345678").unwrap()
}

fn client(server: &Server) -> Client {
    server.client(&GRAPH, token())
}

fn user(id: &str) -> User {
    User { id: id.to_owned(), display_name: None }
}

fn item(id: &str) -> DriveItem {
    DriveItem { id: id.to_owned(), name: "a.txt".to_owned() }
}

#[tokio::test]
async fn options_begin_with_a_dollar_sign() {
    let server = Server::new([
        r#"200 {"@odata.nextLink":"{server}/users?$skiptoken=x%3D","value":[{"id":"u1"}]}"#,
        r#"200 {"value":[{"id":"u2"}]}"#,
    ]);
    let filter = "startswith(displayName,'A')";
    let users = all(client(&server).users(Some(filter), None, &["id", "displayName"], 1)).await.unwrap();
    assert_eq!(users, [user("u1"), user("u2")]);
    let first = "GET /users?$count=true&$filter=startswith%28displayName%2C%27A%27%29&$select=id,displayName&$top=1";
    assert_eq!(server.lines(), [first, "GET /users?$skiptoken=x%3D"]);
    for request in server.received() {
        assert_eq!(request.header("consistencylevel"), Some("eventual"));
        assert_eq!(request.header("authorization"), Some("Bearer eyJ0-12345678"));
    }
}

#[tokio::test]
async fn count_is_a_number_in_a_text() {
    let server = Server::new(["200\nContent-Type: text/plain\n\n893"]);
    assert_eq!(client(&server).user_count(Some("accountEnabled eq true")).await.unwrap(), 893);
    assert_eq!(server.only().line, "GET /users/$count?$filter=accountEnabled%20eq%20true");
}

#[tokio::test]
async fn key_is_in_parentheses() {
    let missing = "404\nrequest-id: r1\n\n{\"error\":{\"code\":\"Request_ResourceNotFound\",\"message\":\"m\"}}";
    let server = Server::new([r#"200 {"id":"u1"}"#, missing, "204", missing]);
    let client = client(&server);
    assert_eq!(client.user("ada@example.com", &["id"]).await.unwrap(), Some(user("u1")));
    assert_eq!(client.user("x", &[]).await.unwrap(), None);
    client.update_user("u1", &UserUpdate { display_name: "Ada" }).await.unwrap();
    let error = client.update_user("u1", &UserUpdate { display_name: "Ada" }).await.unwrap_err();
    assert_eq!((error.code(), error.request_id()), (Some("Request_ResourceNotFound"), Some("r1")));
    let update = "PATCH /users('u1')";
    assert_eq!(server.lines(), ["GET /users('ada%40example.com')?$select=id", "GET /users('x')", update, update]);
}

#[tokio::test]
async fn times_are_in_the_query() {
    let server = Server::new([r#"200 {"value":[{"id":"e1","subject":"Lunch"}]}"#]);
    let [start, end] = ["2026-01-02T00:00:00Z", "2026-01-03T00:00:00.5Z"].map(|time| time.parse().unwrap());
    let prefer = "outlook.timezone=\"Europe/Paris\"";
    let events = all(client(&server).events("u1", start, end, Some(prefer))).await.unwrap();
    assert_eq!(events, [Event { id: "e1".to_owned(), subject: "Lunch".to_owned() }]);
    let sent = server.only();
    let line = "GET /users('u1')/calendarView?startDateTime=2026-01-02T00%3A00%3A00Z\
                &endDateTime=2026-01-03T00%3A00%3A00.5Z";
    assert_eq!((&*sent.line, sent.header("prefer")), (line, Some(prefer)));
}

#[tokio::test]
async fn function_takes_its_parameter_in_parentheses() {
    let server = Server::new(["200\nContent-Type: text/csv\n\nDate,Sent\n", "204"]);
    let client = client(&server);
    assert_eq!(client.email_activity("D7").await.unwrap(), "Date,Sent\n");
    client.add_member("g1", &Reference { url: "https://graph.microsoft.com/v1.0/users/u1" }).await.unwrap();
    let received = server.received();
    assert_eq!(received[0].line, "GET /reports/getEmailActivityCounts(period='D7')");
    assert_eq!(
        (&*received[1].line, &*received[1].body),
        ("POST /groups/g1/members/$ref", r#"{"@odata.id":"https://graph.microsoft.com/v1.0/users/u1"}"#)
    );
}

#[tokio::test]
async fn path_of_a_file_is_between_colons() {
    let list = r#"200 {"value":[{"id":"i1","name":"a.txt"}]}"#;
    let server = Server::new([list, list, "200 content", r#"201 {"id":"i2","name":"a.txt"}"#]);
    let client = client(&server);
    assert_eq!(all(client.root()).await.unwrap(), [item("i1")]);
    assert_eq!(all(client.children("docs/2026 Q1")).await.unwrap(), [item("i1")]);
    assert_eq!(client.download("docs/a.txt").await.unwrap().collect().await.unwrap(), "content");
    let uploaded = client.upload("docs/a.txt", Body::from("content")).await.unwrap();
    assert_eq!((uploaded.status().as_u16(), uploaded.into_inner()), (201, item("i2")));
    let lines = [
        "GET /me/drive/root/children",
        "GET /me/drive/root:/docs/2026%20Q1:/children",
        "GET /me/drive/root:/docs/a.txt:/content",
        "PUT /me/drive/root:/docs/a.txt:/content",
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn large_file_is_uploaded_in_pieces_without_credentials() {
    let storage = Server::new([r#"202 {"nextExpectedRanges":["3-"]}"#, r#"201 {"id":"i1","name":"a.txt"}"#]);
    let server = Server::new([&*format!(r#"200 {{"uploadUrl":"{}/up/s1?tempauth=t"}}"#, storage.url)]);
    let client = client(&server);
    let url = client.start_upload("docs/a.txt").await.unwrap().upload_url;
    let missing = Missing { next_expected_ranges: vec!["3-".to_owned()] };
    assert_eq!(client.upload_piece(&url, b"abc", "bytes 0-2/5").await.unwrap(), Progress::Incomplete(missing));
    assert_eq!(client.upload_piece(&url, b"de", "bytes 3-4/5").await.unwrap(), Progress::Complete(item("i1")));
    assert_eq!(server.only().line, "POST /me/drive/root:/docs/a.txt:/createUploadSession");
    assert_eq!(storage.lines(), ["PUT /up/s1?tempauth=t"; 2]);
    assert_eq!(storage.received()[1].header("content-range"), Some("bytes 3-4/5"));
    assert_eq!(storage.received()[1].header("authorization"), None);
}

#[tokio::test]
async fn path_of_the_base_url_is_kept() {
    let fake = Fake::new();
    fake.on(|api| api.user("u1", &[])).responds(200, r#"{"id":"u1"}"#);
    let client = Client::builder().api(&GRAPH).credentials(token()).http_client(fake.http_client()).build().unwrap();
    client.user("u1", &[]).await.unwrap();
    assert_eq!(sent(&fake), [("https://graph.microsoft.com/v1.0/users('u1')".to_owned(), true)]);
}
