//! The number of attempts and the waits between them.

use std::time::Duration;

use crate::support::fake::Fake;
use crate::support::fake::reply::{connection_refused, status};
use crate::support::seconds;
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn any_number_of_attempts_is_accepted() {
    for attempts in [0, 1] {
        let fake = Fake::new(|_| status(503));
        let client = fake.builder().max_attempts(attempts).build().unwrap();
        assert_eq!((client.get().await.unwrap_err().attempts(), fake.count()), (1, 1));
    }
    // The budget allows 100 retries.
    let fake = Fake::new(|_| status(503));
    let client = fake.builder().max_attempts(u32::MAX).timeout(Duration::MAX).build().unwrap();
    let error = client.get().await.unwrap_err();
    assert_eq!((error.attempts(), fake.count()), (101, 101));
    let longest = fake.gaps().into_iter().max().unwrap();
    assert!(longest <= seconds(8), "{longest:?}");
}

#[tokio::test(start_paused = true)]
async fn backoff_is_spread_up_to_a_doubling_ceiling() {
    // The wait after each of the first seven attempts, of 400 calls.
    let mut waits: [Vec<f64>; 7] = Default::default();
    for _ in 0..400 {
        let fake = Fake::new(|_| connection_refused());
        let client = fake.builder().max_attempts(8).build().unwrap();
        assert_eq!(client.get().await.unwrap_err().attempts() as usize, fake.count());
        for (waits, gap) in waits.iter_mut().zip(fake.gaps()) {
            waits.push(gap.as_secs_f64());
        }
    }
    for (waits, ceiling) in waits.iter_mut().zip([0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]) {
        waits.sort_by(f64::total_cmp);
        let (least, most) = (waits[0], waits[waits.len() - 1]);
        assert!(waits.len() > 300);
        assert!(most <= ceiling, "{most} of {ceiling}");
        assert!(least < 0.1 * ceiling && most > 0.9 * ceiling, "from {least} to {most} of {ceiling}");
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let mean = waits.iter().sum::<f64>() / waits.len() as f64;
        assert!((0.4..0.6).contains(&(mean / ceiling)), "{mean} of {ceiling}");
        waits.dedup();
        assert!(waits.len() > 100, "they differ");
    }
}
