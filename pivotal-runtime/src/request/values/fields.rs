//! A serializer for fields of scalars and lists of them.

use serde::Serialize;
use serde::ser::{Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

use super::texts::Texts;
use super::{FieldSink, ValueError};

pub(super) struct Fields<'a> {
    pub(super) sink: FieldSink<'a>,
}

impl Fields<'_> {
    fn field(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<(), ValueError> {
        value.serialize(Texts::new(&mut |text| (self.sink)(key, text)))
    }
}

fn no_fields<T>(kind: &str) -> Result<T, ValueError> {
    Err(ValueError::new(format!("{kind} has no fields; pass a struct, a map or a list of pairs")))
}

macro_rules! refused {
    ($($method:ident: $scalar:ty),* $(,)?) => {$(
        fn $method(self, _: $scalar) -> Result<(), ValueError> {
            no_fields("a scalar")
        }
    )*};
}

impl<'a> Serializer for Fields<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = Fields<'a>;
    type SerializeTuple = Fields<'a>;
    type SerializeTupleStruct = Impossible<(), ValueError>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Impossible<(), ValueError>;

    refused! {
        serialize_bool: bool, serialize_char: char, serialize_str: &str, serialize_bytes: &[u8],
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
        serialize_f32: f32, serialize_f64: f64,
    }

    fn serialize_none(self) -> Result<(), ValueError> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), ValueError> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ValueError> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        no_fields(variant)
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
        no_fields(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, ValueError> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, ValueError> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, ValueError> {
        no_fields(name)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        no_fields(variant)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a>, ValueError> {
        Ok(Entries { fields: self, key: String::new() })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, ValueError> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, ValueError> {
        no_fields(variant)
    }
}

impl SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), ValueError> {
        self.field(key, value).map_err(|error| error.with_field(key))
    }

    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

/// A list of pairs.
impl SerializeSeq for Fields<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, pair: &T) -> Result<(), ValueError> {
        let mut key: Option<String> = None;
        pair.serialize(Texts::pair(&mut |text| {
            if let Some(key) = &key {
                return (self.sink)(key, text);
            }
            key = Some(text.ok_or_else(ValueError::invalid_key)?.to_owned());
            Ok(())
        }))?;
        if key.is_some() { Ok(()) } else { Err(ValueError::invalid_key()) }
    }

    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

/// An array of pairs.
impl SerializeTuple for Fields<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, pair: &T) -> Result<(), ValueError> {
        SerializeSeq::serialize_element(self, pair)
    }

    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

/// The entries of a map.
pub(super) struct Entries<'a> {
    fields: Fields<'a>,
    key: String,
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.key = key_text(key)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        self.fields.field(&self.key, value)
    }

    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

fn key_text(key: &(impl Serialize + ?Sized)) -> Result<String, ValueError> {
    let mut found = None;
    key.serialize(Texts::key(&mut |text| {
        found = text.map(str::to_owned);
        Ok(())
    }))?;
    found.ok_or_else(ValueError::invalid_key)
}
