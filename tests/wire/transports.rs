//! Transports of the user: the API whose conventions they follow, and the errors that they return.

mod api;
mod errors;
