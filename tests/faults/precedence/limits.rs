//! Limits on size and concurrency.

use pivotal_runtime::{CallOptions, ClientBuilder, ErrorKind};
use tokio::task::JoinSet;

use super::{Plain, builder, seconds};
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;

#[tokio::test]
async fn response_size_of_the_call_wins_over_the_client() {
    const DEFAULT: usize = 16 * 1024 * 1024;
    let cases =
        [(None, None, DEFAULT), (Some(8), None, 8), (Some(8), Some(4), 4), (Some(8), Some(DEFAULT + 1), DEFAULT + 1)];
    for (of_client, of_call, limit) in cases {
        for (size, is_read) in [(limit, true), (limit + 1, false)] {
            let fake = Fake::new(move |_| ok().body("7".to_owned() + &" ".repeat(size - 1)));
            let client = of_client.into_iter().fold(builder(&fake), ClientBuilder::max_response_bytes);
            let options = of_call.into_iter().fold(CallOptions::new(), CallOptions::max_response_bytes);
            let result = client.build().unwrap().with(options).plain().await;
            assert_eq!(
                result.map_err(|error| error.kind()).map(|_| ()),
                if is_read { Ok(()) } else { Err(ErrorKind::TooLarge) }
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn concurrency_is_that_of_the_client() {
    for (of_client, expected) in [(None, 64), (Some(3), 3), (Some(0), 1)] {
        let fake = Fake::new(|_| ok().after(seconds(1)));
        let client = of_client.into_iter().fold(builder(&fake), ClientBuilder::max_concurrency);
        let client = client.timeout(seconds(1_000)).build().unwrap();
        let mut calls = JoinSet::new();
        for _ in 0..100 {
            let client = client.clone();
            calls.spawn(async move { client.plain().await.map(drop) });
        }
        for result in calls.join_all().await {
            result.unwrap();
        }
        assert_eq!((fake.count(), fake.peak()), (100, expected));
    }
}
