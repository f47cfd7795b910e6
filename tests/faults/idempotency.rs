//! Idempotency keys: a POST does its work once, however often it is sent.

mod attempts;
mod caller_keys;
