//! Three APIs, declared in a crate that depends on `pivotal-runtime` alone.

use pivotal_runtime::{Api, Error, ErrorBody, endpoints};
use serde::{Deserialize, Serialize};

/// The HTTP conventions of GitHub.
pub static GITHUB: Api = Api::new()
    .base_url("https://api.github.com")
    .header("X-GitHub-Api-Version", "2022-11-28")
    .request_id_header("X-GitHub-Request-Id")
    .error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub message: String,
    pub documentation_url: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Issue {
    pub number: u64,
    pub title: String,
}

#[derive(Debug, Serialize)]
pub struct NewIssue {
    pub title: String,
}

#[endpoints("/repos/<owner>/<repo>", api = GITHUB)]
pub trait Issues {
    #[endpoint(GET, "/issues/<number>")]
    async fn issue(&self, owner: &str, repo: &str, number: u64) -> Result<Issue, Error>;

    #[endpoint(POST, "/issues", body = issue, success = 201)]
    async fn create_issue(&self, owner: &str, repo: &str, issue: &NewIssue) -> Result<Issue, Error>;
}

#[derive(Debug, Serialize)]
pub struct Login {
    pub client_id: String,
    pub code: String,
}

#[derive(Debug, Deserialize)]
pub struct Token {
    pub access_token: String,
}

#[endpoints("/login/oauth", api = GITHUB, auth = none)]
pub trait Logins {
    #[endpoint(POST, "/access_token", form = login)]
    async fn access_token(&self, login: &Login) -> Result<Token, Error>;
}

/// An API with basic authentication and plain-text errors.
pub static TRACKER: Api = Api::new().error::<String>();

#[endpoints("/rest/api/3", api = TRACKER)]
pub trait Tickets {
    #[endpoint(GET, "/issue/<key>/summary")]
    async fn summary(&self, key: &str) -> Result<String, Error>;
}

/// An API with a key in the query.
pub static WEATHER: Api = Api::new().error::<Problem>();

#[endpoints("/data/2.5", api = WEATHER)]
pub trait Weather {
    #[endpoint(GET, "/temperature?<city>")]
    async fn temperature(&self, city: &str) -> Result<f64, Error>;
}
