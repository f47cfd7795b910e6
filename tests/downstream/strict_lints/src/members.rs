//! The members of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, Transport, endpoint};
use serde::{Deserialize, Serialize};

use crate::Page;

/// A member.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Member {
    /// The name.
    pub name: String,
}

/// The members to list.
#[derive(Debug, Clone, Serialize)]
pub struct MemberFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The members of the shop.
pub trait Members: Transport {
    /// Returns one page of members.
    #[endpoint(GET, "/members?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Member>, Error>;

    /// Lists all members.
    #[endpoint(GET, "/members?<filter..>")]
    fn all(&self, filter: &MemberFilter) -> Pages<'_, Page<Member>>;

    /// Returns one member, or `None` on 404.
    #[endpoint(GET, "/members/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Member>, Error>;

    /// Returns one member, with status and headers.
    #[endpoint(GET, "/members/<id>", response = Member)]
    async fn get(&self, id: u64) -> Result<Response<Member>, Error>;

    /// Adds a member.
    #[endpoint(POST, "/members", body = member, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, member: &Member, key: Option<&str>) -> Result<Member, Error>;

    /// Changes the name of a member.
    #[endpoint(PATCH, "/members/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Member, Error>;

    /// Removes a member.
    #[endpoint(DELETE, "/members/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of a member from a stream.
    #[endpoint(PUT, "/members/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of a member.
    #[endpoint(GET, "/members/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports members from a file.
    #[endpoint(POST, "/members/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}

impl<T: Transport> Members for T {}
