//! Amazon S3: XML, lists with one and with two markers, objects as streams.
//!
//! Signatures (AWS Signature Version 4) are left out; the bucket is public.

use pivotal_runtime::http::HeaderMap;
use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, Body, Conditional, DecodeError, Error, ErrorBody, Format, Next, ObjectKey, Pages, Paginated, Response, Sent,
    endpoints,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub static S3: Api = Api::new().base_url("https://s3.us-east-1.amazonaws.com").request_id_header("x-amz-request-id");

/// XML by quick-xml.
pub struct Xml;

impl Format for Xml {
    const CONTENT_TYPE: &'static str = "application/xml";

    fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        Ok(quick_xml::se::to_string(value)?.into_bytes())
    }

    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Ok(quick_xml::de::from_reader(body)?)
    }
}

/// XML whose root can be an `<Error>` although the status is 200.
pub struct XmlOrError;

#[derive(Deserialize)]
enum Root {
    Error(Problem),
    #[serde(other)]
    Other,
}

impl Format for XmlOrError {
    const CONTENT_TYPE: &'static str = Xml::CONTENT_TYPE;

    fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        Xml::encode(value)
    }

    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Xml::decode(body)? {
            Root::Error(problem) => Err(DecodeError::api(Some(&problem.code), problem.message)),
            Root::Other => Xml::decode(body),
        }
    }
}

/// The body of an error.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Problem {
    pub code: String,
    pub message: String,
    pub resource: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.code)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Object {
    pub key: String,
    pub size: u64,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Listing {
    #[serde(default)]
    pub contents: Vec<Object>,
    pub is_truncated: bool,
    pub next_continuation_token: Option<String>,
}

impl Paginated for Listing {
    type Item = Object;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("continuation-token", self.next_continuation_token.as_deref()).when(self.is_truncated)
    }

    fn into_items(self) -> Vec<Object> {
        self.contents
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Version {
    pub key: String,
    pub version_id: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Versions {
    #[serde(default, rename = "Version")]
    pub versions: Vec<Version>,
    pub is_truncated: bool,
    pub next_key_marker: Option<String>,
    pub next_version_id_marker: Option<String>,
}

impl Paginated for Versions {
    type Item = Version;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        let markers = [("key-marker", &self.next_key_marker), ("version-id-marker", &self.next_version_id_marker)];
        let pairs = markers.into_iter().filter_map(|(key, marker)| Some((key, marker.as_deref()?)));
        Next::query(pairs).when(self.is_truncated)
    }

    fn into_items(self) -> Vec<Version> {
        self.versions
    }
}

#[derive(Debug, Serialize)]
pub struct Delete<'a> {
    #[serde(rename = "Object")]
    pub objects: &'a [Key<'a>],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Key<'a> {
    pub key: &'a str,
}

#[derive(Debug, Deserialize)]
pub struct Deleted {
    #[serde(default, rename = "Error")]
    pub errors: Vec<Problem>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Upload {
    pub upload_id: String,
}

#[derive(Debug, Serialize)]
#[serde(rename = "CompleteMultipartUpload")]
pub struct Parted<'a> {
    #[serde(rename = "Part")]
    pub parts: &'a [Part<'a>],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Part<'a> {
    pub part_number: u32,
    #[serde(rename = "ETag")]
    pub etag: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Completed {
    #[serde(rename = "ETag")]
    pub etag: String,
}

#[endpoints("/<bucket>", api = S3, format = Xml, error = Problem)]
pub trait Bucket {
    #[endpoint(GET, "?list-type=2&<prefix>&max-keys=<max_keys>")]
    fn objects(&self, bucket: &str, prefix: Option<&str>, max_keys: u16) -> Pages<'_, Listing>;

    #[endpoint(GET, "?versions&<prefix>")]
    fn versions(&self, bucket: &str, prefix: Option<&str>) -> Pages<'_, Versions>;

    #[endpoint(GET, "/<key..>", header("Range") = range, header("If-None-Match") = etag, success = [200, 206])]
    async fn get(
        &self,
        bucket: &str,
        key: ObjectKey<&str>,
        range: Option<&str>,
        etag: Option<&str>,
    ) -> Result<Response<Conditional<Body>>, Error>;

    #[endpoint(HEAD, "/<key..>", response = ())]
    async fn head(&self, bucket: &str, key: ObjectKey<&str>) -> Result<Response<Option<()>>, Error>;

    #[endpoint(
        PUT, "/<key..>", stream = content, header("Content-Type") = content_type, header(..) = metadata, response = ()
    )]
    async fn put(
        &self,
        bucket: &str,
        key: ObjectKey<&str>,
        content: Body,
        content_type: &str,
        metadata: &HeaderMap,
    ) -> Result<Response<()>, Error>;

    #[endpoint(DELETE, "/<key..>", response = (), success = 204)]
    async fn delete(&self, bucket: &str, key: ObjectKey<&str>);

    #[endpoint(POST, "?delete", body = delete, header("Content-MD5") = md5)]
    async fn delete_all(&self, bucket: &str, delete: &Delete<'_>, md5: &str) -> Result<Deleted, Error>;

    #[endpoint(POST, "/<key..>?uploads")]
    async fn create_upload(&self, bucket: &str, key: ObjectKey<&str>) -> Result<Upload, Error>;

    #[endpoint(PUT, "/<key..>?partNumber=<number>&uploadId=<upload>", bytes = content, response = ())]
    async fn upload_part(
        &self,
        bucket: &str,
        key: ObjectKey<&str>,
        number: u32,
        upload: &str,
        content: &[u8],
    ) -> Result<Response<()>, Error>;

    #[endpoint(POST, "/<key..>?uploadId=<upload>", body = parts, format = XmlOrError)]
    async fn complete_upload(
        &self,
        bucket: &str,
        key: ObjectKey<&str>,
        upload: &str,
        parts: &Parted<'_>,
    ) -> Result<Completed, Error>;
}
