//! The rules for what methods inherit: what the trait sends is a parameter of its methods.

use syn::LitStr;
use syn::ext::IdentExt;

use super::CommonPath;
use crate::args::{EndpointArgs, Header, Keys};
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::near_miss::nearest;
use crate::parsed_method::ParsedMethod;
use crate::signature::Parameter;
use crate::template::{Foreign, Names, bad_name, contains, is_identifier};
use crate::validate::{fixed_value_message, has_placeholder, is_secret};

/// Checks what the trait sends against the parameters of its methods. What no method can send is reported here, once, and
/// removed from the defaults. What some methods lack is reported at those.
pub(super) fn check_inherited(
    common_path: Option<(LitStr, Result<CommonPath, String>)>,
    defaults: &mut Defaults,
    methods: &mut [ParsedMethod],
    problems: &mut Diagnostics,
) {
    let before = problems.count();
    let names =
        ParameterNames::new(common_path.as_ref().and_then(|(_, path)| path.as_ref().ok()), &defaults.keys, methods);
    defaults.common_path = match common_path {
        Some((literal, path)) => check_notation(&literal, path, &names, problems),
        None => None,
    };
    check_fixed_values(&mut defaults.keys, &names, problems);
    check_placeholders(defaults, &names, methods, problems);
    check_header_parameters(defaults, &names, methods, problems);
    check_content_type(&mut defaults.keys, methods, problems);
    defaults.is_rejected |= problems.count() > before;
}

/// The names of the parameters of all methods of a trait.
struct ParameterNames {
    /// All names.
    known: Vec<String>,
    /// The names that nothing sends, in any method.
    unsent: Vec<String>,
    /// Those of them that every method has.
    common: Vec<String>,
}

impl ParameterNames {
    fn new(common_path: Option<&CommonPath>, keys: &Keys, methods: &[ParsedMethod]) -> Self {
        let (mut known, mut sent) = (Vec::new(), Vec::new());
        for (args, parameters) in readable(methods) {
            for name in parameters.iter().map(Parameter::name) {
                let in_trait = common_path.is_some_and(|path| contains(&path.literal.value(), &name));
                // A key that could not be read may be the one that sends a parameter.
                let is_sent = in_trait
                    || !args.keys.complete
                    || contains(&args.written, &name)
                    || args.keys.parameters().chain(keys.parameters()).any(|key| key == name);
                if is_sent {
                    sent.push(name.clone());
                }
                if !known.contains(&name) {
                    known.push(name);
                }
            }
        }
        let unsent: Vec<String> = known.iter().filter(|name| keys.complete && !sent.contains(name)).cloned().collect();
        let is_common = |name: &&String| readable(methods).all(|(_, parameters)| find(parameters, name).is_some());
        let common = unsent.iter().filter(is_common).cloned().collect();
        Self { known, unsent, common }
    }
}

/// The methods whose arguments and parameters could be read.
fn readable(methods: &[ParsedMethod]) -> impl Iterator<Item = (&EndpointArgs, &[Parameter])> {
    methods.iter().filter_map(|method| Some((method.args.as_ref()?, method.parameters.as_deref()?)))
}

fn find<'a>(parameters: &'a [Parameter], name: &str) -> Option<&'a Parameter> {
    parameters.iter().find(|parameter| parameter.name() == name)
}

//     #[endpoints("/repos/{owner}")]
//     #[endpoints("/repos/:owner")]
//     #[endpoints("/repos/owner")]
//
fn check_notation(
    literal: &LitStr,
    path: Result<CommonPath, String>,
    names: &ParameterNames,
    problems: &mut Diagnostics,
) -> Option<CommonPath> {
    let text = literal.value();
    let foreign = Foreign::in_text(&text, Names { known: &names.known, unsent: &names.unsent });
    match path {
        Err(error) => {
            problems.error(literal, foreign.map_or(error, |found| found.to_string()));
            None
        }
        Ok(path) => {
            let as_text = || Foreign::in_template(&text, Names { known: &names.common, unsent: &names.common });
            let is_meant = |found: &Foreign| {
                let mut unsent = names.unsent.iter();
                unsent.any(|name| found.means(name) && !(found.is_text() && is_secret(name)))
            };
            match foreign.or_else(as_text).filter(is_meant) {
                Some(found) => {
                    problems.error(literal, found);
                    None
                }
                None => Some(path),
            }
        }
    }
}

//     #[endpoints(header("Authorization") = "Bearer <token>")]
//
fn check_fixed_values(keys: &mut Keys, names: &ParameterNames, problems: &mut Diagnostics) {
    keys.headers.retain(|header| {
        let Header::Literal { name, value } = header else { return true };
        let text = value.value();
        let meant: Vec<&String> = names.unsent.iter().filter(|name| has_placeholder(&text, name)).collect();
        let meant = if meant.is_empty() { names.common.iter().filter(|name| **name == text).collect() } else { meant };
        if meant.is_empty() && !names.known.iter().any(|name| contains(&text, name)) {
            return true;
        }
        problems.error(value, fixed_value_message(&name.value(), &text, &meant));
        false
    });
}

