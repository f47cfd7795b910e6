//! The `#[endpoint]` attribute of `pivotal-runtime`, which re-exports it; depend on that crate instead.
//!
//! Inside, a declaration goes through four stages, in files of their own: *parse* (`item`, `plain`, `args`,
//! `template`, `signature`, `answer`, to a `parsed_method`), *model*, *validate*, *expand*; or, if something is wrong with it,
//! *fallback*. The `defaults` of a trait, which `endpoints` reads, are filled in before the model is made.

mod answer;
mod args;
mod declaration;
mod defaults;
mod diagnostics;
mod endpoints;
mod expand;
mod fallback;
mod item;
mod method;
mod model;
mod near_miss;
mod parsed_method;
mod plain;
mod root;
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
/// | `response = Type` | what the body of a success is read into; without it, what the method returns says so |
/// | `body = name` | the parameter that is sent as JSON |
/// | `form = name` | a struct, a map or a list of pairs, sent as `application/x-www-form-urlencoded` |
/// | `multipart = name` | a `Multipart`, by value, sent as `multipart/form-data` |
/// | `text = name` | the `Display` of a parameter, sent as `text/plain; charset=utf-8` |
/// | `bytes = name` | bytes as they are, sent as `application/octet-stream`: `Bytes`, `Vec<u8>`, a slice, an array, text |
/// | `stream = name` | a `Body`, or what converts into one, by value: a stream of known or unknown length, sent as `application/octet-stream` |
/// | `header("Name") = name` | a parameter that is sent as a header; `None` leaves it out, a list repeats it |
/// | `header("Name") = "value"` | a header that is always sent |
/// | `header(..) = name` | a whole `http::HeaderMap`; it takes the place of the headers of the same names before it |
/// | `success = 201` or `[200, 201]` | the statuses that are a success; without it, any 2xx. `2xx` replaces the statuses of the trait by that |
/// | `error = Type` | what the body of an error is read into, an `ErrorBody`: `Error::detail` returns it, `message` and `code` use it |
/// | `idempotent` | a second request does no harm, though the method does not promise it: it may be retried |
/// | `auth = none` | the client's credentials are not sent. Retries, rate limits and idempotency keys do not depend on it |
/// | `auth = client` | they are sent, although the trait has `auth = none` |
/// | `timeout = "90s"` | the timeout of a call, with all its attempts and waits, in `ms`, `s`, `m` or `h`; without it, that of the client. One attempt can take as long, as in a long poll |
/// | `api = VALUE` | an `Api`, whose conventions the endpoint follows: by default those of the client that it is called on |
/// | `operation = "get-customer"` | the `operationId` in the OpenAPI document; without it, the method's name |
/// | `crate = path` | where the runtime is, if it was renamed: `::name`, `crate::path` or, in a `macro_rules!`, `$crate::path` |
///
/// A request has one body at most. `header("Content-Type") = "..."` gives it another type, but for `multipart`.
///
/// # The method
///
/// It takes `&self` of a transport, and sends every parameter somewhere. A parameter `impl Into<T>` or
/// `impl AsRef<T>` is converted to `T` first; so is one of a generic type with that bound.
///
/// | method | returns | on |
/// | --- | --- | --- |
/// | `async fn` | `Result<T, E>` with `E: From<Error>`, or nothing: then it gives `Result<Type, Error>`, with the `Type` of `response` | `Transport` or `DynTransport` |
/// | `fn` | `Pages<'_, P>`, with a page type `P: Paginated`: a complete list, page after page | `Transport` or `DynTransport` |
/// | `fn` | `Result<T, E>`: the outcome, after waiting for it | `BlockingTransport` |
///
/// `Outcome` and `Deliver` decide what may be returned, not the names of the types, so an alias does as well.
///
/// An `async fn … -> R` becomes a `fn … -> Call<'_, R>`. A `Call` is a future that borrows the transport and no parameter,
/// and is `Send`. Nothing is sent before it is polled. A trait over `DynTransport` is dyn-compatible.
///
/// # The answer
///
/// The body of a success is read into the type of `response`. It owns what it holds:
///
/// | type | reads |
/// | --- | --- |
/// | `T: DeserializeOwned` | JSON, whatever the `Content-Type` |
/// | `Option<T>` | the same, with `None` for an empty body and for `null`. `Option<String>`: `null` only with a JSON content type. `Option<Bytes>`: an empty body only |
/// | `()` | nothing; any body will do |
/// | `String` | the body as text; a JSON string that says it is JSON, as what it stands for |
/// | `Bytes` | the body as it is (while a `Vec<u8>` is JSON, as any `Vec`) |
/// | `Body` | nothing yet: it is a stream of the body, read as far as you read it |
///
/// The method returns that type, `Option` of it (`None` on 404), `Response` of it (with status and headers), or
/// `Response` of the `Option`. With `response = Option<T>`, the option belongs to the body, and a 404 is an error. Without
/// `response`, the returned type, or what a `Response` is of, is read from the body, and an `Option` is `None` on 404 too.
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
///
#[doc = include_str!("../DIAGNOSTICS.md")]
#[proc_macro_attribute]
pub fn endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::endpoint(args.into(), &item.into()).into()
}

