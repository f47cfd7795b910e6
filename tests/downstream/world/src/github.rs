//! GitHub: lists with a `Link` header, conditional requests, statuses with a meaning, uploads to another host.

use jiff::Timestamp;
use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, Body, Conditional, Error, ErrorBody, LinkPage, Next, Pages, Paginated, Response, Sent, endpoints,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub static GITHUB: Api = Api::new()
    .base_url("https://api.github.com")
    .credential_origins(&[UPLOADS_URL])
    .header("Accept", "application/vnd.github+json")
    .header("X-GitHub-Api-Version", "2022-11-28")
    .request_id_header("X-GitHub-Request-Id")
    .error::<Problem>();

/// The base URL for `Uploads`, as in `client.at(UPLOADS_URL)`.
pub const UPLOADS_URL: &str = "https://uploads.github.com";

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

/// The body of a 422.
#[derive(Debug, Deserialize)]
pub struct Invalid {
    pub message: String,
    pub errors: Vec<FieldError>,
}

#[derive(Debug, Deserialize)]
pub struct FieldError {
    pub field: Option<String>,
    pub code: String,
}

impl ErrorBody for Invalid {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }

    fn code(&self) -> Option<&str> {
        self.errors.first().map(|error| &*error.code)
    }
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Open,
    Closed,
    All,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Issue {
    pub number: u64,
    pub title: String,
}

#[derive(Debug, Serialize)]
pub struct NewIssue<'a> {
    pub title: &'a str,
    pub labels: &'a [&'a str],
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Contributor {
    pub total: u64,
}

/// The statistics of a repository, which GitHub computes in the background.
#[derive(Debug, PartialEq)]
pub enum Statistics {
    Ready(Vec<Contributor>),
    Computing,
    /// The repository is empty.
    Missing,
}

/// The body `{}` of a 202.
#[derive(Debug, Deserialize)]
pub struct Computing {}

impl From<Vec<Contributor>> for Statistics {
    fn from(contributors: Vec<Contributor>) -> Self {
        Self::Ready(contributors)
    }
}

impl From<Computing> for Statistics {
    fn from(_: Computing) -> Self {
        Self::Computing
    }
}

impl From<()> for Statistics {
    fn from((): ()) -> Self {
        Self::Missing
    }
}

#[derive(Debug, Serialize)]
pub struct NewContent<'a> {
    pub message: &'a str,
    /// Base64.
    pub content: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha: Option<&'a str>,
}

#[derive(Debug, Deserialize)]
pub struct Committed {
    pub commit: Commit,
}

