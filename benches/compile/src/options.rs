//! The command-line options.

use std::path::PathBuf;

use crate::api::Types;
use crate::measure::Result;

/// The command-line options.
#[derive(Debug)]
pub(crate) struct Options {
    /// Measures less, and fails if ours costs more than the form by hand.
    pub(crate) check: bool,
    /// Counts instructions in place of time.
    pub(crate) counted: bool,
    /// Prints the largest functions in place of tables.
    pub(crate) largest: bool,
    /// The folder in which the crates are written and built.
    pub(crate) scratch: PathBuf,
    pub(crate) counts: Vec<usize>,
    pub(crate) types: Vec<Types>,
    pub(crate) runs: usize,
    /// The names of the measures. If it is empty, all except `macro` are taken.
    pub(crate) only: Vec<String>,
}

impl Options {
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self {
            check: false,
            counted: false,
            largest: false,
            scratch: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/workspace")),
            counts: Vec::new(),
            types: vec![Types::Shared, Types::Own],
            runs: 5,
            only: Vec::new(),
        };
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("`{argument}` needs a value"));
            match argument.as_str() {
                "--check" => options.check = true,
                "--counted" => options.counted = true,
                "--largest" => options.largest = true,
                "--scratch" => options.scratch = value()?.into(),
                "--runs" => options.runs = value()?.parse()?,
                "--only" => options.only = value()?.split(',').map(str::to_owned).collect(),
                "--endpoints" => {
                    options.counts = value()?.split(',').map(str::parse).collect::<std::result::Result<_, _>>()?;
                }
                "--types" => {
                    options.types = match value()?.as_str() {
                        "shared" => vec![Types::Shared],
                        "own" => vec![Types::Own],
                        other => return Err(format!("`{other}` is neither `shared` nor `own`").into()),
                    }
                }
                _ => return Err(format!("unknown argument `{argument}`").into()),
            }
        }
        if options.counts.is_empty() && options.only == ["macro"] {
            options.counts = vec![10, 110];
        }
        if options.counts.is_empty() {
            options.counts = if options.check { vec![1, 10, 110] } else { vec![1, 10, 100, 500] };
        }
        if options.check && options.only.is_empty() {
            // Lines, functions and instructions are the same in each run. Times are not.
            options.only = vec!["ir".to_owned(), "macro".to_owned()];
        }
        Ok(options)
    }

    pub(crate) fn wants(&self, measure: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == measure)
    }
}
