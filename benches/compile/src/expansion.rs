//! Counts the instructions in the macro.

use crate::api::Types;
use crate::forms::FORMS;
use crate::measure::{Job, Result, cost, prepare};
use crate::workspace::{Subject, Workspace};
use crate::wrapper::Counted;

/// The maximum number of instructions for each additional endpoint, in thousands.
const MAXIMUM: f64 = 850.0;

/// Prints the instructions in the macro. Returns `true` if they exceed the maximum.
///
/// Cargo builds proc macros without optimization in every profile, so they are measured without it. Work of the compiler for the
/// macro, such as copying tokens, is included.
pub(crate) fn exceeds_maximum(workspace: &Workspace, types: Types, counts: &[usize]) -> Result<bool> {
    let [.., few, many] = *counts else { return Err("`macro` needs two numbers of endpoints".into()) };
    let ours = |count| Subject { form: FORMS[0], types, count };
    prepare(workspace, ours(few), Job::Build)?;
    let thousands = |count| -> Result<f64> {
        Ok(cost(workspace, ours(count), Job::Build, 1, Some(Counted::Macro))?.instructions as f64 / 1e3)
    };
    let (of_few, of_many) = (thousands(few)?, thousands(many)?);
    let each_more = (of_many - of_few) / (many - few) as f64;
    println!("\nInstructions in the macro, without optimization, {} types (thousands)\n", types.name());
    println!("| endpoints | ours | maximum |\n| ---: | ---: | ---: |");
    println!(
        "| {few} | {of_few:.0} | |\n| {many} | {of_many:.0} | |\n| each additional | {each_more:.0} | {MAXIMUM:.0} |"
    );
    Ok(each_more > MAXIMUM)
}
