//! Parameters of endpoints.
//!
//! Each trait is implemented for all types that are allowed at one place of a request. The traits supply the compile errors
//! for other types.

mod body;
mod header;

use serde::Serialize;

pub use self::body::{BytesBody, MultipartBody, Optional, Plain, StreamBody, TextBody};
pub use self::header::{HeaderParameter, Raw};
pub use crate::endpoint::{BodyKind, EndpointParameter, Location};

/// Defines traits that are implemented for all types with a trait of the standard library or of serde.
macro_rules! parameter_traits {
    ($bound:ident, $label:literal: $($(#[$doc:meta])* $name:ident, $message:literal, $note:literal;)*) => {$(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
        pub trait $name: $bound {}

        #[diagnostic::do_not_recommend]
        impl<T: $bound + ?Sized> $name for T {}
    )*};
}

parameter_traits! {
    Serialize, "does not implement `Serialize`":

    /// A value for `<name>` in a path: one scalar, as serde serializes it.
    ///
    /// For `<name..>`, it can be a list, too, with an item for each segment.
    ///
    /// A time, an enum or an id has the same text in a path, a query, a header and a form. A `Number` or `RawValue` of
    /// `serde_json` has the text of its value, with all digits.
    ///
    /// Wrapper types change the text: [`Displayed`](crate::Displayed) for types with `Display` only,
    /// [`PercentEncoded`](crate::PercentEncoded) and [`ObjectKey`](crate::ObjectKey).
    PathParameter,
    "`{Self}` is not allowed in a path",
    "derive `serde::Serialize` for `{Self}`, or pass a value with `Display` in a `pivotal_runtime::Displayed`";

    /// A value for `?<name>` in a query: a scalar, an `Option` of one, or a list of them.
    ///
    /// The values are as serde serializes them. `None` leaves the pair out.
    QueryParameter,
    "`{Self}` is not allowed in a query",
    "derive `serde::Serialize` for `{Self}`, or pass a value with `Display` in a `pivotal_runtime::Displayed`";

    /// A value for `?<name..>` or `?prefix[<name..>]`: a struct, a map or a list of pairs.
    ///
    /// Values of fields are as in a [`FormBody`]: nested ones are sent in bracket notation.
    QueryFields,
    "the fields of `{Self}` are not allowed in a query",
    "derive `serde::Serialize` for each type of yours in `{Self}`";

    /// A value for `body = name`: a type that serde can write as JSON, or an `Option` of one.
    ///
    /// The `Option` can be in a newtype. `None` sends no body and no `Content-Type`. `Some(None)`, of an `Option` in an
    /// `Option`, is sent as `null`, and so is `()`.
    JsonBody,
    "`{Self}` cannot be sent as JSON",
    "derive `serde::Serialize` for each type of yours in `{Self}`";

    /// A value for `form = name`: a struct, a map or a list of pairs, or an `Option` of one.
    ///
    /// `None` sends no body and no `Content-Type`, unless there are other fields.
    ///
    /// A value is a scalar, a list, a struct, a map or an enum. Nested values are sent in bracket notation, at any depth:
    ///
    /// | value | pairs |
    /// | --- | --- |
    /// | `Order { id: 7 }` | `id=7` |
    /// | `None`, also in a list | none |
    /// | a list of scalars | `tags=a&tags=b` |
    /// | the same in a field that is renamed to `expand[]` | `expand[]=a&expand[]=b` |
    /// | a struct or a map in a field | `metadata[order]=7` |
    /// | a list of scalars in a nested field | `user[tags][]=a&user[tags][]=b` |
    /// | a list of structs, maps or lists | `items[0][price]=p&items[1][price]=q` |
    /// | an enum with a value | `payment[card][number]=7` |
    /// | a unit | a key without `=` |
    ///
    /// Keys are percent-encoded, such as `metadata%5Border%5D=7`. If an API has another notation, pass a list of pairs whose
    /// keys use it.
    FormBody,
    "`{Self}` cannot be sent as a form",
    "derive `serde::Serialize` for each type of yours in `{Self}`";

    /// A value for `form("field") = name`: a value of a field, as in a [`FormBody`].
    ///
    /// `None` leaves the field out.
    FormField,
    "`{Self}` cannot be sent in a form",
    "derive `serde::Serialize` for `{Self}`, or pass a value with `Display` in a `pivotal_runtime::Displayed`";
}
