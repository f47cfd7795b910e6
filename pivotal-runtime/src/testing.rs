//! Fakes for tests of code that makes calls.

#![expect(clippy::panic, reason = "a test fails by a panic")]

mod call;
mod called;
mod coverage;
mod fake;
mod fault;
mod http_client;
mod matching;
mod parameters;
mod probe;
mod recorded;
mod reply;
mod report;
mod state;
mod stub;
mod transport;
mod value;

pub use self::call::StubbedCall;
pub(crate) use self::called::Called;
pub use self::coverage::{Coverage, CoverageRow, CoverageTable, Observed};
pub use self::fake::Fake;
pub use self::fault::{Fault, FaultMix};
pub use self::http_client::FakeHttpClient;
pub(crate) use self::probe::probe;
pub use self::probe::{Probe, endpoint_of};
pub use self::recorded::RecordedCall;
pub use self::reply::{Planned, ReplyBody};
pub use self::stub::{Reply, Stub};
pub use self::value::{Pages, Spec, StubValue};
pub use crate::error::TestError;
