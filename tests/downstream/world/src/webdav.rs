//! WebDAV: methods of its own, XML in both directions, 207, and a lock whose token comes back in a header.

use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::{Api, Body, DecodeError, Error, ErrorBody, Format, ObjectKey, Response, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The base URL is that of the folder of a user, such as `https://{host}/remote.php/dav/files/{user}`.
pub static WEBDAV: Api = Api::new();

/// XML by quick-xml.
pub struct Xml;

impl Format for Xml {
    const CONTENT_TYPE: &'static str = "application/xml; charset=utf-8";
    const ACCEPT: &'static str = "application/xml";

    fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        Ok(quick_xml::se::to_string(value)?.into_bytes())
    }

    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Ok(quick_xml::de::from_reader(body)?)
    }
}

/// The body of an error, as of SabreDAV.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub exception: Option<String>,
    pub message: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    fn code(&self) -> Option<&str> {
        self.exception.as_deref()
    }
}

#[derive(Debug, Clone, Copy, Serialize)]
pub enum Depth {
    #[serde(rename = "0")]
    Zero,
    #[serde(rename = "1")]
    One,
    #[serde(rename = "infinity")]
    Infinity,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub enum Overwrite {
    #[serde(rename = "T")]
    Yes,
    #[serde(rename = "F")]
    No,
}

/// The properties that are requested.
#[derive(Debug, Serialize)]
#[serde(rename = "propfind")]
pub struct Find {
    #[serde(rename = "@xmlns")]
    pub namespace: &'static str,
    pub prop: Names,
}

impl Find {
    /// All properties of `Properties`.
    pub const ALL: Self = Self { namespace: "DAV:", prop: Names { displayname: (), getcontentlength: () } };
}

#[derive(Debug, Serialize)]
pub struct Names {
    pub displayname: (),
    pub getcontentlength: (),
}

/// The properties that are changed.
#[derive(Debug, Serialize)]
#[serde(rename = "propertyupdate")]
pub struct Update<'a> {
    #[serde(rename = "@xmlns")]
    pub namespace: &'static str,
    pub set: Set<'a>,
}

#[derive(Debug, Serialize)]
pub struct Set<'a> {
    pub prop: Named<'a>,
}

#[derive(Debug, Serialize)]
pub struct Named<'a> {
    pub displayname: &'a str,
}

/// The body of a 207.
#[derive(Debug, PartialEq, Deserialize)]
pub struct MultiStatus {
    #[serde(default, rename = "response")]
    pub responses: Vec<Resource>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Resource {
    pub href: String,
    #[serde(default, rename = "propstat")]
    pub properties: Vec<PropStat>,
}

/// Properties with the same status.
#[derive(Debug, PartialEq, Deserialize)]
pub struct PropStat {
    pub prop: Properties,
    pub status: String,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
pub struct Properties {
    pub displayname: Option<String>,
    pub getcontentlength: Option<String>,
}

/// An exclusive lock for writing.
#[derive(Debug, Serialize)]
#[serde(rename = "lockinfo")]
pub struct LockInfo<'a> {
    #[serde(rename = "@xmlns")]
    pub namespace: &'static str,
    pub lockscope: Exclusive,
    pub locktype: Write,
    pub owner: &'a str,
}

#[derive(Debug, Default, Serialize)]
pub struct Exclusive {
    pub exclusive: (),
}

#[derive(Debug, Default, Serialize)]
pub struct Write {
    pub write: (),
}

/// The path of a folder ends with `/`.
#[endpoints(api = WEBDAV, format = Xml, error = Problem)]
pub trait WebDav {
    #[endpoint(OPTIONS, "/", response = ())]
    async fn options(&self) -> Result<Response<()>, Error>;

    /// Returns the properties of the root, or of what is in it.
    #[endpoint("PROPFIND", "/", body = find, header("Depth") = depth, success = 207, idempotent)]
    async fn find_in_root(&self, depth: Depth, find: &Find) -> Result<MultiStatus, Error>;

    #[endpoint("PROPFIND", "/<path..>", body = find, header("Depth") = depth, success = 207, idempotent)]
    async fn find(&self, path: ObjectKey<&str>, depth: Depth, find: &Find) -> Result<Option<MultiStatus>, Error>;

    #[endpoint("PROPPATCH", "/<path..>", body = update, success = 207, idempotent)]
    async fn update(&self, path: ObjectKey<&str>, update: &Update<'_>) -> Result<MultiStatus, Error>;

    /// Creates a folder.
    #[endpoint("MKCOL", "/<path..>", response = (), success = 201)]
    async fn create_folder(&self, path: ObjectKey<&str>);

    /// The destination is an absolute URL, or an absolute path.
    #[endpoint(
        "COPY", "/<path..>", header("Destination") = destination, header("Overwrite") = overwrite,
        header("Depth") = depth, response = (), success = [201, 204]
    )]
    async fn copy(
        &self,
        path: ObjectKey<&str>,
        destination: &str,
        overwrite: Overwrite,
        depth: Option<Depth>,
    ) -> Result<Response<()>, Error>;

    #[endpoint(
        "MOVE", "/<path..>", header("Destination") = destination, header("Overwrite") = overwrite, response = (),
        success = [201, 204]
    )]
    async fn rename(
        &self,
        path: ObjectKey<&str>,
        destination: &str,
        overwrite: Overwrite,
    ) -> Result<Response<()>, Error>;

    /// Locks a file for a time, such as `Second-600`. The token is in `Lock-Token`.
    #[endpoint("LOCK", "/<path..>", body = lock, header("Timeout") = time, response = (), success = [200, 201])]
    async fn lock(&self, path: ObjectKey<&str>, time: &str, lock: &LockInfo<'_>) -> Result<Response<()>, Error>;

    #[endpoint("UNLOCK", "/<path..>", header("Lock-Token") = token, response = (), success = 204)]
    async fn unlock(&self, path: ObjectKey<&str>, token: &HeaderValue);

    #[endpoint(GET, "/<path..>")]
    async fn read(&self, path: ObjectKey<&str>) -> Result<Body, Error>;

    /// 201 if the file is new, 204 if it is replaced. A list of tokens, such as `(<opaquelocktoken:...>)`, is for a locked file.
    #[endpoint(PUT, "/<path..>", stream = content, header("If") = locks, response = (), success = [201, 204])]
    async fn write(
        &self,
        path: ObjectKey<&str>,
        locks: Option<&HeaderValue>,
        content: Body,
    ) -> Result<Response<()>, Error>;

    #[endpoint(DELETE, "/<path..>", response = (), success = 204)]
    async fn delete(&self, path: ObjectKey<&str>);
}
