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
    /// A list or an archive without a single page.
    Empty {
        /// The file as it was given.
        name: String,
    },
    /// A pipe or a device in a folder: reading it may never end.
    Special {
        /// The file inside the folder.
        name: String,
    },
    /// A page that is longer than any page may be.
    TooLong {
        /// The input, or the line of a list.
        name: String,
        /// How many bytes it may have.
        longest: u64,
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
            Self::Missing { name }
            | Self::Unreadable { name, .. }
            | Self::NoPages { name }
            | Self::Empty { name }
            | Self::Special { name }
            | Self::TooLong { name, .. } => name,
        }
    }

    /// Whether it is no failure, and only to be told: an archive may hold pictures alone.
    #[must_use]
    pub fn is_harmless(&self) -> bool {
        matches!(self, Self::Empty { .. })
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
            Self::Empty { name } => write!(f, "{name}: there is no page in it"),
            Self::Special { name } => {
                write!(f, "{name}: is a pipe or a device, and was left out; name it to read it")
            }
            Self::TooLong { name, longest } => write!(
                f,
                "{name}: is longer than {longest} bytes, which no page is; --max-page-bytes allows more"
            ),
        }
    }
}

impl std::error::Error for Error {}
