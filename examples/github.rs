//! Declares a part of GitHub's API and calls it, with a login, a rate limit, pages and errors.
//!
//! Run it with `cargo run -p examples --example github`. It calls a stand-in server in the same process, so it needs
//! no token and no network.
//!
//! Next: `own_endpoints`, which calls endpoints on a fake.

#![allow(clippy::print_stdout, reason = "examples print their results")]

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

/// The path of the calls, for the lines that this example prints.
const ISSUES: &str = "/repos/rust-lang/rust/issues";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = stand_in::github::start().await?;
    println!("stand-in server of GitHub's API at {}\n", server.url());
    let builder = || Client::builder().api(&GITHUB).base_url(server.url());

    let login = Login { client_id: "Iv1.1".into(), client_secret: "s-12345678".into(), code: "c-12345678".into() };
    let token = builder().build()?.access_token(&login).await?;
    let github = builder().credentials(Bearer::new(token.access_token)?).build()?;
    println!("POST /login/oauth/access_token → a token, which the other calls send");

    // The response reports that the rate limit is exhausted for a second, so the next call waits.
    let issue = github.issue("rust-lang", "rust", 1).await?;
    println!("GET {ISSUES}/1 → issue {}: {}", issue.number, issue.title);

    let started = Instant::now();
    let issue = github.issue("rust-lang", "rust", 2).await?;
    println!("GET {ISSUES}/2 → issue {}: {}", issue.number, issue.title);
    println!("    after {:.1?}, since the client waited for the reset of the rate limit", started.elapsed());

    // Each page has one issue. The next page is in the `Link` header.
    let mut issues = github.issues("rust-lang", "rust", 1);
    let mut page = 0;
    while let Some(issue) = issues.next().await {
        page += 1;
        println!("GET {ISSUES}?per_page=1, page {page} → issue {}", issue?.number);
    }

    // The error shows GitHub's message.
    if let Err(error) = github.issue("rust-lang", "rust", 3).await {
        println!("GET {ISSUES}/3 → error\n    {error}");
    }

    // GitHub accepts no idempotency keys, so a POST is not retried.
    let issue = NewIssue { title: "Declare an HTTP API as a trait".into() };
    if let Err(error) = github.create_issue("rust-lang", "rust", &issue).await {
        println!("POST {ISSUES} → error after {} attempt, since a POST is not retried\n    {error}", error.attempts());
    }

    println!(
        "\nnext: cargo run -p examples --example own_endpoints, which calls endpoints on a fake, without a server"
    );
    Ok(())
}
