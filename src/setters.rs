//! Chainable setters, so that the structs themselves stay plain.

/// Writes one setter for each field named, by the form of its type.
///
/// Input:
///
/// ```text
/// setters!(CustomerUpdate {
///     name: Option<String>,
///     plan: Patch<String>,
///     limit: u32,
/// });
/// ```
///
/// Output:
///
/// ```text
/// impl CustomerUpdate {
///     pub fn name(mut self, name: impl Into<String>) -> Self { self.name = Some(name.into()); self }
///     pub fn plan(mut self, plan: impl Into<Patch<String>>) -> Self { self.plan = plan.into(); self }
///     pub fn limit(mut self, limit: u32) -> Self { self.limit = limit; self }
/// }
/// ```
macro_rules! setters {
    ($name:ident { $($field:ident: $kind:ident $(<$inner:ident>)?),+ $(,)? }) => {
        impl $name {
            $($crate::setters::setters!(@setter $field: $kind $(<$inner>)?);)+
        }
    };
    (@setter $field:ident: Option<bool>) => {
        #[doc = concat!("Sets the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(mut self, $field: bool) -> Self {
            self.$field = Some($field);
            self
        }
    };
    (@setter $field:ident: Option<$inner:ident>) => {
        #[doc = concat!("Sets the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(mut self, $field: impl Into<$inner>) -> Self {
            self.$field = Some($field.into());
            self
        }
    };
    (@setter $field:ident: Patch<$inner:ident>) => {
        #[doc = concat!("Sets the field `", stringify!($field), "`, or clears it with [`Patch::Clear`].")]
        #[must_use]
        pub fn $field(mut self, $field: impl Into<Patch<$inner>>) -> Self {
            self.$field = $field.into();
            self
        }
    };
    // Not `impl Into`: an integer literal would be taken for an `i32`, which is no `u32`.
    (@setter $field:ident: $plain:ident) => {
        #[doc = concat!("Sets the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(mut self, $field: $plain) -> Self {
            self.$field = $field;
            self
        }
    };
}

pub(crate) use setters;
