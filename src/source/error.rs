//! What can be wrong with an input, in words that name it.

use std::fmt;
use std::io;
use std::path::Path;

/// Why an input could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is no such file or folder.
    Missing {
        /// The input as it was given.
        name: String,
    },
    /// It is there and cannot be read.
    Unreadable {
        /// The input as it was given, or the file inside it.
        name: String,
        /// What the system says.
        reason: String,
    },
    /// A folder without a single page.
    NoPages {
        /// The folder as it was given.
        name: String,
    },
}

impl Error {
    pub(super) fn new(path: &Path, error: &io::Error) -> Self {
        let name = path.display().to_string();
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing { name },
            _ => Self::Unreadable { name, reason: error.to_string() },
        }
    }

    /// The input that failed.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Missing { name } | Self::Unreadable { name, .. } | Self::NoPages { name } => name,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name } => write!(f, "{name}: there is no such file or folder"),
            Self::Unreadable { name, reason } => write!(f, "{name}: cannot be read: {reason}"),
            Self::NoPages { name } => write!(
                f,
                "{name}: the folder holds no page; expected .html, .htm, .xhtml or .txt files"
            ),
        }
    }
}

impl std::error::Error for Error {}
