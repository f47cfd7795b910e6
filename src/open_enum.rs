//! Enums with a fallback: v1 may gain values at any time (Pivotal API, Versioning).

/// Declares an enum over words of the API, with a last variant for any other word.
///
/// Input:
///
/// ```text
/// open_enum! {
///     /// How things are.
///     pub enum HealthStatus {
///         /// All is well.
///         Ok = "ok",
///     }
/// }
/// ```
///
/// Output: the enum and its `Unknown(String)`, `as_str`, `Display`, `FromStr`, `From<&str>`,
/// `From<String>`, and serde both ways, as a string.
macro_rules! open_enum {
    (
        $(#[$enum_attribute:meta])*
        pub enum $name:ident {
            $($(#[$variant_attribute:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$enum_attribute])*
        ///
        /// New values may appear at any time; they are read as `Unknown`. A known word never is, as
        /// long as values are made by reading or by `From`.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_attribute])*
                #[doc = concat!("\n\nWritten `", $word, "`.")]
                $variant,
            )+
            /// A word that this version does not know, as it was read.
            Unknown(String),
        }

        impl $name {
            fn known(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The word that the API uses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Unknown(word) => word,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Ok(word.into())
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::known(word).unwrap_or_else(|| Self::Unknown(word.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                Self::known(&word).unwrap_or(Self::Unknown(word))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                struct WordVisitor;

                impl ::serde::de::Visitor<'_> for WordVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("a string")
                    }

                    fn visit_str<E>(self, word: &str) -> Result<$name, E> {
                        Ok(word.into())
                    }

                    fn visit_string<E>(self, word: String) -> Result<$name, E> {
                        Ok(word.into())
                    }
                }

                deserializer.deserialize_str(WordVisitor)
            }
        }
    };
}

pub(crate) use open_enum;
