//! Builds the crates, and measures the builds.

use std::error::Error;
use std::fs;
use std::process::Command;

use crate::workspace::{Subject, Workspace};
use crate::wrapper::{self, COUNTED, Cost, Counted, RECORD};

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A kind of build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    Check,
    Build,
}

impl Job {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Build => "build",
        }
    }
}

/// Measures a check or a build of the crate alone. Returns the minimum of `runs` runs.
pub(crate) fn cost(
    workspace: &Workspace,
    subject: Subject,
    job: Job,
    runs: usize,
    counted: Option<Counted>,
) -> Result<Cost> {
    let record = workspace.folder.join("record");
    let mut least: Option<Cost> = None;
    for _ in 0..runs {
        workspace.touch(subject)?;
        let _ = fs::remove_file(&record);
        let mut cargo = cargo(workspace, job.name(), subject);
        cargo.arg("--lib").env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?).env(RECORD, &record);
        if let Some(counted) = counted {
            cargo.env(COUNTED, counted.name());
        }
        run(&mut cargo)?;
        let cost = wrapper::recorded(&record, &subject.crate_name()).ok_or("the compiler was not called")?;
        least = Some(least.map_or(cost, |least| if cost.time < least.time { cost } else { least }));
    }
    least.ok_or_else(|| "nothing was run".into())
}

/// Builds the dependencies of the crate, so that only the crate itself is left.
pub(crate) fn prepare(workspace: &Workspace, subject: Subject, job: Job) -> Result<()> {
    let mut cargo = cargo(workspace, job.name(), subject);
    run(cargo
        .arg("--lib")
        .env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?)
        .env(RECORD, workspace.folder.join("record")))
}

/// Returns the size of the release program in bytes, without symbols.
pub(crate) fn release_bytes(workspace: &Workspace, subject: Subject) -> Result<u64> {
    run(cargo(workspace, "build", subject).args(["--release", "--bin", &subject.package()]))?;
    Ok(fs::metadata(workspace.target().join("release").join(subject.package()))?.len())
}

/// Returns the code that the compiler passes to LLVM in a debug build of the crate.
pub(crate) fn llvm_ir(workspace: &Workspace, subject: Subject) -> Result<String> {
    workspace.touch(subject)?;
    let mut cargo = cargo(workspace, "rustc", subject);
    run(cargo.arg("--lib").env("CARGO_INCREMENTAL", "0").args(["--", "--emit=llvm-ir", "-Ccodegen-units=1"]))?;
    let deps = workspace.target().join("debug/deps");
    let mut newest = None;
    for entry in fs::read_dir(deps)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_its = name.starts_with(&format!("{}-", subject.crate_name()));
        if is_its && entry.path().extension().is_some_and(|extension| extension == "ll") {
            newest = newest.max(Some((entry.metadata()?.modified()?, entry.path())));
        }
    }
    let (_, path) = newest.ok_or("no LLVM IR was written")?;
    Ok(fs::read_to_string(path)?)
}

fn cargo(workspace: &Workspace, command: &str, subject: Subject) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args([command, "--quiet", "--package", &subject.package()]).current_dir(&workspace.folder);
    cargo.env("CARGO_TARGET_DIR", workspace.target());
    cargo
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
}
