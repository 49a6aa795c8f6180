//! The language of headings, explanations and sentences for a person.
//!
//! Names that programs rely on, such as the keys of JSON, are the same in every language.

use serde::Deserialize;

/// A language of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Its tag in HTML: `vi`.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}
