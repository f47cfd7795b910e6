//! Compares the parameters of the query and of headers. Those of the path are compared with the path.

use super::{Kind, Rules};
use crate::check::schemas::{is_array, is_object, property};
use crate::check::template::{PairStyle, QueryPart};
use crate::contract::{Location, Parameter, Style};
use crate::document::Place;

/// The headers that are no parameters in OpenAPI.
const NOT_PARAMETERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// A parameter that is sent, and that the document does not have there.
struct Unknown {
    location: Location,
    name: String,
}

impl Rules<'_, '_> {
    pub(super) fn parameters(&mut self) {
        let mut unknown = self.unknown();
        let documented = &self.operation.parameters;
        let mut missing: Vec<&Parameter<'_>> = documented.iter().filter(|parameter| !self.is_sent(parameter)).collect();
        // In another location.
        unknown.retain(|one| {
            let moved =
                |parameter: &&Parameter<'_>| is_same_name(parameter, &one.name) && parameter.location != one.location;
            let Some(index) = missing.iter().position(moved) else { return true };
            let parameter = missing.remove(index);
            let (own, other) = (of(one.location), of(parameter.location));
            let message = format!("`{}` is sent in the {own}, and the document has it in the {other}", one.name);
            self.report(Kind::Parameter, &parameter.cursor.place, message);
            false
        });
        missing.retain(|parameter| parameter.is_required);
        // Under another name.
        if let ([one], [parameter]) = (unknown.as_slice(), missing.as_slice())
            && one.location == parameter.location
        {
            let message = format!("`{}` is sent, and the document has the name `{}`", one.name, parameter.name);
            self.report(Kind::Parameter, &parameter.cursor.place, message);
            unknown.clear();
            missing.clear();
        }
        for one in unknown {
            let place = self.place_of("parameters");
            let message =
                format!("`{}` is sent in the {}, and the document does not have it", one.name, of(one.location));
            self.report(Kind::Parameter, &place, message);
        }
        for parameter in missing {
            let message =
                format!("`{}` is required in the {}, and is not sent", parameter.name, of(parameter.location));
            self.report(Kind::Parameter, &parameter.cursor.place, message);
        }
        for parameter in documented {
            self.style(parameter);
        }
    }

    /// The parameters that are sent, and that the document does not have.
    fn unknown(&self) -> Vec<Unknown> {
        let documented = &self.operation.parameters;
        let is_query = |key: &str| {
            let queries = || documented.iter().filter(|parameter| parameter.location == Location::Query);
            queries().any(|parameter| has_key(parameter, key)) || self.is_security("query", key)
        };
        let is_header = |name: &str| {
            let mut headers = documented.iter().filter(|parameter| parameter.location == Location::Header);
            headers.any(|parameter| is_same_name(parameter, name))
                || NOT_PARAMETERS.contains(&&*name.to_ascii_lowercase())
                || (name.eq_ignore_ascii_case("cookie")
                    && documented.iter().any(|parameter| parameter.location == Location::Cookie))
                || self.is_security("header", name)
        };
        let query = self.declaration.template.query.iter().filter_map(|part| match part {
            QueryPart::FieldsIn(prefix) => Some(prefix.as_str()),
            part => part.key(),
        });
        let query = query.filter(|key| !is_query(key)).map(|key| (Location::Query, key));
        let headers = self.declaration.headers.iter().map(String::as_str).filter(|name| !is_header(name));
        let headers = headers.map(|name| (Location::Header, name));
        query.chain(headers).map(|(location, name)| Unknown { location, name: name.to_owned() }).collect()
    }

    /// Returns whether a security scheme has a parameter of this name.
    fn is_security(&self, location: &str, name: &str) -> bool {
        let schemes = crate::contract::schemes(self.operation.cursor.document);
        schemes.iter().any(|(_, scheme)| match scheme {
            crate::contract::Scheme::ApiKey { name: own, location: at } => {
                *at == location && own.eq_ignore_ascii_case(name)
            }
            _ => false,
        })
    }

