//! The `#[endpoint]` attribute of `pivotal-runtime`, which re-exports it; depend on that crate instead.
//!
//! Inside, a declaration goes through four stages, each in a file of its own: *parse* (`args`,
//! `template`, `signature`, `answer`), *model*, *validate*, *expand*; or, if something is wrong with it, *fallback*.

mod answer;
mod args;
mod diagnostics;
mod endpoints;
mod expand;
mod fallback;
mod method;
mod model;
mod near_miss;
mod signature;
mod template;
mod validate;

use proc_macro::TokenStream;

/// Turns a trait method without a body into one HTTP call.
///
/// ```text
/// #[endpoint(METHOD, "TEMPLATE", key = value, ...)]
/// ```
///
/// `METHOD` is one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`.
///
/// # The template
///
/// It is a picture of the request line. What is not a placeholder is sent as written, so it must be valid in
/// a URL (RFC 3986); each placeholder is filled by the parameter of that name.
///
/// | form | meaning |
/// | --- | --- |
/// | `/customers/<id>` | one path segment, or a part of one (`/jobs/<id>:cancel`): its `Display`, everything outside `unreserved` percent-encoded. Empty, `.` and `..` are an error before anything is sent |
/// | `/files/<path..>` | the rest of the path: the same for each segment, slashes kept |
/// | `?<limit>&<cursor>` | `limit=...&cursor=...` as serde writes the values, form-encoded; `None` leaves the pair out, a list repeats it |
/// | `?page_size=<limit>` | the same under another name |
/// | `?expand=owner` | a pair that is always sent |
/// | `?<filter..>` | a pair for each field of a struct or map |
///
/// # The keys
///
/// | key | meaning |
/// | --- | --- |
/// | `response = Type` | what the body of a success holds; without it, the first argument of the `Result` that the method returns |
/// | `body = name` | the parameter that is sent as JSON |
/// | `header("Name") = name` | a parameter that is sent as a header; `None` leaves it out, a list repeats it |
/// | `header("Name") = "value"` | a header that is always sent |
/// | `success = 201` or `[200, 201]` | the statuses that are a success; without it, any 2xx |
/// | `auth = none` | the key is not sent |
/// | `operation = "get-customer"` | the `operationId` in the OpenAPI document; without it, the method's name |
/// | `crate = path` | where the runtime is, if it was renamed |
///
/// # The method
///
/// It is `async`, takes `&self` of a `Transport`, and sends every parameter somewhere. A parameter
/// `impl Into<T>` or `impl AsRef<T>` is converted to `T` first; so is one of a generic type with that bound. It
/// returns `Result<T, E>` with `E: From<Error>`, or nothing: then it gives `Result<Type, Error>`, with the
/// `Type` of `response`. What `T` may be, `FromResponse` says: the type on the wire, `Option` of it (`None` on
/// 404), `Response` of it (with status and headers).
///
/// The future is `Send` and holds the request, not the parameters. Nothing is sent before it is polled.
///
/// ```
/// use pivotal_runtime::{Error, Response, Transport, endpoint};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// pub struct Note {
///     text: String,
/// }
///
/// pub trait Notes: Transport {
///     /// One note, or `None` if it was never written.
///     #[endpoint(GET, "/notes/<id>", response = Note)]
///     async fn note(&self, id: u64) -> Result<Option<Note>, Error>;
///
///     /// Writes a note, and tells the status and headers of the answer as well.
///     #[endpoint(PUT, "/notes/<id>?<notify>", body = note, header("If-Match") = etag)]
///     async fn write(&self, id: u64, note: &Note, notify: bool, etag: Option<&str>) -> Result<Response<Note>, Error>;
///
///     /// Removes a note.
///     #[endpoint(DELETE, "/notes/<id>", response = (), success = 204)]
///     async fn remove(&self, id: u64);
/// }
/// impl<T: Transport> Notes for T {}
/// ```
#[proc_macro_attribute]
pub fn endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::endpoint(args.into(), &item.into(), &expand::Surroundings::of_crate("pivotal_runtime")).into()
}

/// The same for crates that depend on `pivotal-api` alone, which re-exports it as `endpoint`: the expansion
/// finds the runtime through that crate.
#[proc_macro_attribute]
pub fn endpoint_from_pivotal_api(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::endpoint(args.into(), &item.into(), &expand::Surroundings::of_crate("pivotal_api")).into()
}
/// Makes a whole trait of endpoints: adds the supertrait and the implementation for every transport, and lists what
/// is declared.
///
/// ```text
/// #[endpoints]
/// #[endpoints("PATH", transport = TRAIT, crate = PATH)]
/// ```
///
/// - `"PATH"` is put before the template of every `#[endpoint]` in the trait.
/// - `transport` is the supertrait, `Transport` if it is not given; `DynTransport` and `BlockingTransport` are others.
/// - `crate` says where the runtime is, if it was renamed.
///
/// The constant `ENDPOINTS` lists the endpoints in the order of their declaration. With a constant, the trait is not
/// dyn-compatible; write supertrait and impl by hand where that matters. `#[endpoint]` alone needs none of this, and
/// inside such a trait it need not be imported.
///
/// ```
/// use pivotal_runtime::{Client, Error, endpoints};
///
/// #[endpoints("/api/v1")]
/// pub trait Notes {
///     #[endpoint(GET, "/notes/<id>?<lang>")]
///     async fn note(&self, id: u64, lang: &str) -> Result<String, Error>;
/// }
///
/// for endpoint in <Client as Notes>::ENDPOINTS {
///     assert_eq!(endpoint.to_string(), "GET /api/v1/notes/<id>");
///     assert_eq!(endpoint.parameters().count(), 2);
/// }
/// ```
#[proc_macro_attribute]
pub fn endpoints(args: TokenStream, item: TokenStream) -> TokenStream {
    endpoints::endpoints(args.into(), &item.into(), "pivotal_runtime").into()
}

/// The same for crates that depend on `pivotal-api` alone, which re-exports it as `endpoints`.
#[proc_macro_attribute]
pub fn endpoints_from_pivotal_api(args: TokenStream, item: TokenStream) -> TokenStream {
    endpoints::endpoints(args.into(), &item.into(), "pivotal_api").into()
}
