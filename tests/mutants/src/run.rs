//! Runs the tests that reach a mutant.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::Failure;
use crate::build::Suite;

/// A test that passes without a mutant.
pub struct Test {
    suite: usize,
    pub name: String,
    time: Duration,
    reached: BTreeSet<usize>,
}

pub enum Outcome {
    Caught(String),
    Survived { tests: usize },
}

enum Run {
    Passed,
    /// A test failed, or the program ended.
    Failed(String),
    TimedOut,
}

const SLOW: Duration = Duration::from_millis(150);

/// Runs each test alone, to see how long it takes and what it reaches. The result is kept for programs that are unchanged.
pub fn trace(suites: &[Suite], folder: &Path) -> Result<Vec<Test>, Failure> {
    let (kept, file) = (folder.join("trace"), folder.join("reached"));
    let mut key = String::new();
    for suite in suites {
        key.push_str(&format!("{}={:?} ", suite.executable.display(), fs::metadata(&suite.executable)?.modified()?));
    }
    if let Some((_, tests)) =
        fs::read_to_string(&kept).unwrap_or_default().split_once('\n').filter(|(old, _)| *old == key)
    {
        return tests.lines().map(|line| read(line).ok_or_else(|| "a bad trace".into())).collect();
    }
    let mut tests = Vec::new();
    let mut lines = key + "\n";
    for (index, suite) in suites.iter().enumerate() {
        let listed = command(suite).args(["--list", "--format=terse"]).output()?;
        if !listed.status.success() {
            return Err(format!("{}: {}", suite.name, String::from_utf8_lossy(&listed.stderr)).into());
        }
        for line in String::from_utf8(listed.stdout)?.lines() {
            // This test runs all others again, over another HTTP client.
            let Some(name) = line.strip_suffix(": test").filter(|name| !name.ends_with("suite_passes_over_hyper"))
            else {
                continue;
            };
            let _ = fs::remove_file(&file);
            let start = Instant::now();
            let run = command(suite).args(["--exact", name]).env("MUTANTS_TRACE", &file).output()?;
            let micros = start.elapsed().as_micros();
            if !run.status.success() {
                eprintln!("left out, since it fails without a mutant: {} {name}", suite.name);
                continue;
            }
            let reached = fs::read_to_string(&file).unwrap_or_default().replace('\n', ",");
            let line = format!("{index} {name} {micros} {reached}");
            tests.push(read(&line).ok_or("a bad trace")?);
            lines.push_str(&(line + "\n"));
        }
        eprintln!("traced {}", suite.name);
    }
    fs::write(kept, lines)?;
    Ok(tests)
}

fn read(line: &str) -> Option<Test> {
    let mut parts = line.split(' ');
    let suite = parts.next()?.parse().ok()?;
    let name = parts.next()?.to_owned();
    let time = Duration::from_micros(parts.next()?.parse().ok()?);
    let reached = parts.next()?.split(',').filter_map(|id| id.parse().ok()).collect();
    Some(Test { suite, name, time, reached })
}

/// Runs the tests that reach a mutant until one fails: the fast ones first.
pub fn run(mutant: usize, suites: &[Suite], tests: &[Test]) -> Result<Outcome, Failure> {
    let reaching: Vec<_> = tests.iter().filter(|test| test.reached.contains(&mutant)).collect();
    for is_slow in [false, true] {
        for (index, suite) in suites.iter().enumerate() {
            let used = |test: &&Test| test.suite == index && (test.time > SLOW) == is_slow;
            let mut left: Vec<_> = reaching.iter().copied().filter(used).collect();
            while !left.is_empty() {
                match run_tests(mutant, suite, &left)? {
                    Run::Passed => break,
                    Run::TimedOut => return Ok(Outcome::Caught(format!("{}: timeout", suite.name))),
                    Run::Failed(name) => {
                        let Some(failed) = left.iter().position(|test| test.name == name).map(|at| left.remove(at))
                        else {
                            return Ok(Outcome::Caught(format!("{}: {name}", suite.name)));
                        };
                        // A test that passes alone failed for another reason.
                        if !matches!(run_tests(mutant, suite, &[failed])?, Run::Passed) {
                            return Ok(Outcome::Caught(format!("{}: {name}", suite.name)));
                        }
                    }
                }
            }
        }
    }
    Ok(Outcome::Survived { tests: reaching.len() })
}

fn run_tests(mutant: usize, suite: &Suite, tests: &[&Test]) -> Result<Run, Failure> {
    let limit = tests.iter().map(|test| test.time).sum::<Duration>() * 3 + Duration::from_secs(20);
    let mut command = command(suite);
    command.arg("--exact").args(tests.iter().map(|test| &test.name)).env("MUTANT", mutant.to_string());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let run = watch(&mut child, Instant::now() + limit);
    // It is still there after a failure or a timeout.
    let _ = child.kill();
    let status = child.wait()?;
    Ok(match run? {
        Run::Passed if !status.success() => Run::Failed(format!("ended with {status}")),
        run => run,
    })
}

/// Waits for the first failure or the end of the output.
fn watch(child: &mut Child, end: Instant) -> Result<Run, Failure> {
    let output = BufReader::new(child.stdout.take().ok_or("no output")?);
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    loop {
        match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                if let Some(name) = line.strip_prefix("test ").and_then(|line| line.strip_suffix(" ... FAILED")) {
                    return Ok(Run::Failed(name.trim_end_matches(" - should panic").to_owned()));
                }
            }
            Err(mpsc::RecvTimeoutError::Timeout) => return Ok(Run::TimedOut),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    while child.try_wait()?.is_none() && Instant::now() < end {
        thread::sleep(Duration::from_millis(5));
    }
    Ok(Run::Passed)
}

/// The program of a suite, as Cargo would run it.
fn command(suite: &Suite) -> Command {
    let mut command = Command::new(&suite.executable);
    // The tests of a procedural macro use libraries of the compiler.
    command.env("LD_LIBRARY_PATH", &suite.libraries);
    let variables = [("CARGO_MANIFEST_DIR", suite.folder.as_path()), ("RUST_BACKTRACE", Path::new("0"))];
    command.current_dir(&suite.folder).envs(variables).env("PROPTEST_MAX_SHRINK_ITERS", "0");
    command
}
