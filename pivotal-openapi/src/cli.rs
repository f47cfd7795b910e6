//! The commands of the program.

pub(crate) mod generate;
