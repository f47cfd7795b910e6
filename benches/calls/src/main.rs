//! What a call costs, beside the same call written by hand: see `benches/README.md`.
//!
//! With `--features progenitor`, also by a client that progenitor generates.

mod bare;
mod by_hand;
mod canned;
mod count;
mod data;
#[cfg(feature = "progenitor")]
mod generated;
mod way;

use std::error::Error;

use self::canned::Canned;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments {
        ["serve"] => Ok(canned::serve()?),
        ["run", way, call, times, url] => count::run(way.parse()?, call.parse()?, times.parse()?, url),
        ["one", way, call] => {
            let server = Canned::start()?;
            println!("{:?}", count::cost(way.parse()?, call.parse()?, &server)?);
            Ok(())
        }
        [] => count::table(&Canned::start()?),
        _ => Err("usage: calls [one WAY CALL]".into()),
    }
}
