//! The program `pivotal-openapi`.

mod cli;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Declarations of HTTP APIs and their `OpenAPI` documents.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(cli::check::Arguments),
    Generate(cli::generate::Arguments),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check(arguments) => cli::check::run(&arguments),
        Command::Generate(arguments) => cli::generate::run(arguments),
    }
}
