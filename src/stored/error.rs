//! [`StoredError`]: a file that holds something else than reports.

use std::{error, fmt};

/// A file that holds something else.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoredError {
    /// A line of JSON, or a row of a table, is of something else.
    Line {
        /// The line or row, from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// A database of another program.
    Foreign,
    /// A database of another version of this program.
    OtherVersion {
        /// The version of its tables.
        found: i32,
        /// The version that is read here.
        read: i32,
    },
    /// It is damaged, or locked.
    Unreadable(String),
    /// This build was made without the feature of that name.
    Missing(&'static str),
}

impl fmt::Display for StoredError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { line, message } => {
                write!(f, "line {line}: this is no stored report: {message}")
            }
            Self::Foreign => f.write_str("the database was not made by this program"),
            Self::OtherVersion { found, read } => {
                write!(f, "its tables are of version {found}, this program reads version {read}")
            }
            Self::Unreadable(message) => write!(f, "cannot be read: {message}"),
            Self::Missing(feature) => {
                write!(f, "this build cannot read it; build it with `--features {feature}`")
            }
        }
    }
}

impl error::Error for StoredError {}
