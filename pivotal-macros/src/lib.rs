//! The `#[endpoint]` attribute of `pivotal-runtime`, which re-exports it. Depend on that crate instead.
//!
//! A declaration passes these stages, each in modules of its own:
//!
//! 1. *Parse*: `parse_item`, `args`, `template`, `signature` and `return_type` read a `parsed_method`. `endpoints` reads
//!    the `defaults` of a trait.
//! 2. *Model*: `model` pairs each name with its parameter.
//! 3. *Validate*: `validate` has the rules.
//! 4. *Expand*: `expand` writes the method (`method_body`) with its `endpoint_const` and the type that it reads
//!    (`wire`). For an invalid declaration, `fallback` writes it instead. With `cfg` on parameters, the method is written
//!    once for each of its `configurations`.

// For the docs of crates that re-export this one, if they are built alone.
#![doc(html_root_url = "https://docs.rs/pivotal-macros/latest")]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod args;
mod cfg;
mod common_path;
mod configurations;
mod defaults;
mod diagnostics;
mod editor;
mod endpoint_const;
mod endpoints;
mod expand;
mod fallback;
mod http_method;
mod method_body;
mod model;
mod parse_item;
mod parsed_method;
mod request_line;
mod return_type;
mod runtime_path;
mod signature;
mod suggest;
mod template;
#[cfg(test)]
mod tests;
mod validate;
mod wire;

use proc_macro::TokenStream;

