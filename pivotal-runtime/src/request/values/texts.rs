//! A serializer for scalars and lists of them.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct, Serializer};

use super::json_types::write_json;
use super::print::{Short, print};
use super::text::TextForm;
use super::{Text, TextSink, ValueError};

pub(crate) struct Texts<'a> {
    sink: &'a mut dyn TextSink,
    form: TextForm,
    /// The value is an item of a list.
    is_item: bool,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(sink: &'a mut dyn TextSink) -> Self {
        Self { sink, form: TextForm::default(), is_item: false }
    }

    /// Starts a list. Lists are repeated, so a list in a list would lose its bounds.
    fn list(self) -> Result<Self, ValueError> {
        if self.is_item {
            return Err(self.sink.nested("a list", true));
        }
        self.sink.list()?;
        Ok(Self { is_item: true, ..self })
    }

    fn text(self, text: &str) -> Result<(), ValueError> {
        if self.form.is_json {
            return write_json(text, Self { form: TextForm { is_json: false, ..self.form }, ..self });
        }
        self.sink.text(Text::Scalar(text, self.form))
    }

    fn unit(self) -> Result<(), ValueError> {
        self.sink.text(Text::Unit)
    }

    fn nested<T>(self, kind: &'static str) -> Result<T, ValueError> {
        Err(self.sink.nested(kind, self.is_item))
    }

    fn named(self, name: &'static str) -> Self {
        Self { form: self.form.in_newtype(name), ..self }
    }

    fn item(&mut self) -> Texts<'_> {
        Texts { sink: self.sink, form: self.form, is_item: true }
    }
}

macro_rules! printed {
    ($($method:ident: $scalar:ty),* $(,)?) => {$(
        fn $method(self, scalar: $scalar) -> Result<(), ValueError> {
            self.text(Short::new(scalar).as_str())
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
    type SerializeStruct = Texts<'a>;
    type SerializeStructVariant = Impossible<(), ValueError>;

    printed! {
        serialize_bool: bool, serialize_char: char,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
    }

    fn serialize_f32(self, number: f32) -> Result<(), ValueError> {
        self.text(&number.to_string())
    }

    fn serialize_f64(self, number: f64) -> Result<(), ValueError> {
        self.text(&number.to_string())
    }

    fn serialize_str(self, text: &str) -> Result<(), ValueError> {
        self.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), ValueError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text(text),
            Err(_) => Err(ValueError::not_utf8()),
        }
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        self.text(&print(&value)?)
    }

    fn serialize_none(self) -> Result<(), ValueError> {
        self.sink.none()
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
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self.named(name))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), ValueError> {
        self.nested("an enum with data")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, ValueError> {
        self.list()
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, ValueError> {
        self.list()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, ValueError> {
        self.list()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        self.nested("an enum with data")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, ValueError> {
        self.nested("a map")
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self, ValueError> {
        match self.form.in_json_type(name) {
            Some(form) => Ok(Self { form, ..self }),
            None => self.nested("a struct"),
        }
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, ValueError> {
        self.nested("an enum with data")
    }
}

macro_rules! list {
    ($($list:ident::$method:ident),*) => {$(
        impl $list for Texts<'_> {
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

list!(SerializeSeq::serialize_element, SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field);

/// The struct is a type of `serde_json`, with one field.
impl SerializeStruct for Texts<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(Texts { sink: self.sink, ..*self })
    }

    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}
