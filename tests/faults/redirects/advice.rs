//! The advice for redirects that are not followed.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};

use crate::support::fake::Fake;
use crate::support::fake::reply::status;

trait Files: Transport {
    #[endpoint(GET, "/file?<part>")]
    async fn file(&self, part: u8) -> Result<String, Error>;
}
impl<T: Transport> Files for T {}

#[tokio::test]
async fn error_advises_what_leads_to_the_response() {
    let choice = "which is not followed; correct the URL, call `max_redirects` to follow redirects, or declare the status \
                  in `success` to read its `Location`";
    let cases = [
        (
            301,
            "https://api.invalid/file?part=1",
            0,
            "to HTTPS, which is not followed; write `https://` in the base URL",
        ),
        (308, "https://other.invalid/file?part=1", 0, choice),
        (302, "/elsewhere", 0, choice),
        (302, "ftp://api.invalid/", 0, "whose `Location` is not a URL of HTTP"),
        (302, "ftp://api.invalid/", 9, "whose `Location` is not a URL of HTTP"),
        (
            300,
            "/elsewhere",
            9,
            "which is not followed, since the server offers a choice; declare the status in `success` to read it",
        ),
    ];
    for (code, location, max_redirects, advice) in cases {
        let fake = Fake::new(move |_| status(code).header("location", location));
        let client = fake.plain().base_url("http://api.invalid").max_redirects(max_redirects).build().unwrap();
        let error = client.file(1).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        let text = error.to_string();
        assert!(text.starts_with(&format!("GET /file: returned {code}")), "{text}");
        assert!(text.ends_with(&format!(", a redirect, {advice}")), "{text}");
    }
}
