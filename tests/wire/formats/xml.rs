//! XML, as a codec of a user.

use std::error::Error as StdError;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Body, Bytes, DecodeError, Error, ErrorBody, ErrorKind, Format, Json, Next, Pages, Paginated, Response, Sent,
    endpoints,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::support::server::{Server, outcome_of, rejection_of, request_of};

struct Xml;

impl Format for Xml {
    const CONTENT_TYPE: &'static str = "application/xml";

    fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Box<dyn StdError + Send + Sync>> {
        Ok(quick_xml::se::to_string(value)?.into_bytes())
    }

    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Ok(quick_xml::de::from_reader(body)?)
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Bucket {
    #[serde(rename = "Name")]
    name: String,
    #[serde(rename = "Size")]
    size: u64,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Fault {
    code: String,
    message: String,
}

impl ErrorBody for Fault {
    fn code(&self) -> Option<&str> {
        Some(&self.code)
    }

    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Listing {
    #[serde(default)]
    contents: Vec<Bucket>,
    next_continuation_token: Option<String>,
}

impl Paginated for Listing {
    type Item = Bucket;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("continuation-token", self.next_continuation_token.as_deref())
    }

    fn into_items(self) -> Vec<Bucket> {
        self.contents
    }
}

#[endpoints("/buckets", format = Xml, error = Fault)]
trait Buckets {
    #[endpoint(GET, "/<name>")]
    async fn bucket(&self, name: &str) -> Result<Bucket, Error>;

    #[endpoint(GET, "/<name>", response = Bucket)]
    async fn find(&self, name: &str) -> Result<Response<Option<Bucket>>, Error>;

    #[endpoint(GET, "/<name>", response = Option<Bucket>)]
    async fn optional(&self, name: &str) -> Result<Option<Bucket>, Error>;

    #[endpoint(PUT, "/<name>", body = bucket, response = ())]
    async fn put(&self, name: &str, bucket: &Bucket);

    #[endpoint(PUT, "/unwritable", body = value, response = ())]
    async fn unwritable(&self, value: &[&[u8]]);

    #[endpoint(GET, "/<name>/file")]
    async fn bytes(&self, name: &str) -> Result<Bytes, Error>;

    #[endpoint(GET, "/<name>/file")]
    async fn stream(&self, name: &str) -> Result<Body, Error>;

    #[endpoint(GET, "/<name>", error = Bytes)]
    async fn raw_error(&self, name: &str) -> Result<Bucket, Error>;

    #[endpoint(POST, "/<name>", form = fields)]
    async fn form(&self, name: &str, fields: &[(&str, &str)]) -> Result<Bucket, Error>;

    #[endpoint(GET, "/<name>/lenient")]
    async fn lenient(&self, name: &str) -> Result<Lenient, Error>;

    #[endpoint(GET, "/<name>/policy", format = Json)]
    async fn policy(&self, name: &str) -> Result<Vec<u8>, Error>;

    #[endpoint(GET, "")]
    fn list(&self) -> Pages<'_, Listing>;
}

/// A type that has a default for everything that it cannot read.
#[derive(Debug, PartialEq)]
struct Lenient(Option<String>);

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Bucket::deserialize(deserializer).ok().map(|bucket| bucket.name)))
    }
}

const BUCKET: &str = "<Bucket><Name>a</Name><Size>7</Size></Bucket>";

fn bucket() -> Bucket {
    Bucket { name: "a".to_owned(), size: 7 }
}

#[tokio::test]
async fn bodies_are_encoded_and_decoded() {
    let request = request_of(async |api| api.put("a", &bucket()).await).await;
    assert_eq!(request.header("content-type"), Some("application/xml"));
    assert_eq!(request.header("accept"), Some("application/xml"));
    assert_eq!(request.body, BUCKET.as_bytes());
    assert_eq!(outcome_of(200, &[], BUCKET, async |api| api.bucket("a").await).await.unwrap(), bucket());
    let found = outcome_of(200, &[], BUCKET, async |api| api.find("a").await).await.unwrap();
    assert_eq!((found.status().as_u16(), found.into_inner()), (200, Some(bucket())));
}

#[tokio::test]
async fn empty_and_missing_bodies_are_as_in_json() {
    assert_eq!(outcome_of(404, &[], "", async |api| api.find("a").await).await.unwrap().into_inner(), None);
    assert_eq!(outcome_of(200, &[], " ", async |api| api.optional("a").await).await.unwrap(), None);
    outcome_of(204, &[], "", async |api| api.put("a", &bucket()).await).await.unwrap();
    let error = outcome_of(200, &[], "", async |api| api.bucket("a").await).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /buckets/<name>: returned 200 OK, but the body could not be read: the body is empty"
    );
}

