//! OCI registries: names of several segments in front of fixed text, uploads at URLs from the server.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Error, ErrorBody, Next, Pages, Paginated, Response, Sent, endpoints};
use serde::{Deserialize, Serialize};

/// The base URL is that of the registry. The credentials are a token of `Tokens`.
pub static OCI: Api = Api::new().error::<Problem>();

pub const MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub errors: Vec<Cause>,
}

#[derive(Debug, Deserialize)]
pub struct Cause {
    pub code: String,
    pub message: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        self.errors.first()?.message.as_deref()
    }

    fn code(&self) -> Option<&str> {
        self.errors.first().map(|error| &*error.code)
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    pub schema_version: u8,
    pub config: Descriptor,
    pub layers: Vec<Descriptor>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    pub media_type: String,
    pub digest: String,
    pub size: u64,
}

#[derive(Debug, Deserialize)]
pub struct Tags {
    pub tags: Vec<String>,
}

impl Paginated for Tags {
    type Item = String;

    fn next(&self, head: &Parts, _: &Sent<'_>) -> Next {
        Next::link(head)
    }

    fn into_items(self) -> Vec<String> {
        self.tags
    }
}

#[derive(Debug, Deserialize)]
pub struct Repositories {
    pub repositories: Vec<String>,
}

impl Paginated for Repositories {
    type Item = String;

    fn next(&self, head: &Parts, _: &Sent<'_>) -> Next {
        Next::link(head)
    }

    fn into_items(self) -> Vec<String> {
        self.repositories
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Index {
    pub manifests: Vec<Descriptor>,
}

/// The response to a mount.
#[derive(Debug)]
pub enum Mount {
    /// The blob is in the repository.
    Done,
    /// The registry has no such blob, and started an upload at `Location`.
    Upload(Response<()>),
}

impl From<()> for Mount {
    fn from((): ()) -> Self {
        Self::Done
    }
}

impl From<Response<()>> for Mount {
    fn from(response: Response<()>) -> Self {
        Self::Upload(response)
    }
}

/// Returns the URL that completes an upload: that of the upload, which can have a query, and the digest of the blob.
pub fn completed(upload: &str, digest: &str) -> String {
    format!("{upload}{}digest={digest}", if upload.contains('?') { '&' } else { '?' })
}

#[endpoints("/v2", api = OCI)]
pub trait Registry {
    /// Checks that the server is a registry, and the credentials.
    #[endpoint(GET, "/", response = ())]
    async fn check(&self);

    #[endpoint(GET, "/_catalog?n=<size>")]
    fn repositories(&self, size: u16) -> Pages<'_, Repositories>;
}

#[endpoints("/v2/<name..>", api = OCI)]
pub trait Repository {
    #[endpoint(GET, "/tags/list?n=<size>")]
    fn tags(&self, name: &str, size: u16) -> Pages<'_, Tags>;

    /// `Docker-Content-Digest` is the digest.
    #[endpoint(GET, "/manifests/<reference>", header("Accept") = "application/vnd.oci.image.manifest.v1+json")]
    async fn manifest(&self, name: &str, reference: &str) -> Result<Response<Option<Manifest>>, Error>;

    #[endpoint(HEAD, "/manifests/<reference>", header("Accept") = media_types, response = ())]
    async fn find_manifest(
        &self,
        name: &str,
        reference: &str,
        media_types: &[&str],
    ) -> Result<Response<Option<()>>, Error>;

    #[endpoint(
        PUT, "/manifests/<reference>", body = manifest,
        header("Content-Type") = "application/vnd.oci.image.manifest.v1+json", response = (), success = 201
    )]
    async fn put_manifest(&self, name: &str, reference: &str, manifest: &Manifest) -> Result<Response<()>, Error>;

    #[endpoint(DELETE, "/manifests/<reference>", response = (), success = 202)]
    async fn delete_manifest(&self, name: &str, reference: &str);

    #[endpoint(GET, "/referrers/<digest>?artifactType=<kind>")]
    async fn referrers(&self, name: &str, digest: &str, kind: Option<&str>) -> Result<Index, Error>;

    #[endpoint(GET, "/blobs/<digest>", header("Range") = range, success = [200, 206])]
    async fn blob(&self, name: &str, digest: &str, range: Option<&str>) -> Result<Response<Body>, Error>;

    #[endpoint(HEAD, "/blobs/<digest>", response = ())]
    async fn find_blob(&self, name: &str, digest: &str) -> Result<Response<Option<()>>, Error>;

    #[endpoint(DELETE, "/blobs/<digest>", response = (), success = 202)]
    async fn delete_blob(&self, name: &str, digest: &str);

    /// Mounts a blob of another repository.
    #[endpoint(POST, "/blobs/uploads/?mount=<digest>&<from>", response(201) = (), response(202) = Response<()>)]
    async fn mount(&self, name: &str, digest: &str, from: &str) -> Result<Mount, Error>;

    /// Starts an upload, whose URL is in `Location`.
    #[endpoint(POST, "/blobs/uploads/", response = (), success = 202)]
    async fn start_upload(&self, name: &str) -> Result<Response<()>, Error>;

    /// Uploads a chunk. The URL of the next request is in `Location`.
    #[endpoint(PATCH, "<url>", bytes = content, header("Content-Range") = range, response = (), success = 202)]
    async fn upload_chunk(&self, url: &str, content: &[u8], range: &str) -> Result<Response<()>, Error>;

    /// Uploads the last bytes, or all of them, to a URL from `completed`.
    #[endpoint(PUT, "<url>", stream = content, response = (), success = 201)]
    async fn complete_upload(&self, url: &str, content: Body) -> Result<Response<()>, Error>;

    /// Returns the progress: `Range` has the bytes that arrived.
    #[endpoint(GET, "<url>", response = (), success = 204)]
    async fn upload_status(&self, url: &str) -> Result<Response<()>, Error>;

    #[endpoint(DELETE, "<url>", response = (), success = 204)]
    async fn cancel_upload(&self, url: &str);
}

/// The server for tokens, which the registry names in `WWW-Authenticate`.
pub static TOKENS: Api = Api::new().error::<Problem>();

#[derive(Debug, PartialEq, Deserialize)]
pub struct Token {
    pub token: String,
    pub expires_in: Option<u64>,
}

#[endpoints(api = TOKENS)]
pub trait Tokens {
    /// A scope is `repository:{name}:{actions}`.
    #[endpoint(GET, "/token?<service>&scope=<scopes>")]
    async fn token(&self, service: &str, scopes: &[&str]) -> Result<Token, Error>;
}
