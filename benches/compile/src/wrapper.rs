//! What cargo calls in place of the compiler: it calls the compiler, and takes down what that cost.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};

/// Where to take it down. Its presence says that this process is the wrapper.
pub(crate) const RECORD: &str = "COMPILE_RECORD";

/// Whether to count instructions, with valgrind.
pub(crate) const COUNTED: &str = "COMPILE_COUNTED";

/// What one run of the compiler cost.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// Time of the processor in user mode, on all threads.
    pub(crate) time: Duration,
    /// Instructions, where they were counted.
    pub(crate) instructions: u64,
}

/// Runs as the wrapper.
pub(crate) fn run(record: &Path) -> io::Result<ExitStatus> {
    let mut arguments = std::env::args_os().skip(1);
    let compiler = arguments.next().unwrap_or_else(|| "rustc".into());
    let arguments: Vec<OsString> = arguments.collect();
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    // Cargo asks the compiler about itself as well.
    let Some(name) = name.filter(|name| *name != "___") else {
        return Command::new(compiler).args(arguments).status();
    };
    let log = record.with_extension("valgrind");
    let mut command = if std::env::var_os(COUNTED).is_some() {
        let mut command = Command::new("valgrind");
        command
            .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--read-inline-info=no"])
            .arg(format!("--log-file={}", log.display()))
            .arg(behind_proxy(&compiler)?);
        command
    } else {
        Command::new(compiler)
    };
    let status = command.args(&arguments).status()?;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).map_err(io::Error::from)?.user_time();
    let micros = usage.tv_sec() * 1_000_000 + usage.tv_usec();
    let counted = fs::read_to_string(&log).ok().and_then(|log| instructions(&log)).unwrap_or_default();
    let _ = fs::remove_file(&log);
    let mut file = OpenOptions::new().create(true).append(true).open(record)?;
    writeln!(file, "{} {micros} {counted}", name.to_string_lossy())?;
    Ok(status)
}

/// The compiler itself, where `rustc` is the one of rustup, which only starts it.
fn behind_proxy(compiler: &OsString) -> io::Result<PathBuf> {
    let output = Command::new(compiler).args(["--print", "sysroot"]).output()?;
    Ok(Path::new(String::from_utf8_lossy(&output.stdout).trim()).join("bin/rustc"))
}

/// The number in `==1== I   refs:      18,111,359`.
fn instructions(log: &str) -> Option<u64> {
    let (_, number) = log.lines().find(|line| line.contains("refs:"))?.rsplit_once(' ')?;
    number.replace(',', "").parse().ok()
}

/// What the compiler cost for this crate, the last time that it ran.
pub(crate) fn recorded(record: &Path, crate_name: &str) -> Option<Cost> {
    let text = fs::read_to_string(record).ok()?;
    let line = text.lines().rev().find(|line| line.split(' ').next() == Some(crate_name))?;
    let mut fields = line.split(' ').skip(1);
    let time = Duration::from_micros(fields.next()?.parse().ok()?);
    Some(Cost { time, instructions: fields.next()?.parse().ok()? })
}
