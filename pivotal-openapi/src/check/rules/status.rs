//! Compares statuses, and whether responses are streams of events.

use super::{Kind, Rules};
use crate::contract::Status;

impl Rules<'_, '_> {
    pub(super) fn statuses(&mut self) {
        let responses = &self.operation.responses;
        let rejected = responses.iter().filter_map(|response| match response.status {
            Status::Code(code @ 200..=299) if !self.declaration.is_success(code) => Some((code, &response.key_place)),
            _ => None,
        });
        let rejected: Vec<_> = rejected.collect();
        let is_documented = |status: u16| responses.iter().any(|response| response.status.contains(status));
        let single = self.declaration.successes.iter().filter(|range| range.start() == range.end());
        let declared = single.map(|range| *range.start()).chain(self.declaration.typed_statuses.iter().copied());
        let mut missing: Vec<u16> = declared.filter(|status| !is_documented(*status)).collect();
        missing.sort_unstable();
        missing.dedup();
        if let ([(code, place)], [declared @ 200..=299]) = (rejected.as_slice(), missing.as_slice()) {
            self.report(Kind::Status, place, format!("{declared} is declared, and the document has {code}"));
        } else {
            for (code, place) in rejected {
                self.report(Kind::Status, place, format!("{code} is not declared as a success"));
            }
            let place = self.place_of("responses");
            for status in missing {
                self.report(
                    Kind::Status,
                    &place,
                    format!("{status} is declared, and the document has no such response"),
                );
            }
        }
        self.events();
    }

    /// Checks that a stream of events is documented where its end is declared.
    fn events(&mut self) {
        if !self.declaration.reads_events {
            return;
        }
        for response in self.operation.responses.iter().filter(|response| response.status.is_success()) {
            let is_events = response.contents.iter().any(|media| media.is_events() || media.essence() == "*/*");
            if !is_events && !response.contents.is_empty() {
                let place = response.cursor.place.join("content");
                self.report(Kind::Body, &place, "`until` is declared, and the response is not `text/event-stream`");
            }
        }
    }
}
