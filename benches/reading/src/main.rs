//! Reads a page of 100 customers with several approaches, and counts instructions and allocations.
//!
//! `reading` prints the table, for which it needs valgrind. `reading APPROACH KIND TIMES` reads a page that many times.

mod approach;
mod bodies;
mod count;
mod ours;
mod types;

use std::error::Error;

use crate::approach::Approach;
use crate::bodies::Kind;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => count::table(),
        [approach, kind, times] => {
            let approach = Approach::named(approach).ok_or("no such approach")?;
            let kind = Kind::named(kind).ok_or("no such kind")?;
            approach.read(&kind.body(), times.parse()?)
        }
        _ => Err("usage: reading [APPROACH KIND TIMES]".into()),
    }
}
