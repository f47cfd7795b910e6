//! The operations of `Notes`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::DESCRIPTIONS_QUOTED_B;

/// Notes, with code:
///
/// ```text
/// { "a": [1] }
/// ```
///
/// And \<b>HTML\</b>, see <https://example.com/a_b> and [a link](https://example.com).
#[endpoints("/notes", api = DESCRIPTIONS_QUOTED_B)]
pub trait Notes {
    /// Lists \[all] notes.
    ///
    /// Indented:
    ///
    ///    curl <https://example.com>
    ///    let x: = broken rust;

    ///
    /// 1. One
    ///
    ///    nested code
    ///
    /// - ```text
    ///   in a list
    ///   ```
    /// > ```text
    /// > quoted
    /// > ```
    ///
    /// ~~~text
    /// tilde
    /// ~~~
    ///
    /// Inline ```code``` in a line. ```one line```
    ///
    /// ````text
    /// ```js
    /// ```
    /// ````
    ///
    /// \<details>\<summary>More\</summary>text\</details> a < b > c Vec\<String> `<kept>` \[`kept`]
    /// \[ref]: <https://example.com>
    /// \[x]\[y] ![image](a.png) \[escaped\] \[a]: b
    /// "quotes" */ /* // {braces} #\[attribute] \backslash \u{0}
    /// # Heading
    /// ```text
    /// code
    /// ```
    ///
    /// # Errors
    ///
    /// - 400: Bad `request`: see \[docs] \<br>
    /// - 404
    #[endpoint(GET, "")]
    async fn list_notes(&self) -> Result<Note, Error>;

    /// Creates a note.
    ///
    /// Deprecated.
    #[endpoint(POST, "")]
    async fn create_note(&self) -> Result<(), Error>;

    /// carriage
    /// return bidi nul tab    end
    /// line
    /// separator.
    #[endpoint(DELETE, "")]
    async fn delete_notes(&self) -> Result<(), Error>;
}

/// A note "with" */ \<T> and \[brackets].
///
/// Deprecated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// /slash first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c: Option<String>,
    /// The old one.
    ///
    /// Deprecated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub d: Option<String>,
    /// !bang.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f: Option<String>,
    /// Ends with a colon:
    #[serde(skip_serializing_if = "Option::is_none")]
    pub g: Option<String>,
    /// | a | b |
    /// |---|---|
    /// | 1 | 2 |
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h: Option<String>,
    /// - one
    /// - two
    #[serde(skip_serializing_if = "Option::is_none")]
    pub i: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub j: Option<String>,
    /// One of
    ///
    /// - `a`: first
    /// - `b`: second
    #[serde(skip_serializing_if = "Option::is_none")]
    pub k: Option<NoteK>,
}

/// One of
///
/// - `a`: first
/// - `b`: second
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoteK {
    A,
    B,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}
