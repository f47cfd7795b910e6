//! Prints the costs of all calls.

use std::error::Error;

use crate::approach::{Approach, Call};
use crate::canned::Canned;
use crate::count::cost;

/// Prints a Markdown table of instructions and allocations.
pub fn print(server: &Canned) -> Result<(), Box<dyn Error>> {
    println!("| call | library | instructions | by hand = 1 | allocations | by hand = 1 |");
    println!("| --- | --- | --: | --: | --: | --: |");
    for call in Call::ALL {
        let by_hand = cost(Approach::ByHand, call, server)?;
        for approach in Approach::ALL {
            let cost = if approach == Approach::ByHand { by_hand } else { cost(approach, call, server)? };
            println!(
                "| {} | {} | {} | {:.2} | {:.0} | {:.2} |",
                call.name(),
                approach.name(),
                cost.instructions,
                cost.instructions_of(&by_hand),
                cost.allocations,
                cost.allocations_of(&by_hand),
            );
        }
    }
    Ok(())
}
