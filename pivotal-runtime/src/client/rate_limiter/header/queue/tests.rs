use super::*;

/// Another thread can change the limit after an attempt has left the queue, so that it waits again.
#[tokio::test(start_paused = true)]
async fn attempt_that_has_left_the_queue_joins_it_at_the_end() {
    let deadline = Instant::now() + Duration::from_secs(9);
    let mut queue = Queue::default();
    let first = queue.join(deadline, None);
    let second = queue.join(deadline, None);
    assert_eq!(queue.join(deadline, Some(first)), first, "it is in the queue already");
    queue.leave(first);
    let again = queue.join(deadline, Some(first));
    assert_eq!((queue.first(Instant::now()), queue.deadline(again)), (Some((second, deadline)), Some(deadline)));
}

/// Attempts that leave before their deadline would add up.
#[tokio::test(start_paused = true)]
async fn nothing_is_kept_of_attempts_that_have_left() {
    let now = Instant::now();
    let mut queue = Queue::default();
    for seconds in 0..9 {
        let deadline = now + Duration::from_secs(seconds);
        let ticket = queue.join(deadline, None);
        queue.set_until(ticket, deadline);
        queue.leave(ticket);
    }
    assert!(queue.is_empty() && queue.deadlines.is_empty(), "{queue:?}");
}
