//! Writes JSON, or nothing for `None`.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::Serializer;

/// The serializer of `serde_json`, as `serde_json::to_vec` uses it.
type Json<'a, 'w> = &'a mut serde_json::Serializer<&'w mut Vec<u8>>;

/// A serializer of JSON (RFC 8259) that writes nothing for `None`. No other value has an empty text.
///
/// It serializes the outer value only. All values in it are left to `serde_json`, so this adds no code for their types.
pub(super) struct OptionalJson<'a, 'w>(pub(super) Json<'a, 'w>);

macro_rules! forwarded {
    ($($method:ident($($argument:ident: $kind:ty),*) -> $result:ident;)*) => {$(
        fn $method(self, $($argument: $kind),*) -> Result<Self::$result, Self::Error> {
            self.0.$method($($argument),*)
        }
    )*};
}

impl<'a, 'w> Serializer for OptionalJson<'a, 'w> {
    type Ok = ();
    type Error = serde_json::Error;
    type SerializeSeq = <Json<'a, 'w> as Serializer>::SerializeSeq;
    type SerializeTuple = <Json<'a, 'w> as Serializer>::SerializeTuple;
    type SerializeTupleStruct = <Json<'a, 'w> as Serializer>::SerializeTupleStruct;
    type SerializeTupleVariant = <Json<'a, 'w> as Serializer>::SerializeTupleVariant;
    type SerializeMap = <Json<'a, 'w> as Serializer>::SerializeMap;
    type SerializeStruct = <Json<'a, 'w> as Serializer>::SerializeStruct;
    type SerializeStructVariant = <Json<'a, 'w> as Serializer>::SerializeStructVariant;

    forwarded! {
        serialize_bool(value: bool) -> Ok;
        serialize_i8(value: i8) -> Ok;
        serialize_i16(value: i16) -> Ok;
        serialize_i32(value: i32) -> Ok;
        serialize_i64(value: i64) -> Ok;
        serialize_i128(value: i128) -> Ok;
        serialize_u8(value: u8) -> Ok;
        serialize_u16(value: u16) -> Ok;
        serialize_u32(value: u32) -> Ok;
        serialize_u64(value: u64) -> Ok;
        serialize_u128(value: u128) -> Ok;
        serialize_f32(value: f32) -> Ok;
        serialize_f64(value: f64) -> Ok;
        serialize_char(value: char) -> Ok;
        serialize_str(value: &str) -> Ok;
        serialize_bytes(value: &[u8]) -> Ok;
        serialize_unit() -> Ok;
        serialize_unit_struct(name: &'static str) -> Ok;
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str) -> Ok;
        serialize_seq(len: Option<usize>) -> SerializeSeq;
        serialize_tuple(len: usize) -> SerializeTuple;
        serialize_tuple_struct(name: &'static str, len: usize) -> SerializeTupleStruct;
        serialize_tuple_variant(name: &'static str, index: u32, variant: &'static str, len: usize)
            -> SerializeTupleVariant;
        serialize_map(len: Option<usize>) -> SerializeMap;
        serialize_struct(name: &'static str, len: usize) -> SerializeStruct;
        serialize_struct_variant(name: &'static str, index: u32, variant: &'static str, len: usize)
            -> SerializeStructVariant;
    }

    fn serialize_none(self) -> serde_json::Result<()> {
        Ok(())
    }

    /// `Some(None)` is `null`.
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> serde_json::Result<()> {
        value.serialize(self.0)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> serde_json::Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> serde_json::Result<()> {
        self.0.serialize_newtype_variant(name, index, variant, value)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> serde_json::Result<()> {
        self.0.collect_str(value)
    }
}
