//! The subcommands of the program.

pub(crate) mod check;
