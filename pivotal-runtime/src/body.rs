//! What an answer holds.

use bytes::Bytes;

/// The body of an answer, as a [`Transport`](crate::Transport) hands it over.
///
/// ```
/// use pivotal_runtime::{Body, http};
///
/// let answer = http::Response::new(Body::from(r#"{"id":"42"}"#));
/// assert_eq!(answer.body().len(), 11);
/// ```
#[derive(Clone, Default)]
pub struct Body(Bytes);

impl Body {
    /// A body of no bytes.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Bytes::new())
    }

    /// The number of bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl<B: Into<Bytes>> From<B> for Body {
    fn from(bytes: B) -> Self {
        Self(bytes.into())
    }
}

/// Prints the length alone: what is in a body may be private.
impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Body({} bytes)", self.0.len())
    }
}