/// Makes a trait of endpoints: adds the supertrait and the implementation for every transport, lists the endpoints, and
/// declares defaults for all methods.
///
/// ```text
/// #[endpoints]
/// #[endpoints("PATH", key = value, ...)]
/// ```
///
/// `"PATH"` is the common path. It comes before the template of every `#[endpoint]` in the trait, which can be empty then, be a
/// query alone, or continue the last segment with `.`, `:` or `(`, as in `.json`. It can contain placeholders, which the parameters of each method fill, and pairs of the query, which are sent
/// before those of the template: `"/v2/accounts/<account>?api-version=2024-07-01"`, or `"?api-version=2024-07-01"` alone.
///
/// | key | default of the methods |
/// | --- | --- |
/// | `api = VALUE` | the `Api` whose conventions they follow |
/// | `error = Type` | the type that bodies of errors are read into |
/// | `header("Name") = "value"`, `= name`, `header(..) = name` | a header of every method; a named parameter is one of every method. `Content-Type` is sent with a body only, and not with `multipart`, which has its own |
/// | `success = 200` or `[200, 201]` | the statuses that are a success |
/// | `auth = none` | no credentials are sent |
/// | `timeout = "90s"` | the timeout of a call |
///
/// A method's own key wins over that of the trait, its header and its pair of the query over those of the same name. Two more
/// keys are about the trait:
///
/// | key | meaning |
/// | --- | --- |
/// | `transport = TRAIT` | the supertrait, `Transport` if it is not given; `DynTransport` and `BlockingTransport` are others |
/// | `crate = path` | where the runtime is, if it was renamed: for every `#[endpoint]` in the trait, too |
///
/// The constant `ENDPOINTS` lists the endpoints in the order of their declaration. With a constant, the trait is not
/// dyn-compatible; write supertrait and impl by hand where that matters. `#[endpoint]` alone needs none of this, takes all of
/// these keys but `transport`, and inside such a trait it need not be imported. What a macro in the trait writes is expanded
/// later, so that an `#[endpoint]` of its own has no defaults and is not in the list; a macro that writes the complete trait
/// has both.
///
/// ```
/// use pivotal_runtime::{Api, Client, Error, endpoints};
///
/// static NOTES: Api = Api::new().base_url("https://notes.example");
///
/// #[endpoints("/users/<user>?api-version=2", api = NOTES, timeout = "5s")]
/// pub trait Notes {
///     #[endpoint(GET, "/notes/<id>?<lang>")]
///     async fn note(&self, user: u64, id: u64, lang: &str) -> Result<String, Error>;
///
///     #[endpoint(POST, "/notes/export", timeout = "2m")]
///     async fn export(&self, user: u64) -> Result<String, Error>;
/// }
///
/// let [note, export] = <Client as Notes>::ENDPOINTS else { unreachable!() };
/// assert_eq!(note.template(), "/users/<user>/notes/<id>?api-version=2&<lang>");
/// assert_eq!(note.parameters().count(), 3);
/// assert_eq!(note.api(), Some(&NOTES));
/// assert_eq!([note, export].map(|endpoint| endpoint.timeout().unwrap().as_secs()), [5, 120]);
/// ```
#[proc_macro_attribute]
pub fn endpoints(args: TokenStream, item: TokenStream) -> TokenStream {
    endpoints::endpoints(args.into(), &item.into()).into()
}
