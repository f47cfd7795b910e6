//! Counts the instructions and allocations of an approach under valgrind.

use std::error::Error;

use counting::{Tool, under};

use crate::approach::Approach;
use crate::bodies::Kind;

type Failed = Box<dyn Error>;

/// The numbers of pages in two runs. The difference between their counts leaves out the setup.
const MANY: u64 = 120;
const FEW: u64 = 20;

/// Prints a Markdown table with all approaches and kinds of pages.
pub fn table() -> Result<(), Failed> {
    println!(
        "| approach | full | | varied | | pretty | | allocations |\n| --- | --: | --: | --: | --: | --: | --: | --: |"
    );
    let mut by_hand = None;
    for &approach in Approach::ALL {
        let instructions = Kind::ALL.map(|kind| each(approach, kind, Tool::Instructions, "Collected :"));
        let instructions = instructions.into_iter().collect::<Result<Vec<_>, _>>()?;
        let allocations = each(approach, Kind::Full, Tool::Heap, "total heap usage:")?;
        let by_hand = by_hand.get_or_insert_with(|| instructions.clone());
        let cells: Vec<_> = std::iter::zip(&instructions, by_hand)
            .map(|(&count, &mut by_hand)| format!("{count} | {:.3}", count as f64 / by_hand as f64))
            .collect();
        println!("| {} | {} | {allocations} |", approach.name(), cells.join(" | "));
    }
    Ok(())
}

/// Returns the count after a label, for one page.
fn each(approach: Approach, kind: Kind, tool: Tool, label: &str) -> Result<u64, Failed> {
    let total = |times: u64| {
        under(tool, &[&format!("{approach:?}"), &format!("{kind:?}"), &times.to_string()])?.number_after(label)
    };
    Ok((total(MANY)? - total(FEW)?) / (MANY - FEW))
}
