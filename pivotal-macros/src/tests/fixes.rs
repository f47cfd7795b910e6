//! Obeys the suggested fixes of all recorded errors to the letter, until nothing is left to obey.
//!
//! A fix that leads to a valid declaration is recorded in `tests/fixes/*.rs`, which the test `ui` builds. One that leads to another
//! error is in `next.md`, and one that is no edit in `prose.md`, with the reason. Read there whether each declaration sends what
//! its author meant. `UPDATE_EXPECT=1` records them again.

mod edit;
mod prose;
mod record;
mod source;
mod subject;
mod suggestion;

use std::fs;

use proc_macro2::TokenStream;

use self::edit::Place;
use self::source::marked;
use self::subject::{Subject, subjects};
use self::suggestion::{Step, alternatives};
use super::{Mistake, mistakes_in, ui};

/// The messages after which a fix is given up.
const MOST_MESSAGES: usize = 8;

/// The result of a fix, with the messages on the way.
struct Fixed {
    source: String,
    messages: Vec<String>,
    is_valid: bool,
}

/// Carries out these steps, and then the first fix of each further message. `None` if the steps name code that is not there.
fn obey(subject: &Subject, steps: &[Step<'_>]) -> Option<Fixed> {
    let mut source = after(&subject.source, &subject.mistake, steps)?;
    let mut messages = Vec::new();
    loop {
        source.parse::<TokenStream>().ok()?;
        let mistakes = mistakes_in(&source);
        messages.extend(mistakes.iter().map(|mistake| mistake.message.clone()));
        let next = match mistakes.as_slice() {
            [] => return Some(Fixed { source, messages, is_valid: true }),
            [mistake] if messages.len() < MOST_MESSAGES => {
                let message = completed(&mistake.message, &source);
                let first = alternatives(&message).into_iter().next().and_then(Result::ok);
                first.and_then(|steps| after(&source, mistake, &steps))
            }
            _ => None,
        };
        let Some(next) = next else { return Some(Fixed { source, messages, is_valid: false }) };
        source = next;
    }
}

fn after(source: &str, mistake: &Mistake, steps: &[Step<'_>]) -> Option<String> {
    let wrong = mistake.message.split("; ").next().unwrap_or_default();
    let named = wrong.split_once('`').and_then(|(_, code)| code.split_once('`')).map(|(code, _)| code);
    Place { source, marked: marked(source, mistake)?, named }.after(steps)
}

/// A message with words of the source for those that its reader completes, such as `Type`.
fn completed(message: &str, source: &str) -> String {
    let (_, parameters) = source.rsplit_once("fn customer(").unwrap_or_default();
    let (parameters, _) = parameters.split_once(") ->").unwrap_or_default();
    let parameter = parameters.rsplit(", ").next().and_then(|last| last.split_once(':')).map_or("id", |(name, _)| name);
    message
        .replace("for Type {}", "for Problem {}")
        .replace("= parameter`", &format!("= {parameter}`"))
        .replace("<name>", &format!("<{parameter}>"))
        .replace("error(STATUS)", "error(404)")
        .replace("(STATUS)", "(202)")
        .replace("format = Type`", "format = Json`")
        .replace("= Type`", "= Customer`")
        .replace("\"Name\"", "\"X-Name\"")
        .replace("VALUE", "GITHUB")
        .replace("Result<Type, Error>", "Result<Customer, Error>")
        .replace("Result<T, E>", "Result<Customer, Error>")
        .replace("<'_, P>", "<'_, LinkPage<Customer>>")
        .replace("Events<T>", "Events<Customer>")
}

#[test]
fn suggested_fixes_lead_to_recorded_declarations() {
    let mut records = record::Records::default();
    let mut unexplained = Vec::new();
    for subject in subjects() {
        let message = completed(&subject.mistake.message, &subject.source);
        for (index, fix) in alternatives(&message).into_iter().enumerate() {
            let steps = match fix {
                Ok(steps) => steps,
                Err(fix) => {
                    match prose::reason(fix) {
                        Some(reason) => records.add_prose(&subject, fix, reason),
                        None => unexplained.push(format!("{}: {fix}", subject.name)),
                    }
                    continue;
                }
            };
            match obey(&subject, &steps) {
                Some(fixed) => records.add_fixed(&subject, index, &fixed),
                None => match prose::reason_of_case(&subject.name) {
                    Some(reason) => records.add_prose(&subject, &message, reason),
                    None => unexplained.push(format!("{}: {message}: {steps:?}", subject.name)),
                },
            }
        }
    }
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    let unused = prose::unused(&records.prose().collect::<Vec<_>>());
    assert!(unused.is_empty(), "no fix starts with these: {unused:#?}");
    records.check();
}

#[test]
fn fix_of_one_of_several_mistakes_removes_it() {
    for file in ui("fail/several") {
        let source = fs::read_to_string(&file).unwrap();
        let mistakes = mistakes_in(&source);
        assert!(mistakes.len() > 1, "{}", file.display());
        for mistake in &mistakes {
            let message = completed(&mistake.message, &source);
            for steps in alternatives(&message).into_iter().flatten() {
                let fixed = after(&source, mistake, &steps).unwrap();
                let left: Vec<_> = mistakes_in(&fixed).into_iter().map(|mistake| mistake.message).collect();
                assert!(!left.contains(&mistake.message), "{}: {message}: {left:#?}", file.display());
            }
        }
    }
}