/// Implements a method of a trait as one HTTP call.
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
///     /// Returns a note, or `None` if it does not exist.
///     #[endpoint(GET, "/notes/<id>", response = Note)]
///     async fn note(&self, id: u64) -> Result<Option<Note>, Error>;
///
///     /// Writes a note, and returns the status and headers, too.
///     #[endpoint(PUT, "/notes/<id>?<notify>", body = note, header("If-Match") = etag)]
///     async fn write(
///         &self,
///         id: u64,
///         note: &Note,
///         notify: bool,
///         etag: Option<&str>,
///     ) -> Result<Response<Note>, Error>;
///
///     /// Removes a note.
///     #[endpoint(DELETE, "/notes/<id>", response = (), success = 204)]
///     async fn remove(&self, id: u64);
/// }
/// impl<T: Transport> Notes for T {}
/// ```
///
/// Every `Transport` has these methods now: the `Client`, a wrapper around it, and a fake in a test. The docs of a method get its
/// request line, as in `PUT /notes/<id>?<notify>`.
///
/// ```text
/// #[endpoint(METHOD, "TEMPLATE", key = value, ...)]
/// ```
///
/// `METHOD` is one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`. Others are written in quotes, such as
/// `"PURGE"` or `"PROPFIND"`. Requests with them are treated as not idempotent unless the endpoint is `idempotent`. A `QUERY`
/// request has a body and is idempotent.
///
/// # The template
///
/// It is a picture of the request line. Text outside of placeholders is sent as written. Characters that are not allowed in a
/// URL (RFC 3986) are percent-encoded, unless the text is encoded already, as in `%2F`. Each placeholder is filled by the
/// parameter of its name. A parameter can fill several.
///
/// | form | meaning |
/// | --- | --- |
/// | `/customers/<id>` | one path segment: the parameter as serde writes it, with all characters but `unreserved` ones percent-encoded; a type with `Display` only is passed in a `Displayed`. A segment that is empty, `.` or `..` is an error before anything is sent |
/// | `/jobs/<id>:cancel`, `/orders(<key>)`, `/v<major>.<minor>` | a part of a segment: the same, but the value can be empty or `.` if the complete segment is not |
/// | `/v2/<name..>/manifests/<reference>` | several segments, at the end of the path or in front of other text: a text whose slashes are kept, or a list with an item for each segment |
/// | `?<limit>&<cursor>` | `limit=...&cursor=...` as serde writes the values; `None` leaves the pair out, a list repeats it |
/// | `?page_size=<limit>`, `?match[]=<m>` | the same pair under another name |
/// | `?expand=owner` | a pair that is always sent |
/// | `?<ids:csv>`, `?id=<ids:csv>` | one pair for a list, with commas between the values. `:ssv` puts spaces between them, `:pipes` the character \|, which must not be in a value |
/// | `?<filter:json>` | one pair, with the value as JSON text |
/// | `?<filter..>` | a pair for each field of a struct or map |
/// | `?filter[<filter..>]` | the same, with the keys `filter[field]` |
/// | `<url>`, `<url>?<digest>` | a URL from the server, as of a next page or an upload: complete, or relative to the base URL. Pairs are added to its query. The common path and query of the trait do not apply |
///
/// # The keys
///
/// | key | meaning |
/// | --- | --- |
/// | `response = Type` | the type that the body of a success is read into; by default, it is inferred from the return type |
/// | `response(202) = Type` | the type for one status, which is a success then. The others are errors, unless `response = Type` is given for any other 2xx |
/// | `body = name` | the parameter that is sent as JSON |
/// | `form = name` | a struct, a map or a list of pairs, sent as `application/x-www-form-urlencoded`, with nested values as `user[name]=...` |
/// | `form("field") = name` | a parameter that is sent as one field of a form; `None` leaves it out, a list repeats it. There can be several, beside one `form = name`; they are sent in the order of the declaration |
/// | `form("field") = "value"` | a field that is always sent |
/// | `multipart = name` | a `Multipart`, by value, sent as `multipart/form-data` or, by `Multipart::related`, as `multipart/related` |
/// | `text = name` | the `Display` of a parameter, sent as `text/plain; charset=utf-8` |
/// | `bytes = name` | unchanged bytes, sent as `application/octet-stream`: `Bytes`, `Vec<u8>`, a slice, an array, text |
/// | `stream = name` | a `Body` by value, of known or unknown length, or bytes that become one, sent as `application/octet-stream`; or `Lines<T>`, sent as `application/x-ndjson` |
/// | `header("Name") = name` | a parameter that is sent as a header, as serde writes it, or a `HeaderValue`; `None` leaves it out, a list repeats it |
/// | `header("Name") = "value"` | a header that is always sent |
/// | `header(..) = name` | all headers of an `http::HeaderMap`; they replace earlier headers of the same names |
/// | `success = 201`, `200..=399` or `[200..=299, 404]` | the statuses of a success; by default, `200..=299` |
/// | `error = Type` | the type that the body of an error is read into, an `ErrorBody`. `Error::detail` returns it; `message` and `code` use it |
/// | `error(422) = Type` | the same for one status; `error = Type` is for the others |
/// | `format = Type` | the `Format` of JSON bodies, of responses and of errors; by default, `Json` |
/// | `until = "[DONE]"` | the data, or the name, of the event that ends a stream, for a method that returns `Events`. The stream does not return that event, and reports an error if the body ends without it |
/// | `idempotent` | repeating the request does no harm, although the HTTP method does not guarantee that, so it can be retried |
/// | `auth = none` | the client's credentials are not sent. Retries, rate limits and idempotency keys do not depend on it |
/// | `auth = client` | the client's credentials are sent, although the trait has `auth = none` |
/// | `timeout = "90s"` | the timeout of a call, with all its attempts and waits, in `ms`, `s`, `m` or `h`; by default, that of the client. One attempt can take all of it, as in a long poll |
/// | `api = VALUE` | the `Api` whose conventions the endpoint follows; by default, those of the client that it is called on |
/// | `operation = "get-customer"` | the `operationId` in the OpenAPI document; by default, the method's name |
/// | `crate = path` | the path to the runtime, if it was renamed: `::name`, `crate::path` or, in a `macro_rules!`, `$crate::path` |
///
/// A request has at most one body, and none if the parameter is `None`. `header("Content-Type") = "..."` changes its type, except
/// for `multipart`. An endpoint cannot switch protocols, so a status of 101 and the header `Upgrade` are rejected. A response has
/// no body if the method is `HEAD`, or if 204 or 205 is the only success. A type that needs a body is then rejected.
///
/// # The method
///
/// It takes `&self` of a transport, and sends each parameter, in one place or in several. A parameter `impl Into<T>` or
/// `impl AsRef<T>` is converted to `T` first; so is one of a generic type with that bound. A parameter with a `cfg` that is
/// false is not sent: its pair, header, field or body is left out of the request and of the `Endpoint`.
///
/// A method can have the same name as one of `Client`, such as `send`, `api`, `with`, `at` or `base_url`. Call it by its trait
/// then, as in `Notes::at(&client)`, since `client.at(...)` is the client's own method, or ambiguous.
///
/// | method | returns | on |
/// | --- | --- | --- |
/// | `async fn` | `Result<T, E>` with `E: From<Error>`. Without a return type, it is `Result<Type, Error>`, with the `Type` of `response` | `Transport` or `DynTransport` |
/// | `fn` | `Pages<'_, P>`, with a page type `P: Paginated`, such as `LinkPage<T>`: a complete list, page after page | `Transport` or `DynTransport` |
/// | `fn` | `Result<T, E>`: the outcome; it blocks until the call is complete | `BlockingTransport` |
/// | `fn` | `blocking::Pages<'_, P>`: a complete list; it blocks until a page has arrived | `BlockingTransport` |
///
/// The traits `Outcome` and `Deliver` determine the possible return types, so an alias is allowed, too.
///
/// An `async fn … -> R` becomes a `fn … -> Call<'_, R>`. A `Call` is a future that borrows the transport and no
/// parameter, and is `Send`. Nothing is sent before it is polled. A trait over `DynTransport` is dyn-compatible.
///
/// # The response
///
/// The body of a success is read into the type of `response`, which must be owned:
///
/// | type | reads |
/// | --- | --- |
/// | `T: DeserializeOwned` | JSON, with any `Content-Type` |
/// | `Option<T>` | the same, with `None` for an empty body and for `null`. `Option<String>`: `null` only with a JSON content type. `Option<Bytes>`: an empty body only |
/// | `()` | nothing; any body is accepted |
/// | `String` | the body as text in the `charset` of its `Content-Type`, by default UTF-8, or, with a JSON content type, the value of a JSON string |
/// | `Bytes` | the unchanged body (a `Vec<u8>` is read from JSON, like any `Vec`) |
/// | `Body` | a stream of the body, which is read on demand |
/// | `Events<T>` | server-sent events, each as it arrives |
/// | `Lines<T>` | lines of JSON, or of text, each as it arrives |
///
/// Charsets other than UTF-8 and ISO-8859-1 need the feature `charset`. JSON, events and lines are UTF-8.
///
/// The method returns that type, `Option` of it (`None` on 404), `Response` of it (with status and headers), or
/// `Response` of the `Option`. With `response = Option<T>`, the option belongs to the body, and a 404 is an error.
/// Without `response`, the body is read into the returned type, or the `T` of a `Response<T>`. An `Option` is `None` on
/// 404, too. `Conditional<T>` is `Modified(T)`, or `NotModified` on 304.
///
/// With `response(202) = Type`, the method returns an enum with `From` for each of the types. A 404 is an error then, unless
/// `response(404)` lists it. `response(202) = Response<Type>` has the status and headers.
///
#[doc = include_str!("../HOW_TO.md")]
///
/// # Compile errors
///
/// A message states what is wrong and how to fix it, and points at the offending token. [`DIAGNOSTICS.md`] lists all messages with the
/// declarations that cause them.
///
/// [`DIAGNOSTICS.md`]: https://docs.rs/crate/pivotal-macros/latest/source/DIAGNOSTICS.md
#[proc_macro_attribute]
pub fn endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::endpoint(args.into(), &item.into()).into()
}

