//! A subscriber that keeps spans and events.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

/// The fields of a span or an event, as texts.
pub(crate) type Fields = BTreeMap<&'static str, String>;

/// A span, or an event in it.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    pub(crate) name: &'static str,
    pub(crate) level: Level,
    pub(crate) fields: Fields,
    /// The position of the parent.
    pub(crate) parent: Option<usize>,
    pub(crate) is_closed: bool,
}

impl Span {
    pub(crate) fn get(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }
}

/// The spans and events of this crate's target, on the thread of a test.
#[derive(Clone, Default)]
pub(crate) struct Captured(Arc<Mutex<Recorded>>);

#[derive(Default)]
struct Recorded {
    spans: Vec<(Id, Span)>,
    events: Vec<Span>,
}

impl Captured {
    /// Captures what happens on this thread until the guard is dropped.
    pub(crate) fn start() -> (Self, DefaultGuard) {
        let captured = Self::default();
        let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(captured.clone()));
        (captured, guard)
    }

    /// Returns the spans in the order in which they were created.
    pub(crate) fn spans(&self) -> Vec<Span> {
        self.lock().spans.iter().map(|(_, span)| span.clone()).collect()
    }

    /// Returns the spans of calls.
    pub(crate) fn calls(&self) -> Vec<Span> {
        self.named("call")
    }

    /// Returns the spans of attempts.
    pub(crate) fn attempts(&self) -> Vec<Span> {
        self.named("attempt")
    }

    pub(crate) fn events(&self) -> Vec<Span> {
        self.lock().events.clone()
    }

    fn named(&self, name: &str) -> Vec<Span> {
        self.spans().into_iter().filter(|span| span.name == name).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Recorded> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Recorded {
    /// The last span with an id, which a registry uses again.
    fn position(&self, id: &Id) -> Option<usize> {
        self.spans.iter().rposition(|(own, _)| own == id)
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Captured {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let metadata = attributes.metadata();
        let mut fields = Visitor::default();
        attributes.record(&mut fields);
        let parent = context.span(id).and_then(|span| span.parent().map(|parent| parent.id()));
        let mut recorded = self.lock();
        let parent = parent.and_then(|parent| recorded.position(&parent));
        let span = Span { name: metadata.name(), level: *metadata.level(), fields: fields.0, parent, is_closed: false };
        recorded.spans.push((id.clone(), span));
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, _: Context<'_, S>) {
        let mut fields = Visitor::default();
        values.record(&mut fields);
        let mut recorded = self.lock();
        if let Some(position) = recorded.position(id) {
            recorded.spans[position].1.fields.extend(fields.0);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let metadata = event.metadata();
        if metadata.target() != "pivotal_runtime" {
            return;
        }
        let mut fields = Visitor::default();
        event.record(&mut fields);
        let parent = context.event_span(event).map(|span| span.id());
        let mut recorded = self.lock();
        let parent = parent.and_then(|parent| recorded.position(&parent));
        recorded.events.push(Span {
            name: "event",
            level: *metadata.level(),
            fields: fields.0,
            parent,
            is_closed: true,
        });
    }

    fn on_close(&self, id: Id, _: Context<'_, S>) {
        let mut recorded = self.lock();
        if let Some(position) = recorded.position(&id) {
            recorded.spans[position].1.is_closed = true;
        }
    }
}

/// Keeps the fields as texts. Integers must be `i64`, which `tracing-opentelemetry` exports as integers.
#[derive(Default)]
struct Visitor(Fields);

impl Visit for Visitor {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.0.insert(field.name(), format!("{value} as i64"));
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.0.insert(field.name(), format!("{value} s"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let text = format!("{value:?}");
        assert!(field.name() == "message", "`{field}` is neither a text nor a number: {text}");
        self.0.insert(field.name(), text);
    }
}
