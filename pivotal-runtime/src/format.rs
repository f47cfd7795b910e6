//! Formats: how values become bodies, and bodies become values.

mod json;

use http::HeaderValue;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::DecodeError;
use crate::response::{BodyDeserializer, Reads, reads, try_type};

pub use self::json::Json;

/// A cause of any type.
type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A codec for bodies, or an envelope around them: the type of `format = Type`.
///
/// It is a key of one method, or of all methods of a trait. It applies to the JSON `body` of a request, to the body of a
/// success, and to the types of `error`. [`Json`] is the default.
///
/// The types [`Body`](crate::Body) and [`Bytes`](crate::Bytes) are the unchanged body in every format. An empty body is not
/// decoded: it is `None`, `()` or an error.
///
/// # Codecs
///
/// A codec replaces JSON completely:
///
/// ```
/// use pivotal_runtime::{DecodeError, Error, Format, endpoints};
/// use serde::de::DeserializeOwned;
/// use serde::{Deserialize, Serialize};
///
/// /// XML by quick-xml.
/// pub struct Xml;
///
/// impl Format for Xml {
///     const CONTENT_TYPE: &'static str = "application/xml";
///
///     fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
///         Ok(quick_xml::se::to_string(value)?.into_bytes())
///     }
///
///     fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
///         Ok(quick_xml::de::from_reader(body)?)
///     }
/// }
///
/// #[derive(Serialize, Deserialize)]
/// pub struct Tagging {
///     #[serde(rename = "Tag")]
///     pub tags: Vec<String>,
/// }
///
/// #[endpoints("/<bucket>", format = Xml)]
/// pub trait Buckets {
///     #[endpoint(GET, "?tagging")]
///     async fn tags(&self, bucket: &str) -> Result<Tagging, Error>;
///
///     #[endpoint(PUT, "?tagging", body = tagging, response = ())]
///     async fn tag(&self, bucket: &str, tagging: &Tagging);
/// }
/// ```
///
/// # Envelopes
///
/// An envelope decodes the body twice. The first time, it checks whether the API refused the call. The second time, it
/// decodes the value inside. Methods return that value alone.
///
/// ```
/// use pivotal_runtime::{Body, DecodeError, Error, Format, Json, Request, Transport, endpoints, http};
/// use serde::{Deserialize, de::DeserializeOwned};
///
/// /// Slack's responses: `{"ok":false,"error":"channel_not_found"}`, or `"ok":true` and the fields of the value.
/// pub struct Slack;
///
/// #[derive(Deserialize)]
/// struct Outcome {
///     ok: bool,
///     #[serde(default)]
///     error: String,
/// }
///
/// impl Format for Slack {
///     fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
///         match Json::decode(body)? {
///             Outcome { ok: true, .. } => Json::decode(body),
///             Outcome { error, .. } => Err(DecodeError::api(Some(&error), "")),
///         }
///     }
/// }
///
/// #[derive(Deserialize)]
/// pub struct Posted {
///     pub ts: String,
/// }
///
/// #[endpoints("/api", format = Slack)]
/// pub trait Chat {
///     #[endpoint(POST, "/chat.postMessage?<channel>&<text>")]
///     async fn post(&self, channel: &str, text: &str) -> Result<Posted, Error>;
/// }
/// #
/// # struct Fake;
/// # impl Transport for Fake {
/// #     async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
/// #         Ok(http::Response::new(Body::from(r#"{"ok":false,"error":"channel_not_found"}"#)))
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
///
/// let error = Fake.post("general", "hello").await.err().unwrap();
/// assert_eq!(error.code(), Some("channel_not_found"));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `Format`",
    label = "not a format",
    note = "implement `pivotal_runtime::Format` for `{Self}`, a type without values, or name one that has it, such as `pivotal_runtime::Json`"
)]
pub trait Format: 'static {
    /// The `Content-Type` of bodies. The default is `application/json`.
    ///
    /// Characters that are not allowed in a header are a compile error where a method uses the format.
    const CONTENT_TYPE: &'static str = "application/json";

    /// The `Accept` of requests whose response is read in this format.
    ///
    /// The default is [`CONTENT_TYPE`](Self::CONTENT_TYPE).
    const ACCEPT: &'static str = Self::CONTENT_TYPE;

    /// Encodes the body of a request. The default is JSON.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written. The request is not sent then. The error must not contain the value.
    fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, BoxError> {
        Ok(serde_json::to_vec(value)?)
    }

    /// Decodes the body of a response, which is not empty.
    ///
    /// [`Json::decode`] decodes JSON. The bytes are unchanged, in whatever charset they are.
    ///
    /// # Errors
    ///
    /// Returns [`DecodeError::unreadable`], which `?` creates from any error. If the response contains an error of the API,
    /// it returns [`DecodeError::api`] or [`DecodeError::api_body`].
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError>;

    /// Decodes the body of a success.
    #[doc(hidden)]
    fn decode_body<T: DeserializeOwned>(body: BodyDeserializer<'_>) -> Result<T, DecodeError> {
        match body.content().filter(|_| !matches!(reads(try_type::<T>), Reads::Bytes)) {
            Some(content) => Self::decode(content),
            None => Json::decode_body(body),
        }
    }

    /// Decodes the body of an error.
    #[doc(hidden)]
    fn decode_error_body<T: DeserializeOwned>(body: BodyDeserializer<'_>) -> Result<T, DecodeError> {
        Self::decode_body(body)
    }

    /// The `Accept` of a response that is read into a type.
    #[doc(hidden)]
    #[must_use]
    fn accept(reads: Reads) -> HeaderValue {
        reads.accept_formatted(const { HeaderValue::from_static(Self::ACCEPT) })
    }
}
