//! A place in a document.

use std::fmt;
use std::rc::Rc;

/// A place in a document: a file and a JSON pointer (RFC 6901).
///
/// The file is missing if it is the main one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    file: Option<Rc<str>>,
    pointer: String,
}

impl Place {
    pub(crate) fn root(file: Option<Rc<str>>) -> Self {
        Self { file, pointer: String::new() }
    }

    #[cfg(feature = "calls")]
    pub(crate) fn new(file: Option<&str>, pointer: &str) -> Self {
        Self { file: file.map(Rc::from), pointer: pointer.to_owned() }
    }

    /// The place of a member or an item.
    pub(crate) fn join(&self, key: impl fmt::Display) -> Self {
        let key = key.to_string().replace('~', "~0").replace('/', "~1");
        Self { file: self.file.clone(), pointer: format!("{}/{key}", self.pointer) }
    }

    /// The place of the value that contains this one.
    pub(crate) fn parent(&self) -> Self {
        let pointer = self.pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        Self { file: self.file.clone(), pointer: pointer.to_owned() }
    }

    /// Returns the JSON pointer in its file.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The place as a word: a file, if it is not the main one, and the pointer as the fragment of a URL.
    pub(crate) fn fragment(&self) -> String {
        self.to_string().replace('%', "%25").replace(' ', "%20")
    }

    /// Reads what [`fragment`](Self::fragment) writes.
    pub(crate) fn from_fragment(fragment: &str) -> Self {
        let text = fragment.replace("%20", " ").replace("%25", "%");
        let (file, pointer) = text.split_once('#').unwrap_or(("", &text));
        Self { file: Some(file).filter(|file| !file.is_empty()).map(Rc::from), pointer: pointer.to_owned() }
    }

    pub(crate) fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file.as_deref().unwrap_or_default(), self.pointer)
    }
}
