//! A serializer for scalars and lists of them.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeTuple, SerializeTupleStruct, Serializer};

use super::{TextSink, ValueError};

pub(super) struct Texts<'a> {
    sink: TextSink<'a>,
    position: Position,
}

/// The position of the serializer.
#[derive(Clone, Copy, PartialEq)]
enum Position {
    /// A value: a scalar or a list.
    Value,
    /// An item of a list: a scalar.
    Items,
    /// A key and its value.
    Pair,
    /// The key of a pair.
    PairKey,
    /// The value of a pair.
    PairValue,
    /// A key: a scalar.
    Key,
}

impl<'a> Texts<'a> {
    pub(super) fn new(sink: TextSink<'a>) -> Self {
        Self { sink, position: Position::Value }
    }

    /// Serializes a pair. The first text is its key.
    pub(super) fn pair(sink: TextSink<'a>) -> Self {
        Self { sink, position: Position::Pair }
    }

    /// Serializes a key: one text.
    pub(super) fn key(sink: TextSink<'a>) -> Self {
        Self { sink, position: Position::Key }
    }

    fn list(self, len: Option<usize>) -> Result<Self, ValueError> {
        match (self.position, len) {
            (Position::Value, _) => Ok(Self { position: Position::Items, ..self }),
            (Position::Pair, Some(2)) => Ok(Self { position: Position::PairKey, ..self }),
            (Position::Pair, _) => Err(ValueError::not_a_pair()),
            (Position::Key, _) => Err(ValueError::invalid_key()),
            // Lists are repeated, so a list in a list would lose its bounds.
            (Position::Items | Position::PairKey | Position::PairValue, _) => {
                Err(ValueError::nested("an item of the list"))
            }
        }
    }

    fn text(self, text: Option<&str>) -> Result<(), ValueError> {
        match (self.position, text) {
            (Position::Pair, _) => Err(ValueError::not_a_pair()),
            (Position::Key, None) => Err(ValueError::invalid_key()),
            _ => (self.sink)(text),
        }
    }

    fn print(self, scalar: impl Display) -> Result<(), ValueError> {
        self.text(Some(&scalar.to_string()))
    }

    fn item(&mut self, item: &(impl Serialize + ?Sized)) -> Result<(), ValueError> {
        let position = match self.position {
            Position::PairKey => {
                self.position = Position::PairValue;
                Position::Key
            }
            Position::PairValue => Position::Value,
            _ => Position::Items,
        };
        item.serialize(Texts { sink: self.sink, position })
    }
}

macro_rules! printed {
    ($($method:ident: $scalar:ty),* $(,)?) => {$(
        fn $method(self, scalar: $scalar) -> Result<(), ValueError> {
            self.print(scalar)
        }
    )*};
}

impl<'a> Serializer for Texts<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = Texts<'a>;
    type SerializeTuple = Texts<'a>;
    type SerializeTupleStruct = Texts<'a>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = Impossible<(), ValueError>;
    type SerializeStruct = Impossible<(), ValueError>;
    type SerializeStructVariant = Impossible<(), ValueError>;

    printed! {
        serialize_bool: bool, serialize_char: char,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
        serialize_f32: f32, serialize_f64: f64,
    }

    fn serialize_str(self, text: &str) -> Result<(), ValueError> {
        self.text(Some(text))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), ValueError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text(Some(text)),
            Err(_) => Err(ValueError::new("the bytes are not UTF-8; pass text")),
        }
    }

    fn serialize_none(self) -> Result<(), ValueError> {
        if self.position == Position::Key { Err(ValueError::invalid_key()) } else { Ok(()) }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), ValueError> {
        self.text(None)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ValueError> {
        self.text(None)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        self.text(Some(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), ValueError> {
        Err(ValueError::nested(variant))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self, ValueError> {
        self.list(len)
    }

    fn serialize_tuple(self, len: usize) -> Result<Self, ValueError> {
        self.list(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<Self, ValueError> {
        self.list(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        Err(ValueError::nested(variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, ValueError> {
        Err(ValueError::nested("a map"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeStruct, ValueError> {
        Err(ValueError::nested(name))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, ValueError> {
        Err(ValueError::nested(variant))
    }
}

macro_rules! list {
    ($($list:ident::$method:ident),*) => {$(
        impl $list for Texts<'_> {
            type Ok = ();
            type Error = ValueError;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
                self.item(item)
            }

            fn end(self) -> Result<(), ValueError> {
                Ok(())
            }
        }
    )*};
}

list!(SerializeSeq::serialize_element, SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field);
