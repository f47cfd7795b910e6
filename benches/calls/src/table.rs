//! Compares the approaches.

use std::error::Error;

use crate::approach::{Approach, Call};
use crate::canned::Canned;
use crate::count::{Cost, cost};

/// Prints a Markdown table of all calls by all approaches.
pub fn print(server: &Canned) -> Result<(), Box<dyn Error>> {
    println!("| call | approach | instructions | by hand = 1 | allocations | by hand = 1 | bytes |");
    println!("| --- | --- | --: | --: | --: | --: | --: |");
    for call in Call::ALL {
        let by_hand = cost(Approach::ByHand, call, server)?;
        for &approach in Approach::ALL {
            let cost = if approach == Approach::ByHand { by_hand } else { cost(approach, call, server)? };
            let Cost { instructions, allocations, bytes } = cost;
            println!(
                "| {} | {} | {instructions} | {:.3} | {allocations:.0} | {:.2} | {bytes:.0} |",
                call.name(),
                approach.name(),
                cost.instructions_of(&by_hand),
                cost.allocations_of(&by_hand),
            );
        }
    }
    Ok(())
}

/// The maximum ratios to the call by hand: an approach, a call, instructions, allocations.
const MAXIMUMS: [(Approach, Call, f64, f64); 8] = [
    (Approach::Pivotal, Call::Delete, 1.0, 1.0),
    (Approach::Pivotal, Call::NotFound, 1.0, 1.0),
    (Approach::Pivotal, Call::Create, 1.0, 1.0),
    (Approach::Pivotal, Call::List, 0.9, 0.85),
    (Approach::Hyper, Call::Delete, 0.6, 0.5),
    (Approach::Hyper, Call::NotFound, 0.65, 0.5),
    (Approach::Hyper, Call::Create, 0.7, 0.6),
    (Approach::Hyper, Call::List, 0.85, 0.8),
];

/// Compares ratios after rounding to hundredths. Allocators and processors differ by a few thousandths.
fn within(ratio: f64, maximum: f64) -> bool {
    (ratio * 100.0).round() <= (maximum * 100.0).round()
}

/// Fails if a ratio exceeds its maximum.
pub fn check(server: &Canned) -> Result<(), Box<dyn Error>> {
    let mut is_good = true;
    for call in Call::ALL {
        let by_hand = cost(Approach::ByHand, call, server)?;
        for (approach, _, most_instructions, most_allocations) in MAXIMUMS.into_iter().filter(|(_, of, ..)| *of == call)
        {
            let cost = cost(approach, call, server)?;
            let (instructions, allocations) = (cost.instructions_of(&by_hand), cost.allocations_of(&by_hand));
            let is_within = within(instructions, most_instructions) && within(allocations, most_allocations);
            is_good &= is_within;
            println!(
                "{:11} {:20} instructions {instructions:.3} of {most_instructions:.2}, \
                 allocations {allocations:.2} of {most_allocations:.2}{}",
                call.name(),
                approach.name(),
                if is_within { "" } else { "  TOO MUCH" },
            );
        }
    }
    if is_good { Ok(()) } else { Err("a ratio to by hand exceeds its maximum".into()) }
}
