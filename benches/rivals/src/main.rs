//! Compares calls through `pivotal-runtime` with the same calls by hand and through other libraries.
//!
//! `rivals/README.md` lists the commands and their results.

mod approach;
#[path = "../../calls/src/canned.rs"]
#[allow(dead_code, reason = "a part of it is used")]
mod canned;
mod checks;
#[path = "../../calls/src/count.rs"]
#[allow(dead_code, reason = "a part of it is used")]
mod count;
#[path = "../../calls/src/data.rs"]
mod data;
mod defaults;
mod facts;
mod failure;
mod script;
mod table;

use std::error::Error;

use self::canned::Canned;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments {
        [] => table::print(&Canned::start()?),
        ["facts"] => facts::print(),
        ["serve"] => Ok(canned::serve()?),
        ["run", approach, call, times, url] => count::run(approach.parse()?, call.parse()?, times.parse()?, url),
        _ => Err("usage: rivals [facts]".into()),
    }
}
