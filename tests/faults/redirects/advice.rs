//! The advice for redirects that are not followed.

use pivotal_runtime::{Error, ErrorKind, Response, Transport, endpoint, testing};

use crate::support::fake::Fake;
use crate::support::fake::reply::status;

trait Files: Transport {
    #[endpoint(GET, "/file?<part>")]
    async fn file(&self, part: u8) -> Result<String, Error>;

    #[endpoint(GET, "<url>")]
    async fn follow(&self, url: &str) -> Result<String, Error>;

    /// The declaration that the advice suggests.
    #[endpoint(GET, "/file", response(302) = Response<()>)]
    async fn location(&self) -> Result<Response<()>, Error>;
}
impl<T: Transport> Files for T {}

#[tokio::test]
async fn error_advises_what_leads_to_the_response() {
    let disabled = "redirects are disabled; correct the URL, call `max_redirects`, or declare a method with";
    let cases = [
        (
            301,
            "https://api.invalid/file?part=1",
            0,
            "it leads to the same URL over HTTPS; write `https://` in the base URL",
        ),
        (308, "https://other.invalid/file?part=1", 0, disabled),
        (302, "/elsewhere", 0, disabled),
        (302, "ftp://api.invalid/", 0, "its `Location` is not a URL that can be requested; declare a method with"),
        (302, "ftp://api.invalid/", 9, "its `Location` is not a URL that can be requested; declare a method with"),
        (
            302,
            "http://user:s3cr3t@api.invalid/",
            9,
            "its `Location` is not a URL that can be requested; declare a method with",
        ),
        (300, "/elsewhere", 0, "this status is not followed; declare a method with"),
        (300, "/elsewhere", 9, "this status is not followed; declare a method with"),
    ];
    for (code, location, max_redirects, advice) in cases {
        let fake = Fake::new(move |_| status(code).header("location", location));
        let client = fake.plain().base_url("http://api.invalid").max_redirects(max_redirects).build().unwrap();
        let error = client.file(1).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        let text = error.to_string();
        let advice = if advice.ends_with("declare a method with") {
            format!("{advice} `response({code}) = Response<()>` to read its `Location`")
        } else {
            advice.to_owned()
        };
        assert!(text.starts_with(&format!("GET /file: returned {code}")), "{text}");
        assert!(text.ends_with(&format!(", a redirect that was not followed: {advice}")), "{text}");
        assert!(!text.contains("s3cr3t"), "{text}");
    }
}

#[tokio::test]
async fn advice_for_a_url_does_not_name_the_base_url() {
    let fake = Fake::new(|_| status(301).header("location", "https://cdn.invalid/a"));
    let error = fake.plain().build().unwrap().follow("http://cdn.invalid/a").await.unwrap_err();
    assert!(error.to_string().ends_with("it leads to the same URL over HTTPS; write `https://` in the URL"), "{error}");
}

#[tokio::test]
async fn declaration_of_the_advice_reads_the_location() {
    let fake = Fake::new(|_| status(302).header("location", "/elsewhere"));
    for max_redirects in [0, 5] {
        let client = fake.plain().max_redirects(max_redirects).build().unwrap();
        assert_eq!(client.location().await.unwrap().headers()["location"], "/elsewhere");
    }
}

#[tokio::test]
async fn not_modified_with_a_location_is_no_redirect() {
    let fake = Fake::new(|_| status(304).header("location", "/elsewhere"));
    let error = fake.plain().max_redirects(5).build().unwrap().file(1).await.unwrap_err();
    assert_eq!((error.kind(), fake.count()), (ErrorKind::Api, 1));
}

#[tokio::test]
async fn other_transports_advise_to_read_the_location() {
    let fake = testing::Fake::new();
    fake.on(|api| api.file(1)).responds(302, "").header("Location", "/elsewhere");
    let error = fake.file(1).await.unwrap_err();
    let expected = "GET /file: returned 302 Found, a redirect that was not followed; declare a method with \
                    `response(302) = Response<()>` \
                    to read its `Location`";
    assert_eq!(error.to_string(), expected);
}