    /// Returns whether a documented parameter is sent.
    fn is_sent(&self, parameter: &Parameter<'_>) -> bool {
        match parameter.location {
            // The paths are equal, or their difference is reported.
            Location::Path => true,
            Location::Query => self.declaration.template.query.iter().any(|part| match part {
                QueryPart::Fields => true,
                QueryPart::FieldsIn(prefix) => has_key(parameter, prefix),
                QueryPart::Fixed(key) | QueryPart::Pair { key, .. } => has_key(parameter, key),
            }),
            Location::Header => self.declaration.sends_header_map || self.declaration.sends_header(parameter.name),
            Location::Cookie => self.declaration.sends_header_map || self.declaration.sends_header("cookie"),
        }
    }

    /// Compares the style of a parameter in the query.
    fn style(&mut self, parameter: &Parameter<'_>) {
        if parameter.location != Location::Query {
            return;
        }
        let parts = &self.declaration.template.query;
        let Some(part) = parts.iter().find(|part| match part {
            QueryPart::Fixed(_) | QueryPart::Fields => false,
            QueryPart::FieldsIn(prefix) => prefix == parameter.name,
            QueryPart::Pair { key, .. } => key == parameter.name,
        }) else {
            return;
        };
        let expected = expected_style(parameter);
        let message = match (part, expected) {
            (QueryPart::FieldsIn(_), Some(Expected::Fields) | None)
            | (_, None)
            | (QueryPart::Fixed(_) | QueryPart::Fields, _) => return,
            (QueryPart::Pair { style, .. }, Some(Expected::Pair(other))) if *style == other => return,
            // Without fields, it is the text of a value of any type.
            (QueryPart::Pair { style, .. }, Some(Expected::Pair(other))) => {
                format!(
                    "`{}` is sent as `{}`, and the document has `{}`",
                    parameter.name,
                    style.example(),
                    other.example()
                )
            }
            (QueryPart::Pair { style, .. }, Some(Expected::Fields)) => {
                let name = parameter.name;
                format!("`{name}` is sent as `{}`, and the document has `{name}[<name..>]`", style.example())
            }
            (QueryPart::FieldsIn(prefix), Some(Expected::Pair(other))) => {
                format!("`{prefix}` is sent as `{prefix}[<name..>]`, and the document has `{}`", other.example())
            }
        };
        let place: Place = parameter.cursor.place.clone();
        self.report(Kind::Style, &place, message);
    }
}

/// The style that a document requires.
#[derive(Clone, Copy)]
enum Expected {
    Pair(PairStyle),
    /// `name[field]`
    Fields,
}

/// Returns the style of a list, an object or JSON; `None` if any is right.
fn expected_style(parameter: &Parameter<'_>) -> Option<Expected> {
    if let Some(media) = parameter.content() {
        return media.is_json().then_some(Expected::Pair(PairStyle::Json));
    }
    let schema = parameter.schema()?.resolve().ok()?;
    if parameter.style == Style::DeepObject {
        return is_object(&schema).then_some(Expected::Fields);
    }
    if !is_array(&schema) {
        return None;
    }
    Some(Expected::Pair(match (parameter.style, parameter.explode) {
        (_, true) => PairStyle::Repeated,
        (Style::SpaceDelimited, false) => PairStyle::Spaces,
        (Style::PipeDelimited, false) => PairStyle::Pipes,
        (_, false) => PairStyle::Commas,
    }))
}

/// Returns whether a key of the query belongs to a parameter: its name, `name[field]`, or a property of an object.
fn has_key(parameter: &Parameter<'_>, key: &str) -> bool {
    if parameter.name == key || parameter.name.strip_suffix("[]") == Some(key) {
        return true;
    }
    let Some(schema) = parameter.schema().and_then(|schema| schema.resolve().ok()) else { return false };
    if parameter.style == Style::DeepObject {
        let field = key.strip_prefix(parameter.name).and_then(|rest| rest.strip_prefix('['));
        return field.is_some_and(|rest| rest.ends_with(']'));
    }
    parameter.explode && is_object(&schema) && property(&schema, key).is_some()
}

fn is_same_name(parameter: &Parameter<'_>, name: &str) -> bool {
    match parameter.location {
        Location::Header => parameter.name.eq_ignore_ascii_case(name),
        _ => parameter.name == name,
    }
}

/// The location in messages.
fn of(location: Location) -> &'static str {
    match location {
        Location::Cookie => "header `Cookie`",
        Location::Header => "headers",
        Location::Path => "path",
        Location::Query => "query",
    }
}
