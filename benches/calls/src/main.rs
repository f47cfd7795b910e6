//! Measures calls, compared with the same calls by hand. `benches/README.md` lists the commands.
//!
//! With `--features progenitor`, it also measures a client that progenitor generates.

mod approach;
mod bare;
mod by_hand;
mod canned;
mod count;
mod data;
#[cfg(feature = "progenitor")]
mod generated;
mod in_flight;
mod load;
mod table;
mod timing;
mod traced;
mod waiters;

use std::error::Error;

use self::canned::Canned;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments {
        [] => table::print(&Canned::start()?),
        ["--check"] => {
            let server = Canned::start()?;
            table::check(&server)?;
            traced::check(&server)
        }
        ["traced"] => traced::check(&Canned::start()?),
        ["in-flight"] => in_flight::print(),
        ["load"] => load::print(),
        ["waiters"] => waiters::print(),
        ["time"] => {
            timing::run();
            Ok(())
        }
        // The program runs itself with these arguments, and you can run them in a profiler.
        ["serve"] => Ok(canned::serve()?),
        ["serve-nothing"] => Ok(canned::serve_nothing()?),
        ["run", approach, call, times, url] => count::run(approach.parse()?, call.parse()?, times.parse()?, url),
        ["wait", client, calls, url] => in_flight::wait(client, calls.parse()?, url),
        _ => {
            Err("usage: calls [--check | in-flight | load | time | traced | waiters | run APPROACH CALL TIMES URL]"
                .into())
        }
    }
}
