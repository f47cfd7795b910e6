//! Rows 51 to 68: what is made of a status, and of the body that comes with it.

mod attempts;
mod decision;
mod envelope;
mod meaning;
