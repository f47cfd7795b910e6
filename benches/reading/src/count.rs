//! Counting what a way takes, under valgrind.

use std::error::Error;

use counting::{Tool, under};

use crate::bodies::Kind;
use crate::way::Way;

type Failed = Box<dyn Error>;

/// So many pages are counted, beside so few whose count is taken off: what is done once does not count.
const MANY: u64 = 120;
const FEW: u64 = 20;

/// Prints what each way takes of each kind, as a table of Markdown.
pub fn table() -> Result<(), Failed> {
    println!("| way | full | | varied | | pretty | | allocations |\n| --- | --: | --: | --: | --: | --: | --: | --: |");
    let mut by_hand = None;
    for &way in Way::ALL {
        let instructions = Kind::ALL.map(|kind| each(way, kind, Tool::Instructions, "Collected :"));
        let instructions = instructions.into_iter().collect::<Result<Vec<_>, _>>()?;
        let allocations = each(way, Kind::Full, Tool::Heap, "total heap usage:")?;
        let by_hand = by_hand.get_or_insert_with(|| instructions.clone());
        let cells: Vec<_> = std::iter::zip(&instructions, by_hand)
            .map(|(&count, &mut by_hand)| format!("{count} | {:.3}", count as f64 / by_hand as f64))
            .collect();
        println!("| {} | {} | {allocations} |", way.name(), cells.join(" | "));
    }
    Ok(())
}

/// What reading one page takes of what stands behind a label.
fn each(way: Way, kind: Kind, tool: Tool, label: &str) -> Result<u64, Failed> {
    let total =
        |times: u64| under(tool, &[&format!("{way:?}"), &format!("{kind:?}"), &times.to_string()])?.number_after(label);
    Ok((total(MANY)? - total(FEW)?) / (MANY - FEW))
}
