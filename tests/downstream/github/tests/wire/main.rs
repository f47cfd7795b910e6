//! The requests of the three APIs, and the errors that callers receive.

mod server;

use std::time::{Duration, SystemTime};

use github::{GITHUB, Issue, Issues, Login, Logins, NewIssue, Problem, TRACKER, Tickets, WEATHER, Weather};
use pivotal_runtime::{ApiKey, Basic, Bearer, Client, ErrorKind, Delivery};

use self::server::Server;

const TOKEN: &str = "ghp_K8s9vQ2mXw7b";
const ISSUE: &str = "200 OK\n\n{\"number\":1,\"title\":\"Add a parser\",\"state\":\"open\"}";

fn client(server: &Server) -> Client {
    Client::builder().api(&GITHUB).base_url(&server.url).credentials(Bearer::new(TOKEN).unwrap()).build().unwrap()
}

fn new_issue() -> NewIssue {
    NewIssue { title: "Add a parser".to_owned() }
}

#[test]
fn client_calls_github_by_default() {
    let client = Client::builder().api(&GITHUB).credentials(Bearer::new(TOKEN).unwrap()).build().unwrap();
    assert_eq!(client.base_url(), "https://api.github.com");
}

#[tokio::test]
async fn token_and_version_are_sent_with_every_call() {
    let server = Server::new(|_| ISSUE.to_owned());
    let issue = client(&server).issue("rust-lang", "a/b", 1).await.unwrap();
    assert_eq!(issue, Issue { number: 1, title: "Add a parser".to_owned() });

    let received = server.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].line, "GET /repos/rust-lang/a%2Fb/issues/1 HTTP/1.1");
    assert_eq!(received[0].header("authorization"), [format!("Bearer {TOKEN}")]);
    assert_eq!(received[0].header("x-github-api-version"), ["2022-11-28"]);
    assert_eq!(received[0].header("accept"), ["application/json"]);
}

#[tokio::test]
async fn login_sends_no_credentials() {
    let server = Server::new(|_| format!("200 OK\n\n{{\"access_token\":\"{TOKEN}\"}}"));
    let login = Login { client_id: "Iv1".to_owned(), code: "c-1".to_owned() };
    // With a client that has credentials, and with one that has none.
    let without = Client::builder().api(&GITHUB).base_url(&server.url).build().unwrap();
    for client in [client(&server), without] {
        assert_eq!(client.access_token(&login).await.unwrap().access_token, TOKEN);
    }
    let received = server.received();
    assert_eq!(received.len(), 2);
    for request in received {
        assert_eq!(
            (&*request.line, &*request.body),
            ("POST /login/oauth/access_token HTTP/1.1", "client_id=Iv1&code=c-1")
        );
        assert!(request.header("authorization").is_empty(), "{request:?}");
        assert_eq!(request.header("x-github-api-version"), ["2022-11-28"]);
    }
}

#[tokio::test]
async fn credentials_for_another_api_are_not_sent() {
    // Nothing states that the client's credentials are for GitHub.
    let server = Server::new(|_| ISSUE.to_owned());
    let client = Client::builder().base_url(&server.url).credentials(Bearer::new(TOKEN).unwrap()).build().unwrap();
    let error = client.issue("rust-lang", "rust", 1).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn call_waits_for_the_reset_of_the_rate_limit() {
    fn seconds(time: SystemTime) -> u64 {
        time.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs()
    }
    let server = Server::new(|request| match &*request.line {
        "GET /repos/rust-lang/rust/issues/1 HTTP/1.1" => {
            let reset = seconds(request.at) + 1;
            ISSUE.replace("OK", &format!("OK\nx-ratelimit-remaining: 0\nx-ratelimit-reset: {reset}"))
        }
        _ => ISSUE.to_owned(),
    });
    let client = client(&server);
    client.issue("rust-lang", "rust", 1).await.unwrap();
    client.issue("rust-lang", "rust", 2).await.unwrap();
    client.issue("rust-lang", "rust", 3).await.unwrap();

    let at: Vec<_> = server.received().iter().map(|request| request.at).collect();
    assert_eq!(at.len(), 3);
    assert!(seconds(at[1]) > seconds(at[0]), "the second call came before the reset: {at:?}");
    assert!(at[1].duration_since(at[0]).unwrap() < Duration::from_secs(10), "{at:?}");
}

#[tokio::test]
async fn post_is_sent_once() {
    let server = Server::new(|_| "503 Service Unavailable\n\n{\"message\":\"No server is available\"}".to_owned());
    let error = client(&server).create_issue("rust-lang", "rust", &new_issue()).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts(), error.delivery()), (503, 1, Some(Delivery::Responded)));
    assert_eq!(error.message(), Some("No server is available"));

    let received = server.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].body, r#"{"title":"Add a parser"}"#);
    assert!(received[0].header("idempotency-key").is_empty());
}

