//! A serializer that finds the scalars of a value.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeTuple, SerializeTupleStruct, Serializer};

use super::{TextSink, ValueError};

pub(super) struct Texts<'a> {
    sink: TextSink<'a>,
    place: Place,
}

/// What the serializer stands before.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// A value: a scalar or a list.
    Value,
    /// The items of a list, which are scalars.
    Items,
    /// A key with its value.
    Pair,
    /// The key in a pair, which comes first.
    InPair,
    /// The value in a pair.
    BehindKey,
    /// A key: a scalar.
    Key,
}

impl<'a> Texts<'a> {
    pub(super) fn new(sink: TextSink<'a>) -> Self {
        Self { sink, place: Place::Value }
    }

    /// For a pair, whose key is the first text.
    pub(super) fn of_pair(sink: TextSink<'a>) -> Self {
        Self { sink, place: Place::Pair }
    }

    /// For a key, which has one text.
    pub(super) fn of_key(sink: TextSink<'a>) -> Self {
        Self { sink, place: Place::Key }
    }

    fn list(self, len: Option<usize>) -> Result<Self, ValueError> {
        match (self.place, len) {
            (Place::Value, _) => Ok(Self { place: Place::Items, ..self }),
            (Place::Pair, Some(2)) => Ok(Self { place: Place::InPair, ..self }),
            (Place::Pair, _) => Err(ValueError::no_pair()),
            (Place::Key, _) => Err(ValueError::no_key()),
            // A list is repeated, so one in another would lose its bounds.
            (Place::Items | Place::InPair | Place::BehindKey, _) => Err(ValueError::parts("an item of the list")),
        }
    }

    fn text(self, text: Option<&str>) -> Result<(), ValueError> {
        match (self.place, text) {
            (Place::Pair, _) => Err(ValueError::no_pair()),
            (Place::Key, None) => Err(ValueError::no_key()),
            _ => (self.sink)(text),
        }
    }

    fn print(self, scalar: impl Display) -> Result<(), ValueError> {
        self.text(Some(&scalar.to_string()))
    }

    fn item(&mut self, item: &(impl Serialize + ?Sized)) -> Result<(), ValueError> {
        let place = match self.place {
            Place::InPair => {
                self.place = Place::BehindKey;
                Place::Key
            }
            Place::BehindKey => Place::Value,
            _ => Place::Items,
        };
        item.serialize(Texts { sink: self.sink, place })
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
            Err(_) => Err(ValueError::new("bytes that are no UTF-8 have no text")),
        }
    }

    fn serialize_none(self) -> Result<(), ValueError> {
        if self.place == Place::Key { Err(ValueError::no_key()) } else { Ok(()) }
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
        Err(ValueError::parts(variant))
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
        Err(ValueError::parts(variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, ValueError> {
        Err(ValueError::parts("a map"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeStruct, ValueError> {
        Err(ValueError::parts(name))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, ValueError> {
        Err(ValueError::parts(variant))
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
