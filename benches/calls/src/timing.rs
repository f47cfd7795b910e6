//! Measures the duration of the calls. This needs a quiet machine.

use divan::{Bencher, Divan};
use tokio::runtime;

use crate::approach::{Approach, Call, Caller};
use crate::canned::Canned;

pub fn run() {
    Divan::default().run_benches();
}

fn pairs() -> impl Iterator<Item = (Call, Approach)> {
    Call::ALL.into_iter().flat_map(|call| Approach::ALL.iter().map(move |&approach| (call, approach)))
}

#[divan::bench(args = pairs())]
fn calls(bencher: Bencher<'_, '_>, (call, approach): (Call, Approach)) {
    let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let server = Canned::start().expect("a server");
    let mut caller = runtime.block_on(Caller::new(approach, server.url())).expect("a client");
    bencher.bench_local(|| runtime.block_on(caller.call(call)).expect("a response"));
}
