//! Workers that are forked from one process do not share idempotency keys. With shared keys, a server would replay the
//! response of one worker to another.
//!
//! Only the forking thread exists in a child, so this is a program without the threads of a test runner.

#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

#[cfg(unix)]
fn main() {
    unix::keys_of_forked_workers_are_distinct();
    #[cfg(feature = "blocking")]
    unix::blocking_client_of_the_parent_is_an_error();
}

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
mod unix {
    use std::collections::BTreeSet;
    use std::hash::{BuildHasher, RandomState};
    use std::io::{PipeWriter, Read, Write, pipe};
    use std::process::exit;
    use std::sync::Mutex;

    use fork::{Fork, fork, waitpid};
    use pivotal_runtime::testing::Fake;
    use pivotal_runtime::{Body, Error, Transport, endpoint, http};

    const WORKERS: usize = 3;
    const CALLS: usize = 100;

    trait Jobs: Transport {
        #[endpoint(POST, "/jobs", body = number)]
        async fn create(&self, number: usize) -> Result<(), Error>;
    }
    impl<T: Transport> Jobs for T {}

    pub(super) fn keys_of_forked_workers_are_distinct() {
        // Initializes the hash seed of the standard library, which the children share.
        let _ = RandomState::new().hash_one(0_u8);
        let (mut reader, writer) = pipe().expect("a pipe");
        let mut workers = Vec::new();
        for _ in 0..WORKERS {
            match fork().expect("a child") {
                Fork::Child => {
                    work(writer);
                    exit(0);
                }
                Fork::Parent(worker) => workers.push(worker),
            }
        }
        drop(writer);
        let mut keys = String::new();
        reader.read_to_string(&mut keys).expect("the keys");
        for worker in workers {
            assert_eq!(waitpid(worker).expect("a worker that ended"), 0);
        }
        assert_eq!(keys.lines().count(), WORKERS * CALLS);
        assert_eq!(keys.lines().collect::<BTreeSet<_>>().len(), WORKERS * CALLS, "each key is used once");
    }

    /// The thread of the client does not exist in the child, so a call would wait for ever.
    #[cfg(feature = "blocking")]
    pub(super) fn blocking_client_of_the_parent_is_an_error() {
        use pivotal_runtime::{BlockingTransport, Client, blocking};

        trait Jobs: BlockingTransport {
            #[endpoint(GET, "/jobs")]
            fn jobs(&self) -> Result<(), Error>;
        }
        impl<T: BlockingTransport> Jobs for T {}

        let (mut reader, mut writer) = pipe().expect("a pipe");
        let client = blocking::Client::new(Client::builder().base_url("http://127.0.0.1:9")).expect("a client");
        let worker = match fork().expect("a child") {
            Fork::Child => {
                let error = client.jobs().expect_err("no thread");
                writer.write_all(error.to_string().as_bytes()).expect("an open pipe");
                drop(client);
                exit(0);
            }
            Fork::Parent(worker) => worker,
        };
        drop(writer);
        let mut error = String::new();
        reader.read_to_string(&mut error).expect("the error");
        assert_eq!(waitpid(worker).expect("a worker that ended"), 0);
        assert!(error.contains("the client belongs to the process that was forked"), "{error}");
    }

    /// Makes the calls of a worker, and writes the key of each request on a line.
    fn work(writer: PipeWriter) {
        let builder = pivotal_api::builder("pivotal_test_K8s9vQ2mXw7b").expect("a key").base_url("https://api.invalid");
        let writer = Mutex::new(writer);
        let fake = Fake::new();
        let jobs = fake.on(|api| api.create(0)).any_arguments().responds_with(move |call| {
            let key = call.header("idempotency-key").expect("a key");
            // In one write, because the workers share the pipe.
            writer.lock().expect("no panic").write_all(format!("{key}\n").as_bytes()).expect("an open pipe");
            Ok(http::Response::new(Body::empty()))
        });
        jobs.times(u32::try_from(CALLS).expect("a small number"));
        let client = builder.http_client(fake.http_client()).build().expect("a client");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        for number in 0..CALLS {
            runtime.block_on(client.create(number)).expect("a response");
        }
    }
}
