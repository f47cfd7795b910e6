//! Measures the build of declared endpoints, and of the same endpoints by hand and generated. See `README.md`.

mod api;
mod expansion;
mod forms;
mod ir;
mod measure;
mod options;
mod table;
mod workspace;
mod wrapper;

use std::path::Path;
use std::process::ExitCode;

use crate::api::Types;
use crate::forms::FORMS;
use crate::measure::{Job, Result, cost, llvm_ir, prepare, release_bytes};
use crate::options::Options;
use crate::table::Table;
use crate::workspace::{Subject, Workspace};
use crate::wrapper::Counted;

/// The maximum ratio of ours to the form by hand.
const MAXIMUM: f64 = 1.0;

fn main() -> ExitCode {
    if let Some(record) = std::env::var_os(wrapper::RECORD) {
        let status = wrapper::run(Path::new(&record));
        let code = status.ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok());
        return code.map_or(ExitCode::FAILURE, ExitCode::from);
    }
    match Options::parse(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<ExitCode> {
    let workspace = Workspace::write(options.scratch.clone(), &options.types, &options.counts)?;
    if options.largest {
        return largest(&workspace, options).map(|()| ExitCode::SUCCESS);
    }
    let mut missed = false;
    for &types in &options.types {
        for table in tables(&workspace, options, types)? {
            table.print();
            if table.ratio(1) > MAXIMUM {
                println!("\nours costs more than by hand");
                missed = true;
            }
            if table.first_ratio(1).is_some_and(|ratio| ratio > MAXIMUM) {
                println!("\nthe first endpoint costs more than by hand");
                missed = true;
            }
        }
    }
    if options.only.iter().any(|only| only == "macro")
        && expansion::exceeds_maximum(&workspace, options.types[0], &options.counts)?
    {
        println!("\nthe macro takes too long");
        missed = true;
    }
    Ok(if options.check && missed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn tables(workspace: &Workspace, options: &Options, types: Types) -> Result<Vec<Table>> {
    let mut tables = Vec::new();
    for job in [Job::Check, Job::Build] {
        let title = format!("`cargo {}` of the last crate, {} types", job.name(), types.name());
        if options.wants(job.name()) && !options.counted {
            for &form in FORMS {
                prepare(workspace, Subject { form, types, count: options.counts[0] }, job)?;
            }
            tables.push(table(options, types, title.clone(), "ms of processor time", job == Job::Build, |subject| {
                Ok(cost(workspace, subject, job, options.runs, None)?.time.as_secs_f64() * 1e3)
            })?);
        }
        if options.wants(job.name()) && options.counted {
            for &form in FORMS {
                prepare(workspace, Subject { form, types, count: options.counts[0] }, job)?;
            }
            tables.push(table(options, types, title, "million instructions", job == Job::Build, |subject| {
                Ok(cost(workspace, subject, job, 1, Some(Counted::All))?.instructions as f64 / 1e6)
            })?);
        }
    }
    if options.wants("ir") {
        let mut functions = Vec::new();
        let title = |of: &str| format!("{of} for LLVM in a debug build, {} types", types.name());
        tables.push(table(options, types, title("Lines"), "lines", true, |subject| {
            let code = ir::count(&llvm_ir(workspace, subject)?);
            functions.push(code.functions as f64);
            Ok(code.lines as f64)
        })?);
        let mut functions = functions.into_iter();
        tables.push(table(options, types, title("Functions"), "functions", false, |_| {
            Ok(functions.next().unwrap_or_default())
        })?);
    }
    if options.wants("size") {
        let title = format!("Program built for release, {} types", types.name());
        tables.push(table(options, types, title, "bytes", false, |subject| {
            Ok(release_bytes(workspace, subject)? as f64)
        })?);
    }
    Ok(tables)
}

fn table(
    options: &Options,
    types: Types,
    title: String,
    unit: &'static str,
    first_counts: bool,
    mut figure: impl FnMut(Subject) -> Result<f64>,
) -> Result<Table> {
    let mut rows = Vec::new();
    for &count in &options.counts {
        let figures = FORMS.iter().map(|&form| figure(Subject { form, types, count })).collect::<Result<Vec<_>>>()?;
        rows.push((count, figures));
    }
    Ok(Table { title, unit, first_counts, rows })
}

fn largest(workspace: &Workspace, options: &Options) -> Result<()> {
    for &types in &options.types {
        for (&form, &count) in FORMS.iter().flat_map(|form| options.counts.iter().map(move |count| (form, count))) {
            let subject = Subject { form, types, count };
            println!("\n{}", subject.package());
            for (name, lines, copies) in ir::largest(&llvm_ir(workspace, subject)?).into_iter().take(40) {
                println!("{lines:>8} {copies:>5} {name}");
            }
        }
    }
    Ok(())
}