#[tokio::test]
async fn bytes_are_not_decoded() {
    assert_eq!(outcome_of(200, &[], BUCKET, async |api| api.bytes("a").await).await.unwrap(), BUCKET);
    let streamed = outcome_of(200, &[], BUCKET, async |api| api.stream("a").await.unwrap().collect().await);
    assert_eq!(streamed.await.unwrap(), BUCKET);
    assert_eq!(outcome_of(200, &[], "[7]", async |api| api.policy("a").await).await.unwrap(), [7]);
}

#[tokio::test]
async fn errors_are_decoded_in_the_format() {
    let body = "<Error><Code>NoSuchBucket</Code><Message>no such bucket</Message></Error>";
    let error = outcome_of(404, &[], body, async |api| api.bucket("a").await).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("NoSuchBucket"), Some("no such bucket")));
    assert_eq!(error.detail::<Fault>().unwrap().code, "NoSuchBucket");
    let error = outcome_of(500, &[], "{}", async |api| api.bucket("a").await).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, None));
}

#[tokio::test]
async fn decode_error_keeps_cause_status_and_endpoint() {
    let body = "<Bucket><Name>a</Name><Size>secret</Size></Bucket>";
    let error = outcome_of(201, &[], body, async |api| api.bucket("a").await).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 201));
    assert_eq!(error.endpoint().unwrap().template(), "/buckets/<name>");
    assert!(error.source().unwrap().downcast_ref::<quick_xml::DeError>().is_some());
    assert_eq!(error.body(), Some(body.as_bytes()));
    let text = error.to_string();
    assert!(text.contains("the body could not be read: its `Format` returned an error"), "{text}");
    assert!(!text.contains("secret"), "{text}");
}

#[tokio::test]
async fn value_that_cannot_be_encoded_is_rejected() {
    let error = rejection_of(async |api| api.unwritable(&[b"ab"]).await).await;
    assert_eq!(error.parameter_name(), Some("value"));
    assert!(error.to_string().contains("cannot be written in its format"), "{error}");
}

#[tokio::test]
async fn pages_are_decoded_in_the_format() {
    let server = Server::responding_with(|request| {
        let (token, name) = match request.target() {
            "/buckets" => ("<NextContinuationToken>a+/=</NextContinuationToken>", "first"),
            _ => ("", "second"),
        };
        let body = format!("<R>{token}<Contents><Name>{name}</Name><Size>1</Size></Contents></R>");
        format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
    });
    let client = server.client();
    let mut pages = client.list();
    let mut names = Vec::new();
    while let Some(bucket) = pages.next().await {
        names.push(bucket.unwrap().name);
    }
    assert_eq!(names, ["first", "second"]);
    assert_eq!(server.request().target(), "/buckets");
    assert_eq!(server.request().target(), "/buckets?continuation-token=a%2B%2F%3D");
}

#[tokio::test]
async fn bytes_of_an_error_are_not_decoded() {
    let body = "<Error><Code>X</Code></Error>";
    let error = outcome_of(500, &[], body, async |api| api.raw_error("a").await).await.unwrap_err();
    assert_eq!(error.detail::<Bytes>().unwrap(), body);
}

#[tokio::test]
async fn empty_body_of_an_error_is_not_decoded() {
    for body in ["", " "] {
        let error = outcome_of(500, &[], body, async |api| api.first_byte().await).await.unwrap_err();
        assert_eq!((error.kind(), error.message()), (ErrorKind::Api, None));
        assert!(error.to_string().contains("500"), "{error}");
    }
}

/// A format that relies on a body.
struct FirstByte;

impl Format for FirstByte {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Json::decode(&body[..1])
    }
}

#[endpoints(format = FirstByte, error = String)]
trait FirstBytes {
    #[endpoint(GET, "/")]
    async fn first_byte(&self) -> Result<u8, Error>;
}

#[tokio::test]
async fn lenient_type_is_decoded_in_the_format() {
    let lenient = outcome_of(200, &[], BUCKET, async |api| api.lenient("a").await).await.unwrap();
    assert_eq!(lenient, Lenient(Some("a".to_owned())));
}

#[tokio::test]
async fn other_bodies_are_not_in_the_format() {
    let request = request_of(async |api| api.form("a", &[("x", "1")]).await.map(drop).or(Ok(()))).await;
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!((request.header("accept"), &*request.body), (Some("application/xml"), &b"x=1"[..]));
}

#[tokio::test]
async fn debug_of_a_decode_error_hides_the_body() {
    let body = "<Bucket><Name>a</Name><Size>s3cr3t-value</Size></Bucket>";
    let error = outcome_of(200, &[], body, async |api| api.bucket("a").await).await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
}
