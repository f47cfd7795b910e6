//! A serializer for one value.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::Serializer;

use super::compound::{Compound, Kind};
use super::{FieldWriter, ValueError};
use crate::request::values::json_types::write_json;
use crate::request::values::print::{Short, print};
use crate::request::values::text::{Text, TextForm};

/// A serializer of one value in a form or a query.
pub(crate) struct Value<'a> {
    writer: &'a mut FieldWriter,
    position: Position<'a>,
    form: TextForm,
}

/// The position of a value.
pub(super) enum Position<'a> {
    /// A struct, a map or a list of pairs, whose fields are written.
    Root,
    /// An item of a list of pairs.
    Pair,
    /// The key of an entry.
    Key { is_root: bool },
    /// A field of the root. The items of a list have its key.
    Field,
    /// A field of a field. The scalars in a list have its key and `[]`.
    Nested,
    /// An item of a list, and the number of items in front of it.
    Item { count: &'a mut usize, is_nested: bool },
}

impl Position<'_> {
    pub(super) fn reborrow(&mut self) -> Position<'_> {
        match self {
            Self::Root => Position::Root,
            Self::Pair => Position::Pair,
            Self::Key { is_root } => Position::Key { is_root: *is_root },
            Self::Field => Position::Field,
            Self::Nested => Position::Nested,
            Self::Item { count, is_nested } => Position::Item { count, is_nested: *is_nested },
        }
    }
}

// Code that depends on the type of a value is compiled for each type, in the user's crate. So there is little of it.
impl<'a> Value<'a> {
    pub(super) fn root(writer: &'a mut FieldWriter) -> Self {
        Self::new(writer, Position::Root, TextForm::default())
    }

    pub(super) fn field(writer: &'a mut FieldWriter) -> Self {
        Self::new(writer, Position::Field, TextForm::default())
    }

    pub(super) fn new(writer: &'a mut FieldWriter, position: Position<'a>, form: TextForm) -> Self {
        Self { writer, position, form }
    }

    fn scalar(self, text: &str) -> Result<(), ValueError> {
        if self.form.is_json {
            return write_json(text, Self { form: TextForm { is_json: false, ..self.form }, ..self });
        }
        let text = Text::Scalar(text, self.form);
        self.text(text, "a scalar")
    }

    fn display(self, value: &dyn Display) -> Result<(), ValueError> {
        self.scalar(&print(value)?)
    }

    fn unit(self) -> Result<(), ValueError> {
        if matches!(self.position, Position::Root) { Ok(()) } else { self.text(Text::Unit, "") }
    }

    fn none(self) -> Result<(), ValueError> {
        match self.position {
            Position::Key { .. } => Err(ValueError::invalid_key()),
            Position::Root => {
                self.writer.is_none = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(self, text: Text<'_>, kind: &str) -> Result<(), ValueError> {
        match (self.position, text) {
            (Position::Root, _) => Err(ValueError::no_fields(kind)),
            (Position::Pair, _) => Err(ValueError::not_a_pair()),
            (Position::Key { .. }, Text::Unit) => Err(ValueError::invalid_key()),
            (Position::Key { .. }, Text::Scalar(_, form)) if form.is_encoded => Err(ValueError::encoded_key()),
            (Position::Key { is_root }, text) => {
                self.writer.enter_private(text.as_str().unwrap_or_default(), is_root);
                Ok(())
            }
            (Position::Field | Position::Nested, _) => self.writer.push(text),
            (Position::Item { count, is_nested }, _) => {
                *count += 1;
                if is_nested { self.writer.push_item(text) } else { self.writer.push(text) }
            }
        }
    }

    /// Starts a list.
    fn list(self, len: Option<usize>) -> Result<Compound<'a>, ValueError> {
        let kind = match self.position {
            Position::Root => Kind::Pairs,
            Position::Pair if len == Some(2) => Kind::PairKey,
            Position::Pair => return Err(ValueError::not_a_pair()),
            Position::Key { .. } => return Err(ValueError::invalid_key()),
            Position::Field => Kind::Items { is_nested: false },
            Position::Nested => Kind::Items { is_nested: true },
            Position::Item { count, .. } => {
                enter_item(self.writer, count);
                Kind::Items { is_nested: true }
            }
        };
        Ok(Compound::new(self.writer, kind, self.form))
    }

    /// Starts a struct or a map.
    fn fields(self) -> Result<Compound<'a>, ValueError> {
        let is_root = matches!(self.position, Position::Root) && self.writer.prefix.is_empty();
        match self.position {
            Position::Root | Position::Field | Position::Nested => {}
            Position::Pair => return Err(ValueError::not_a_pair()),
            Position::Key { .. } => return Err(ValueError::invalid_key()),
            Position::Item { count, .. } => enter_item(self.writer, count),
        }
        Ok(Compound::new(self.writer, Kind::Fields { is_root }, self.form))
    }

    /// Starts the value of a variant, in a field with the name of the variant.
    fn variant(self, variant: &'static str) -> Result<Self, ValueError> {
        self.fields().map(|fields| fields.into_field(variant))
    }
}

/// Moves to an item that is not a scalar.
fn enter_item(writer: &mut FieldWriter, count: &mut usize) {
    writer.enter(&count.to_string());
    *count += 1;
}

macro_rules! printed {
    ($($method:ident: $scalar:ty),* $(,)?) => {$(
        fn $method(self, scalar: $scalar) -> Result<(), ValueError> {
            self.scalar(Short::new(scalar).as_str())
        }
    )*};
}

impl<'a> Serializer for Value<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    printed! {
        serialize_bool: bool, serialize_char: char,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
    }

    fn serialize_f32(self, number: f32) -> Result<(), ValueError> {
        self.scalar(&number.to_string())
    }

    fn serialize_f64(self, number: f64) -> Result<(), ValueError> {
        self.scalar(&number.to_string())
    }

    fn serialize_str(self, text: &str) -> Result<(), ValueError> {
        self.scalar(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), ValueError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.scalar(text),
            Err(_) => Err(ValueError::not_utf8()),
        }
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        self.display(&value)
    }

    fn serialize_none(self) -> Result<(), ValueError> {
        self.none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), ValueError> {
        self.unit()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ValueError> {
        self.unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        let text = Text::Scalar(variant, self.form);
        self.text(text, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(Self { form: self.form.in_newtype(name), ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        match self.variant(variant) {
            Ok(field) => value.serialize(field),
            Err(error) => Err(error),
        }
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Compound<'a>, ValueError> {
        self.list(len)
    }

    fn serialize_tuple(self, len: usize) -> Result<Compound<'a>, ValueError> {
        self.list(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<Compound<'a>, ValueError> {
        self.list(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Compound<'a>, ValueError> {
        self.variant(variant)?.list(Some(len))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, ValueError> {
        self.fields()
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'a>, ValueError> {
        match self.form.in_json_type(name) {
            Some(form) => Ok(Compound::new(self.writer, Kind::JsonType(self.position), form)),
            None => self.fields(),
        }
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, ValueError> {
        self.variant(variant)?.fields()
    }
}
