//! The return types of methods with `until`.

use crate::{Conditional, Events, Response};

/// A return type with a stream of events, whose end `until` can name.
#[diagnostic::on_unimplemented(
    message = "`until` ends a stream of events, but the method returns `{Self}`",
    label = "not `Events`",
    note = "return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`"
)]
pub trait ReturnsEvents {}

impl<T> ReturnsEvents for Events<T> {}

#[diagnostic::do_not_recommend]
impl<T: ReturnsEvents> ReturnsEvents for Option<T> {}

#[diagnostic::do_not_recommend]
impl<T: ReturnsEvents> ReturnsEvents for Response<T> {}

#[diagnostic::do_not_recommend]
impl<T: ReturnsEvents> ReturnsEvents for Conditional<T> {}

#[diagnostic::do_not_recommend]
impl<T: ReturnsEvents, E> ReturnsEvents for Result<T, E> {}
