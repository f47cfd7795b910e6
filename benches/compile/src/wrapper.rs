//! A wrapper of the compiler, which records the cost of each run.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};

/// The variable with the path of the record. If it is set, this process is the wrapper.
pub(crate) const RECORD: &str = "COMPILE_RECORD";

/// The variable with the name of a [`Counted`], to count instructions with valgrind.
pub(crate) const COUNTED: &str = "COMPILE_COUNTED";

/// Instructions of the compiler.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Counted {
    /// All instructions.
    All,
    /// The instructions in `#[endpoint]` and `#[endpoints]`.
    Macro,
}

impl Counted {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Macro => "macro",
        }
    }
}

/// The cost of one run of the compiler.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// The processor time in user mode, on all threads.
    pub(crate) time: Duration,
    /// The number of instructions, or 0 if they were not counted.
    pub(crate) instructions: u64,
}

const IN_ALL: [&str; 3] = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"];

const IN_MACRO: [&str; 5] = [
    "--tool=callgrind",
    "--callgrind-out-file=/dev/null",
    "--collect-atstart=no",
    "--toggle-collect=pivotal_macros::endpoint",
    "--toggle-collect=pivotal_macros::endpoints",
];

/// Runs as the wrapper.
pub(crate) fn run(record: &Path) -> io::Result<ExitStatus> {
    let mut arguments = std::env::args_os().skip(1);
    let compiler = arguments.next().unwrap_or_else(|| "rustc".into());
    let arguments: Vec<OsString> = arguments.collect();
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    // Cargo also runs the compiler to find out its version and targets.
    let Some(name) = name.filter(|name| *name != "___") else {
        return Command::new(compiler).args(arguments).status();
    };
    let log = record.with_extension("valgrind");
    let valgrind = |options: &[&str]| -> io::Result<Command> {
        let mut command = Command::new("valgrind");
        command.args(options).args(["--read-inline-info=no", &format!("--log-file={}", log.display())]);
        command.arg(without_proxy(&compiler)?);
        Ok(command)
    };
    let counted = std::env::var(COUNTED).unwrap_or_default();
    if counted == Counted::Macro.name() {
        // To list the files, the compiler needs only the expansion, so it stops after it.
        let folder = record.with_extension("files");
        fs::create_dir_all(&folder)?;
        let is_path =
            |at: usize| at.checked_sub(1).and_then(|at| arguments.get(at)).is_some_and(|key| key == "--out-dir");
        let arguments = arguments.iter().enumerate().map(|(at, argument)| match argument.to_str() {
            Some(emit) if emit.starts_with("--emit=") => "--emit=dep-info".into(),
            _ if is_path(at) => folder.clone().into_os_string(),
            _ => argument.clone(),
        });
        let status = valgrind(&IN_MACRO)?.args(arguments).status()?;
        if !status.success() {
            return Ok(status);
        }
    }
    let mut command = if counted == Counted::All.name() { valgrind(&IN_ALL)? } else { Command::new(&compiler) };
    let status = command.args(&arguments).status()?;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).map_err(io::Error::from)?.user_time();
    let micros = usage.tv_sec() * 1_000_000 + usage.tv_usec();
    let counted = fs::read_to_string(&log).ok().and_then(|log| instructions(&log)).unwrap_or_default();
    let _ = fs::remove_file(&log);
    let mut file = OpenOptions::new().create(true).append(true).open(record)?;
    writeln!(file, "{} {micros} {counted}", name.to_string_lossy())?;
    Ok(status)
}

/// Returns the path of the compiler. `rustc` can be the proxy of rustup, which only starts it.
fn without_proxy(compiler: &OsString) -> io::Result<PathBuf> {
    let output = Command::new(compiler).args(["--print", "sysroot"]).output()?;
    Ok(Path::new(String::from_utf8_lossy(&output.stdout).trim()).join("bin/rustc"))
}

/// Parses the number in `==1== I   refs:      18,111,359`.
fn instructions(log: &str) -> Option<u64> {
    let (_, number) = log.lines().find(|line| line.contains("refs:"))?.rsplit_once(' ')?;
    number.replace(',', "").parse().ok()
}

/// Returns the cost of the last run of the compiler for this crate.
pub(crate) fn recorded(record: &Path, crate_name: &str) -> Option<Cost> {
    let text = fs::read_to_string(record).ok()?;
    let line = text.lines().rev().find(|line| line.split(' ').next() == Some(crate_name))?;
    let mut fields = line.split(' ').skip(1);
    let time = Duration::from_micros(fields.next()?.parse().ok()?);
    Some(Cost { time, instructions: fields.next()?.parse().ok()? })
}
