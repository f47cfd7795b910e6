//! Runs the current program again under valgrind, and reads its counts.

use std::error::Error;
use std::path::Path;
use std::process::Command;

/// A tool of valgrind.
#[derive(Debug, Clone, Copy)]
pub enum Tool {
    /// Counts instructions: `Collected : 1234`.
    Instructions,
    /// Counts allocations: `in use at exit: 12 bytes in 3 blocks`, then
    /// `total heap usage: 1,234 allocs, 1,200 frees, 56,789 bytes allocated`.
    Heap,
}

/// The output of valgrind for a run.
#[derive(Debug)]
pub struct Report(String);

/// Runs this program with these arguments.
pub fn under(tool: Tool, arguments: &[&str]) -> Result<Report, Box<dyn Error>> {
    program_under(tool, &std::env::current_exe()?, arguments)
}

/// Runs a program with these arguments.
pub fn program_under(tool: Tool, program: &Path, arguments: &[&str]) -> Result<Report, Box<dyn Error>> {
    let options: &[&str] = match tool {
        Tool::Instructions => &["--tool=callgrind", "--callgrind-out-file=/dev/null"],
        Tool::Heap => &["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no"],
    };
    let output = Command::new("valgrind").args(options).arg(program).args(arguments).output();
    let output = output.map_err(|error| format!("cannot start valgrind: {error}; install it"))?;
    let text = String::from_utf8(output.stderr)?;
    if output.status.success() { Ok(Report(text)) } else { Err(text.into()) }
}

impl Report {
    /// Returns the number after a label.
    pub fn number_after(&self, label: &str) -> Result<u64, Box<dyn Error>> {
        let (_, rest) = self.0.split_once(label).ok_or_else(|| format!("valgrind does not print `{label}`"))?;
        Ok(rest.split_whitespace().next().unwrap_or_default().replace(',', "").parse()?)
    }
}
