//! Copies the workspace, with all mutants in it, and builds its tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::find::{Mutant, mutants};
use crate::render::{Rendered, render};
use crate::{Failure, SUITES};

/// The code with mutants: that of clients, requests, responses, and declarations.
const SUBJECTS: [&str; 12] = [
    "pivotal-macros/src/",
    "pivotal-runtime/src/base_url",
    "pivotal-runtime/src/body",
    "pivotal-runtime/src/call",
    "pivotal-runtime/src/client",
    "pivotal-runtime/src/credentials",
    "pivotal-runtime/src/error/se",
    "pivotal-runtime/src/pagination",
    "pivotal-runtime/src/rate_limit",
    "pivotal-runtime/src/request",
    "pivotal-runtime/src/response",
    "pivotal-runtime/src/transport",
];

pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    /// The paths of all files, relative to the root.
    files: Vec<String>,
    /// All mutants with their files. The index is the number of a mutant.
    pub mutants: Vec<(String, Mutant)>,
}

/// The program of a test suite.
pub struct Suite {
    pub name: String,
    pub executable: PathBuf,
    /// The folder of its package.
    pub folder: PathBuf,
    /// The folders of the libraries of the compiler.
    pub libraries: String,
}

impl Workspace {
    /// Finds the mutants of the workspace in which this program is.
    pub fn read() -> Result<Self, Failure> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
        let target = std::env::current_exe()?.ancestors().nth(2).ok_or("no target folder")?.to_owned();
        let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
        let output = Command::new("git").args(list).current_dir(&root).output()?;
        let files = String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect::<BTreeSet<_>>();
        let files: Vec<_> = files.into_iter().filter(|file| root.join(file).is_file()).collect();
        let mut all = Vec::new();
        for file in files.iter().filter(|file| SUBJECTS.iter().any(|subject| file.starts_with(subject))) {
            if file.ends_with("tests.rs") || file.contains("/tests/") || !file.ends_with(".rs") {
                continue;
            }
            let found = mutants(&fs::read_to_string(root.join(file))?)?;
            all.extend(found.into_iter().map(|mutant| (file.clone(), mutant)));
        }
        Ok(Self { root, target, files, mutants: all })
    }

    /// The folder for the copy and for what is remembered about it.
    pub fn folder(&self) -> PathBuf {
        self.target.join("mutants")
    }

    /// Builds the tests with all mutants that compile. Returns the suites and the numbers of these mutants.
    pub fn build(&self) -> Result<(Vec<Suite>, BTreeSet<usize>), Failure> {
        let tree = self.folder().join("tree");
        let mut compiled: BTreeSet<usize> = (0..self.mutants.len()).collect();
        self.copy(&tree)?;
        loop {
            let places = self.write(&tree, &compiled)?;
            let messages = self.cargo(&tree)?;
            let errors: Vec<_> = messages.iter().filter(|message| message["message"]["level"] == "error").collect();
            if errors.is_empty() {
                return Ok((suites(&messages)?, compiled));
            }
            let spans = errors.iter().filter_map(|error| error["message"]["spans"].as_array()).flatten();
            let wrong: BTreeSet<usize> = spans.filter_map(|span| wrong_mutant(span, &places)).collect();
            if wrong.is_empty() {
                let shown: Vec<_> = errors.iter().filter_map(|error| error["message"]["rendered"].as_str()).collect();
                return Err(shown.concat().into());
            }
            compiled.retain(|id| !wrong.contains(id));
            eprintln!("{} mutants do not compile", self.mutants.len() - compiled.len());
        }
    }

    /// Returns the suites and the numbers of the mutants of the last build.
    pub fn kept(&self) -> Result<(Vec<Suite>, BTreeSet<usize>), Failure> {
        let tree = self.folder().join("tree");
        let mut compiled = BTreeSet::new();
        for file in self.sources().keys() {
            let source = fs::read_to_string(tree.join(file))?;
            compiled.extend(
                source.split("__mutants::is(").filter_map(|rest| rest.split(')').next()?.parse::<usize>().ok()),
            );
        }
        Ok((suites(&self.cargo(&tree)?)?, compiled))
    }

    /// The files with mutants, and the numbers of these.
    fn sources(&self) -> BTreeMap<&str, Vec<usize>> {
        let mut sources: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (id, (file, _)) in self.mutants.iter().enumerate() {
            sources.entry(file).or_default().push(id);
        }
        sources
    }

    /// Copies the files without mutants.
    fn copy(&self, tree: &Path) -> Result<(), Failure> {
        let sources = self.sources();
        for file in self.files.iter().filter(|file| !sources.contains_key(file.as_str())) {
            let mut content = fs::read(self.root.join(file))?;
            if is_root(file) {
                content.extend_from_slice(include_bytes!("active.rs"));
            }
            write_changed(&tree.join(file), &content)?;
        }
        Ok(())
    }

    /// Writes the other files, with these mutants. Returns the places of these.
    fn write(&self, tree: &Path, used: &BTreeSet<usize>) -> Result<BTreeMap<&str, Vec<Rendered>>, Failure> {
        let mut places = BTreeMap::new();
        for (file, ids) in self.sources() {
            let source = fs::read_to_string(self.root.join(file))?;
            let used = ids.into_iter().filter(|id| used.contains(id));
            let used: Vec<_> = used.map(|id| (id, &self.mutants[id].1)).collect();
            let (mut text, rendered) = render(&source, &used);
            if is_root(file) {
                text.push_str(include_str!("active.rs"));
            }
            write_changed(&tree.join(file), text.as_bytes())?;
            places.insert(file, rendered);
        }
        Ok(places)
    }

    fn cargo(&self, tree: &Path) -> Result<Vec<Value>, Failure> {
        let mut command = Command::new("cargo");
        command.args(["test", "--no-run", "--workspace", "--all-features", "--lib", "--message-format=json"]);
        for suite in SUITES {
            command.args(["--test", suite]);
        }
        let command = command.current_dir(tree).stderr(Stdio::inherit());
        command.env("CARGO_TARGET_DIR", self.folder().join("target")).env("CARGO_PROFILE_DEV_DEBUG", "0");
        let output = command.output()?;
        output
            .stdout
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| Ok(serde_json::from_slice(line)?))
            .collect()
    }
}

