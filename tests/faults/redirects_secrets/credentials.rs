//! Credentials of any API: a server repeats them in every text that an error shows, in every form.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use pivotal_runtime::http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION};
use pivotal_runtime::http::{HeaderMap, Request};
use pivotal_runtime::{Body, CallOptions, Client, Error, ErrorKind, Transport, endpoint};

use super::{Answering, client, hides, is_silent, response};

/// Contains characters that each encoding writes in its own way.
const SECRET: &str = "s3cr3t/Zq41 +k~";

trait Things: Transport {
    #[endpoint(GET, "/things", auth = none)]
    async fn plain(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/things", auth = none, header("X-Api-Key") = key)]
    async fn by_key(&self, key: &str) -> Result<u8, Error>;

    #[endpoint(GET, "/things?<access_token>", auth = none)]
    async fn by_query(&self, access_token: &str) -> Result<u8, Error>;

    #[endpoint(GET, "/things", auth = none, header("Authorization") = authorization)]
    async fn by_authorization(&self, authorization: &str) -> Result<u8, Error>;

    #[endpoint(GET, "/things", auth = none, header(..) = headers)]
    async fn by_map(&self, headers: &HeaderMap) -> Result<u8, Error>;

    #[endpoint(GET, "/things", auth = none, header("If-Match") = etag)]
    async fn by_etag(&self, etag: &str) -> Result<u8, Error>;
}
impl<T: Transport> Things for T {}

/// The forms in which a server may repeat a value.
fn forms(value: &str) -> Vec<String> {
    let percent = |is_plain: fn(u8) -> bool, space: &str| {
        let encoded = value.bytes().map(|byte| match byte {
            b' ' if !space.is_empty() => space.to_owned(),
            _ if is_plain(byte) => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        encoded.collect::<String>()
    };
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let form = |byte: u8| byte.is_ascii_alphanumeric() || b"*-._".contains(&byte);
    let encoded = percent(unreserved, "");
    vec![value.to_owned(), encoded.replace("%2F", "%2f"), encoded, percent(form, "+")]
}

/// A response that repeats a text wherever an error shows text of a server.
fn repeating(status: u16, text: &str) -> Result<pivotal_runtime::http::Response<Body>, Error> {
    let envelope = serde_json::json!({ "error": { "type": text, "code": text, "message": text, "field": text } });
    response(status, &[("content-type", text), ("x-request-id", text)], envelope.to_string())
}

/// The texts that an error shows are without the secret, whichever form the server repeats.
async fn never_shows(forms: &[String], build: impl Fn(&Answering) -> Client, call: impl AsyncFn(&Client) -> Error) {
    for form in forms {
        // A message, a body that is no envelope, a success that cannot be read.
        for (status, is_json) in [(401, true), (500, false), (200, true)] {
            let repeated = form.clone();
            let http = Answering::that(move |_: &Request<Body>| {
                let text = format!("the key {repeated} is revoked");
                let repeats = repeating(status, &text);
                if is_json { repeats } else { repeats.map(|response| response.map(|_| Body::from("<html>"))) }
            });
            let error = call(&build(&http)).await;
            for shown in [error.to_string(), format!("{error:?}"), format!("{error:#?}")] {
                assert!(!shown.contains(form.as_str()), "{status} {form}: {shown}");
                assert!(shown.contains("the key [redacted] is revoked"), "{status} {form}: {shown}");
            }
            let message = error.message().map(|message| message.contains(form.as_str()));
            assert_eq!(message, (status == 401).then_some(true), "the message itself is as the server wrote it");
        }
    }
}

fn plain(http: &Answering) -> Client {
    client(http).build().unwrap()
}

fn sensitive(value: &str) -> HeaderValue {
    let mut value = HeaderValue::from_str(value).unwrap();
    value.set_sensitive(true);
    value
}

#[tokio::test(start_paused = true)]
async fn api_key_header_is_not_shown() {
    never_shows(&forms(SECRET), plain, async |api| api.by_key(SECRET).await.unwrap_err()).await;
}

#[tokio::test(start_paused = true)]
async fn token_in_the_query_is_not_shown() {
    never_shows(&forms(SECRET), plain, async |api| api.by_query(SECRET).await.unwrap_err()).await;
}

#[tokio::test(start_paused = true)]
async fn authorization_is_not_shown_with_or_without_its_scheme() {
    for scheme in ["Bearer", "token", "GoogleLogin"] {
        let value = format!("{scheme} {SECRET}");
        let forms = [forms(&value), forms(SECRET)].concat();
        never_shows(&forms, plain, async |api| api.by_authorization(&value).await.unwrap_err()).await;
    }
}

#[tokio::test(start_paused = true)]
async fn parts_of_basic_credentials_are_not_shown() {
    let pair = format!("user@example.com:{SECRET}");
    for encoded in [STANDARD.encode(&pair), URL_SAFE_NO_PAD.encode(&pair)] {
        let value = format!("Basic {encoded}");
        let forms = [vec![value.clone(), encoded], forms(&pair), forms(SECRET)].concat();
        never_shows(&forms, plain, async |api| api.by_authorization(&value).await.unwrap_err()).await;
    }
}

#[tokio::test(start_paused = true)]
async fn default_header_that_is_sensitive_is_not_shown() {
    for name in [HeaderName::from_static("x-account"), AUTHORIZATION, PROXY_AUTHORIZATION] {
        let build = |http: &Answering| {
            client(http).default_header(name.clone(), sensitive(&format!("Bearer {SECRET}"))).build().unwrap()
        };
        never_shows(&forms(SECRET), build, async |api| api.plain().await.unwrap_err()).await;
    }
}

#[tokio::test(start_paused = true)]
async fn cookie_is_not_shown() {
    let cookies = format!("theme=dark; session={SECRET}; page=1");
    let cookie = || HeaderValue::from_str(&cookies).unwrap();
    let build = |http: &Answering| client(http).default_header(COOKIE, cookie()).build().unwrap();
    never_shows(&forms(SECRET), build, async |api| api.plain().await.unwrap_err()).await;
}

#[tokio::test(start_paused = true)]
async fn sensitive_header_of_options_and_maps_is_not_shown() {
    let name = HeaderName::from_static("x-account");
    never_shows(&forms(SECRET), plain, async |api| {
        let options = CallOptions::new().header(name.clone(), sensitive(SECRET));
        api.with(options).plain().await.unwrap_err()
    })
    .await;
    let map = HeaderMap::from_iter([(name.clone(), sensitive(SECRET))]);
    never_shows(&forms(SECRET), plain, async |api| api.by_map(&map).await.unwrap_err()).await;
}

#[tokio::test(start_paused = true)]
async fn own_key_is_not_shown() {
    let forms = [super::KEY.to_owned(), format!("Bearer {}", super::KEY)];
    let http = |message: &str| {
        let message = message.to_owned();
        Answering::that(move |_| repeating(401, &message))
    };
    for form in forms {
        let error = super::open(&client(&http(&form)).build().unwrap()).await.unwrap_err();
        is_silent(&error);
        assert!(error.to_string().contains("returned 401 Unauthorized: [redacted] (code"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn token_in_the_base_path_is_not_shown() {
    let token = "bot123456:AAE-s3cr3tZq41";
    let build = |http: &Answering| client(http).base_url(format!("https://api.example/{token}")).build().unwrap();
    never_shows(&[token.to_owned()], build, async |api| api.plain().await.unwrap_err()).await;
    let http = Answering::that(|_| repeating(200, "7"));
    let builder = client(&http).base_url(format!("https://api.example/{token}"));
    hides(&builder);
    let client = builder.build().unwrap();
    for shown in [format!("{client:?}"), format!("{:?}", client.with(CallOptions::new()))] {
        assert!(!shown.contains("s3cr3t") && shown.contains("https://api.example/…"), "{shown}");
    }
    assert_eq!(client.base_url(), format!("https://api.example/{token}"), "to those who ask for it");
}

#[tokio::test(start_paused = true)]
async fn ordinary_header_parameter_stays_readable() {
    let http = Answering::that(|request| {
        let etag = request.headers()["if-match"].to_str().unwrap().to_owned();
        repeating(412, &format!("the tag is not {etag}"))
    });
    let error = plain(&http).by_etag("\"abcdefgh-1\"").await.unwrap_err();
    assert!(error.to_string().contains("the tag is not \"abcdefgh-1\" (code"), "{error}");
}

trait Sessions: Transport {
    #[endpoint(GET, "/sessions")]
    async fn counts(&self) -> Result<BTreeMap<String, u64>, Error>;

    #[endpoint(GET, "/sessions")]
    async fn nested(&self) -> Result<Accounts, Error>;

    #[endpoint(GET, "/sessions")]
    async fn checked(&self) -> Result<BTreeMap<Checked, u64>, Error>;
}
impl<T: Transport> Sessions for T {}

#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "it is never read")]
struct Accounts {
    by_token: BTreeMap<String, Vec<Account>>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "it is never read")]
struct Account {
    id: u64,
}

/// A key that its type checks.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(try_from = "String")]
struct Checked(String);

impl TryFrom<String> for Checked {
    type Error = String;

    fn try_from(key: String) -> Result<Self, String> {
        if key.contains('_') { Ok(Self(key)) } else { Err(format!("no such key: {key}")) }
    }
}

#[tokio::test(start_paused = true)]
async fn keys_of_a_map_are_shown_by_position() {
    let secrets =
        ["sk_live_AbCdEfGhIjKlMnOp", "xoxb-AbCdEfGhIjKlMnOp1234", "alice_smith", "4111111111111111", "a1_b2", "id"];
    for secret in secrets {
        let error_of = async |body: String, call: &dyn Fn(Client) -> Pending| {
            let http = Answering::that(move |_| super::json(200, body.clone()));
            let error = call(plain(&http)).await;
            assert_eq!(error.kind(), ErrorKind::Decode);
            let shown = format!("{error} {error:?}");
            assert!(secret == "id" || !shown.contains(secret), "{shown}");
            error.to_string()
        };
        let counts: &dyn Fn(Client) -> Pending = &|api| Box::pin(async move { api.counts().await.unwrap_err() });
        let nested: &dyn Fn(Client) -> Pending = &|api| Box::pin(async move { api.nested().await.unwrap_err() });
        let checked: &dyn Fn(Client) -> Pending = &|api| Box::pin(async move { api.checked().await.unwrap_err() });
        let shown = error_of(format!(r#"{{"a":1,"{secret}":"x"}}"#), counts).await;
        assert!(shown.contains("expected u64 at `{1}`, line 1"), "{shown}");
        let shown = error_of(format!(r#"{{"by_token":{{"{secret}":[{{"id":"x"}}]}}}}"#), nested).await;
        assert!(shown.contains("expected u64 at `by_token{0}[0].id`, line 1"), "{shown}");
        let shown = error_of(format!(r#"{{"a_b":1,"{secret}":"x"}}"#), checked).await;
        assert!(shown.contains(" at `{1}`, line 1"), "{shown}");
        if secret != "id" {
            let shown = error_of(format!(r#"{{"by_token":{{"a":[{{"{secret}":1}}]}}}}"#), nested).await;
            assert!(shown.contains("expected `id` at `by_token{0}[0]{0}`, line 1"), "{shown}");
        }
    }
}

type Pending = std::pin::Pin<Box<dyn Future<Output = Error>>>;

#[tokio::test(start_paused = true)]
async fn text_of_a_server_is_bounded_and_escaped() {
    let long = "A".repeat(60_000);
    let hidden = "esc \u{1b}[31m c1 \u{9b}31m bidi \u{202e}gnp\u{2066} zero \u{200b}\u{feff}\u{2028} tag \u{e0041}";
    for text in [long.as_str(), hidden] {
        let text = text.to_owned();
        let http = Answering::that(move |_| {
            let envelope =
                serde_json::json!({ "error": { "type": text, "code": text, "message": text, "field": text } });
            let id: String = text.chars().filter(char::is_ascii_graphic).collect();
            response(400, &[("content-type", &id), ("x-request-id", &id)], envelope.to_string())
        });
        let error = plain(&http).plain().await.unwrap_err();
        for shown in [error.to_string(), format!("{error:?}")] {
            assert!(shown.len() < 4_000, "{} bytes", shown.len());
            assert!(shown.chars().all(|c| c == '…' || (!c.is_control() && c.is_ascii())), "{shown}");
        }
    }
}
