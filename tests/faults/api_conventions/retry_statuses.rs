//! Statuses that an API adds to the retried ones.

use std::time::Duration;

use pivotal_runtime::Api;

use crate::support::fake::Fake;
use crate::support::fake::reply::{ok, status};
use crate::thing_api::{Call, Column};

/// GitHub's secondary rate limit is a 403, and an item can be locked.
static LISTED: Api = Api::new().retry_statuses(&[403, 423]).idempotency_key_header("Idempotency-Key");

static UNLISTED: Api = Api::new().retry_statuses(&[425]).idempotency_key_header("Idempotency-Key");

#[tokio::test(start_paused = true)]
async fn listed_status_is_retried_where_that_is_safe() {
    for code in [403, 423] {
        for (call, column) in Call::ALL {
            let fake = Fake::new(move |_| status(code));
            let client = call.builder(&fake).api(&LISTED).build().unwrap();
            let error = call.on(&client).await.unwrap_err();
            let attempts = if column == Column::Unsafe { 1 } else { 3 };
            assert_eq!((error.attempts(), fake.count()), (attempts, attempts as usize), "{call:?}, {code}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn other_statuses_are_retried_as_without_a_list() {
    for (code, attempts) in [(400, 1), (403, 1), (409, 1), (501, 1), (408, 3), (425, 3), (429, 3), (500, 3), (504, 3)] {
        let fake = Fake::new(move |_| status(code));
        let client = fake.plain().api(&UNLISTED).build().unwrap();
        assert_eq!(Call::Get.on(&client).await.unwrap_err().attempts(), attempts, "{code}");
        assert_eq!(fake.count(), attempts as usize);
    }
}

#[tokio::test(start_paused = true)]
async fn status_403_with_retry_after_is_retried_only_if_listed() {
    let limited = || status(403).header("retry-after", "7");
    for builder in [Fake::builder, Fake::plain, |fake: &Fake| fake.plain().api(&UNLISTED)] {
        let fake = Fake::script([limited()]);
        let error = Call::Get.on(&builder(&fake).build().unwrap()).await.unwrap_err();
        assert_eq!((error.attempts(), error.retry_after()), (1, Some(Duration::from_secs(7))));
    }
    let fake = Fake::script([limited(), limited(), ok()]);
    let client = fake.plain().api(&LISTED).build().unwrap();
    assert_eq!(Call::Get.on(&client).await.unwrap(), 3);
    assert!(fake.gaps().iter().all(|gap| *gap >= Duration::from_secs(7)), "{:?}", fake.gaps());

    let fake = Fake::script([limited()]);
    let client = Call::KeylessPost.builder(&fake).api(&LISTED).build().unwrap();
    assert_eq!(Call::KeylessPost.on(&client).await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn listed_status_can_be_stopped_by_the_server() {
    let fake = Fake::new(|_| status(403).header("x-should-retry", "false"));
    let client = fake.plain().api(&LISTED).build().unwrap();
    assert_eq!((Call::Get.on(&client).await.unwrap_err().attempts(), fake.count()), (1, 1));
}