//     #[endpoints("/repos/<ownr>")]
//     #[endpoints("/repos/<owner>/<owner>")]
//
fn check_placeholders(
    defaults: &mut Defaults,
    names: &ParameterNames,
    methods: &mut [ParsedMethod],
    problems: &mut Diagnostics,
) {
    let Some(path) = &defaults.common_path else { return };
    let literal = &path.literal;
    let before = problems.count();
    let mut seen: Vec<&str> = Vec::new();
    for (name, dots) in path.template.placeholders() {
        if seen.contains(&name) {
            problems.error(literal, format!("`<{name}{dots}>` is in the common path twice; keep one of them"));
            continue;
        }
        seen.push(name);
        let pair = path.template.query.iter().find(|part| part.placeholder() == Some((name, dots)));
        let inherits = |args: &EndpointArgs| match (pair, &args.template) {
            (Some(pair), Ok(template)) => CommonPath::is_inherited(pair, template),
            _ => true,
        };
        let needed = Needed { name, by: format!("`<{name}{dots}>` of the common path") };
        needed.check(methods, inherits, names, |candidate| {
            let message = match candidate {
                Some(candidate) => format!("no method fills `<{name}{dots}>`; write `<{candidate}{dots}>`"),
                None if !is_identifier(name) => bad_name(name, dots).to_string(),
                None => format!(
                    "no method fills `<{name}{dots}>`; add a parameter `{name}` to each method, or remove the placeholder"
                ),
            };
            problems.error(literal, message);
        });
    }
    if problems.count() > before {
        defaults.common_path = None;
    }
}

//     #[endpoints(header("X-Tenant") = tennant)]
//
//     #[endpoints("/tenants/<tenant>", header("X-Tenant") = tenant)]
//
fn check_header_parameters(
    defaults: &mut Defaults,
    names: &ParameterNames,
    methods: &mut [ParsedMethod],
    problems: &mut Diagnostics,
) {
    let placeholders = defaults.common_path.iter().flat_map(|path| path.template.placeholders());
    let mut seen: Vec<String> = placeholders.map(|(name, _)| name.to_owned()).collect();
    defaults.keys.headers.retain(|header| {
        let Some(parameter) = header.parameter() else { return true };
        let name = parameter.unraw().to_string();
        if seen.contains(&name) {
            problems.error(parameter, format!("the trait sends parameter `{name}` twice; keep one place"));
            return false;
        }
        seen.push(name.clone());
        let header_name = header.name().map_or_else(|| "..".to_owned(), |name| format!("{:?}", name.value()));
        let needed = Needed { name: &name, by: format!("`header({header_name})` of the trait") };
        let inherits = |args: &EndpointArgs| args.keys.inherits_header(header);
        let mut is_valid = true;
        needed.check(methods, inherits, names, |candidate| {
            is_valid = false;
            let message = match candidate {
                Some(candidate) => format!("no method has a parameter `{name}`; write `{candidate}`"),
                None => format!("no method has a parameter `{name}`; add it to each method"),
            };
            problems.error(parameter, message);
        });
        is_valid
    });
}

/// A parameter that the trait sends.
struct Needed<'a> {
    name: &'a str,
    /// What sends it.
    by: String,
}

impl Needed<'_> {
    /// Reports methods without the parameter, or calls `nobody` if no method has it, with the name that is meant.
    fn check(
        &self,
        methods: &mut [ParsedMethod],
        inherits: impl Fn(&EndpointArgs) -> bool,
        names: &ParameterNames,
        nobody: impl FnOnce(Option<&str>),
    ) {
        let Self { name, by } = self;
        let has = |(_, parameters): (&EndpointArgs, &[Parameter])| find(parameters, name).is_some();
        let concerned = readable(methods).filter(|(args, _)| inherits(args)).count();
        let having = readable(methods).filter(|(args, _)| inherits(args)).filter(|method| has(*method)).count();
        if concerned > 0 && having == 0 {
            return nobody(nearest(name, names.unsent.iter().map(String::as_str)));
        }
        for method in methods {
            let (Some(args), Some(parameters)) = (&method.args, &method.parameters) else { continue };
            if !inherits(args) || find(parameters, name).is_some() {
                continue;
            }
            let unsent = parameters.iter().filter(|parameter| names.unsent.contains(&parameter.name()));
            let own: Vec<String> = unsent.map(Parameter::name).collect();
            match nearest(name, own.iter().map(String::as_str)).and_then(|meant| find(parameters, meant)) {
                Some(meant) => method
                    .problems
                    .error(&meant.ident, format!("no parameter fills {by}; write `{name}` for `{}`", meant.name())),
                None => method.problems.error(
                    &method.item.sig.ident,
                    format!("no parameter fills {by}; add a parameter `{name}` to this method"),
                ),
            }
            method.lacks_parameter = true;
        }
    }
}

//     #[endpoints(header("Content-Type") = "application/vnd.api+json")]
//     trait Articles {
//         #[endpoint(GET, "/articles/<id>")]
//         async fn article(&self, id: u64) -> Result<Article, Error>;
//     }
//
fn check_content_type(keys: &mut Keys, methods: &[ParsedMethod], problems: &mut Diagnostics) {
    if methods.is_empty() || readable(methods).count() < methods.len() {
        return;
    }
    keys.headers.retain(|header| {
        let Some(name) = header.name().filter(|_| header.is("content-type")) else { return true };
        let is_sent = readable(methods).any(|(args, _)| args.keys.inherits_header(header) || !args.keys.complete);
        if !is_sent {
            let name = name.value();
            problems.error(
                header.name(),
                format!("no method of this trait has a body for `{name}` to describe; remove the header"),
            );
        }
        is_sent
    });
}
