//! The rules for `response(202) = Type` and `error(404) = Type`.

use super::statuses::check_status;
use crate::args::{Case, EndpointArgs, Key, Keys};
use crate::diagnostics::Diagnostics;

//     response(100) = Job
//     response(202) = Job, response(202) = Report
//
pub(super) fn check_cases(cases: &[Case], key: Key, diagnostics: &mut Diagnostics) {
    let mut seen = Vec::new();
    for case in cases {
        check_status(&case.literal, diagnostics);
        let Some(status) = case.status() else { continue };
        if seen.contains(&status) {
            diagnostics.error(&case.literal, format!("`{key}({status})` is given twice; keep one of them"));
        }
        seen.push(status);
    }
}

//     success = 202, response(202) = Job
//
pub(super) fn check_successes_given_once(keys: &Keys, diagnostics: &mut Diagnostics) {
    if let Some(span) = keys.span(Key::Success)
        && !keys.responses.is_empty()
    {
        diagnostics.error_at(span, "the statuses in `response(...)` are the successes; remove `success`");
    }
}

//     response(202) = Job, error(202) = Problem
//
pub(super) fn check_no_success_is_error(args: &EndpointArgs, trait_keys: &Keys, diagnostics: &mut Diagnostics) {
    let keys = &args.keys;
    if !(keys.is_complete && trait_keys.is_complete) {
        // A key that could not be read can be `success`.
        return;
    }
    for case in &keys.errors {
        let Some(status) = case.status().filter(|status| keys.is_success(*status, trait_keys)) else { continue };
        diagnostics.error(&case.literal, format!("`{status}` is a success of this method; remove `error({status})`"));
    }
}
