//! The return types of methods with `until`.

use super::{Inferred, Outcome};
use crate::{Conditional, Events, Json, Response};

/// A type that contains a stream of events, whose end `until` can name.
#[diagnostic::on_unimplemented(
    message = "`until` ends a stream of events, but the method returns `{Self}`",
    label = "not `Events`",
    note = "return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`"
)]
pub trait ContainsEvents {}

impl<T> ContainsEvents for Events<T> {}

#[diagnostic::do_not_recommend]
impl<T: ContainsEvents> ContainsEvents for Option<T> {}

#[diagnostic::do_not_recommend]
impl<T: ContainsEvents> ContainsEvents for Response<T> {}

#[diagnostic::do_not_recommend]
impl<T: ContainsEvents> ContainsEvents for Conditional<T> {}

/// The return type of a method with `until`.
#[diagnostic::on_unimplemented(
    message = "`until` ends a stream of events, but the method returns `{Self}`",
    label = "not `Events`",
    note = "return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`"
)]
// One bound for both, so that a type that is neither readable nor a stream of events is one error.
pub trait ReturnsEvents<Wire = Inferred, F = Json>: Outcome<Wire, F> {}

impl<Wire, F, T: ContainsEvents, E> ReturnsEvents<Wire, F> for Result<T, E> where Self: Outcome<Wire, F> {}
