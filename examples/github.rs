//! Declares a part of GitHub's API and calls it.
//!
//! `cargo run --example github` calls a stand-in server in the same process; it needs no token and no network.

#![allow(clippy::print_stdout, reason = "examples print their results")]

#[path = "stand_in/github.rs"]
mod stand_in;

use std::time::Instant;

use pivotal_runtime::{Api, Bearer, Client, Error, ErrorBody, LinkPage, Pages, endpoints};
use serde::{Deserialize, Serialize};

/// The HTTP conventions of GitHub.
static GITHUB: Api = Api::new()
    .base_url("https://api.github.com")
    .header("X-GitHub-Api-Version", "2022-11-28")
    .request_id_header("X-GitHub-Request-Id")
    .error::<Problem>();

/// The body of an error.
#[derive(Deserialize)]
struct Problem {
    message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

#[derive(Deserialize)]
struct Issue {
    number: u64,
    title: String,
}

#[derive(Serialize)]
struct NewIssue {
    title: String,
}

#[endpoints("/repos/<owner>/<repo>", api = GITHUB)]
trait Issues {
    #[endpoint(GET, "/issues/<number>")]
    async fn issue(&self, owner: &str, repo: &str, number: u64) -> Result<Issue, Error>;

    #[endpoint(GET, "/issues?<per_page>")]
    fn issues(&self, owner: &str, repo: &str, per_page: u8) -> Pages<'_, LinkPage<Issue>>;

    #[endpoint(POST, "/issues", body = issue, success = 201)]
    async fn create_issue(&self, owner: &str, repo: &str, issue: &NewIssue) -> Result<Issue, Error>;
}

/// The code that GitHub returned after the user's login.
#[derive(Serialize)]
struct Login {
    client_id: String,
    client_secret: String,
    code: String,
}

#[derive(Deserialize)]
struct Token {
    access_token: String,
}

/// GitHub serves this at `https://github.com`. The call returns the token, so it sends none.
#[endpoints("/login/oauth", api = GITHUB, auth = none)]
trait Logins {
    #[endpoint(POST, "/access_token", form = login)]
    async fn access_token(&self, login: &Login) -> Result<Token, Error>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = stand_in::start().await;
    let builder = || Client::builder().api(&GITHUB).base_url(server.base_url());

    let login = Login { client_id: "Iv1.1".into(), client_secret: "s-12345678".into(), code: "c-12345678".into() };
    let token = builder().build()?.access_token(&login).await?;
    let github = builder().credentials(Bearer::new(token.access_token)?).build()?;

    // The response reports that the rate limit is exhausted for a second, so the next call waits.
    let issue = github.issue("rust-lang", "rust", 1).await?;
    println!("issue {}    {}", issue.number, issue.title);

    let started = Instant::now();
    let issue = github.issue("rust-lang", "rust", 2).await?;
    println!("issue {}    {}, after {:.1?}", issue.number, issue.title, started.elapsed());

    // The next page is in the `Link` header.
    let mut issues = github.issues("rust-lang", "rust", 1);
    while let Some(issue) = issues.next().await {
        println!("listed     {}", issue?.number);
    }

    // The error shows GitHub's message.
    if let Err(error) = github.issue("rust-lang", "rust", 3).await {
        println!("issue 3    {error}");
    }

    // GitHub accepts no idempotency keys, so a POST is not retried.
    let issue = NewIssue { title: "Declare an HTTP API as a trait".into() };
    if let Err(error) = github.create_issue("rust-lang", "rust", &issue).await {
        println!("new issue  {error}; sent {} time", error.attempts());
    }
    Ok(())
}