/// Returns whether a file is the root of a crate with mutants.
fn is_root(file: &str) -> bool {
    ["pivotal-macros/src/lib.rs", "pivotal-runtime/src/lib.rs"].contains(&file)
}

/// The mutant that causes an error at this span: the innermost one whose own text is there or, if there is none, the innermost one
/// around it.
fn wrong_mutant(span: &Value, places: &BTreeMap<&str, Vec<Rendered>>) -> Option<usize> {
    let start = usize::try_from(span["byte_start"].as_u64()?).ok()?;
    let end = usize::try_from(span["byte_end"].as_u64()?).ok()?;
    let is_within = |range: &Range<usize>| range.start <= start && end <= range.end;
    let places = places.get(span["file_name"].as_str()?)?;
    let own = places.iter().filter(|place| is_within(&place.mutated)).min_by_key(|place| place.mutated.len());
    let around = || places.iter().filter(|place| is_within(&place.complete)).min_by_key(|place| place.complete.len());
    own.or_else(around).map(|place| place.id)
}

fn suites(messages: &[Value]) -> Result<Vec<Suite>, Failure> {
    let mut suites = Vec::new();
    let printed =
        |what| Ok::<_, Failure>(String::from_utf8(Command::new("rustc").args(["--print", what]).output()?.stdout)?);
    let libraries = format!("{}/lib:{}", printed("sysroot")?.trim(), printed("target-libdir")?.trim());
    for message in messages {
        let (Some(executable), Some(manifest)) = (message["executable"].as_str(), message["manifest_path"].as_str())
        else {
            continue;
        };
        let name = message["target"]["name"].as_str().unwrap_or_default().to_owned();
        let folder = Path::new(manifest).parent().ok_or("no folder")?.to_owned();
        suites.push(Suite { name, executable: executable.into(), folder, libraries: libraries.clone() });
    }
    let rank = |suite: &Suite| SUITES.iter().position(|name| *name == suite.name).map_or(0, |rank| rank + 1);
    suites.sort_by_cached_key(|suite| (rank(suite), suite.name.clone()));
    Ok(suites)
}

/// Writes a file, unless it is the same, so that Cargo builds nothing again.
fn write_changed(path: &Path, content: &[u8]) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().ok_or("no folder")?)?;
    Ok(fs::write(path, content)?)
}
