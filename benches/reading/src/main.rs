//! Reads a page of 100 customers in several ways, and counts what each takes.
//!
//! `reading` prints the table, for which it needs valgrind; `reading WAY KIND TIMES` reads that often.

mod bodies;
mod count;
mod ours;
mod types;
mod way;

use std::error::Error;

use crate::bodies::Kind;
use crate::way::Way;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => count::table(),
        [way, kind, times] => {
            let way = Way::named(way).ok_or("no such way")?;
            let kind = Kind::named(kind).ok_or("no such kind")?;
            way.read(&kind.body(), times.parse()?)
        }
        _ => Err("give nothing, or a way, a kind and a number".into()),
    }
}
