//! Credentials and headers of a call whose redirects lead to other origins.

use pivotal_runtime::http::header::{AUTHORIZATION, HOST};
use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{ApiKey, Applied, Attempt, Basic, Bearer, Bytes, CallOptions, Credentials, Error, ErrorKind};

use super::followed::{Files, TOKEN, following, redirect, redirecting};
use crate::support::fake::reply::{ok, status};
use crate::support::fake::{Fake, Sent};

/// The credentials of a request: the header, the query, and headers that hold one.
fn credentials(sent: &Sent) -> [bool; 4] {
    let has = |name: &str| sent.headers.contains_key(name);
    [has("authorization"), sent.path.contains("api_key="), has("x-api-key"), has("x-default")]
}

#[tokio::test]
async fn credentials_go_to_known_origins_only() {
    let secret = || {
        let mut value = HeaderValue::from_static(TOKEN);
        value.set_sensitive(true);
        (HeaderName::from_static("x-default"), value)
    };
    let cases = [
        ("/moved", true),
        ("https://api.invalid/moved", true),
        ("https://files.invalid/moved", true),
        ("https://api.invalid:8443/moved", false),
        ("https://api.invalid.evil/moved", false),
        ("https://cdn.invalid/moved", false),
    ];
    for (location, is_known) in cases {
        for in_query in [false, true] {
            let fake = redirecting(307, location);
            let (name, value) = secret();
            let builder = following(&fake).credential_origin("https://files.invalid").default_header(name, value);
            let builder = if in_query {
                builder.credentials(ApiKey::query("api_key", TOKEN).unwrap())
            } else {
                builder.credentials(Bearer::new(TOKEN).unwrap())
            };
            builder.build().unwrap().get(1, "e", "k").await.unwrap();
            let [first, second] = fake.sent().try_into().unwrap();
            assert_eq!(credentials(&first), [!in_query, in_query, true, true]);
            assert_eq!(
                credentials(&second),
                [!in_query && is_known, in_query && is_known, is_known, is_known],
                "{location}"
            );
            assert_eq!(second.header("if-match"), Some("e"), "{location}");
        }
    }
}

#[tokio::test]
async fn header_of_the_call_with_credentials_stays_at_its_origin() {
    let fake = redirecting(307, "https://cdn.invalid/");
    let options = CallOptions::new().header(AUTHORIZATION, HeaderValue::from_static("Basic eDp5"));
    following(&fake).build().unwrap().with(options).put("text").await.unwrap();
    let sent: Vec<_> = fake.sent().iter().map(|sent| sent.header("authorization").map(str::to_owned)).collect();
    assert_eq!(sent, [Some("Basic eDp5".to_owned()), None]);
}

#[tokio::test]
async fn credentials_that_a_server_rejects_after_a_redirect_are_an_error() {
    let fake = Fake::script([redirect(302, "https://cdn.invalid/"), status(401)]);
    let client = following(&fake).credentials(Basic::new("name", TOKEN).unwrap()).build().unwrap();
    let error = client.get(1, "e", "k").await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16(), fake.count()), (ErrorKind::Api, 401, 2));
}

#[tokio::test]
async fn other_origin_does_not_decide_what_is_requested_with_credentials() {
    let secret = || {
        let mut value = HeaderValue::from_static(TOKEN);
        value.set_sensitive(true);
        (HeaderName::from_static("x-default"), value)
    };
    let cases: [&[&str]; 2] =
        [&["https://evil.invalid/a", "https://api.invalid/delete-all"], &["https://api.invalid/delete-all"]];
    for locations in cases {
        let starts_elsewhere = locations.len() == 1;
        let replies = locations.iter().map(|location| redirect(307, location)).chain([ok()]);
        let fake = Fake::script(replies);
        let (name, value) = secret();
        let builder = following(&fake).credentials(Bearer::new(TOKEN).unwrap()).default_header(name, value);
        let client = builder.build().unwrap();
        if starts_elsewhere {
            client.follow("https://evil.invalid/start").await.unwrap();
        } else {
            client.delete().await.unwrap();
        }
        let last = fake.sent().pop().unwrap();
        assert_eq!(
            (last.uri.to_string().as_str(), last.header("authorization")),
            ("https://api.invalid/delete-all", None)
        );
        assert_eq!(last.header("x-default"), None);
    }
}

#[tokio::test]
async fn declared_headers_stay_at_their_origin_whatever_their_name() {
    let fake = redirecting(302, "https://cdn.invalid/");
    following(&fake).build().unwrap().authorized("Basic eDp5").await.unwrap();
    let sent: Vec<_> = fake.sent().iter().map(|sent| sent.header("x-auth").map(str::to_owned)).collect();
    assert_eq!(sent, [Some("Basic eDp5".to_owned()), None]);
}

#[tokio::test]
async fn host_of_the_client_stays_at_its_origin() {
    let host = HeaderValue::from_static("internal.invalid");
    let builder =
        |fake: &Fake| following(fake).base_url("http://api.invalid").allow_http().default_header(HOST, host.clone());
    for is_known in [false, true] {
        let fake = redirecting(302, "https://cdn.invalid/");
        let builder = builder(&fake);
        let builder = if is_known { builder.credential_origin("https://cdn.invalid") } else { builder };
        builder.build().unwrap().delete().await.unwrap();
        let hosts: Vec<_> = fake.sent().iter().map(|sent| sent.header("host").map(str::to_owned)).collect();
        assert_eq!(hosts, [Some("internal.invalid".to_owned()), None], "{is_known}");
    }
    let fake = Fake::new(|_| ok());
    let client = builder(&fake).build().unwrap();
    client.follow("https://cdn.invalid/").await.unwrap();
    client.follow("http://api.invalid/").await.unwrap();
    client.at("http://other.invalid").unwrap().follow("/a").await.unwrap();
    let hosts: Vec<_> = fake.sent().iter().map(|sent| sent.header("host").map(str::to_owned)).collect();
    assert_eq!(hosts, [None, Some("internal.invalid".to_owned()), None]);
}

#[tokio::test]
async fn host_of_the_call_stays_at_its_origin() {
    let fake = Fake::new(|_| ok());
    let client = following(&fake).base_url("http://api.invalid").allow_http().build().unwrap();
    let client = client.with(CallOptions::new().header(HOST, HeaderValue::from_static("internal.invalid")));
    for url in ["/a", "http://api.invalid/", "http://other.invalid/", "https://cdn.invalid/"] {
        client.follow(url).await.unwrap();
    }
    let hosts: Vec<_> = fake.sent().iter().map(|sent| sent.header("host").map(str::to_owned)).collect();
    let own = Some("internal.invalid".to_owned());
    assert_eq!(hosts, [own.clone(), own, None, None]);
}

#[tokio::test]
async fn signature_is_that_of_the_request_that_is_sent() {
    let fake = redirecting(303, "/moved");
    following(&fake).credentials(Signing).build().unwrap().post("text").await.unwrap();
    let signed: Vec<_> = fake.sent().iter().map(|sent| sent.header("x-signed").unwrap().to_owned()).collect();
    assert_eq!(signed, ["POST /file 6", "GET /moved 0"]);
}

/// Signs method, path and length of the body.
struct Signing;

impl Credentials for Signing {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        let length = attempt.body().map_or(0, Bytes::len);
        let signed = format!("{} {} {length}", attempt.method(), attempt.path_and_query());
        attempt
            .set_header(HeaderName::from_static("x-signed"), HeaderValue::try_from(signed).map_err(Error::transport)?);
        Ok(Applied::Done)
    }
}
