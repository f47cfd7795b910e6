//! The constructors, and the properties of their errors.

use std::error::Error as _;
use std::io;

use pivotal_runtime::{Delivery, Error, ErrorKind};

/// The properties of an error.
pub(super) struct Case {
    pub(super) make: fn() -> Error,
    pub(super) kind: ErrorKind,
    phase: Option<Delivery>,
    pub(super) shown: &'static str,
    code: Option<&'static str>,
    message: Option<&'static str>,
    pub(super) cause: Option<&'static str>,
    is_retryable: bool,
    /// The number of attempts of a GET and of a PATCH.
    pub(super) attempts: (u32, u32),
}

/// An error without code and message, which is not retried.
const PLAIN: Case = Case {
    make: || Error::config(""),
    kind: ErrorKind::Config,
    phase: None,
    shown: "",
    code: None,
    message: None,
    cause: None,
    is_retryable: false,
    attempts: (1, 1),
};

pub(super) const CASES: [Case; 11] = [
    Case {
        make: || Error::timeout("too slow"),
        kind: ErrorKind::Timeout,
        phase: Some(Delivery::Unknown),
        shown: "timed out",
        cause: Some("too slow"),
        is_retryable: true,
        attempts: (3, 1),
        ..PLAIN
    },
    Case {
        make: || Error::transport("gone"),
        kind: ErrorKind::Transport,
        phase: Some(Delivery::Unknown),
        shown: "connection lost before the response was complete",
        cause: Some("gone"),
        is_retryable: true,
        attempts: (3, 1),
        ..PLAIN
    },
    Case {
        make: || Error::connect("nobody there"),
        kind: ErrorKind::Connect,
        phase: Some(Delivery::NotSent),
        shown: "no connection to the server",
        cause: Some("nobody there"),
        is_retryable: true,
        attempts: (3, 3),
        ..PLAIN
    },
    Case {
        make: || Error::decode("not CBOR"),
        kind: ErrorKind::Decode,
        phase: Some(Delivery::Responded),
        shown: "the response could not be read",
        cause: Some("not CBOR"),
        ..PLAIN
    },
    Case {
        make: || Error::api(Some("sold_out"), "Nothing left"),
        kind: ErrorKind::Api,
        phase: Some(Delivery::Responded),
        shown: "the API refused the call: Nothing left (code `sold_out`)",
        code: Some("sold_out"),
        message: Some("Nothing left"),
        ..PLAIN
    },
    Case {
        make: || Error::api(None, "Nothing left"),
        kind: ErrorKind::Api,
        phase: Some(Delivery::Responded),
        shown: "the API refused the call: Nothing left",
        message: Some("Nothing left"),
        ..PLAIN
    },
    Case { make: || Error::config("no token in the vault"), shown: "no token in the vault", ..PLAIN },
    Case {
        make: || Error::config("no token in the vault").with_source("sealed"),
        shown: "no token in the vault",
        cause: Some("sealed"),
        ..PLAIN
    },
    Case {
        make: || Error::timeout("before").with_source(io::Error::other("after")),
        kind: ErrorKind::Timeout,
        phase: Some(Delivery::Unknown),
        shown: "timed out",
        cause: Some("after"),
        is_retryable: true,
        attempts: (3, 1),
        ..PLAIN
    },
    Case {
        make: || Error::api(Some("sold_out"), "Nothing left").with_source("shelf 3"),
        kind: ErrorKind::Api,
        phase: Some(Delivery::Responded),
        shown: "the API refused the call: Nothing left (code `sold_out`)",
        code: Some("sold_out"),
        message: Some("Nothing left"),
        cause: Some("shelf 3"),
        ..PLAIN
    },
    Case {
        make: || Error::transport(Error::decode("inner")),
        kind: ErrorKind::Transport,
        phase: Some(Delivery::Unknown),
        shown: "connection lost before the response was complete",
        cause: Some("the response could not be read"),
        is_retryable: true,
        attempts: (3, 1),
        ..PLAIN
    },
];

impl Case {
    /// Checks the error as it was created.
    #[track_caller]
    pub(super) fn check(&self, error: &Error) {
        assert_eq!((error.kind(), error.delivery()), (self.kind, self.phase), "{error:?}");
        assert_eq!((error.code(), error.message()), (self.code, self.message));
        assert_eq!(error.source().map(ToString::to_string).as_deref(), self.cause);
        assert_eq!((error.is_retryable(), error.is_timeout()), (self.is_retryable, self.kind == ErrorKind::Timeout));
        assert!(error.status().is_none() && error.headers().is_none() && error.elapsed_timeout().is_none());
    }

    /// Checks the error after a call of this operation.
    #[track_caller]
    pub(super) fn check_call(&self, error: &Error, operation: &str, attempts: u32) {
        self.check(error);
        let endpoint = error.endpoint().unwrap();
        assert_eq!((endpoint.operation(), error.attempts()), (operation, attempts), "{error}");
        let attempts = match (attempts, self.kind) {
            (0 | 1, _) => String::new(),
            (attempts, ErrorKind::Timeout) => format!(", during attempt {attempts}"),
            (attempts, _) => format!(", after {attempts} attempts"),
        };
        assert_eq!(error.to_string(), format!("{endpoint}: {}{attempts}", self.shown));
    }
}
