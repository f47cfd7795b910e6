//! Runs the program that calls it once more, under valgrind, which counts.

use std::error::Error;
use std::path::Path;
use std::process::Command;

/// What valgrind is to do.
#[derive(Debug, Clone, Copy)]
pub enum Tool {
    /// Counts instructions: `Collected : 1234`.
    Instructions,
    /// Counts what is allocated: `in use at exit: 12 bytes in 3 blocks`, then
    /// `total heap usage: 1,234 allocs, 1,200 frees, 56,789 bytes allocated`.
    Heap,
}

/// What valgrind said of a run.
#[derive(Debug)]
pub struct Said(String);

/// Runs this program with these arguments.
pub fn under(tool: Tool, arguments: &[&str]) -> Result<Said, Box<dyn Error>> {
    program_under(tool, &std::env::current_exe()?, arguments)
}

/// Runs a program with these arguments.
pub fn program_under(tool: Tool, program: &Path, arguments: &[&str]) -> Result<Said, Box<dyn Error>> {
    let options: &[&str] = match tool {
        Tool::Instructions => &["--tool=callgrind", "--callgrind-out-file=/dev/null"],
        Tool::Heap => &["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no"],
    };
    let output = Command::new("valgrind").args(options).arg(program).args(arguments).output();
    let output = output.map_err(|error| format!("valgrind does not start: {error}; install it"))?;
    let said = String::from_utf8(output.stderr)?;
    if output.status.success() { Ok(Said(said)) } else { Err(said.into()) }
}

impl Said {
    /// The number behind a label.
    pub fn number_after(&self, label: &str) -> Result<u64, Box<dyn Error>> {
        let (_, rest) = self.0.split_once(label).ok_or_else(|| format!("valgrind does not say `{label}`"))?;
        Ok(rest.split_whitespace().next().unwrap_or_default().replace(',', "").parse()?)
    }
}
