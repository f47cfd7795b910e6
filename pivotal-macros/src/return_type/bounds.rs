//! The rule for a type parameter that a response is read into.

use syn::{Generics, ReturnType, Signature, Type};

use super::{argument, ok_type};
use crate::diagnostics::Diagnostics;
use crate::signature::{is_unbounded, ungrouped};

//     async fn customer<R>(&self, id: &str) -> Result<R, Error>;
//
// A bound of the user's own can imply `DeserializeOwned`.
pub(crate) fn check_parameter_is_read(sig: &Signature, generics: &Generics, diagnostics: &mut Diagnostics) {
    if generics.type_params().next().is_none() {
        return;
    }
    let ReturnType::Type(_, ty) = &sig.output else { return };
    let Some(value) = ok_type(ty) else { return };
    let value = ["Response", "Option", "Vec"].iter().fold(value, |ty, name| argument(ty, name).unwrap_or(ty));
    let Type::Path(path) = ungrouped(value) else { return };
    if let Some(name) = path.path.get_ident()
        && is_unbounded(name, generics)
    {
        let fix = format!("add the bound `serde::de::DeserializeOwned` to `{name}`");
        diagnostics.error(value, format!("serde reads the response, but `{name}` has no bound for it; {fix}"));
    }
}
