//! The language in which headings and explanations are written for a person.
//!
//! Names that programs rely on, such as the keys of JSON, are the same in every language.

/// A language of headings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}
