//! Changes the library code, one change at a time, and counts the changes that no test notices. See `README.md`.

mod build;
mod find;
mod render;
mod run;

use std::collections::BTreeMap;
use std::error::Error;
use std::process::ExitCode;

use build::Workspace;
use run::Outcome;

type Failure = Box<dyn Error>;

/// The test suites, those that take long last. The tests of the libraries run in front of them.
const SUITES: [&str; 5] = ["types", "operations", "faults", "wire", "properties"];

const USAGE: &str =
    "usage: mutants (--list | --sample NUMBER [--seed NUMBER] | NUMBER...) [--in PART_OF_A_PATH] [--kept]";

#[derive(Default)]
struct Options {
    list: bool,
    is_kept: bool,
    sample: Option<usize>,
    seed: u64,
    part: String,
    numbers: Vec<usize>,
}

fn options() -> Result<Options, Failure> {
    let mut options = Options { seed: 1, ..Options::default() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(USAGE);
        match argument.as_str() {
            "--list" => options.list = true,
            "--kept" => options.is_kept = true,
            "--sample" => options.sample = Some(value()?.parse()?),
            "--seed" => options.seed = value()?.parse()?,
            "--in" => options.part = value()?,
            number => options.numbers.push(number.parse().map_err(|_| USAGE)?),
        }
    }
    let is_used = options.list || options.sample.is_some() || !options.numbers.is_empty();
    if is_used { Ok(options) } else { Err(USAGE.into()) }
}

fn main() -> ExitCode {
    match try_main() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn try_main() -> Result<(), Failure> {
    let options = options()?;
    let workspace = Workspace::read()?;
    let shown = |id: usize| {
        let (file, mutant) = &workspace.mutants[id];
        format!("{id} {file}:{} {}", mutant.line, mutant.description)
    };
    let is_in_part = |id: &usize| workspace.mutants[*id].0.contains(&options.part);
    if options.list {
        (0..workspace.mutants.len()).filter(is_in_part).for_each(|id| println!("{}", shown(id)));
        return Ok(());
    }
    let (suites, compiled) = if options.is_kept { workspace.kept()? } else { workspace.build()? };
    let tests = run::trace(&suites, &workspace.folder())?;
    let mut chosen = options.numbers;
    if let Some(size) = options.sample {
        chosen = compiled.iter().copied().filter(is_in_part).collect();
        println!(
            "{} mutants compile, of {}; sample {size}, seed {}",
            chosen.len(),
            workspace.mutants.len(),
            options.seed
        );
        shuffle(&mut chosen, options.seed);
        chosen.truncate(size);
        chosen.sort_unstable();
    }
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut survivors = Vec::new();
    for id in chosen {
        if !compiled.contains(&id) {
            println!("does not compile: {}", shown(id));
            continue;
        }
        let (caught, run) = counts.entry(&workspace.mutants[id].0).or_default();
        *run += 1;
        match run::run(id, &suites, &tests)? {
            Outcome::Caught(by) => {
                *caught += 1;
                println!("caught {} (by {by})", shown(id));
            }
            Outcome::Survived { tests } => {
                println!("SURVIVED {} ({tests} tests reach it)", shown(id));
                survivors.push(id);
            }
        }
    }
    println!("\ncaught / run");
    counts.iter().for_each(|(file, (caught, run))| println!("{caught} / {run} {file}"));
    let total = counts.values().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    println!("{} / {} in total\n\nsurvivors", total.0, total.1);
    survivors.into_iter().for_each(|id| println!("{}", shown(id)));
    Ok(())
}

/// The same order for the same seed, on each machine: Fisher and Yates, with numbers by SplitMix64.
fn shuffle(ids: &mut [usize], mut seed: u64) {
    for end in (1..ids.len()).rev() {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ids.swap(end, ((number ^ (number >> 31)) % (end as u64 + 1)) as usize);
    }
}
