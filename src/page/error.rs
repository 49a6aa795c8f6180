//! Why bytes could not be read as a page.

use std::fmt;

/// Why no page could be read from the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The label that was asked for names no encoding that is known.
    UnknownEncoding {
        /// The label as it was given.
        label: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownEncoding { label } => write!(
                f,
                "`{label}` names no known encoding; try `utf-8`, `windows-1258`, `tcvn3`, `vni` or \
                 `viscii`, or leave it out to have it detected"
            ),
        }
    }
}

impl std::error::Error for Error {}
