//! What is wrong with a file of corrections: what was expected, what was found, and where.

use super::SCHEMA;
use crate::record::Field;
use std::fmt;

/// A file of corrections that holds something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with one line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// It is no JSON object with these fields.
    Json(String),
    /// It is no row of a table.
    Csv(String),
    /// The table has a column that no correction has.
    Column(String),
    /// It is of another version.
    Version(String),
    /// It names no words.
    NoQuote,
    /// It says nothing of them.
    NoAction,
    /// It sets no field.
    NoField,
    /// It has a field or value that its action does not take.
    TooMuch(&'static str),
    /// A link is given as a value instead of the words of the other figure.
    LinkByValue(Field),
    /// The words of another figure are given for a field that is no link.
    NoLink(Field),
    /// A field that every figure has is emptied.
    Needed(Field),
    /// A field cannot hold this.
    Unfit {
        /// The field.
        field: Field,
        /// What it holds.
        wanted: String,
        /// What stands there.
        found: String,
    },
}

pub(super) fn unfit(field: Field, wanted: &str, found: &str) -> Fault {
    Fault::Unfit { field, wanted: wanted.to_owned(), found: found.to_owned() }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(message) => write!(f, "this is no correction: {message}"),
            Self::Csv(message) => write!(f, "this is no row of a table: {message}"),
            Self::Column(name) => write!(f, "no correction has a column `{name}`"),
            Self::Version(found) => write!(f, "the format is `{SCHEMA}`, this is `{found}`"),
            Self::NoQuote => f.write_str("`quote` is empty; it is the number as it is printed"),
            Self::NoAction => {
                f.write_str("it says nothing: give a `field`, or the `action` `no_figure` or `add`")
            }
            Self::NoField => f.write_str("`field` is missing: which one is to be set"),
            Self::TooMuch(action) => write!(f, "`{action}` takes no field and no value"),
            Self::LinkByValue(field) => write!(
                f,
                "`{}` is given by the words of the other figure (`to`), not by a value",
                field.as_str()
            ),
            Self::NoLink(field) => {
                write!(f, "`{}` is no link, so it takes a `value`", field.as_str())
            }
            Self::Needed(field) => write!(f, "`{}` cannot be empty", field.as_str()),
            Self::Unfit { field, wanted, found } => {
                write!(f, "`{}` cannot be `{found}`; it is {wanted}", field.as_str())
            }
        }
    }
}

impl std::error::Error for Error {}
