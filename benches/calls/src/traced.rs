//! Measures the feature `tracing` in a call without a subscriber.

use std::env;
use std::error::Error;
use std::fs;
use std::process::Command;

use crate::approach::{Approach, Call};
use crate::canned::Canned;
use crate::count::instructions_in;

/// The maximum ratio of the instructions to those without the feature.
const MAXIMUM: f64 = 1.02;

/// Builds this program with the feature, and fails if the ratio of a call exceeds the maximum.
pub fn check(server: &Canned) -> Result<(), Box<dyn Error>> {
    let program = env::current_exe()?;
    // The build replaces the program.
    let plain = program.with_file_name("calls-plain");
    fs::copy(&program, &plain)?;
    let build = ["build", "--locked", "--release", "--package", "calls", "--features", "tracing"];
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(build).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    if !cfg!(feature = "rustls") {
        cargo.arg("--no-default-features");
    }
    if !cargo.status()?.success() {
        return Err("the program with the feature `tracing` was not built".into());
    }
    let mut is_good = true;
    for approach in [Approach::Pivotal, Approach::Hyper] {
        let without = instructions_in(&plain, approach, Call::Delete, server)?;
        let with = instructions_in(&program, approach, Call::Delete, server)?;
        let ratio = with as f64 / without as f64;
        let is_within = ratio <= MAXIMUM;
        is_good &= is_within;
        println!(
            "{:11} {:20} with `tracing` and no subscriber {ratio:.4} of {MAXIMUM:.2} ({with} of {without} instructions){}",
            Call::Delete.name(),
            approach.name(),
            if is_within { "" } else { "  TOO MUCH" },
        );
    }
    if is_good { Ok(()) } else { Err("the ratio of a call with the feature `tracing` exceeds the maximum".into()) }
}
