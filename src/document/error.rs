//! Why a file gives no page, in sentences that say what was found and what to do.

use std::fmt;

/// Why a file gives no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There are no bytes, or white space only.
    Empty,
    /// It is of a kind that holds nothing to read, or none that can be read.
    Foreign {
        /// What was found, with its article: `a PNG picture`.
        found: &'static str,
        /// What the user can do about it.
        advice: &'static str,
    },
    /// It is of a kind that can be read, and damaged.
    Damaged {
        /// What was found, with its article: `a Word document`.
        found: &'static str,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// It is of a kind that can be read, and larger than it may be.
    TooLarge {
        /// What was found, with its article: `a Word document`.
        found: &'static str,
        /// What is too large, and how much it may hold: `word/document.xml holds more than 32 MiB`.
        reason: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the input is empty; expected a page, a document or text"),
            Self::Foreign { found, advice } => {
                write!(f, "this is {found}, not a page, a document or text; {advice}")
            }
            Self::Damaged { found, reason } => {
                write!(f, "this is {found}, but it is damaged: {reason}")
            }
            Self::TooLarge { found, reason } => {
                write!(f, "this is {found}, but it is too large: {reason}")
            }
        }
    }
}

impl std::error::Error for Error {}
