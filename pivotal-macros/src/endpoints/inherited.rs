//! The rules for inherited arguments: a parameter that the trait sends is one of each method.

mod parameter;

use syn::LitStr;
use syn::ext::IdentExt;

use self::parameter::{Checked, InheritedParameter};
use crate::args::{EndpointArgs, Header, Keys};
use crate::common_path::CommonPath;
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::parsed_method::ParsedMethod;
use crate::signature::Parameter;
use crate::template::{Candidates, OtherNotation, contains_placeholder, invalid_name, is_identifier};
use crate::validate::{FixedValue, has_placeholder, is_secret, mentions};

/// Checks that the methods have the parameters that the trait sends. If no method has one, that is reported once, and
/// the argument is removed from the defaults. If some methods have it, it is reported at the others.
pub(super) fn check_inherited(
    common_path: Option<(LitStr, Result<CommonPath, String>)>,
    defaults: &mut Defaults,
    methods: &mut [ParsedMethod],
    diagnostics: &mut Diagnostics,
) {
    if common_path.is_none() && defaults.keys.headers.is_empty() {
        return;
    }
    let before = diagnostics.count();
    let names =
        ParameterNames::new(common_path.as_ref().and_then(|(_, path)| path.as_ref().ok()), &defaults.keys, methods);
    defaults.common_path = match common_path {
        Some((literal, path)) => check_notation(&literal, path, &names, diagnostics),
        None => None,
    };
    check_fixed_values(&mut defaults.keys, &names, diagnostics);
    let checked = check_placeholders(defaults, &names, methods, diagnostics);
    check_header_parameters(defaults, checked, &names, methods, diagnostics);
    check_content_type(&mut defaults.keys, methods, diagnostics);
    defaults.is_rejected |= diagnostics.count() > before;
}

/// The names of the parameters of all methods of a trait.
struct ParameterNames {
    /// All names.
    known: Vec<String>,
    /// The names that no method and no argument of the trait sends.
    unsent: Vec<String>,
    /// The unsent names that every method with the common path has.
    common: Vec<String>,
}

