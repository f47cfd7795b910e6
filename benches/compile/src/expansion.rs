//! The instructions in the macro.

use crate::api::Types;
use crate::forms::FORMS;
use crate::measure::{Job, Result, cost, prepare};
use crate::workspace::{Subject, Workspace};
use crate::wrapper::Counted;

/// The most instructions for each more endpoint, in thousands.
const BAR: f64 = 850.0;

/// Prints the instructions in the macro, and returns whether they exceed the bar.
///
/// Cargo builds proc macros without optimisation in every profile, and so they are counted. What the compiler does for the macro,
/// as when it copies tokens, is included.
pub(crate) fn exceeds_bar(workspace: &Workspace, types: Types, counts: &[usize]) -> Result<bool> {
    let [.., few, many] = *counts else { return Err("`macro` needs two numbers of endpoints".into()) };
    let ours = |count| Subject { form: FORMS[0], types, count };
    prepare(workspace, ours(few), Job::Build)?;
    let thousands = |count| -> Result<f64> {
        Ok(cost(workspace, ours(count), Job::Build, 1, Some(Counted::Macro))?.instructions as f64 / 1e3)
    };
    let (of_few, of_many) = (thousands(few)?, thousands(many)?);
    let each_more = (of_many - of_few) / (many - few) as f64;
    println!("\nInstructions in the macro, without optimisation, {} types (thousands)\n", types.name());
    println!("| endpoints | ours | bar |\n| ---: | ---: | ---: |");
    println!("| {few} | {of_few:.0} | |\n| {many} | {of_many:.0} | |\n| each more | {each_more:.0} | {BAR:.0} |");
    Ok(each_more > BAR)
}
