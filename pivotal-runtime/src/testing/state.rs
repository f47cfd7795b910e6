//! The stubs of a fake, and the calls that it received.

use std::panic::Location;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::called::{Called, ListPage};
use super::matching::difference;
use super::reply::Outcome;
use super::report;
use super::{Fault, FaultMix, RecordedCall};
use crate::{Api, Error};

/// The state of a fake, which its HTTP clients share.
pub(super) struct Shared {
    pub(super) api: Option<&'static Api>,
    started: Instant,
    state: Mutex<State>,
}

#[derive(Default)]
pub(super) struct State {
    pub(super) entries: Vec<Entry>,
    pub(super) calls: Vec<RecordedCall>,
    /// The texts of unexpected calls, with their differences from the stubs.
    pub(super) unexpected: Vec<String>,
    pub(super) mix: Option<FaultMix>,
}

/// A stub with its reply.
pub(super) struct Entry {
    pub(super) filter: Filter,
    /// The pages of a list, or one.
    pub(super) outcomes: Vec<Outcome>,
    pub(super) fault: Option<Fault>,
    pub(super) latency: Duration,
    /// The number of calls that it replies to; `None` if there is no limit.
    pub(super) left: Option<u32>,
    /// The number of pages that were returned.
    pub(super) pages: usize,
    /// The line of the test.
    pub(super) location: &'static Location<'static>,
}

/// The calls that a stub is for.
pub(super) enum Filter {
    Call { called: Box<Called>, any_arguments: bool },
    Operation(String),
    Any,
}

/// The reaction to a call.
pub(super) struct Plan {
    pub(super) latency: Duration,
    pub(super) fault: Option<Fault>,
    pub(super) outcome: Result<Option<Outcome>, Error>,
    pub(super) page: Option<ListPage>,
    pub(super) call: RecordedCall,
}

impl Shared {
    pub(super) fn new(api: Option<&'static Api>) -> Self {
        Self { api, started: Instant::now(), state: Mutex::default() }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The time since the fake was created.
    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Records a call, and decides the reaction to it.
    pub(super) fn plan(&self, called: &Called, previous: Option<ListPage>, mut call: RecordedCall) -> Plan {
        let mut state = self.lock();
        let (injected, mut latency) = state.mix.as_mut().map(FaultMix::next).unwrap_or_default();
        let mut fault = injected;
        let mut page = None;
        let outcome = if fault.is_some_and(|fault| !fault.is_of_body()) {
            Ok(None)
        } else if let Some((number, index)) = state.find(called, previous, call.body()) {
            page = Some(ListPage { stub: number, page: index });
            let entry = state.entries.get_mut(number);
            Ok(entry.and_then(|entry| {
                fault = entry.fault.or(injected);
                latency += entry.latency;
                entry.serve(index, fault != Some(Fault::CutBody) || entry.fault.is_some())
            }))
        } else {
            let text = report::unexpected(&state, called, &call);
            state.unexpected.push(text.clone());
            fault = None;
            Err(Error::config(text))
        };
        call.set_fault(fault);
        if let Ok(Some(Outcome::Planned(planned))) = &outcome {
            call.set_status(planned.status);
        }
        state.calls.push(call.clone());
        Plan { latency, fault, outcome, page, call }
    }
}

impl State {
    /// Returns the number of the stub that replies to a call, and the number of its page.
    fn find(&self, called: &Called, previous: Option<ListPage>, body: &crate::Bytes) -> Option<(usize, usize)> {
        if let Some(ListPage { stub, page }) = previous
            && self.entries.get(stub).is_some_and(|entry| page + 1 < entry.outcomes.len())
        {
            return Some((stub, page + 1));
        }
        let is_for = |(_, entry): &(usize, &Entry)| entry.filter.difference(called, body).is_none();
        let entries = || self.entries.iter().enumerate();
        let limited = entries().filter(|(_, entry)| entry.left.is_some_and(|left| left > 0)).find(is_for);
        let unlimited = || entries().rev().filter(|(_, entry)| entry.left.is_none()).find(is_for);
        limited.or_else(unlimited).map(|(number, _)| (number, 0))
    }
}

impl Entry {
    /// Returns the page, and counts it if it is used.
    fn serve(&mut self, index: usize, is_used: bool) -> Option<Outcome> {
        if is_used {
            if index == 0 {
                self.left = self.left.map(|left| left.saturating_sub(1));
            }
            self.pages = self.pages.max(index + 1);
        }
        self.outcomes.get(index).cloned()
    }
}

impl Filter {
    /// Returns the part in which a call differs from those of the stub.
    pub(super) fn difference(&self, called: &Called, body: &crate::Bytes) -> Option<String> {
        match self {
            Self::Call { called: wanted, any_arguments } => {
                if wanted.spec.endpoint != called.spec.endpoint || wanted.method != called.method {
                    return Some("the endpoint".to_owned());
                }
                if *any_arguments { None } else { difference(wanted, called, body) }
            }
            Self::Operation(name) => (called.spec.endpoint.operation() != name).then(|| "the operation".to_owned()),
            Self::Any => None,
        }
    }
}