/// Implements a trait of endpoints for every transport: adds the supertrait and the implementation, lists the
/// endpoints, and sets defaults for all methods.
///
/// ```text
/// #[endpoints]
/// #[endpoints("PATH", key = value, ...)]
/// ```
///
/// `"PATH"` is the common path, in front of the template of every `#[endpoint]` in the trait. The template can then be
/// empty, a query alone, or continue the last segment with `.`, `:` or `(`, as in `.json`. The common path can contain
/// placeholders, which the parameters of each method fill, and query pairs, which are sent in front of those of the template:
/// `"/v2/accounts/<account>?api-version=2024-07-01"`, or `"?api-version=2024-07-01"` alone.
///
/// | key | default of the methods |
/// | --- | --- |
/// | `api = VALUE` | the `Api` whose conventions they follow |
/// | `error = Type`, `error(422) = Type` | the type that the body of an error is read into, for all statuses or for one. It does not apply to statuses that the method returns as a success or as `None` |
/// | `format = Type` | the `Format` of bodies, responses and errors; `format = Json` on a method restores the default |
/// | `header("Name") = "value"`, `= name`, `header(..) = name` | a header of every method. A named parameter must be one of every method. `Content-Type` is sent with a body only, and not with `multipart`, which has its own |
/// | `success = 200`, `200..=399` or `[200..=299, 404]` | the statuses of a success; `success = 200..=299` on a method restores the default |
/// | `auth = none` | no credentials are sent |
/// | `timeout = "90s"` | the timeout of a call |
///
/// A method's own key wins over that of the trait. Its headers and query pairs replace those of the same name. Two more
/// keys concern the trait:
///
/// | key | meaning |
/// | --- | --- |
/// | `transport = TRAIT` | the supertrait: `Transport` by default, `DynTransport` or `BlockingTransport` |
/// | `crate = path` | the path to the runtime, if it was renamed; it applies to every `#[endpoint]` in the trait |
///
/// The constant `ENDPOINTS` lists the endpoints in the order of their declaration. A trait with a constant is not dyn-compatible.
/// For `dyn Notes`, write `trait Notes: DynTransport` and `impl<T: DynTransport + ?Sized> Notes for T {}` without `#[endpoints]`.
/// Each `#[endpoint]` takes all of these keys but `transport`. Often an `Arc<dyn DynTransport>` is simpler: every trait of
/// endpoints is implemented for it, too. Inside a trait with `#[endpoints]`, `#[endpoint]` needs no import.
///
/// An `#[endpoint]` in `#[cfg_attr(predicate, ...)]` declares its method under that predicate only. `#[endpoint]` can be
/// imported under another name: `#[endpoints]` recognizes it by its arguments.
///
/// To test code that calls the endpoints, use the `Fake` of the feature `testing`, write a fake `Transport`, or mock that trait
/// by `mockall::mock!`: an attribute such as `mockall::automock` cannot mock the trait of the endpoints, since it is implemented
/// for every transport.
///
/// A macro inside the trait is expanded later, so an `#[endpoint]` that it writes has no defaults and is not in
/// `ENDPOINTS`. A macro that writes the complete trait has no such limit.
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
