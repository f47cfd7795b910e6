//! The subcommands of the program.

pub(crate) mod check;
pub(crate) mod generate;
