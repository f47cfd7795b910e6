//! Credentials that a server repeats in any text that an error shows, in any encoding.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use pivotal_runtime::http::HeaderMap;
use pivotal_runtime::http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION};
use pivotal_runtime::{CallOptions, Client, Error, Transport, endpoint};

use super::{debug_hides_secret, fake_client, hides_secret};
use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, status};

/// A secret with characters that each encoding writes differently.
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

/// Returns the encodings in which a server may repeat a value.
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

/// Returns a response that repeats a text in each field and header that an error shows.
fn repeating(code: u16, text: &str) -> Reply {
    let envelope = serde_json::json!({ "error": { "type": text, "code": text, "message": text, "field": text } });
    status(code).header("content-type", text).header("x-request-id", text).body(envelope.to_string())
}

/// Checks that an error does not show the secret in any of these encodings.
async fn never_shows(forms: &[String], build: impl Fn(&Fake) -> Client, call: impl AsyncFn(&Client) -> Error) {
    for form in forms {
        // A message, another body, and a success that cannot be decoded.
        for (code, is_json) in [(401, true), (500, false), (200, true)] {
            let repeated = form.clone();
            let fake = Fake::new(move |_| {
                let reply = repeating(code, &format!("the key {repeated} is revoked"));
                if is_json { reply } else { reply.body("<html>") }
            });
            let error = call(&build(&fake)).await;
            for shown in [error.to_string(), format!("{error:?}"), format!("{error:#?}")] {
                assert!(!shown.contains(form.as_str()), "{code} {form}: {shown}");
                assert!(shown.contains("the key [redacted] is revoked"), "{code} {form}: {shown}");
            }
            let message = error.message().map(|message| message.contains(form.as_str()));
            assert_eq!(message, (code == 401).then_some(true), "`message` returns the text of the server");
        }
    }
}

fn plain(fake: &Fake) -> Client {
    fake_client(fake).build().unwrap()
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
        let build = |fake: &Fake| {
            fake_client(fake).default_header(name.clone(), sensitive(&format!("Bearer {SECRET}"))).build().unwrap()
        };
        never_shows(&forms(SECRET), build, async |api| api.plain().await.unwrap_err()).await;
    }
}

#[tokio::test(start_paused = true)]
async fn cookie_is_not_shown() {
    let cookies = format!("theme=dark; session={SECRET}; page=1");
    let cookie = || HeaderValue::from_str(&cookies).unwrap();
    let build = |fake: &Fake| fake_client(fake).default_header(COOKIE, cookie()).build().unwrap();
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
    for form in forms {
        let fake = Fake::new(move |_| repeating(401, &form));
        let error = super::open(&plain(&fake)).await.unwrap_err();
        hides_secret(&error);
        assert!(error.to_string().contains("returned 401 Unauthorized: [redacted] (code"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn token_in_the_base_path_is_not_shown() {
    let token = "bot123456:AAE-s3cr3tZq41";
    let build = |fake: &Fake| fake_client(fake).base_url(format!("https://api.invalid/{token}")).build().unwrap();
    never_shows(&[token.to_owned()], build, async |api| api.plain().await.unwrap_err()).await;
    let fake = Fake::new(|_| repeating(200, "7"));
    let builder = fake_client(&fake).base_url(format!("https://api.invalid/{token}"));
    debug_hides_secret(&builder);
    let client = builder.build().unwrap();
    for shown in [format!("{client:?}"), format!("{:?}", client.with(CallOptions::new()))] {
        assert!(!shown.contains("s3cr3t") && shown.contains("https://api.invalid/…"), "{shown}");
    }
    assert_eq!(client.base_url(), format!("https://api.invalid/{token}"), "`base_url` returns it");
}

#[tokio::test(start_paused = true)]
async fn ordinary_header_parameter_stays_readable() {
    let fake = Fake::new(|sent| repeating(412, &format!("the tag is not {}", sent.header("if-match").unwrap())));
    let error = plain(&fake).by_etag("\"abcdefgh-1\"").await.unwrap_err();
    assert!(error.to_string().contains("the tag is not \"abcdefgh-1\" (code"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn text_of_a_server_is_bounded_and_escaped() {
    let long = "A".repeat(60_000);
    let hidden = "esc \u{1b}[31m c1 \u{9b}31m bidi \u{202e}gnp\u{2066} zero \u{200b}\u{feff}\u{2028} tag \u{e0041}";
    for text in [long.as_str(), hidden] {
        let text = text.to_owned();
        let fake = Fake::new(move |_| {
            let envelope =
                serde_json::json!({ "error": { "type": text, "code": text, "message": text, "field": text } });
            let id: String = text.chars().filter(char::is_ascii_graphic).collect();
            status(400).header("content-type", &id).header("x-request-id", &id).body(envelope.to_string())
        });
        let error = plain(&fake).plain().await.unwrap_err();
        for shown in [error.to_string(), format!("{error:?}")] {
            assert!(shown.len() < 4_000, "{} bytes", shown.len());
            assert!(shown.chars().all(|c| c == '…' || (!c.is_control() && c.is_ascii())), "{shown}");
        }
    }
}
