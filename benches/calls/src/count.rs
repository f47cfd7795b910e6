//! Counting what a call costs: instructions, by valgrind's callgrind, and allocations.

use std::error::Error;
use std::process::Command;

use tokio::runtime;

use crate::canned::Canned;
use crate::way::{Call, Caller, Way};

/// What one call costs.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub instructions: u64,
    pub allocations: f64,
    pub bytes: f64,
}

/// Makes a number of calls in this process.
pub fn run(way: Way, call: Call, times: u64, url: &str) -> Result<(), Box<dyn Error>> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut caller = Caller::new(way, url).await?;
        for _ in 0..times {
            caller.call(call).await?;
        }
        Ok(())
    })
}

/// What one call costs: the difference between many calls and few, which leaves out what is done once.
pub fn cost(way: Way, call: Call, server: &Canned) -> Result<Cost, Box<dyn Error>> {
    let few = 20;
    let many = few + if call == Call::List { 40 } else { 400 };
    let total = |times| total(way, call, times, server.url());
    let (few_calls, many_calls) = (total(few)?, total(many)?);
    let per_call = |of: fn(&Total) -> u64| (of(&many_calls) as f64 - of(&few_calls) as f64) / (many - few) as f64;
    Ok(Cost {
        instructions: per_call(|total| total.instructions).round() as u64,
        allocations: per_call(|total| total.allocations),
        bytes: per_call(|total| total.bytes),
    })
}

/// What a whole process does.
struct Total {
    instructions: u64,
    allocations: u64,
    bytes: u64,
}

fn total(way: Way, call: Call, times: u64, url: &str) -> Result<Total, Box<dyn Error>> {
    let under = |tool: &[&str]| -> Result<String, Box<dyn Error>> {
        let run = ["run", &format!("{way:?}"), &format!("{call:?}"), &times.to_string(), url];
        let output = Command::new("valgrind").args(tool).arg(std::env::current_exe()?).args(run).output()?;
        let said = String::from_utf8(output.stderr)?;
        if output.status.success() { Ok(said) } else { Err(said.into()) }
    };
    // `Collected : 1234`, and `total heap usage: 1,234 allocs, 1,200 frees, 56,789 bytes allocated`.
    let counted = under(&["--tool=callgrind", "--callgrind-out-file=/dev/null"])?;
    let heap = under(&["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no"])?;
    Ok(Total {
        instructions: number_after(&counted, "Collected :")?,
        allocations: number_after(&heap, "total heap usage:")?,
        bytes: number_after(&heap, "frees,")?,
    })
}

fn number_after(text: &str, label: &str) -> Result<u64, Box<dyn Error>> {
    let (_, rest) = text.split_once(label).ok_or_else(|| format!("valgrind does not say `{label}`"))?;
    Ok(rest.split_whitespace().next().unwrap_or_default().replace(',', "").parse()?)
}

/// Prints all of them.
pub fn table(server: &Canned) -> Result<(), Box<dyn Error>> {
    for call in Call::ALL {
        for &way in Way::ALL {
            let cost = cost(way, call, server)?;
            println!(
                "{:12} {:20} {:9} {:7.1} {:9.0}",
                call.name(),
                way.name(),
                cost.instructions,
                cost.allocations,
                cost.bytes
            );
        }
    }
    Ok(())
}