impl ParameterNames {
    fn new(common_path: Option<&CommonPath>, keys: &Keys, methods: &[ParsedMethod]) -> Self {
        let (mut known, mut sent) = (Vec::new(), Vec::new());
        for (args, parameters) in readable(methods) {
            for name in parameters.iter().map(Parameter::name) {
                let in_trait = common_path.is_some_and(|path| contains_placeholder(&path.literal.value(), &name));
                // A key that could not be read can be the one that sends a parameter.
                let is_sent = in_trait
                    || !args.keys.is_complete
                    || contains_placeholder(&args.written, &name)
                    || args.keys.parameters().chain(keys.parameters()).any(|key| key == name);
                if is_sent {
                    sent.push(name.clone());
                }
                if !known.contains(&name) {
                    known.push(name);
                }
            }
        }
        let unsent: Vec<String> =
            known.iter().filter(|name| keys.is_complete && !sent.contains(name)).cloned().collect();
        let is_common = |name: &&String| {
            readable(methods).filter(|(args, _)| !args.is_url()).all(|(_, parameters)| find(parameters, name).is_some())
        };
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
    diagnostics: &mut Diagnostics,
) -> Option<CommonPath> {
    let text = literal.value();
    let in_other_notation = OtherNotation::in_text(&text, Candidates { known: &names.known, unsent: &names.unsent });
    match path {
        Err(error) => {
            diagnostics.error(literal, in_other_notation.map_or(error, |found| found.to_string()));
            None
        }
        Ok(path) => {
            let as_text =
                || OtherNotation::in_template(&text, Candidates { known: &names.common, unsent: &names.common });
            let is_intended = |found: &OtherNotation| {
                let mut unsent = names.unsent.iter();
                unsent.any(|name| found.sends(name) && !(found.is_text() && is_secret(name)))
            };
            match in_other_notation.or_else(as_text).filter(is_intended) {
                Some(found) => {
                    diagnostics.error(literal, found);
                    None
                }
                None => Some(path),
            }
        }
    }
}

//     #[endpoints(header("Authorization") = "Bearer <token>")]
//
fn check_fixed_values(keys: &mut Keys, names: &ParameterNames, diagnostics: &mut Diagnostics) {
    keys.headers.retain(|header| {
        let Some(fixed) = FixedValue::of_header(header) else { return true };
        let text = fixed.value.value();
        let intended: Vec<&String> = names.unsent.iter().filter(|name| has_placeholder(&text, name)).collect();
        let intended =
            if intended.is_empty() { names.common.iter().filter(|name| **name == text).collect() } else { intended };
        if intended.is_empty() && !names.known.iter().any(|name| mentions(&text, name)) {
            return true;
        }
        diagnostics.error(fixed.value, fixed.message(&intended));
        false
    });
}

//     #[endpoints("/repos/<ownr>")]
//
fn check_placeholders(
    defaults: &mut Defaults,
    names: &ParameterNames,
    methods: &mut [ParsedMethod],
    diagnostics: &mut Diagnostics,
) -> Checked {
    let mut checked = Checked::default();
    let Some(path) = &defaults.common_path else { return checked };
    let literal = &path.literal;
    for (name, suffix) in path.template.placeholders() {
        if checked.contains(name) {
            continue;
        }
        let inherits = |args: &EndpointArgs| args.template.as_ref().map_or(true, |template| path.sends(name, template));
        let inherited =
            InheritedParameter { name, source: format!("`<{name}{suffix}>` of the common path"), is_checked: false };
        let mut is_valid = true;
        inherited.check(methods, inherits, names, |candidate| {
            is_valid = false;
            let message = match candidate {
                Some(candidate) => format!("no method fills `<{name}{suffix}>`; write `<{candidate}{suffix}>`"),
                None if !is_identifier(name) => invalid_name(name, suffix).to_string(),
                None => format!(
                    "no method fills `<{name}{suffix}>`; add a parameter `{name}` to each method, or remove the placeholder"
                ),
            };
            diagnostics.error(literal, message);
        });
        checked.push(name, is_valid);
    }
    if !checked.rejected.is_empty() {
        defaults.common_path = None;
    }
    checked
}

//     #[endpoints(header("X-Tenant") = tennant)]
//
fn check_header_parameters(
    defaults: &mut Defaults,
    mut checked: Checked,
    names: &ParameterNames,
    methods: &mut [ParsedMethod],
    diagnostics: &mut Diagnostics,
) {
    let common_path = &defaults.common_path;
    let mut valid: Vec<Header> = Vec::new();
    defaults.keys.headers.retain(|header| {
        let Some(parameter) = header.parameter() else { return true };
        let name = parameter.unraw().to_string();
        if checked.rejected.contains(&name) {
            return false;
        }
        let header_name = header.name().map_or_else(|| "..".to_owned(), |name| format!("{:?}", name.value()));
        let source = format!("`header({header_name})` of the trait");
        let inherited = InheritedParameter { name: &name, source, is_checked: checked.contains(&name) };
        let is_sent_elsewhere = |args: &EndpointArgs| {
            let in_template = common_path.as_ref().zip(args.template.as_ref().ok());
            let mut others = valid.iter().filter(|other| other.parameter() == Some(parameter));
            in_template.is_some_and(|(path, template)| path.sends(&name, template))
                || others.any(|other| args.keys.inherits_header(other))
        };
        let inherits = |args: &EndpointArgs| args.keys.inherits_header(header) && !is_sent_elsewhere(args);
        let mut is_valid = true;
        inherited.check(methods, inherits, names, |candidate| {
            is_valid = false;
            let message = match candidate {
                Some(candidate) => format!("no method has a parameter `{name}`; write `{candidate}`"),
                None => format!("no method has a parameter `{name}`; add it to each method"),
            };
            diagnostics.error(parameter, message);
        });
        checked.push(&name, is_valid);
        valid.extend(is_valid.then(|| header.clone()));
        is_valid
    });
}

//     #[endpoints(header("Content-Type") = "application/vnd.api+json")]
//     trait Articles {
//         #[endpoint(GET, "/articles/<id>")]
//         async fn article(&self, id: u64) -> Result<Article, Error>;
//     }
//
fn check_content_type(keys: &mut Keys, methods: &[ParsedMethod], diagnostics: &mut Diagnostics) {
    if methods.is_empty() || readable(methods).count() < methods.len() {
        return;
    }
    keys.headers.retain(|header| {
        let Some(name) = header.name().filter(|_| header.is("content-type")) else { return true };
        let is_sent = readable(methods).any(|(args, _)| args.keys.inherits_header(header) || !args.keys.is_complete);
        if !is_sent {
            let name = name.value();
            diagnostics.error(
                header.name(),
                format!("no method of this trait has a body for `{name}` to describe; remove the header"),
            );
        }
        is_sent
    });
}
