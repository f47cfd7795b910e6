//! Rows 85 to 94b: a POST does its work once, however often it is sent.

mod attempts;
mod keys;
