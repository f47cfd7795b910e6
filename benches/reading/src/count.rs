//! Counting what an approach takes, under valgrind.

use std::error::Error;

use counting::{Tool, under};

use crate::approach::Approach;
use crate::bodies::Kind;

type Failed = Box<dyn Error>;

/// So many pages are counted, beside so few whose count is taken off: what is done once does not count.
const MANY: u64 = 120;
const FEW: u64 = 20;

/// Prints what each approach takes of each kind, as a table of Markdown.
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

/// What reading one page takes of what stands behind a label.
fn each(approach: Approach, kind: Kind, tool: Tool, label: &str) -> Result<u64, Failed> {
    let total = |times: u64| {
        under(tool, &[&format!("{approach:?}"), &format!("{kind:?}"), &times.to_string()])?.number_after(label)
    };
    Ok((total(MANY)? - total(FEW)?) / (MANY - FEW))
}
