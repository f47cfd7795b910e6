//! A serializer for lists, structs and maps.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};

use super::value::{Position, Value};
use super::{FieldWriter, ValueError};
use crate::request::values::text::TextForm;

/// A serializer of the values in a list, a struct or a map.
pub(crate) struct Compound<'a> {
    writer: &'a mut FieldWriter,
    kind: Kind<'a>,
    form: TextForm,
    /// The length of its own key.
    key_len: usize,
    /// The number of items that are written.
    count: usize,
}

pub(super) enum Kind<'a> {
    /// A list of pairs.
    Pairs,
    /// A pair, whose next item is the key.
    PairKey,
    /// A pair, whose next item is the value.
    PairValue,
    /// A list.
    Items { is_nested: bool },
    /// A struct or a map.
    Fields { is_root: bool },
    /// A number or JSON of `serde_json`, whose only field is at this position.
    JsonType(Position<'a>),
}

impl<'a> Compound<'a> {
    pub(super) fn new(writer: &'a mut FieldWriter, kind: Kind<'a>, form: TextForm) -> Self {
        let key_len = writer.key.len();
        Self { writer, kind, form, key_len, count: 0 }
    }

    /// Moves to a field. Returns the position of its value.
    fn enter(writer: &mut FieldWriter, kind: &Kind<'_>, name: &'static str) -> Position<'static> {
        if let Kind::Fields { is_root: true } = kind {
            writer.key.push_str(name);
            Position::Field
        } else {
            writer.enter(name);
            Position::Nested
        }
    }

    /// Returns the serializer of the only field.
    pub(super) fn into_field(self, name: &'static str) -> Value<'a> {
        let position = Self::enter(self.writer, &self.kind, name);
        Value::new(self.writer, position, self.form)
    }

    fn field(&mut self, name: &'static str) -> Value<'_> {
        let position = match &mut self.kind {
            Kind::JsonType(position) => position.reborrow(),
            kind => {
                self.writer.leave(self.key_len);
                Self::enter(self.writer, kind, name)
            }
        };
        Value::new(self.writer, position, self.form)
    }

    fn key(&mut self) -> Value<'_> {
        self.writer.leave(self.key_len);
        let position = Position::Key { is_root: self.is_root() };
        Value::new(self.writer, position, self.form)
    }

    fn value(&mut self) -> Value<'_> {
        let position = if self.is_root() { Position::Field } else { Position::Nested };
        Value::new(self.writer, position, self.form)
    }

    fn is_root(&self) -> bool {
        matches!(self.kind, Kind::Fields { is_root: true })
    }

    fn item(&mut self) -> Value<'_> {
        let position = match self.kind {
            Kind::Pairs => Position::Pair,
            Kind::PairKey => {
                self.kind = Kind::PairValue;
                Position::Key { is_root: self.writer.prefix.is_empty() }
            }
            Kind::PairValue => {
                let position = if self.writer.prefix.is_empty() { Position::Field } else { Position::Nested };
                return Value::new(self.writer, position, self.form);
            }
            Kind::Items { is_nested } => Position::Item { count: &mut self.count, is_nested },
            // Not called by serde for a struct or a map.
            Kind::Fields { .. } | Kind::JsonType(_) => Position::Nested,
        };
        self.writer.leave(self.key_len);
        Value::new(self.writer, position, self.form)
    }
}

macro_rules! items {
    ($($compound:ident::$method:ident),*) => {$(
        impl $compound for Compound<'_> {
            type Ok = ();
            type Error = ValueError;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
                item.serialize(self.item())
            }

            fn end(self) -> Result<(), ValueError> {
                Ok(())
            }
        }
    )*};
}

items!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

macro_rules! fields {
    ($($compound:ident),*) => {$(
        impl $compound for Compound<'_> {
            type Ok = ();
            type Error = ValueError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), ValueError> {
                value.serialize(self.field(name))
            }

            fn end(self) -> Result<(), ValueError> {
                Ok(())
            }
        }
    )*};
}

fields!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        key.serialize(self.key())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        value.serialize(self.value())
    }

    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}
