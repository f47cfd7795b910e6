//! Statuses that are a success, and the type of errors.

use super::{Defaults, Plain, client};
use crate::support::fake::Fake;
use crate::support::fake::reply::status;

#[tokio::test]
async fn error_type_of_the_method_wins_over_trait_and_api() {
    let fake = Fake::new(|_| {
        status(404).body(r#"{"api":"Of the API.","of_trait":"Of the trait.","method":"Of the method."}"#)
    });
    let client = client(&fake);
    let errors = [
        client.plain().await.unwrap_err(),
        client.of_trait().await.unwrap_err(),
        client.of_method().await.unwrap_err(),
    ];
    assert_eq!(
        errors.map(|error| error.message().unwrap().to_owned()),
        ["Of the API.", "Of the trait.", "Of the method."]
    );
}

#[tokio::test]
async fn success_of_the_method_wins_over_the_trait() {
    for (of_response, expected) in [(200, [true, true, false, true]), (201, [true, false, true, true])] {
        let fake = Fake::new(move |_| status(of_response));
        let client = client(&fake);
        let is_success = [
            client.plain().await.is_ok(),
            client.of_trait().await.is_ok(),
            client.of_method().await.is_ok(),
            // `success = 200..=299`
            client.short().await.is_ok(),
        ];
        assert_eq!(is_success, expected, "{of_response}");
    }
}
