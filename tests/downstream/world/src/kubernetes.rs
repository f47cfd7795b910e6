//! Kubernetes: a watch and a log as lines, patches with media types of their own, a body that can be left out.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, Body, DecodeError, Error, ErrorBody, Format, Json, Lines, Next, Pages, Paginated, Request, Sent, Transport,
    endpoints, http,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The base URL is that of the cluster.
pub static KUBERNETES: Api = Api::new().request_id_header("Audit-Id").error::<Status>();

/// The body of an error, and of some successes.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Status {
    pub message: Option<String>,
    pub reason: Option<String>,
    pub code: Option<u16>,
}

impl ErrorBody for Status {
    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    fn code(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

/// The format of a watch, of which a line can be an error.
pub struct OrStatus;

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "UPPERCASE")]
enum Line {
    Error {
        object: Status,
    },
    #[serde(other)]
    Other,
}

impl Format for OrStatus {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Line::Error { object } => Err(DecodeError::api_body(object)),
            Line::Other => Json::decode(body),
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Pod {
    pub metadata: Metadata,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    pub name: String,
    pub resource_version: String,
}

#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub metadata: ListMetadata,
    pub items: Vec<T>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListMetadata {
    pub r#continue: Option<String>,
    pub resource_version: String,
}

impl<T: DeserializeOwned> Paginated for List<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("continue", self.metadata.r#continue.as_deref())
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}

/// A line of a watch.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", content = "object", rename_all = "UPPERCASE")]
pub enum Change<T> {
    Added(T),
    Modified(T),
    Deleted(T),
    Bookmark(Bookmark),
}

/// A version from which a watch can continue.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Bookmark {
    pub metadata: BookmarkMetadata,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BookmarkMetadata {
    pub resource_version: String,
}

/// The selection of objects.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Selection<'a> {
    pub label_selector: Option<&'a str>,
    pub field_selector: Option<&'a str>,
}

/// The media type of a patch.
#[derive(Debug, Clone, Copy, Serialize)]
pub enum PatchKind {
    #[serde(rename = "application/json-patch+json")]
    Json,
    #[serde(rename = "application/merge-patch+json")]
    Merge,
    #[serde(rename = "application/strategic-merge-patch+json")]
    Strategic,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteOptions<'a> {
    pub propagation_policy: &'a str,
}

/// The response to a deletion: a status, or the object that is being deleted.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "kind")]
pub enum Deleted {
    Status(Status),
    Pod(Pod),
}

#[endpoints("/api/v1", api = KUBERNETES)]
pub trait Pods {
    #[endpoint(GET, "/pods?<selection..>&<limit>")]
    fn all_pods(&self, selection: &Selection<'_>, limit: Option<u32>) -> Pages<'_, List<Pod>>;

    #[endpoint(GET, "/namespaces/<namespace>/pods?<selection..>&<limit>")]
    fn pods(&self, namespace: &str, selection: &Selection<'_>, limit: Option<u32>) -> Pages<'_, List<Pod>>;

    /// Returns the changes after a version. A bookmark follows about once a minute, so raise `read_timeout`.
    #[endpoint(
        GET, "/namespaces/<namespace>/pods?watch=true&allowWatchBookmarks=true\
        &resourceVersion=<version>&timeoutSeconds=<seconds>&<selection..>",
        format = OrStatus
    )]
    async fn watch_pods(
        &self,
        namespace: &str,
        version: &str,
        seconds: Option<u32>,
        selection: &Selection<'_>,
    ) -> Result<Lines<Change<Pod>>, Error>;

    /// Server-side apply. The patch is YAML, and JSON is YAML.
    #[endpoint(
        PATCH, "/namespaces/<namespace>/pods/<name>?fieldManager=<manager>&<force>", body = patch,
        header("Content-Type") = "application/apply-patch+yaml", idempotent
    )]
    async fn apply_pod<T: Serialize>(
        &self,
        namespace: &str,
        name: &str,
        manager: &str,
        force: Option<bool>,
        patch: &T,
    ) -> Result<Pod, Error>;

    #[endpoint(PATCH, "/namespaces/<namespace>/pods/<name>", body = patch, header("Content-Type") = kind)]
    async fn patch_pod<T: Serialize>(
        &self,
        namespace: &str,
        name: &str,
        kind: PatchKind,
        patch: &T,
    ) -> Result<Pod, Error>;

    #[endpoint(DELETE, "/namespaces/<namespace>/pods/<name>", body = options)]
    async fn delete_pod(
        &self,
        namespace: &str,
        name: &str,
        options: Option<&DeleteOptions<'_>>,
    ) -> Result<Option<Deleted>, Error>;

    #[endpoint(GET, "/namespaces/<namespace>/pods/<name>/log?<container>&tailLines=<tail>")]
    async fn log(
        &self,
        namespace: &str,
        name: &str,
        container: Option<&str>,
        tail: Option<u32>,
    ) -> Result<Option<Body>, Error>;

    #[endpoint(GET, "/namespaces/<namespace>/pods/<name>/log?follow=true&<container>&tailLines=<tail>")]
    async fn follow_log(
        &self,
        namespace: &str,
        name: &str,
        container: Option<&str>,
        tail: Option<u32>,
    ) -> Result<Option<Lines<String>>, Error>;
}

/// A transport whose requests change nothing: the server checks them only.
pub struct DryRun<T>(pub T);

impl<T: Transport> Transport for DryRun<T> {
    async fn send(&self, mut request: Request) -> Result<http::Response<Body>, Error> {
        request.set_query("dryRun", "All");
        self.0.send(request).await
    }
}