#[derive(Debug, Deserialize)]
pub struct Commit {
    pub sha: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Comparison {
    pub ahead_by: u64,
    pub behind_by: u64,
}

#[derive(Debug, Deserialize)]
pub struct Release {
    pub id: u64,
    /// A URI template: `https://uploads.github.com/repos/.../assets{?name,label}`.
    pub upload_url: String,
}

impl Release {
    /// Returns the URL for an asset, whose name must not need encoding.
    pub fn asset_url(&self, name: &str) -> String {
        format!("{}?name={name}", self.upload_url.split('{').next().unwrap_or_default())
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Asset {
    pub id: u64,
    pub browser_download_url: String,
}

#[endpoints("/repos/<owner>/<repo>", api = GITHUB)]
pub trait Repositories {
    #[endpoint(GET, "/issues?<state>&<labels:csv>&<since>&<per_page>")]
    fn issues(
        &self,
        owner: &str,
        repo: &str,
        state: Option<State>,
        labels: &[&str],
        since: Option<Timestamp>,
        per_page: u8,
    ) -> Pages<'_, LinkPage<Issue>>;

    /// Resumes a list at the URL that `Pages::cursor` returned.
    #[endpoint(GET, "<url>")]
    fn issues_at(&self, url: &str) -> Pages<'_, LinkPage<Issue>>;

    #[endpoint(GET, "/issues/<number>", header("If-None-Match") = etag)]
    async fn issue(
        &self,
        owner: &str,
        repo: &str,
        number: u64,
        etag: Option<&str>,
    ) -> Result<Response<Conditional<Issue>>, Error>;

    #[endpoint(POST, "/issues", body = issue, success = 201, error(422) = Invalid)]
    async fn create_issue(&self, owner: &str, repo: &str, issue: &NewIssue<'_>) -> Result<Issue, Error>;

    #[endpoint(
        GET, "/stats/contributors", response(200) = Vec<Contributor>, response(202) = Computing, response(204) = ()
    )]
    async fn contributors(&self, owner: &str, repo: &str) -> Result<Statistics, Error>;

    /// 200 if the file is replaced, 201 if it is new.
    #[endpoint(PUT, "/contents/<path..>", body = content, success = [200, 201])]
    async fn write(
        &self,
        owner: &str,
        repo: &str,
        path: &str,
        content: &NewContent<'_>,
    ) -> Result<Response<Committed>, Error>;

    #[endpoint(GET, "/compare/<base>...<head>")]
    async fn compare(&self, owner: &str, repo: &str, base: &str, head: &str) -> Result<Comparison, Error>;

    /// 302 with the `Location` of the archive.
    #[endpoint(GET, "/tarball/<reference..>", response = (), success = 302)]
    async fn tarball(&self, owner: &str, repo: &str, reference: &str) -> Result<Response<()>, Error>;

    /// The content of the archive, for a client that follows redirects.
    #[endpoint(GET, "/tarball/<reference..>")]
    async fn download_tarball(&self, owner: &str, repo: &str, reference: &str) -> Result<Body, Error>;

    #[endpoint(GET, "<url>", header("Accept") = "*/*")]
    async fn download(&self, url: &str) -> Result<Body, Error>;

    #[endpoint(GET, "/releases/<id>")]
    async fn release(&self, owner: &str, repo: &str, id: u64) -> Result<Option<Release>, Error>;

    #[endpoint(
        POST, "<url>", stream = content, header("Content-Type") = content_type, success = 201, error(422) = Invalid
    )]
    async fn upload_asset(&self, url: &str, content: Body, content_type: &str) -> Result<Asset, Error>;
}

#[derive(Debug, Serialize)]
pub struct NewAsset<'a> {
    pub name: &'a str,
    pub label: Option<&'a str>,
}

#[endpoints("/repos/<owner>/<repo>/releases/<release>/assets", api = GITHUB)]
pub trait Uploads {
    /// The same for a release whose `upload_url` is not at hand.
    #[endpoint(
        POST, "?<asset..>", stream = content, header("Content-Type") = content_type, success = 201,
        error(422) = Invalid
    )]
    async fn upload(
        &self,
        owner: &str,
        repo: &str,
        release: u64,
        asset: &NewAsset<'_>,
        content: Body,
        content_type: &str,
    ) -> Result<Asset, Error>;
}

/// A page of results, with the next page in a `Link` header.
#[derive(Debug, Deserialize)]
pub struct Found<T> {
    pub total_count: u64,
    pub items: Vec<T>,
}

impl<T: DeserializeOwned> Paginated for Found<T> {
    type Item = T;

    fn next(&self, head: &Parts, _: &Sent<'_>) -> Next {
        Next::link(head)
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}

#[endpoints("/search", api = GITHUB)]
pub trait Search {
    #[endpoint(GET, "/issues?<q>&<per_page>")]
    fn search_issues(&self, q: &str, per_page: u8) -> Pages<'_, Found<Issue>>;
}

#[endpoints("/user", api = GITHUB)]
pub trait User {
    /// `None` if the user has not starred the repository.
    #[endpoint(GET, "/starred/<owner>/<repo>", response = (), success = 204)]
    async fn starred(&self, owner: &str, repo: &str) -> Result<Option<()>, Error>;

    #[endpoint(PUT, "/starred/<owner>/<repo>", response = (), success = 204)]
    async fn star(&self, owner: &str, repo: &str);
}
