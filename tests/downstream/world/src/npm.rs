//! The npm registry: offsets, conditional requests, tarballs on any host.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Conditional, Error, ErrorBody, Next, Pages, Paginated, Response, Sent, endpoints};
use serde::Deserialize;
use serde_json::Value;

pub static NPM: Api = Api::new().base_url("https://registry.npmjs.org").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Package {
    pub name: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Match {
    pub package: Package,
}

#[derive(Debug, Deserialize)]
pub struct Matches {
    pub objects: Vec<Match>,
    pub total: usize,
}

impl Paginated for Matches {
    type Item = Match;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        let from: usize = sent.query("from").and_then(|from| from.parse().ok()).unwrap_or(0);
        let count = self.objects.len();
        Next::offset(sent, "from", count, count > 0 && from + count < self.total)
    }

    fn into_items(self) -> Vec<Match> {
        self.objects
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Packument {
    pub name: String,
    #[serde(rename = "dist-tags")]
    pub tags: Tags,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Tags {
    pub latest: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Version {
    pub dist: Dist,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Dist {
    pub tarball: String,
}

#[endpoints(api = NPM)]
pub trait Registry {
    #[endpoint(GET, "/-/v1/search?<text>&<size>")]
    fn search(&self, text: &str, size: u8) -> Pages<'_, Matches>;

    #[endpoint(
        GET, "/<name>", header("Accept") = "application/vnd.npm.install-v1+json", header("If-None-Match") = etag
    )]
    async fn packument(&self, name: &str, etag: Option<&str>) -> Result<Response<Conditional<Packument>>, Error>;

    #[endpoint(GET, "/<name>/<version>")]
    async fn version(&self, name: &str, version: &str) -> Result<Option<Version>, Error>;

    /// 201 for the first version, 200 for a later one.
    #[endpoint(PUT, "/<name>", body = document, header("npm-otp") = otp, response = (), success = [200, 201])]
    async fn publish(&self, name: &str, document: &Value, otp: Option<&str>);

    #[endpoint(GET, "<url>")]
    async fn tarball(&self, url: &str) -> Result<Body, Error>;

    /// Returns the tarball of a package without a scope.
    #[endpoint(GET, "/<name>/-/<name>-<version>.tgz")]
    async fn unscoped_tarball(&self, name: &str, version: &str) -> Result<Body, Error>;

    /// Returns a tarball by the name of its file. The name of the package can have a scope, as `@types/node` does.
    #[endpoint(GET, "/<name..>/-/<file>")]
    async fn tarball_file(&self, name: &str, file: &str) -> Result<Body, Error>;

    #[endpoint(PUT, "/-/package/<name>/dist-tags/<tag>", body = version, header("npm-otp") = otp, response = ())]
    async fn tag(&self, name: &str, tag: &str, version: &str, otp: Option<&str>);
}