#[tokio::test]
async fn get_is_retried() {
    let server = Server::new(|_| "503 Service Unavailable\n\n{\"message\":\"No server is available\"}".to_owned());
    let error = client(&server).issue("rust-lang", "rust", 1).await.unwrap_err();
    assert_eq!((error.attempts(), server.received().len()), (3, 3));
}

#[tokio::test]
async fn error_shows_the_message_of_github() {
    let server = Server::new(|_| {
        let head = "404 Not Found\nX-GitHub-Request-Id: C0DE:1A2B";
        format!("{head}\n\n{{\"message\":\"Not Found for {TOKEN}\",\"documentation_url\":\"https://docs.github.com\"}}")
    });
    let error = client(&server).issue("rust-lang", "rust", 404).await.unwrap_err();
    assert!(error.is_not_found());
    let shown = "GET /repos/<owner>/<repo>/issues/<number>: returned 404 Not Found: Not Found for [redacted]";
    assert_eq!(error.to_string(), shown);
    assert_eq!(error.request_id(), Some("C0DE:1A2B"));
    let problem: &Problem = error.detail().unwrap();
    assert_eq!(problem.documentation_url.as_deref(), Some("https://docs.github.com"));
}

#[tokio::test]
async fn user_and_password_are_sent_as_basic_credentials() {
    let server = Server::new(|_| "401 Unauthorized\n\nno user ada@example.com with p:ässword1".to_owned());
    let credentials = Basic::new("ada@example.com", "p:ässword1").unwrap();
    let client = Client::builder().api(&TRACKER).base_url(&server.url).credentials(credentials).build().unwrap();
    let error = client.summary("RUST-1").await.unwrap_err();
    let shown = "GET /rest/api/3/issue/<key>/summary: returned 401 Unauthorized: no user [redacted] with [redacted]";
    assert_eq!(error.to_string(), shown);

    let received = server.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].header("authorization"), ["Basic YWRhQGV4YW1wbGUuY29tOnA6w6Rzc3dvcmQx"]);
}

#[tokio::test]
async fn key_is_sent_as_a_pair_of_the_query() {
    let server = Server::new(|request| match request.line.contains("Oslo") {
        true => "200 OK\n\n-3.5".to_owned(),
        false => "404 Not Found\n\n{\"message\":\"no city for k/1&2=3456\"}".to_owned(),
    });
    let key = ApiKey::query("appid", "k/1&2=3456").unwrap();
    let client = Client::builder().api(&WEATHER).base_url(&server.url).credentials(key).build().unwrap();
    assert_eq!(client.temperature("Oslo").await.unwrap(), -3.5);
    let error = client.temperature("Atlantis").await.unwrap_err();
    assert_eq!(error.message(), Some("no city for k/1&2=3456"));
    assert!(error.to_string().ends_with(": no city for [redacted]"), "{error}");

    let lines: Vec<_> = server.received().into_iter().map(|request| request.line).collect();
    let cities = ["Oslo", "Atlantis"];
    assert_eq!(
        lines,
        cities.map(|city| format!("GET /data/2.5/temperature?city={city}&appid=k%2F1%262%3D3456 HTTP/1.1"))
    );
}
