//! The form of values in a URL or a header.

use super::{Shape, Type, Types};

/// The form of a value in a URL or a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Single,
    /// A list of single values.
    List,
    SingleOrList,
    Object,
    /// Any JSON.
    Json,
    /// Several of these, or a list of objects.
    Other,
}

impl Types<'_> {
    /// Returns the form of the values of a type.
    pub(crate) fn form(&self, type_: &Type) -> Form {
        self.form_within(type_, 0)
    }

    fn form_within(&self, type_: &Type, depth: usize) -> Form {
        match type_ {
            Type::Json => Form::Json,
            Type::Map(_) => Form::Object,
            Type::Nullable(inner) => self.form_within(inner, depth),
            Type::List(item) => match self.form_within(item, depth) {
                Form::Single | Form::Json => Form::List,
                _ => Form::Other,
            },
            Type::Named(id) => match self.definitions.get(*id).map(|definition| &definition.shape) {
                Some(Shape::Enum { .. }) => Form::Single,
                Some(Shape::Union(union)) if union.tag.is_none() && depth < 4 => {
                    let forms: Vec<Form> =
                        union.variants.iter().map(|variant| self.form_within(&variant.type_, depth + 1)).collect();
                    let are = |allowed: &[Form]| forms.iter().all(|form| allowed.contains(form));
                    match forms.first() {
                        Some(first) if are(&[*first]) => *first,
                        _ if are(&[Form::Single, Form::List, Form::SingleOrList]) => Form::SingleOrList,
                        _ => Form::Other,
                    }
                }
                _ => Form::Object,
            },
            _ => Form::Single,
        }
    }

    /// Returns the alternative of a union that is sent: an object, or another one.
    pub(crate) fn best_alternative(&self, type_: &Type, is_object: bool) -> Option<(Type, Form)> {
        let Type::Named(id) = type_ else { return None };
        let Shape::Union(union) = &self.definitions.get(*id)?.shape else { return None };
        let mut forms = union.variants.iter().map(|variant| (variant.type_.clone(), self.form(&variant.type_)));
        let is_best =
            |form: Form| if is_object { form == Form::Object } else { matches!(form, Form::Single | Form::List) };
        forms.find(|(_, form)| is_best(*form))
    }

    /// Returns the only value of a type, if it has one.
    pub(crate) fn only_value(&self, type_: &Type) -> Option<&str> {
        let Type::Named(id) = type_ else { return None };
        match &self.definitions.get(*id)?.shape {
            Shape::Enum { values, is_open: false } => match values.as_slice() {
                [value] => Some(value),
                _ => None,
            },
            _ => None,
        }
    }
}
