//! Types of requests: one declaration writes a field, its setter and its form on the wire.

/// Declares the type of a request. The first fields are required, and are the parameters of `new`. Each optional field
/// has a chainable setter with the same docs, and is left out of the request until it is set.
///
/// Input:
///
/// ```text
/// request! {
///     /// A note to create.
///     pub struct NoteCreate {
///         /// The title.
///         title: String,
///     }
///     optional {
///         /// The text.
///         text: Option<String>,
///         /// The folder.
///         folder: Patch<Id>,
///         /// The labels.
///         labels: Option<Vec<String>>,
///         /// The number of copies.
///         copies: u32 = 1,
///     }
/// }
/// ```
///
/// Output: the struct with public fields and the attribute `#[non_exhaustive]`, `Debug`, `Clone`, `PartialEq`,
/// `Serialize`, `Default` if no field is required, and
///
/// ```text
/// pub fn new(title: impl Into<String>) -> Self;
/// pub fn text(self, text: impl Into<String>) -> Self;
/// pub fn folder(self, folder: impl Into<Patch<Id>>) -> Self;
/// pub fn labels(self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self;
/// pub fn copies(self, copies: u32) -> Self;
/// ```
macro_rules! request {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $($(#[doc = $required_doc:literal])* $required:ident: $required_type:ident,)*
        }
        optional {
            $(
                $(#[doc = $doc:literal])*
                $(#[serde($($serde:tt)*)])?
                // The end of `Option<Vec<String>>` is one token, `>>`.
                $field:ident: $kind:ident $(<$inner:ident $(<$item:ident>>)? $(>)?)? $(= $default:expr)?,
            )+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[doc = $required_doc])* pub $required: $required_type,)*
            $(
                $(#[doc = $doc])*
                #[serde(default, skip_serializing_if = "crate::field::Field::is_left_out" $(, $($serde)*)?)]
                pub $field: $kind $(<$inner $(<$item>)?>)?,
            )+
        }

        impl $name {
            #[doc = "Creates a value with the required fields. Optional fields have their defaults."]
            #[must_use]
            pub fn new($($required: impl Into<$required_type>),*) -> Self {
                Self {
                    $($required: $required.into(),)*
                    $($field: $crate::request::request!(@default $($default)?),)+
                }
            }

            $($crate::request::request!(@setter [$(#[doc = $doc])*] $field [$kind $($inner $($item)?)?]);)+
        }

        $crate::request::request!(@impl_default $name $($required)*);
    };

    (@default) => { Default::default() };
    (@default $default:expr) => { $default };

    (@setter $docs:tt $field:ident [Option bool]) => {
        $crate::request::request!(@method "." $docs $field: bool => Some($field));
    };
    (@setter $docs:tt $field:ident [Option Vec $item:ident]) => {
        $crate::request::request!(@method "." $docs $field: impl IntoIterator<Item = impl Into<$item>>
            => Some($field.into_iter().map(Into::into).collect()));
    };
    (@setter $docs:tt $field:ident [Option $inner:ident]) => {
        $crate::request::request!(@method "." $docs $field: impl Into<$inner> => Some($field.into()));
    };
    (@setter $docs:tt $field:ident [Patch $inner:ident]) => {
        $crate::request::request!(@method ", or clears it with [`Patch::Clear`]." $docs
            $field: impl Into<Patch<$inner>> => $field.into());
    };
    // Not `impl Into`: an integer literal would be an `i32`, which does not convert to `u32`.
    (@setter $docs:tt $field:ident [$plain:ident]) => {
        $crate::request::request!(@method "." $docs $field: $plain => $field);
    };

    (@method $end:literal [$($doc:tt)*] $field:ident: $argument:ty => $value:expr) => {
        #[doc = concat!("Sets `", stringify!($field), "`", $end)]
        ///
        $($doc)*
        #[must_use]
        pub fn $field(mut self, $field: $argument) -> Self {
            self.$field = $value;
            self
        }
    };

    (@impl_default $name:ident) => {
        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@impl_default $name:ident $($required:ident)+) => {};
}

pub(crate) use request;
