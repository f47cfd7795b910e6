//! Counts the instructions and allocations of a call.

use std::error::Error;
use std::path::Path;
use std::thread;

use counting::{Tool, program_under, under};
use tokio::runtime;

use crate::approach::{Approach, Call, Caller};
use crate::canned::Canned;

/// The cost of one call.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub instructions: u64,
    pub allocations: f64,
    pub bytes: f64,
}

impl Cost {
    /// Returns the ratio of the instructions to those of another call.
    pub fn instructions_of(&self, other: &Self) -> f64 {
        self.instructions as f64 / other.instructions as f64
    }

    /// Returns the ratio of the allocations to those of another call.
    pub fn allocations_of(&self, other: &Self) -> f64 {
        self.allocations / other.allocations
    }
}

/// Makes a number of calls in this process.
pub fn run(approach: Approach, call: Call, times: u64, url: &str) -> Result<(), Box<dyn Error>> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut caller = Caller::new(approach, url).await?;
        for _ in 0..times {
            caller.call(call).await?;
        }
        Ok(())
    })
}

/// Measures one call, by the difference between many calls and few. That leaves out the setup.
pub fn cost(approach: Approach, call: Call, server: &Canned) -> Result<Cost, Box<dyn Error>> {
    let few = 20;
    let many = few + call.counted();
    let total = |times| total(approach, call, times, server.url());
    let (few_calls, many_calls) = (total(few)?, total(many)?);
    let per_call = |of: fn(&Total) -> u64| (of(&many_calls) as f64 - of(&few_calls) as f64) / (many - few) as f64;
    Ok(Cost {
        instructions: per_call(|total| total.instructions).round() as u64,
        allocations: per_call(|total| total.allocations),
        bytes: per_call(|total| total.bytes),
    })
}

/// Counts the instructions of one call in another program with the same arguments as this one.
pub fn instructions_in(program: &Path, approach: Approach, call: Call, server: &Canned) -> Result<u64, Box<dyn Error>> {
    const TIMES: [u64; 2] = [20, 420];
    let (approach, call) = (format!("{approach:?}"), format!("{call:?}"));
    let [few, many] = TIMES.map(|times| {
        let run = ["run", &approach, &call, &times.to_string(), server.url()];
        program_under(Tool::Instructions, program, &run)?.number_after("Collected :")
    });
    Ok((many? - few?) / (TIMES[1] - TIMES[0]))
}

/// The cost of a complete process.
struct Total {
    instructions: u64,
    allocations: u64,
    bytes: u64,
}

fn total(approach: Approach, call: Call, times: u64, url: &str) -> Result<Total, Box<dyn Error>> {
    let (approach, call, times) = (format!("{approach:?}"), format!("{call:?}"), times.to_string());
    let run = ["run", &approach, &call, &times, url];
    // At the same time, since both wait for the server.
    let (heap, instructions) = thread::scope(|scope| {
        let heap = scope.spawn(|| under(Tool::Heap, &run).map_err(|error| error.to_string()));
        let instructions = under(Tool::Instructions, &run);
        (heap.join(), instructions)
    });
    let heap = heap.map_err(|_| "counting panicked")??;
    Ok(Total {
        instructions: instructions?.number_after("Collected :")?,
        allocations: heap.number_after("total heap usage:")?,
        bytes: heap.number_after("frees,")?,
    })
}
