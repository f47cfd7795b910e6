//! Rust types for the schemas of a document.

mod alike;
mod all_of;
mod convert;
mod define;
mod direction;
mod form;
mod inherit;
mod merge;
mod names;
mod recursion;
mod scalar;
mod union;

pub(crate) use self::convert::Types;
pub(crate) use self::direction::Direction;
pub(crate) use self::form::Form;
pub(crate) use self::names::{field_name, is_reserved, pascal, snake, unique};

use crate::document::Place;

/// A type of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Bool,
    /// An integer, by its name in Rust.
    Integer(&'static str),
    Float,
    String,
    Timestamp,
    Date,
    Time,
    Uuid,
    /// An IP address, by its name in `std::net`.
    Ip(&'static str),
    /// Unchanged bytes, in a response.
    Bytes,
    /// Any JSON.
    Json,
    /// No value.
    Unit,
    List(Box<Type>),
    Map(Box<Type>),
    Nullable(Box<Type>),
    /// A definition, by its index.
    Named(usize),
}

impl Type {
    pub(crate) fn nullable(self) -> Self {
        match self {
            Self::Nullable(_) | Self::Json | Self::Unit => self,
            other => Self::Nullable(Box::new(other)),
        }
    }

    /// The type without `null`.
    pub(crate) fn non_null(&self) -> &Self {
        match self {
            Self::Nullable(inner) => inner,
            other => other,
        }
    }

    /// The definition that a value contains without a list or a map.
    fn embedded(&self) -> Option<usize> {
        match self {
            Self::Named(id) => Some(*id),
            Self::Nullable(inner) => inner.embedded(),
            _ => None,
        }
    }

    /// All definitions that the type names.
    pub(crate) fn named(&self) -> Option<usize> {
        match self {
            Self::Named(id) => Some(*id),
            Self::Nullable(inner) | Self::List(inner) | Self::Map(inner) => inner.named(),
            _ => None,
        }
    }
}

impl Shape {
    /// The types that the definition contains.
    pub(crate) fn types(&self) -> Vec<&Type> {
        match self {
            Self::Struct(structure) => {
                let fields = structure.fields.iter().map(|field| &field.type_);
                fields.chain(&structure.others).chain(&structure.flattened).collect()
            }
            Self::Union(union) => union.variants.iter().map(|variant| &variant.type_).collect(),
            Self::Cases(cases) => cases.iter().map(|(_, type_)| type_).collect(),
            Self::Pending | Self::Enum { .. } => Vec::new(),
        }
    }
}

/// A struct or an enum.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    pub(crate) name: String,
    pub(crate) docs: Option<String>,
    pub(crate) is_deprecated: bool,
    pub(crate) place: Place,
    /// `None` if requests and responses have the same type.
    pub(crate) direction: Option<Direction>,
    /// It is sent in requests.
    pub(crate) is_sent: bool,
    /// The name if another type has the first one.
    pub(crate) other_name: Option<String>,
    pub(crate) shape: Shape,
}

/// The shape of a definition.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// It is being read.
    Pending,
    Struct(Struct),
    /// Texts. An open one has a variant for unknown texts.
    Enum {
        values: Vec<String>,
        is_open: bool,
    },
    Union(Union),
    /// A type for each status. One without a status is that of all others.
    Cases(Vec<(Option<u16>, Type)>),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    /// The type of the members that have no field.
    pub(crate) others: Option<Type>,
    /// Unions whose members are among those of the struct.
    pub(crate) flattened: Vec<Type>,
}

#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// The name in JSON.
    pub(crate) name: String,
    pub(crate) type_: Type,
    pub(crate) is_required: bool,
    pub(crate) docs: Option<String>,
    pub(crate) is_deprecated: bool,
    /// The field is in a box, since its type contains the struct.
    pub(crate) is_boxed: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Union {
    pub(crate) variants: Vec<Variant>,
    /// The member that contains the name of the variant.
    pub(crate) tag: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct Variant {
    /// The value of the tag.
    pub(crate) tag: Option<String>,
    pub(crate) type_: Type,
    pub(crate) is_boxed: bool,
}
